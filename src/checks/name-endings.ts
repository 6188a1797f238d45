/** The endings that a name takes in a sentence: what is left without them is compared when two spellings may be one name. */

const cyrillic =
  'а я у ю е є и ы і ї о ь й ой ей ою ею ом ем єм ым им ім ам ям ами ями ах ях ого его ому ему ый ий ій ая яя ую юю ое ее ые ие их ых ими ыми ою ові еві єві ової ия ии ию ией ием иях ія ії ію ією';
const greek = 'ς σ α ας ε ες η ης ο ος ου ους οι ων ι ις υ υς ω ει εις ια';
/** By script or language; Latin ones add little to a name, German and English a genitive, French and Spanish a plural. */
const endings: Record<string, readonly string[]> = {
  Cyrillic: longestFirst(cyrillic),
  Greek: longestFirst(greek),
  de: longestFirst('s es n en ns'),
  en: longestFirst('s es'),
  es: longestFirst('s es'),
  fr: longestFirst('s'),
  pt: longestFirst('s es'),
  nl: longestFirst('s en'),
  sv: longestFirst('s'),
  pl: longestFirst('a ą ę y i u e o owi owie ów em ie iem om ami ach ego emu ej iej ym im ymi imi'),
  cs: longestFirst('a á e é ě i í o ou u ů y ý ho mu ovi ové ův ova em ům ech ami ého ému ím ým ými'),
};

function longestFirst(words: string): string[] {
  return words.split(' ').sort((one, two) => two.length - one.length);
}

export interface Stem {
  stem: string;
  ending: string;
}

const SHORTEST_STEM = 4; // letters; what is shorter says no name

/** Every way of parting the word from an ending, the whole word first. Accents are taken off, and a fleeting vowel. */
export function stemsOf(word: string, language: string): Stem[] {
  const plain = plainOf(word);
  const stems: Stem[] = [{ stem: plain, ending: '' }];
  for (const ending of endings[scriptOfWord(plain)] ?? endings[language] ?? [])
    if (plain.endsWith(ending) && plain.length - ending.length >= SHORTEST_STEM && !isHissing(plain, ending))
      stems.push({ stem: plain.slice(0, -ending.length), ending });
  if (scriptOfWord(plain) === 'Cyrillic')
    for (const { stem, ending } of [...stems]) {
      const short = stem.replace(/[еоє](?=[цкнл]ь?$)/u, '').replace(/ь$/u, '');
      if (short !== stem && short.length >= SHORTEST_STEM) stems.push({ stem: short, ending });
    }
  if (language === 'uk')
    for (const { stem, ending } of [...stems])
      if (closed.test(stem))
        for (const vowel of ['о', 'е']) stems.push({ stem: stem.replace(closed, vowel), ending });
  return stems;
}

/** A name that ends in s takes no second: Brinkhauss is no genitive of Brinkhaus. */
function isHissing(word: string, ending: string): boolean {
  return ending === 's' && /[sßxz]s$/u.test(word);
}

/** Ukrainian has і in a last syllable that ends in a consonant, and о or е before an ending: Чернігів, Чернігова. */
const closed = /і(?=[бвгґджзклмнпрстфхцчшщ]{1,2}$)/u;

/** Lower case, without accents that a language moves about: й and ї stay letters of their own. */
function plainOf(word: string): string {
  const lower = word.toLowerCase().replace(/[’']/gu, '').replace(/ς/gu, 'σ');
  return scriptOfWord(lower) === 'Greek'
    ? lower.normalize('NFD').replace(/\p{M}/gu, '').replace(/σ$/u, 'ς')
    : lower
        .normalize('NFC')
        .replace(/[\u0300\u0301]/gu, '')
        .replace(/ё/gu, 'е');
}

export function scriptOfWord(word: string): 'Cyrillic' | 'Greek' | 'Latin' {
  if (/\p{Script=Cyrillic}/u.test(word)) return 'Cyrillic';
  return /\p{Script=Greek}/u.test(word) ? 'Greek' : 'Latin';
}

// What makes of a name another word in Latin letters: people of a place, followers of a man, a plural.
const derived =
  /^(?:|s|es|r|n|ns|nas|nos|an|ian|en|ens|ean|eo|ea|eos|eas|ese|ish|ist|ists|ism|er|ers|i|is|ic|ca|co|ica|ico|icas|icos|ique|iques|al|ans|ians|a|o|os|as|e|ne|na|no|y|ia|us|um|ien|ienne|iens|ais|aise|ano|ana|anos|anas|i?sch\p{L}{0,2}|in|ine|ino|ina|inos|inas|ite|ites|ville|land)$/u;
const LEAST_SAME = 3; // letters at the head of both

/** Whether one is made of the other, or both of a third: Mexico and Mexican, Варшава and Варшавская. */
export function isDerived(one: string, other: string, language: string): boolean {
  if (one.includes('-') || other.includes('-')) {
    const [parts, others] = [one.split('-'), other.split('-')];
    if (parts.some((part) => part.length > LEAST_SAME && others.includes(part))) return true;
  }
  const [a, b] = [withoutMarks(plainOf(one)), withoutMarks(plainOf(other))];
  let same = 0;
  while (same < Math.min(a.length, b.length) && a[same] === b[same]) same += 1;
  if (scriptOfWord(a) === 'Latin')
    return same >= LEAST_SAME && derived.test(a.slice(same)) && derived.test(b.slice(same));
  const longer = (stems: Stem[], others: Stem[]) =>
    stems.some((short) =>
      others.some(({ stem }) => stem.startsWith(short.stem) && !isBrokenSuffix(short, stem)),
    );
  const [mine, theirs] = [stemsOf(one, language), stemsOf(other, language)];
  return longer(mine, theirs) || longer(theirs, mine);
}

const adjectival = /^(?:ого|ому|им|ым|ій|ий|ый|ої|ой|ою|ую|ая)$/u;

/** Черемшинсього: an adjective already, whose suffix has lost its к. Черкаси, Черкаський is another thing. */
function isBrokenSuffix({ stem, ending }: Stem, longer: string): boolean {
  return /[сц]ь?$/u.test(stem) && adjectival.test(ending) && /^ь?к/u.test(longer.slice(stem.length));
}

function withoutMarks(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '');
}
