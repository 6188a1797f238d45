/**
 * Small words of each language that a text in it is full of and that are no words of English or of a close relative: one
 * of them in a translation was left behind.
 */

export const commonWords: Readonly<Record<string, string>> = {
  en: 'the and of that which with from was were has have been this these those they their there would could should what when where who because about after before between through during',
  es: 'un su y pero del que cinco seis ocho dijo quienes actualmente los las una unos unas con por para como pero más está están fue fueron también cuando donde desde hasta sobre entre muy según sin ser han había ya porque esto esta este estos estas ese esa eso aquel ellos ellas nos sus todo todos todas otro otra otros cada mientras después antes durante contra hacia aunque así cual quien años parte mismo tiene tienen puede pueden hace hay había sido además',
  fr: 'un et que les aujourd’hui des une dans pour par sur avec est sont était étaient pas plus mais ou où qui cette ces ses leur leurs aux du été être ont avait avaient nous vous ils elles elle comme aussi après avant depuis entre sans sous très tout tous toutes même autre autres lorsque selon ainsi donc dont encore deux fait faire peut peuvent deux ans chez contre pendant quand alors ceux cela ça',
  de: 'dennoch jedoch drei fünf sagte der das den dem des ein eine einen einem einer eines und nicht mit von auf für ist sind auch sich aus bei nach wie wird werden wurde wurden haben hatte zu zum zur über als oder aber nur noch wenn durch unter vor zwischen seit gegen ohne um bis ihre ihr sein seine seinen dass weil jedoch sowie kann können soll müssen mehr sehr schon dieser diese dieses diesem alle andere anderen jahre jahr zwei uhr',
  it: 'un che piccolo bambini donna del della delle degli dei gli una uno con per non sono è era erano come anche più nel nella nelle negli dal dalla dai alla alle agli sul sulla ma ed questo questa questi queste quello quella loro suo sua suoi tra fra dopo prima durante contro senza essere stato stata stati hanno aveva avevano può possono ha dove quando mentre già ancora tutti tutto molto ogni altri altro altra anni due secondo perché quindi entrambi',
  pl: 'jeśli że się nie jest są był była było były będzie oraz przez dla jako jak ale czy tym tego tej tych który która które których którym jego jej ich może mogą przed przy podczas między pod nad bez bardzo także tylko już jeszcze kiedy gdy gdzie więc lub roku lat został została zostały ma mają',
  cs: 'pokud takové proto že se je jsou byl byla bylo byli bude nebo ale jako jak pro při před podle mezi pod nad bez velmi také jen již ještě když kde který která které kteří kterých jeho její jejich může mohou tento tato toto tím toho této však roku let podle aby má mají jsem',
  pt: 'que não uma dos das com para por mais como mas foi são está também pelo pela seu sua seus suas quando muito nos já eu ele ela até isso entre depois sem mesmo aos ter',
  nl: 'het een van niet met voor zijn aan ook als dat deze door over naar bij uit maar nog wordt worden werd hebben had heeft omdat wel geen meer onder tussen zich haar hun',
};
