/**
 * The language of a text that leaves no doubt, by the small words that it is full of. A detector knows more and takes longer to
 * load than most of what is asked of it: it is asked about the rest.
 */

/** Words that a language uses most and its neighbours hardly; neighbours of the house's languages are here to be told from them. */
const smallWords: Readonly<Record<string, string>> = {
  en: 'the of and to is that was for on with he it at by has had were have said from',
  de: 'der die und das den von mit ist dem des auf für im nicht ein eine sich auch wurde',
  fr: 'le les des est une dans du et au pour sur qui pas par il elle ont aux cette',
  es: 'el los las del y con una por se su al lo más como fue pero según han este',
  it: 'il di che della è per gli del nel alla sono con dei delle anche non ha più dal',
  pt: 'o os do da em uma não com no na dos das ao à pelo foi mais são um',
  nl: 'de het een van en dat op te zijn met voor niet aan er om hij ook bij door',
  ca: 'els i amb del una per a les al que és com més va ser dels aquest',
  ro: 'și în la cu pe din care mai sau este nu au pentru fost ale',
  sv: 'och att det som en på är av för med den till inte om har de',
  da: 'og at det som en på er af for med den til ikke de har var',
  pl: 'i w na z do się nie jest że od po dla przez jak o są',
  tr: 've bir bu için ile da de olarak çok daha olan gibi sonra',
};
const answers = new Set(['en', 'de', 'fr', 'es', 'it']);
const known = Object.entries(smallWords).map(([language, words]) => ({
  language,
  words: new Set(words.split(' ')),
}));

const LEAST_WORDS = 60; // of a text; fewer leave a doubt
const LEAST_SHARE = 0.16; // of its words
const AHEAD = 2; // times the language that comes next

/** Null where there is a doubt, or the letters are others. */
export function plainLanguageOf(text: string): string | null {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (words.length < LEAST_WORDS) return null;
  const counts = known
    .map((each) => ({ language: each.language, count: words.filter((word) => each.words.has(word)).length }))
    .sort((one, other) => other.count - one.count);
  const [first, second] = counts;
  if (!first || !second || !answers.has(first.language)) return null;
  const isPlain = first.count >= words.length * LEAST_SHARE && first.count >= second.count * AHEAD;
  return isPlain ? first.language : null;
}
