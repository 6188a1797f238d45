/** What means the same in every language: kinds of happenings and things, and countries. Pure. */
import { perLanguage } from '../../checks/bilingual/translation.ts';
import { remember } from '../../kit/remember.ts';
import { baseLanguage } from '../reading/language.ts';
import { newsWords } from './news-words.ts';

interface Lexicon {
  exact: Map<string, string>;
  /** By their first letters: stems that any ending may follow, longest first. */
  stems: Map<string, { stem: string; anchor: string; most: number }[]>;
  parts: { part: string; isEnd: boolean; anchor: string }[];
  /** As they are written: 'US' is not 'us'. */
  written: Map<string, string>;
}

const FIRST = 2; // letters of a stem by which it is looked for
const ENDING = 5; // letters that may follow the name of a country: Libanon, libanesische
const WHOLE = 5; // letters of a country's name up to which none is dropped: Mali, Chile

/** The anchors of a text: `k:fire`, `c:LB`. Those of languages that have no list are its countries. */
export function anchorsIn(text: string, language: string | null): Set<string> {
  const anchors = new Set<string>();
  const base = baseLanguage(language);
  if (base === null) return anchors;
  for (const [word] of text.matchAll(WORD)) for (const anchor of anchorsOf(word, base)) anchors.add(anchor);
  return anchors;
}

const WORD = /\p{L}[\p{L}\p{M}’'-]*(?:\.[A-Z])*/gu;

const REMEMBERED = 20_000; // words; those of a day's copy in a few languages, some 4 MB

/** The anchors of one word of a language. */
export function anchorsOf(word: string, base: string): readonly string[] {
  return remembered(`${base} ${word}`);
}

const remembered = remember((asked): readonly string[] => {
  const [base = '', word = ''] = asked.split(' ');
  const lexicon = lexiconOf(base);
  const found = new Set<string>();
  const written = lexicon.written.get(word);
  if (written) found.add(`k:${written}`);
  const isCapital = /^(?:\p{Lu}|\p{Lo})/u.test(word);
  for (const form of formsOf(base, fold(word))) {
    const kind = kindOf(lexicon, form);
    if (kind) found.add(`k:${kind}`);
    const country = isCapital ? countryOf(base, form) : undefined;
    if (country) found.add(`c:${country}`);
  }
  return [...found];
}, REMEMBERED);

const MOST_ENDING = 12; // letters that may follow a stem

function countryOf(base: string, form: string): string | undefined {
  const stem = countriesOf(base)
    .stems.get(form.slice(0, FIRST))
    ?.find((each) => form.startsWith(each.stem) && form.length - each.stem.length <= each.most);
  // In Arabic a people's name is its country's with one letter behind it; with another it is another word.
  const isOther = base === 'ar' && stem !== undefined && !/^(?:ي|$)/u.test(form.slice(stem.stem.length));
  return isOther ? undefined : stem?.anchor;
}

function kindOf({ exact, stems, parts }: Lexicon, form: string): string | undefined {
  const whole = exact.get(form);
  if (whole) return whole;
  const stem = stems.get(form.slice(0, FIRST))?.find((each) => form.startsWith(each.stem));
  if (stem && form.length - stem.stem.length <= stem.most) return stem.anchor;
  return parts.find(({ part, isEnd }) => (isEnd ? form.endsWith(part) : form.includes(part)))?.anchor;
}

/** Lower case without accents; Arabic hamzas and tatweel as one. */
function fold(word: string): string {
  return word
    .normalize('NFD')
    .replace(/\p{M}|ـ/gu, '')
    .toLowerCase();
}

/** Arabic glues 'and', 'in', 'for' and the article to a word. */
function formsOf(base: string, word: string): string[] {
  if (base !== 'ar') return [word];
  return [word, word.replace(/^[وفبلك]?ال|^لل/, ''), word.replace(/^[وفبلك]/, '')].filter(
    (form, at) => at === 0 || (form !== word && form.length > 2),
  );
}

const lexiconOf = perLanguage((base): Lexicon => {
  const lexicon: Lexicon = { exact: new Map(), stems: new Map(), parts: [], written: new Map() };
  let anchor = '';
  for (const entry of (newsWords[base] ?? '').split(' ')) {
    const [, kind, word = ''] = /^(?:([A-Za-z]+):)?(.+)$/.exec(entry) ?? [];
    anchor = kind ?? anchor;
    const bare = fold(word.replaceAll('*', ''));
    if (/\p{Lu}/u.test(word) && !word.includes('*')) lexicon.written.set(word, anchor);
    else if (word.startsWith('*')) lexicon.parts.push({ part: bare, isEnd: !word.endsWith('*'), anchor });
    else if (word.endsWith('*')) putStem(lexicon, { stem: bare, anchor, most: MOST_ENDING });
    else lexicon.exact.set(bare, anchor);
  }
  return lexicon;
});

function putStem({ stems }: Lexicon, stem: { stem: string; anchor: string; most: number }): void {
  const key = stem.stem.slice(0, FIRST);
  const all = [...(stems.get(key) ?? []), stem];
  stems.set(
    key,
    all.sort((one, other) => other.stem.length - one.stem.length),
  );
}

/** Countries by their names in a language; what follows the stem makes their peoples of them. */
const countriesOf = perLanguage((base): Lexicon => {
  const lexicon: Lexicon = { exact: new Map(), stems: new Map(), parts: [], written: new Map() };
  const names = namesOfRegions(base);
  for (const one of LETTERS)
    for (const other of LETTERS) {
      const code = `${one}${other}`;
      const name = names?.of(code);
      if (!name || name === code || NO_COUNTRIES.has(code) || !/^\p{L}{4,}$/u.test(name)) continue;
      const bare = fold(name);
      const stem = base === 'ar' || bare.length <= WHOLE ? bare : bare.replace(COUNTRY_ENDING, '');
      putStem(lexicon, { stem, anchor: code, most: ENDING + bare.length - stem.length });
    }
  return lexicon;
});

/** What goes before a people's name is made of a country's: Leban-on, Франц-ия, Λίβαν-ος, Franc-e. */
const COUNTRY_ENDING = /(?:on|ien|i[ae]|ия|ія|ος|ια|\p{L})$/u;

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
/** Codes that name what others name too, or nothing on a map. */
const NO_COUNTRIES = new Set([
  'AN',
  'BU',
  'CS',
  'DD',
  'EZ',
  'FX',
  'NT',
  'SU',
  'TP',
  'XA',
  'XB',
  'YD',
  'YU',
  'ZR',
  'ZZ',
]);

function namesOfRegions(base: string): Intl.DisplayNames | null {
  return Intl.DisplayNames.supportedLocalesOf([base]).length > 0
    ? new Intl.DisplayNames([base], { type: 'region' })
    : null;
}
