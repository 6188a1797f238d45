/** Countries and languages by the runtime's own tables: the same under two names, and one that was put for another. */
import { isPlaceThere } from './place-names.ts';
import { type Pair, perLanguage, type Span, unspaced } from './translation.ts';

/** Called otherwise more often than by the name that the tables give; the numbers are continents. */
const OTHERWISE = new Set('US GB AE CZ 150 002 019 142'.split(' ').map((code) => `region ${code}`));

/** Tongues by which a country's people and things are called, where the country's own name does not show. */
const TONGUE_OF = new Map(
  'NL:nl DE:de FR:fr ES:es GR:el DK:da PL:pl CH:de TR:tr SE:sv FI:fi NO:no'
    .split(' ')
    .map((pair) => pair.split(':'))
    .map(([country, tongue]) => [`region ${country}`, `language ${tongue}`]),
);

/**
 * A country that the translation names and the original does not, where the original names one that the translation does
 * not: “Spain” for „Argentinien“. Null where either could be meant by another word.
 */
export function swappedCountry({ source, target, from, to }: Pair): { source: Span; target: Span } | null {
  const there = countriesIn(target, to);
  if (there.size === 0) return null;
  const here = countriesIn(source, from);
  if (here.size === 0) return null;
  const isTraced = (code: string, language: string, text: string) =>
    [code, TONGUE_OF.get(code)].some(
      (each) => each !== undefined && hasTrace(ownNames(language).get(each) ?? '', text),
    );
  const added = [...there].filter(([code]) => !isTraced(code, from, source));
  const lost = [...here].filter(([code]) => !isTraced(code, to, target));
  const [[, now] = [], [, was] = []] = [added[0], lost[0]];
  return now && was && added.length === 1 && lost.length === 1 ? { target: now, source: was } : null;
}

/** Countries of the original of which the translation shows no trace, not even in an adjective. */
export function lostCountries({ source, target, from, to }: Pair): Span[] {
  return [...countriesIn(source, from)]
    .filter(([code]) =>
      [code, TONGUE_OF.get(code)].every(
        (each) => each === undefined || !hasTrace(ownNames(to).get(each) ?? '', target),
      ),
    )
    .map(([, span]) => span);
}

/** The countries that a text names as the tables do, with an ending at most: where each stands first, by code. */
function countriesIn(text: string, language: string): Map<string, Span> {
  const { names, any } = countryReader(language);
  const found = new Map<string, Span>();
  if (!any) return found;
  for (const { 1: name = '', index } of text.matchAll(any)) {
    const code = names.get(name.toLowerCase());
    if (code && !found.has(code)) found.set(code, { start: index, end: index + name.length });
  }
  return found;
}

const countryReader = perLanguage((language) => {
  const named = [...ownNames(language)].filter(
    ([code, name]) => code.startsWith('region') && !OTHERWISE.has(code) && name.length > 1,
  );
  const names = new Map(named.map(([code, name]) => [name, code]));
  if (names.size === 0) return { names, any: null };
  const either = [...names.keys()]
    .toSorted((one, other) => other.length - one.length)
    .map((name) => name.replace(/[^\p{L}\p{M}\p{N} ]/gu, '.'))
    .join('|');
  const any = unspaced.has(language)
    ? new RegExp(`(${either})`, 'giu')
    : new RegExp(`(?<![\\p{L}\\p{M}])(${either})(?:['’]?s)?(?![\\p{L}\\p{M}])`, 'giu');
  return { names, any };
});

/** The beginning of the name somewhere in the text: 'Norw' in 'Norwegian'. */
function hasTrace(name: string, text: string): boolean {
  const bare = (words: string) => words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const word =
    bare(name)
      .split(/[\s-]/)
      .toSorted((one, other) => other.length - one.length)[0] ?? '';
  const stem =
    word.length > 5
      ? word.slice(0, Math.max(4, word.length - 3))
      : word.slice(0, Math.max(2, word.length - 1));
  return stem !== '' && bare(text).includes(stem);
}

/** Whether the other side has the same country, language or place under its own name: 'Germany' for 'Německo', 'German' for 'niemiecki'. */
export function isExonym(name: string, otherText: string, otherLanguage: string, language: string): boolean {
  if (isPlaceThere(name, otherText)) return true;
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

/** How many letters two words begin with alike. */
export function sharedStart(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
}
