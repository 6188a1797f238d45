/** The fields of the desk's search: what is typed before a colon, what may stand after it, and what it becomes for the index. */

import { foldForSearch } from '../morgue/fold.ts';
import { wordsOf } from '../morgue/words.ts';
import type { Newsroom } from '../newsroom.ts';
import type { StoryStatus } from '../stories/story.ts';
import { listSectionNames, listSourceNames, type NamedRow } from './name-queries.ts';
import type { LookupKind } from './thing.ts';
import { FIELD, idWord } from './thing-words.ts';
import type { Wish } from './wish.ts';

export const lookupFields = ['source', 'by', 'state', 'from', 'to', 'in', 'kind', 'section'] as const;
export type LookupField = (typeof lookupFields)[number];

/** What a field wishes for; `wrong` where its value is none. Facts are said in words by the door. */
export type FieldAnswer =
  | { wish: Wish }
  | { kinds: LookupKind[]; wish?: Wish }
  | { from?: number; to?: number }
  | { wrong: FieldWrong };

export interface FieldWrong {
  why:
    | 'no-field'
    | 'no-value'
    | 'no-source'
    | 'no-state'
    | 'no-language'
    | 'no-kind'
    | 'no-section'
    | 'no-day';
  field: string;
  value: string;
}

/** How a state is called at the desk, and how it is filed. Items: waiting, taken and so on; stories: their status. */
export const lookupStates: readonly string[] = [
  ...Object.keys({
    draft: 1,
    scheduled: 1,
    published: 1,
    merged: 1,
    killed: 1,
    spiked: 1,
  } satisfies Record<StoryStatus, 1>),
  ...['waiting', 'taken', 'withheld', 'withdrawn'],
];

/** What may stand behind `kind:`, the first of each row as it is shown. */
export const lookupKindWords: readonly { words: string[]; kinds: LookupKind[]; media?: string }[] = [
  { words: ['wire', 'item', 'items'], kinds: ['item'] },
  { words: ['story', 'stories'], kinds: ['draft', 'published'] },
  { words: ['draft', 'drafts'], kinds: ['draft'] },
  { words: ['published'], kinds: ['published'] },
  { words: ['media'], kinds: ['media'] },
  { words: ['picture', 'pictures', 'photo', 'image'], kinds: ['media'], media: 'picture' },
  { words: ['film', 'films', 'video'], kinds: ['media'], media: 'video' },
  { words: ['sound', 'sounds', 'audio'], kinds: ['media'], media: 'audio' },
  { words: ['document', 'documents', 'pdf'], kinds: ['media'], media: 'document' },
  { words: ['speaker', 'speakers'], kinds: ['speaker'] },
  { words: ['source', 'sources'], kinds: ['source'] },
  { words: ['person', 'people', 'staff'], kinds: ['person'] },
];

/** How days of the paper become instants: the door knows its zone. */
export interface LookupDays {
  /** The first instant of a day, '2026-11-19'; null for none that the calendar has. */
  startOf(day: string): number | null;
  /** Today in the paper's zone. */
  today: string;
}

const MOST_NAMED = 50; // sources that one name may stand for

export async function askField(
  newsroom: Newsroom,
  { field, value }: { field: string; value: string },
  days: LookupDays,
): Promise<FieldAnswer> {
  const wrong = (why: FieldWrong['why']): FieldAnswer => ({ wrong: { why, field, value } });
  if (value === '') return wrong('no-value');
  switch (field) {
    case 'source':
      return namedWish('s', await listSourceNames(newsroom), value) ?? wrong('no-source');
    case 'section':
      return namedWish('c', await listSectionNames(newsroom), value) ?? wrong('no-section');
    case 'by':
      return byWish(value) ?? wrong('no-value');
    case 'state': {
      const states = lookupStates.filter((state) => state.startsWith(foldForSearch(value)));
      return states.length === 0 ? wrong('no-state') : { wish: anyField('t', states) };
    }
    case 'in': {
      const languages = languagesCalled(newsroom, value);
      return languages.length === 0 ? wrong('no-language') : { wish: anyField('l', languages) };
    }
    case 'kind':
      return kindOf(value) ?? wrong('no-kind');
    case 'from':
    case 'to':
      return dayOf(field, value, days) ?? wrong('no-day');
    default:
      return wrong('no-field');
  }
}

