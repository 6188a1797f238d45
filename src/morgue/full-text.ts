/**
 * What each engine must be able to do for the morgue. Both are handed the same words, cut and folded by us (words.ts), and look
 * up nothing else: neither reads text by rules of its own.
 */
import type { RawBuilder } from 'kysely';
import type { Newsroom } from '../newsroom.ts';
import type { Need } from './terms.ts';

/** One edition, or one entry of a live story under its own id, as it is kept. */
export interface FiledEdition {
  editionId: string;
  storyId: string;
  publishedAt: number;
  /** Its words and stems, each with the letter of its place before it (PLACES). */
  words: string[];
}

/** Where a word stands: in the headline; there or in the dek; anywhere. The first letter is of words, the second of stems. */
export const PLACES = { headline: ['a', 'x'], dek: ['b', 'y'], anywhere: ['c', 'z'] } as const;
export type SearchPlace = keyof typeof PLACES;

/** A story all of whose editions are filed at the instant of its first publication. */
export interface FiledStory {
  storyId: string;
  publishedAt: number;
}

/** A question put to the index. What `but` finds is left out. */
export interface SearchQuestion {
  place: SearchPlace;
  need: Need;
  but: { place: SearchPlace; need: Need }[];
}

/** A condition on the id under which a row is filed. It reads tables of rooms above, which hand it in. */
export type IdCondition = (id: RawBuilder<unknown>) => RawBuilder<unknown>;

export interface FullText {
  /** Files it, in place of what was filed of it. */
  put(inner: Newsroom, filed: FiledEdition): Promise<void>;
  remove(inner: Newsroom, story: FiledStory): Promise<void>;
  /** One entry of a live story, by the instant it was filed at. */
  removeEntry(inner: Newsroom, filed: { entryId: string; publishedAt: number }): Promise<void>;
  /** Newest first; those alone that meet `where`, null for all. */
  find(
    newsroom: Newsroom,
    asked: { question: SearchQuestion; where: IdCondition | null; limit: number },
  ): Promise<{ editionId: string; publishedAt: number }[]>;
  /** Instants of the first and last publication; null while there is none. */
  span(newsroom: Newsroom): Promise<{ first: number; last: number } | null>;
  /** Editions published from one instant until before another, newest first. */
  between(newsroom: Newsroom, from: number, to: number): Promise<string[]>;
  /** What an earlier Crier filed by other rules: found by whole words, newest first, until refile.ts has filed it anew. */
  findBefore(
    newsroom: Newsroom,
    asked: { words: string[]; where: IdCondition | null; limit: number },
  ): Promise<{ editionId: string; publishedAt: number }[]>;
  /** The newest of those; empty once all were filed anew. */
  listBefore(newsroom: Newsroom, limit: number): Promise<{ editionId: string; storyId: string }[]>;
  forgetBefore(inner: Newsroom, editionId: string): Promise<void>;
}

/** A question as each engine spells it: how it quotes a word, says that one begins so, and joins. */
export interface Spelling {
  word(word: string): string;
  begins(word: string): string;
  and: string;
  or: string;
  not: string;
}

export function spell({ place, need, but }: SearchQuestion, spelling: Spelling): string {
  const wanted = spellNeed(need, place, spelling);
  if (but.length === 0) return wanted;
  const unwanted = but.map((each) => spellNeed(each.need, each.place, spelling)).join(` ${spelling.or} `);
  return `${wanted} ${spelling.not} (${unwanted})`;
}

function spellNeed(need: Need, place: SearchPlace, spelling: Spelling): string {
  const [word, stem] = PLACES[place];
  if ('word' in need) return spelling.word(word + need.word);
  if ('stem' in need) return spelling.word(stem + need.stem);
  if ('begins' in need) return spelling.begins(word + need.begins);
  const [needs, join] = 'any' in need ? [need.any, spelling.or] : [need.all, spelling.and];
  return `(${needs.map((each) => spellNeed(each, place, spelling)).join(` ${join} `)})`;
}
