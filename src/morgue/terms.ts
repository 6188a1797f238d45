/** What a reader looks for: the words that must be there, each in the ways in which it may stand in a story. */
import { searchStems, stemLanguages } from './stems.ts';
import { type Group, groupsOf, type IndexWord, runsOf } from './words.ts';

/** A question to an index of words. */
export type Need =
  | { word: string }
  /** A word that begins so. */
  | { begins: string }
  | { stem: string }
  | { any: Need[] }
  | { all: Need[] };

/** One term of a search. */
export interface SearchTerm {
  /** As it was typed. */
  exact: Need;
  /** As it was typed, or another form of the word, or, of the last one, its beginning. */
  loose: Need;
}

const MOST_TERMS = 12; // words of one search; more narrow nothing down and cost time
const LEAST_BEGINNING = 2; // letters; what begins with a single one is half the paper

/** The terms of a search, each once. Nothing in the words is a command. `language`: only of it stems are looked for; null for all. */
export function termsOf(words: string, language: string | null = null): SearchTerm[] {
  const groups = groupsOf(words).filter(({ words: [first] }) => first !== undefined);
  const once = new Map(groups.map((group) => [keyOf(group), group]));
  const last = groups.at(-1);
  const languages = language === null ? stemLanguages : [language];
  return [...once.values()].slice(0, MOST_TERMS).map((group) => {
    const isLast = last !== undefined && keyOf(group) === keyOf(last);
    return {
      exact: wholly(group, exactly),
      loose: wholly(group, (word) => loosely(word, languages, isLast)),
    };
  });
}

/** What is looked for, flat: for showing it in a text. */
export interface SearchMarks {
  words: Set<string>;
  beginnings: string[];
  stems: Set<string>;
  /** The first letters of these, without their language. */
  openings: Set<string>;
}

export const OPENING = 2; // letters of a stem that stay as they are in every form of its word, but in Arabic

export function marksOf(terms: SearchTerm[]): SearchMarks {
  const marks: SearchMarks = { words: new Set(), beginnings: [], stems: new Set(), openings: new Set() };
  const note = (need: Need): void => {
    if ('any' in need) need.any.forEach(note);
    else if ('all' in need) need.all.forEach(note);
    else if ('word' in need) marks.words.add(need.word);
    else if ('stem' in need) {
      marks.stems.add(need.stem);
      marks.openings.add(need.stem.slice(2, 2 + OPENING));
    } else marks.beginnings.push(need.begins);
  };
  for (const { exact, loose } of terms) [exact, loose].forEach(note);
  return marks;
}

const keyOf = ({ words }: Group) => words.map(({ forms }) => forms[0]).join(' ');

/** A word with hyphens is looked for as one, and as its parts anywhere. */
function wholly({ joined, words }: Group, needOf: (word: IndexWord) => Need): Need {
  const all: Need = words.length === 1 && words[0] ? needOf(words[0]) : { all: words.map(needOf) };
  return joined === null ? all : { any: [{ word: joined }, all] };
}

function exactly({ forms, run }: IndexWord): Need {
  const [usual = ''] = forms;
  if (run === null) return { any: forms.map((word) => ({ word })) };
  const letters = [...usual].length;
  if (letters < run) return { begins: usual };
  return {
    all: runsOf(usual, run)
      .slice(0, letters - run + 1)
      .map((word) => ({ word })),
  };
}

function loosely(word: IndexWord, languages: readonly string[], isLast: boolean): Need {
  if (word.run !== null) return exactly(word);
  const [usual = ''] = word.forms;
  const beginning = isLast && usual.length >= LEAST_BEGINNING && /[\p{L}\p{N}\p{M}]$/u.test(usual);
  const stems = word.written.flatMap((written) => languages.flatMap((each) => searchStems(written, each)));
  const ways: Need[] = [
    ...[...word.forms, ...word.parts.filter((part) => part.length > 2)].map((each) => ({ word: each })),
    ...(beginning ? [{ begins: usual }] : []),
    ...[...new Set(stems)].map((stem) => ({ stem })),
  ];
  return { any: ways };
}
