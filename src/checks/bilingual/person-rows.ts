/**
 * Two capitals in a row that can only be somebody: in languages that write the second word of a body's name small (Государственная
 * дума, Assemblée nationale, Spojené státy). What is left are names of places and feasts, which begin with an adjective.
 */
import type { Span } from './translation.ts';

export interface PersonRow extends Span {
  words: string[];
}

/** How an adjective ends, by language; a row that begins with one is a place or a feast: Млечный Путь, Nowy Sącz. */
const adjectives: Readonly<Record<string, RegExp>> = {
  ru: /(?:ый|ий|ой|ая|яя|ое|ее|ые|ие|ого|его|ому|ему|ую|юю|ых|их|ыми|ими|ым|им|ом|ем)$/u,
  uk: /(?:ий|ій|а|я|е|є|і|ого|ього|ому|ьому|ої|ою|ьої|у|ю|их|іх|ими|им|ім)$/u,
  cs: /(?:ý|á|é|í|ého|ému|ou|ých|ými|ém|ím)$/u,
  pl: /(?:[nwkcł]y|[skgc]i|[nwkł]a|[nwkł]e|ego|emu|[nwk]ej|ych|ich|ymi|imi)$/u,
  fr: /(?!)/u,
  it: /(?!)/u,
};
/** Words that make a place, a body, a day or a title of two capitals, in these languages. */
const noPerson: Readonly<Record<string, RegExp>> = {
  ru: /^(?:Соедин|Росси|Федер|Штат|Аравия|Корея|Зеландия|Дом|Крест|Путь|Союз|Нации|Наций|Респуб|Европ|Совет|Бог|День|Дня|Дню|Рождество|Восток|Запад|Север|Юг|Корол|Пап|Город|Област|Район|Олимп|Альянс|Бойц|Лично|Парти|Фронт|Арми|Комитет|Центр|Банк|Служб)/u,
  uk: /^(?:Сполуч|Федер|Штат|Аравія|Корея|Зеландія|Дім|Хрест|Союз|Націй|Респуб|Європ|Рада|Ради|Бог|День|Різдво|Схід|Захід|Північ|Південь)/u,
  cs: /^(?:Spojen|Česk|Republi|Evrop|Unie|Nov|Velk|Svat|Král|Boh|Bůh|Den|Hrad|Dům)/u,
  pl: /^(?:Stan|Zjedn|Rzeczp|Polsk|Unii|Unia|Europ|Now|Wielk|Bliski|Świę|Król|Organiz|Narod|Minist|Komisj|Sąd|Rad[ay]|Bank|Uniwers|Dzień|Dom|Prezydent|Trybuna|Powsz|Państw|Partia|Prawo|Koalicja|Platform|Instytut|Wojsk|Zgromadz|Centr)/u,
  fr: /^(?:Trente|Cent|Ans|Résidence|États?|Unis|Nations|Royaume|Uni|Pays|Bas|Saint|Sainte|Grande|Bretagne|Nouvelle|Nouveau|Moyen|Orient|Union|Europe|Mont|Mer|Terre|Père|Noël|Afrique|Corée|Nord|Sud|Est|Ouest|République|Premi|Seconde|Guerre|Monde|Conseil|Coupe|Jeux|Ligue|Bourse|Ministère|Cour|Chambre|Parlement|Parti|Banque|Université|Institut|Musée|Église|Armée|Le|La|Les|Un|Une|Des|En|À|Il|Elle|Mais|Et|Pour|Selon|Dans|Au|Aux|Ce|Cette|Sur|Si|Après|Avant|Avec|Comme|Quand)/u,
  it: /^(?:Protez|Ambient|Difes|Agenzi|Stat|Unit|Nazioni|Regno|Paes|Bass|San|Santa|Santo|Gran|Bretagna|Nuov|Medio|Oriente|Union|Europ|Mont|Mar|Terr|Corea|Nord|Sud|Est|Ovest|Repubbl|Prim|Second|Guerr|Mond|Consigl|Copp|Gioch|Lega|Bors|Minist|Cort|Camer|Parlam|Partit|Banc|Univers|Istitut|Muse|Chies|Città|Casa|Bianc|Rinasc|Il|La|Le|Lo|Gli|Un|Una|In|Ma|E|Per|Secondo|Nel|Nella|Al|Alla|Dopo|Con|Se|Quando|Come|Anche|Questo|Questa)/u,
};

const row =
  /(?<![\p{L}\p{M}.'’«„"“-])\p{Lu}[\p{Ll}\p{M}]{2,}(?: \p{Lu}[\p{Ll}\p{M}]{2,}){1,2}(?![\p{L}\p{M}»”"’'-])/gu;

/** In order; none in a language whose bodies have capitals throughout. */
export function personRows(text: string, language: string): PersonRow[] {
  const [adjective, other] = [adjectives[language], noPerson[language]];
  if (!adjective || !other) return [];
  return [...text.matchAll(row)].flatMap((match): PersonRow[] => {
    const words = match[0].split(' ');
    if (adjective.test(words[0] ?? '') || words.some((word) => other.test(word))) return [];
    return [{ start: match.index, end: match.index + match[0].length, words }];
  });
}
