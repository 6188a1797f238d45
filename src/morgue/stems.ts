/**
 * Stems: what ferry and ferries, Αθήνα and Αθήνας, пожежа and пожежі have in common. They are made here and not by a database,
 * so that both find the same. A stem is a loose match: the words themselves are found first.
 */
import { stemmer as arabic } from '@orama/stemmers/arabic';
import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as german } from '@orama/stemmers/german';
import { stemmer as greek } from '@orama/stemmers/greek';
import { stemmer as italian } from '@orama/stemmers/italian';
import { stemmer as russian } from '@orama/stemmers/russian';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import { stemmer as ukrainian } from '@orama/stemmers/ukrainian';
import { foldForSearch } from './fold.ts';

interface Stemming {
  letters: RegExp;
  stem(word: string): string;
  /** Further forms of a word whose stems count too. */
  also?(word: string): string[];
}

const LATIN = /^\p{sc=Latn}+$/u;
const CYRILLIC = /^\p{sc=Cyrl}+$/u;
const SHORTEST = 3; // letters of a stem; shorter ones are shared by words that have nothing in common
const LONGEST = 40; // letters of a word; a longer one has no ending worth cutting

const stemmings: Readonly<Record<string, Stemming>> = {
  ar: { letters: /^[\p{sc=Arab}\p{M}]+$/u, stem: arabic, also: withoutArticle },
  de: { letters: LATIN, stem: german },
  el: { letters: /^\p{sc=Grek}+$/u, stem: (word) => greek(word).replace(/(?<=.{4})ι$/, '') },
  en: { letters: LATIN, stem: english, also: americanOf },
  es: { letters: LATIN, stem: spanish },
  fr: { letters: LATIN, stem: french },
  it: { letters: LATIN, stem: italian },
  ru: { letters: CYRILLIC, stem: russian },
  uk: { letters: CYRILLIC, stem: ukrainian, also: openedOf },
};

/** Languages that stems are known of. */
export const stemLanguages: readonly string[] = Object.keys(stemmings);

/** The stems of a word in a language, folded, each with its language before it: `enferri`. Empty where there are none. */
export function searchStems(word: string, language: string): string[] {
  const stemming = stemmings[language];
  if (!stemming || word.length > LONGEST || !stemming.letters.test(word)) return [];
  // Readers leave accents away, and an ending without its accent may be another: both are cut.
  const forms = new Set([word, foldForSearch(word)]);
  for (const form of [...forms]) for (const other of stemming.also?.(form) ?? []) forms.add(other);
  const stems = new Set<string>();
  for (const form of forms) {
    for (const stem of [foldForSearch(stemming.stem(form)), foldForSearch(form)])
      if (stem.length >= SHORTEST) stems.add(language + stem);
  }
  return [...stems];
}

/** British spellings as Americans write them: both are filed and looked for under one stem. */
function americanOf(word: string): string[] {
  const american = word
    .replace(/(?<=[a-z]{3})our/, 'or')
    .replace(/(?<=[a-z]{3})is(?=(?:e|ed|es|ing|ers?|ations?)$)/, 'iz')
    .replace(/(?<=[a-z]{3})ys(?=(?:e|ed|es|ing|ers?)$)/, 'yz')
    .replace(/(?<=[a-z]{3})tre(?=s?$)/, 'ter')
    .replace(/(?<=def|off|lic|pret)ence/, 'ense')
    .replace(/(?<=[a-z]{3})amme(?=s?$)/, 'am')
    .replace(/(?<=[aeiou][a-z]*[aeiou])ll(?=(?:ed|ing|ers?)$)/, 'l');
  return american === word ? [] : [american];
}

/** Without the article and what is written in one with it: و ف ب ك ل. */
function withoutArticle(word: string): string[] {
  const apart = word.replace(/^[وف](?=.{3})/u, '');
  const bare = word.replace(/^[وف]?(?:[بك]?ال|لل)(?=.{3})/u, '');
  return [apart, bare].filter((form) => form !== word);
}

/** Київ, Києва; Львів, Львова: the vowel of a closed syllable. */
function openedOf(word: string): string[] {
  const opened = word.replace(/(?<=.{2})ів$/u, 'ов').replace(/(?<=.)їв$/u, 'єв');
  return opened === word ? [] : [opened];
}
