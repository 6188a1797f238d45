/**
 * Names over scripts and spellings: a person, place or body that is in the translation and not in the original, where the
 * original has one that is not in the translation. Countries and languages are matched by the runtime's own tables.
 */
import anyAscii from 'any-ascii';
import { calendarNames } from './calendar-names.ts';
import { notEnglish } from './english-words.ts';
import { type Pair, type PairCheck, type PairFinding, perLanguage, type Span } from './translation.ts';

export const nameCheck: PairCheck = {
  name: 'translation-name',
  says: 'A name of the translation is another than in the original.',
  knows: (from, to) => from !== to && CAPITALS.has(from) && CAPITALS.has(to),
  find: findNames,
};

/** Lower case Latin letters and digits, words parted by one space. */
export function foldLatin(text: string): string {
  return anyAscii(text)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

interface Name extends Span {
  text: string;
}

const CAPITALS = new Set([
  'en',
  'es',
  'fr',
  'it',
  'pt',
  'ru',
  'uk',
  'el',
  'pl',
  'cs',
  'nl',
  'sv',
  'nb',
  'ro',
  'bg',
  'sr',
]);

function findNames({ source, target, from, to }: Pair): PairFinding[] {
  const heard = skeletons(source);
  const foreign = namesIn(target, to).filter((name) => !matches(name.text, heard));
  if (foreign.length === 0) return [];
  const words = wordsMeaning(foreign, to);
  const strange = foreign.filter(
    ({ text }) => words.has(text.toLowerCase()) && !isExonym(text, source, from, to),
  );
  const gone = namesIn(source, from).filter(
    (name) => !matches(name.text, skeletons(target)) && !isExonym(name.text, target, to, from),
  );
  if (gone.length === 0) return [];
  return strange.slice(0, 1).map((name) => {
    const was = gone[0];
    const message = was
      ? `“${name.text}” is not in the original, which names ${was.text}.`
      : `“${name.text}” is not named in the original.`;
    return {
      check: nameCheck.name,
      severity: 'major',
      message,
      target: name,
      ...(was ? { source: was } : {}),
    };
  });
}

/** Those that are names and no words of the language; for languages other than English, all of them. */
function wordsMeaning(names: Name[], to: string): Set<string> {
  const lower = names.map(({ text }) => text.toLowerCase());
  return to === 'en' ? notEnglish(lower) : new Set(lower);
}

/** Capitalised words inside a sentence; the first word and words after a colon or quotation mark may be anything. */
function namesIn(text: string, language: string): Name[] {
  if (!CAPITALS.has(language)) return [];
  const names: Name[] = [];
  const { months, weekdays } = calendarNames(language);
  for (const word of text.matchAll(
    /(?<=[\p{Ll}\p{N},;)]\s)\p{Lu}[\p{Ll}\p{M}]{2,}(?:[’'-]\p{Lu}?\p{Ll}+)*(?![\p{L}])/gu,
  )) {
    const bare = word[0].replace(/['’]s?$/, '');
    if (months.has(bare.toLowerCase()) || weekdays.has(bare.toLowerCase())) continue;
    if (bare.includes('-')) continue;
    names.push({ start: word.index, end: word.index + bare.length, text: bare });
  }
  return names;
}

/** Every word of a text as its bare sound, so that spellings and scripts fall together. */
function skeletons(text: string): { words: string[]; all: string } {
  const words = foldLatin(text)
    .split(' ')
    .flatMap((word) => [word, soundOf(word)]);
  return { words: [...new Set(words)], all: soundOf(foldLatin(text).replaceAll(' ', '')) };
}

/** Consonants by the sounds that transliteration mixes up; vowels and doubling fall away. */
function soundOf(word: string): string {
  return word
    .replace(/sch|sh|ch|cz|sz|tch|zh|j(?=[aeiou])/g, 's')
    .replace(/[jy]/g, '')
    .replace(/w/g, '')
    .replace(/ph|v|b|p/g, 'f')
    .replace(/[kqgxh]|ck|c/g, 'k')
    .replace(/th|d|ts/g, 't')
    .replace(/z/g, 's')
    .replace(/r/g, 'l')
    .replace(/m/g, 'n')
    .replace(/[aeiou]/g, '')
    .replace(/(.)\1+/g, '$1');
}

function matches(name: string, heard: { words: string[]; all: string }): boolean {
  const folded = foldLatin(name).replaceAll(' ', '');
  if (heard.words.some((word) => alike(folded, word))) return true;
  const sound = soundOf(folded);
  return (
    sound.length < 2 ||
    heard.all.includes(sound) ||
    heard.words.some((word) => word.length > 2 && soundsAlike(sound, soundOf(word)))
  );
}

/** The same beginning, or all but a letter or two of it. */
function alike(one: string, other: string): boolean {
  const least = Math.min(one.length, other.length);
  if (least < 3) return one === other;
  const same = sharedStart(one, other);
  return same >= Math.max(3, Math.ceil(least * 0.6));
}

function sharedStart(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
}

function soundsAlike(one: string, other: string): boolean {
  const least = Math.min(one.length, other.length);
  if (least < 2) return false;
  return (
    sharedStart(one, other) >= Math.max(2, Math.ceil(least * 0.7)) ||
    (least >= 3 && (one.includes(other) || other.includes(one)))
  );
}

/** Whether the other side has the same country or language under its own name: 'Germany' for 'Německo', 'German' for 'niemiecki'. */
function isExonym(name: string, otherText: string, otherLanguage: string, language: string): boolean {
  const other = otherText.toLowerCase();
  const lower = name.toLowerCase();
  for (const [mine, theirs] of exonyms(language, otherLanguage)) {
    if (sharedStart(lower, mine) < Math.min(4, mine.length) || sharedStart(lower, mine) < lower.length - 4)
      continue;
    if (theirs.length > 1 && other.includes(theirs.slice(0, Math.max(2, Math.min(5, theirs.length - 2)))))
      return true;
  }
  return false;
}

const REGIONS =
  'AE AF AL AM AR AT AU AZ BA BD BE BG BO BR BY CA CH CL CN CO CU CY CZ DE DK DZ EC EE EG ES ET FI FR GB GE GR HK HR HU ID IE IL IN IQ IR IS IT JP KE KP KR KW KZ LB LT LU LV LY MA MD MK MX MY NG NL NO NP NZ PA PE PH PK PL PS PT QA RO RS RU SA SD SE SI SK SY TH TN TR TW UA US UY VE VN YE ZA 150 002 019 142'.split(
    ' ',
  );
const TONGUES =
  'ar bg bn ca cs da de el en es et fa fi fr he hi hr hu hy id is it ja ka kk ko lt lv mk ms nl no pl pt ro ru sk sl sq sr sv sw ta th tr uk ur vi zh'.split(
    ' ',
  );

/** What each language calls countries and languages, by code. */
const ownNames = perLanguage((language): Map<string, string> => {
  const names = new Map<string, string>();
  const [locale] = Intl.DisplayNames.supportedLocalesOf([language]);
  if (!locale) return names;
  const regions = new Intl.DisplayNames([locale], { type: 'region' });
  const tongues = new Intl.DisplayNames([locale], { type: 'language' });
  for (const code of REGIONS) names.set(`region ${code}`, regions.of(code)?.toLowerCase() ?? '');
  for (const code of TONGUES) names.set(`language ${code}`, tongues.of(code)?.toLowerCase() ?? '');
  return names;
});

function* exonyms(language: string, other: string): Generator<[string, string]> {
  const theirs = ownNames(other);
  for (const [code, name] of ownNames(language)) {
    const there = theirs.get(code);
    if (name && there) yield [name, there];
  }
}
