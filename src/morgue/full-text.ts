/** What each engine must be able to do for the morgue. All text that reaches it is folded (fold.ts). */
import { type RawBuilder, sql } from 'kysely';
import type { Newsroom } from '../newsroom.ts';

/** One edition, as it is kept. */
export interface Filed {
  editionId: string;
  storyId: string;
  headline: string;
  dek: string;
  body: string;
  publishedAt: number;
}

export interface Sought {
  /** Letters and digits only, at least one term; all must be there, and the last may be the beginning of a word. */
  terms: string[];
  before: number;
  /** Only editions in this language; null for all. */
  language: string | null;
  limit: number;
}

export interface FullText {
  put(inner: Newsroom, filed: Filed): Promise<void>;
  remove(inner: Newsroom, storyId: string): Promise<void>;
  /** Newest first. */
  find(newsroom: Newsroom, sought: Sought): Promise<{ editionId: string; publishedAt: number }[]>;
  /** Instants of the first and last publication; null while there is none. */
  span(newsroom: Newsroom): Promise<{ first: number; last: number } | null>;
  /** Editions published from one instant until before another, newest first. */
  between(newsroom: Newsroom, from: number, to: number): Promise<string[]>;
}

/** A condition on a row of the morgue, the same for both engines. */
export function inLanguage(language: string | null): RawBuilder<unknown> {
  if (language === null) return sql`1 = 1`;
  return sql`exists (select 1 from editions where editions.id = edition_id and editions.language = ${language})`;
}
