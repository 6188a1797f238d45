/** The noun: an entry of a live story, its states, where it is read; rules that need no database. */
import { because, refuse } from '../kit/refusal.ts';
import { type BodyHtml, htmlToText } from '../kit/safe-html.ts';
import type { MediaView } from '../media/media.ts';
import type { Hop } from '../sourcing/hops.ts';
import type { Statement } from '../sourcing/statement.ts';
import { oneLine } from '../stories/story.ts';
import type { EntryTranslation } from './entry-translation.ts';

export type EntryState = 'waits' | 'out' | 'withdrawn' | 'dropped';

/** What is written of an entry; one state of it. The headline may be empty. */
export interface EntryCopy {
  headline: string;
  byline: string;
  bodyHtml: BodyHtml;
  pictureId: string | null;
}

/** Whose words it brings on, where it was made of an item of the wire. */
export interface EntrySource {
  id: string;
  name: string;
  credit: string;
}

/** An entry as pages show it. */
export interface LiveEntry {
  id: string;
  storyId: string;
  editionId: string;
  /** Null while it waits. */
  number: number | null;
  state: EntryState;
  isKey: boolean;
  isPinned: boolean;
  takeId: string;
  headline: string;
  byline: string;
  bodyHtml: BodyHtml;
  media: ReadonlyMap<string, MediaView>;
  picture: MediaView | null;
  statements: Statement[];
  source: EntrySource | null;
  itemId: string | null;
  hops: Hop[];
  /** What was wrong in it and when that was put right, the last first. */
  corrections: { notice: string; at: number }[];
  withdrawn: { notice: string; at: number } | null;
  originalId: string | null;
  /** Of a translation: where its original is read; null for any other, and while the original is not out. */
  original: { editionId: string; number: number } | null;
  /** Null for an entry that is no translation. */
  translation: EntryTranslation | null;
  /** Its original reads otherwise since. */
  isStale: boolean;
  /** Somebody of the desk wrote its newest state. */
  isEdited: boolean;
  byId: string | null;
  at: number;
  changedAt: number;
}

/** Entries on a page of them. Pages are counted from the oldest, so that what stands on one goes on standing there. */
export const ENTRY_PAGE = 30;
const NEWEST_LEAST = 15; // the first sight has these at least, where there are as many

/** The page on which an entry stands, from 1. */
export const entryPageOf = (number: number): number => Math.max(1, Math.ceil(number / ENTRY_PAGE));

/** The numbers that stand on a page. */
export function numbersOn(page: number): { first: number; last: number } {
  return { first: (page - 1) * ENTRY_PAGE + 1, last: page * ENTRY_PAGE };
}

/** The lowest number that the story's own page shows: the page under way, and the one before while that has little on it. */
export function firstInSight(last: number): number {
  const { first } = numbersOn(entryPageOf(last));
  return last - first + 1 >= NEWEST_LEAST ? first : Math.max(1, first - ENTRY_PAGE);
}

/** Where a page of entries is read. */
export const entryPagePath = (storyPath: string, page: number): string => `${storyPath}/entries/${page}`;

/** Where an entry is read for good: on its page, at its anchor. */
export function entryPath(storyPath: string, number: number): string {
  return `${entryPagePath(storyPath, entryPageOf(number))}#${entryAnchor(number)}`;
}

export const entryAnchor = (number: number): string => `entry-${number}`;

const LONGEST_HEADLINE = 200; // characters
const LONGEST_BODY = 20_000; // characters of HTML: what is longer is a story of its own
const FIRST_WORDS = 90; // characters that stand for a headline

/** What was written, in its normal form. Refuses what is empty or too long, by field. */
export function tidyEntry(copy: EntryCopy): EntryCopy {
  const headline = oneLine(copy.headline);
  const byline = oneLine(copy.byline);
  const isEmpty = htmlToText(copy.bodyHtml).trim() === '' && copy.pictureId === null && headline === '';
  if (isEmpty) refuse('form-incomplete', { fields: { text: because('entryEmpty') } });
  if (copy.bodyHtml.length > LONGEST_BODY)
    refuse('form-incomplete', { fields: { text: because('entryTooLong') } });
  if (headline.length > LONGEST_HEADLINE || byline.length > LONGEST_HEADLINE) {
    const why = because('noLongerThan', { most: LONGEST_HEADLINE });
    refuse('form-incomplete', {
      fields: { [headline.length > LONGEST_HEADLINE ? 'headline' : 'byline']: why },
    });
  }
  return { headline, byline, bodyHtml: copy.bodyHtml, pictureId: copy.pictureId };
}

export function sameEntry(one: EntryCopy, other: EntryCopy): boolean {
  return (
    one.headline === other.headline &&
    one.byline === other.byline &&
    one.bodyHtml === other.bodyHtml &&
    one.pictureId === other.pictureId
  );
}

/** The words by which an entry is known in a list, an alert, a feed: its headline, else how it begins. */
export function entryTitle(
  { headline, bodyHtml }: Pick<EntryCopy, 'headline' | 'bodyHtml'>,
  language: string,
): string {
  if (headline !== '') return headline;
  const text = oneLine(htmlToText(bodyHtml));
  if (text.length <= FIRST_WORDS) return text;
  const [first] = new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text);
  const sentence = first?.segment.trim() ?? '';
  if (sentence !== '' && sentence.length <= FIRST_WORDS) return sentence;
  let end = 0;
  for (const { index, segment } of new Intl.Segmenter(language, { granularity: 'word' }).segment(text)) {
    if (index + segment.length > FIRST_WORDS) break;
    end = index + segment.length;
  }
  return `${text.slice(0, end || FIRST_WORDS).trimEnd()}…`;
}

const CLIENT_ID = /^[A-Za-z0-9_-]{8,64}$/;

/** An id that was made where the entry was written. */
export function isClientId(text: string): boolean {
  return CLIENT_ID.test(text);
}
