/**
 * Cities, rivers and old lands that languages call by names of their own: Athens is Atenas and Афины. Countries come from the
 * runtime's tables; these are in none.
 */

/** One place a line, by what its names begin with in whatever language; cases and adjectives hang on behind, but for whole words (`=`). */
const places = `
athen aten athèn αθήν афин афін أثينا
rom roma rome ρώμ рим روما
beijing peking pekin pékin pekín pechino πεκίν пекин пекін بكين
cologn köln colonia кёльн кельн κολωνί
venice venezia venedig venise venecia венец βενετί benátk benátek wenecj veneza
munich münchen monaco мюнхен μόναχ múnich
vienna wien vienne viena вен відень відн βιένν فيينا
geneva genf genève ginevra ginebra женев γενεύ جنيف
prague prag praga прага прагу праги пражск πράγ براغ praha
warsaw warschau varsovi varsavia варшав βαρσοβί warszaw
moscow moskau moscou moscú mosca москв μόσχ موسكو moskv
london londres londra londyn лондон λονδίν لندن
lisbon lissabon lisbon lisboa лиссабон лісабон λισαβόν lisbona
florence firenze florenz florencia флоренц φλωρεντί
naples napoli neapel nápoles неапол νάπολ
turin torino турин τορίν turín
milan milano mailand milán милан мілан μιλάν mediolan milão
genoa genova gênes génova генуя γένοβ
nice nizza niza ницц ніцц
antwerp anvers amberes anversa антверп
brussels brüssel bruxell bruselas брюссел βρυξέλλ بروكسل
bruges brügge brujas брюгг
copenhagen kopenhagen copenhagu copenhague копенгаг κοπεγχάγ
gothenburg göteborg gotemburgo гётеборг
constantinopl konstantinop константиноп κωνσταντινο
thessalonik salonik salónica salonicco салоник θεσσαλονίκ
cairo kairo caire каир каїр κάιρ القاهرة
jerusalem gerusalemm jérusalem иерусалим єрусалим ιερουσαλ القدس
damascus damas damaskus damasco дамаск δαμασκ دمشق
aleppo alep халеб алепп χαλέπ حلب
tehran teherán téhéran тегеран τεχεράν طهران
delhi nueva delhi дели делі
rhine rhein rhin reno рейн ρήν rýn ren= renu= renem= rijn
danube donau duna danubio дуна δούναβ dunaj danúbi dunăr
rhône rhone ródano rodan rhôn rodano
po= pád= pádu= pad= padu= pó= pô= πάδο
adriatic adria jader adriatyck jadran adriát adriátic αδριατικ адриат адріат
nile nil nilo нил ніл νείλ النيل
thames themse tamis támesis tamigi темз τάμεσ
ticino tessin tesin
apuli pouilles puglia апули
tuscany toscan toskana тоскан τοσκάν
sicil sizil sicile сицили сицилі σικελί
sardini sardaigne cerdeña sardegna сардин
lombard lombardei ломбард
latium lazio lacio лацио лаци
bavari bayern baviera bavière бавар βαυαρί
saxon sachsen sajonia saxe sassonia саксон σαξονί
moravi mähr morav морав
bohemi böhm bohême богем boemi
thrac tracia thrak фраки фракі θράκ
macedon makedon mazedon macédoin македон μακεδον
thermopyl termóp termopil фермопил θερμοπύλ
scotland schottland écosse escocia scozia шотланд σκωτί
wales galles gales уэльс ουαλί
england angleterre inglaterra inghilterra англи англі αγγλί
brittany bretagne bretaña bretagna бретан
normandy normandi норманд нормандії νορμανδί
flanders flandern flandre flandes fiandre фландр
burgundy bourgogne burgund borgoña borgogna бургунд
andalusi andalou andaluc андалус ανδαλουσί
catal katal cataluñ catalogn катал καταλ
qing čching цин τσινγκ
basque bask vasco baskisch баск βάσκ
caucas kaukas kavkaz cáucaso кавказ καύκασ
ural oural урал ουράλ
baltic ostsee baltique báltico балти βαλτικ
mediterran mittelmeer méditerran средиземн середземн μεσόγει المتوسط
bosphor bosforo bósforo bosporus босфор βόσπορ
`;

const groups = places
  .trim()
  .split('\n')
  .map((line) => line.split(' '));

/** Whether the other text has the same place under one of its names. */
export function isPlaceThere(name: string, otherText: string): boolean {
  const lower = name.toLowerCase();
  const own = groups.filter((group) => group.some((start) => begins(lower, start)));
  if (own.length === 0) return false;
  const words = otherText.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  return own.some((group) => words.some((word) => group.some((start) => begins(word, start))));
}

/** `po=` is the river and no beginning of other words. */
const begins = (word: string, start: string) =>
  start.endsWith('=') ? word === start.slice(0, -1) : word.startsWith(start);