const anyField = (letter: string, values: readonly string[]): Wish => ({
  any: values.map((value) => ({ word: FIELD + letter + value })),
});

/** Whose name or short name holds all the words, each at the beginning of one of its own. */
function namedWish(letter: string, rows: NamedRow[], value: string): { wish: Wish } | null {
  const asked = foldForSearch(value)
    .split(/[\s-]+/)
    .filter(Boolean);
  const fits = rows.filter(({ name, slug }) => {
    const words = foldForSearch(`${name} ${slug}`).split(/[\s.,()/-]+/);
    return asked.every((each) => words.some((word) => word.startsWith(each)));
  });
  if (fits.length === 0 || asked.length === 0) return null;
  return {
    wish: anyField(
      letter,
      fits.slice(0, MOST_NAMED).map(({ id }) => idWord(id)),
    ),
  };
}

function byWish(value: string): { wish: Wish } | null {
  const words = wordsOf(value);
  if (words.length === 0) return null;
  const all = words.map(({ forms }, at): Wish => {
    const whole = forms.map((form) => ({ word: `${FIELD}b${form}` }));
    const isLast = at === words.length - 1;
    return { any: isLast ? [...whole, { begins: `${FIELD}b${forms[0]}` }] : whole };
  });
  return { wish: { all } };
}

function kindOf(value: string): FieldAnswer | null {
  const asked = foldForSearch(value);
  const found =
    lookupKindWords.find(({ words }) => words.includes(asked)) ??
    lookupKindWords.find(({ words }) => words.some((word) => word.startsWith(asked)));
  if (!found) return null;
  const { kinds, media } = found;
  return media === undefined ? { kinds } : { kinds, wish: { word: `${FIELD}k${media}` } };
}

/** A day, a month, a year, `today`, `yesterday`, or so many days ago: `7d`. */
function dayOf(field: 'from' | 'to', value: string, { startOf, today }: LookupDays): FieldAnswer | null {
  const [first, after] = spanOf(value.toLowerCase(), today);
  const at = first === null ? null : startOf(field === 'from' ? first : after);
  if (at === null) return null;
  return field === 'from' ? { from: at } : { to: at };
}

/** The first day of what was said, and the first after it. */
function spanOf(value: string, today: string): [first: string, after: string] | [null, null] {
  const [, ago] = /^(\d{1,4})d$/.exec(value) ?? [];
  const back = ago === undefined ? ['today', 'yesterday'].indexOf(value) : Number(ago);
  if (back >= 0) return [moved(today, { days: -back }), moved(today, { days: 1 - back })];
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(value) ?? [];
  if (year === undefined || Number(year) === 0) return [null, null];
  const first = `${year}-${month ?? '01'}-${day ?? '01'}`;
  if (Number.isNaN(Date.parse(first))) return [null, null];
  if (day !== undefined) return [first, moved(first, { days: 1 })];
  return [first, moved(first, { months: month === undefined ? 12 : 1 })];
}

function moved(day: string, { days = 0, months = 0 }: { days?: number; months?: number }): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + months, date + days)).toISOString().slice(0, 10);
}

/** By its tag, or by its name in English or in itself. */
function languagesCalled(newsroom: Newsroom, value: string): string[] {
  const asked = foldForSearch(value);
  const names = newsroom.memory.of(languageNames);
  const [tag = ''] = asked.split('-');
  if (names.some((each) => each.tag === tag)) return [tag];
  return names.filter(({ called }) => called.some((name) => name.startsWith(asked))).map((each) => each.tag);
}

interface LanguageName {
  tag: string;
  called: string[];
}

/** Every language of two letters that this machine has a name for. */
function languageNames(): LanguageName[] {
  const english = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  return [...letters].flatMap((first) =>
    [...letters].flatMap((second) => {
      const tag = first + second;
      const name = english.of(tag);
      if (name === undefined) return [];
      const own = new Intl.DisplayNames([tag], { type: 'language', fallback: 'none' }).of(tag) ?? name;
      return { tag, called: [foldForSearch(name), foldForSearch(own)] };
    }),
  );
}
