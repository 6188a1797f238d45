/**
 * How each language says no. `not` turns a clause round; `near` holds every other word that may carry a denial (without,
 * refuse, lack, nobody, hardly), so that a translation which says it otherwise is left in peace. Regular expressions over
 * lower case words; a star is any ending.
 */

export interface NegationWords {
  not: string;
  near: string;
}

export const negationWords: Readonly<Record<string, NegationWords>> = {
  en: {
    not: "not n't n’t cannot never no nobody nothing none nor neither nowhere without",
    near: 'non* un* dis* fail* refus* reject* den* lack* avoid* prevent* stop* hardly barely scarcely rarely seldom little few fewer less least only until unless except exception* impossib* inab* incap* insuffic* illegal* invalid* irrelevan* inadequa* incorrect* inaccur* incomplet* inconsist* indepen* indefinit* inevitab* infrequen* innocent* invisib* immun* irre* miss* absen* free far instead rather beyond without withdraw* ceas* cease* end* ban* forbid* forbad* prohibit* prohib* exclud* ignor* neglect* declin* oppos* object* resist* differ* wrong* false* fals* empty zero hard difficult* too abstain* cancel* block* halt* abolish* remov* los* void overlook* regardless yet still long despite although though but however other contrary against doubt* deprive* escap* keep kept quit loss anti* out off over untouch* short otherwise *less *proof unlike',
  },
  el: {
    not: 'δεν δε μην μη ούτε ουδείς κανείς κανένας καμία καμιά κανένα τίποτα τίποτε ποτέ χωρίς δίχως όχι πουθενά μήτε',
    near: 'αν* α* αρν* απορ* απέρρ* αδυν* έλλειψ* εκτός παρά μόνο σπάνια ελάχιστ* λίγ* αντί αποτυ* αποφ* σταμάτ* παύ* λείπ* διαφορετ* δύσκολ*',
  },
  ru: {
    not: 'не нет ни никто никого никому никем ничто ничего ничем никогда нигде никуда никак нельзя без безо никакой никакая никакие никаких ни-какой',
    near: 'без* бес* отказ* отриц* отверг* отсутств* лишь только едва вряд пока мало кроме избе* потер* запре* прекра* против* разве опроверг* исключ* вместо трудн* сложн* прежде помимо не*',
  },
  uk: {
    not: 'не ні ані ніхто нікого нікому ніщо нічого ніколи ніде нікуди немає нема без неможливо жоден жодна жодного жодної жодних',
    near: 'не* без* відмов* запереч* відкид* відсутн* лише тільки ледь навряд поки мало крім уник* втра* заборон* припин* проти* хоча однак ні* спросту* виключ* замість важк*',
  },
  es: {
    not: 'no ni nunca jamás nadie nada ningún ninguna ninguno ningunos ningunas sin tampoco',
    near: 'incapa* impos* insuf* inexist* incon* ileg* inade* inval* inneg* invis* inút* desac* desemp* desap* descono* falt* neg* niega* rechaz* evit* imped* apenas solo sólo excepto salvo menos fracas* prohib* ausen* poco poca pocos aunque sino excl* hasta difícil* ajen* perd* suspend* cancel* carec* en-vez vez',
  },
  fr: {
    not: "ne n' n’ pas non jamais rien personne aucun aucune nul nulle ni sans guère",
    near: 'incapa* imposs* insuff* inexis* inco* illég* inadé* inval* indéni* invis* inut* désacc* refus* rejet* nier nie nié nient évit* empêch* manqu* seul* sauf hors excepté moins peu faute absen* échou* interdi* cess* plus contre sinon difficil* perd* exclu* malgré privé* plutôt',
  },
  de: {
    not: 'nicht kein keine keinen keinem keiner keines nie niemals niemand niemandem niemanden nichts nirgends nirgendwo weder noch ohne nein',
    near: 'un* nicht* abgelehn* ablehn* lehn* weiger* verweiger* bestreit* bestritt* fehl* mangel* kaum nur erst außer wenig* selten verhinder* vermeid* scheiter* verbiet* verbot* verlor* verlier* *los *lose *losen *loser *frei *freie *freien statt anstatt trotz obwohl sondern schwer bevor ausgeschl*',
  },
  it: {
    not: 'non né nessun nessuno nessuna nulla niente mai senza neanche nemmeno neppure no',
    near: 'incapa* impossib* insuff* inesist* incon* illeg* inade* invalid* innega* invis* inutil* disacc* disocc* rifiut* neg* respin* evit* imped* manc* appena solo soltanto tranne salvo poc* fall* vieta* proib* priv* assen* anziché però invece difficil* perso perd* esclu* finché smett* cess*',
  },
  ar: {
    not: 'لا لم لن ليس ليست ليسوا غير دون بدون عدم لست ولا ولم ولن وليس قط أبدا كلا بلا فلا فلم ألا ولن',
    near: 'ما أي أحد رفض* يرفض* ترفض* نفى* نفت* ينفي* تنفي* سوى إلا خالي* انعدام* استحال* مستحيل* فشل* يفشل* تفشل* منع* يمنع* تمنع* حظر* يحظر* نقص* ينقص* رغم بل لكن ولكن قبل ضد',
  },
  pl: {
    not: 'nie nikt nikogo nikomu nic niczego nigdy nigdzie żaden żadna żadne żadnego żadnej żadnych bez ani ni brak',
    near: 'bez* brak* odm* odrzu* zaprzecz* tylko jedynie ledwo prawie mało oprócz unik* zakaz* straci* przeciw* zamiast zapobie* trudn* wyklucz* przest* dopiero zanim niż nie*',
  },
  cs: {
    not: 'ne nikdo nikoho nikomu nic ničeho nikdy nikde nikam žádný žádná žádné žádného žádnou žádných bez beze ani není nejsou nebyl nebyla nebylo nebyli nemá nemají nelze nebude nebudou nemůže nemohou nechce nechtěl nechtějí neměl neměla neví nevíme nejde',
    near: 'ne* bez* odmí* popř* popí* chyb* pouze jen sotva málo kromě mimo vyhnou* zákaz* zakáz* ztrat* ztrác* proti ačkoli místo zabrán* těžk* vylou* přest* dosud aniž -nej -něk -neděl -nebo -nebezpe -nemocn -nemoc -nechal -než -neustál -nedávn -nesmírn -následn -německ -nepřátel -nevěst -nese -nehod -někol',
  },
  hi: {
    not: 'नहीं न ना नही मत बिना बगैर कोई किसी कुछ कभी',
    near: 'गैर* गैर इनकार* इंकार* मना असफल* विफल* वंचित* केवल सिर्फ अभाव* रहित* बजाय अलावा सिवाय मुश्किल* रोक* असं* अवै* अनु* अज्ञात बेरोज*',
  },
  zh: {
    not: '不 没 沒 无 無 未 非 别 莫 勿 否 毫',
    near: '拒 免 缺 乏 禁 防 难 難 只 仅 才 除 绝 尚',
  },
  ja: {
    not: 'ない なかっ なく ません ませ ず ぬ 無 不 非 未 なし なけれ まい ざる なき',
    near: '拒 否 欠 禁 防 難 以外 しか だけ 除 避 のみ',
  },
};
