/** The morgue: the searchable past, everything published and nothing else. */
import { htmlToText } from '../kit/safe-html.ts';
import type { Newsroom } from '../newsroom.ts';
import { fold, wordsOf } from './fold.ts';
import { ftsPostgres } from './fts-postgres.ts';
import { ftsSqlite } from './fts-sqlite.ts';
import type { FullText } from './full-text.ts';
import { type SnippetPart, snippetOf } from './snippet.ts';

export interface Hit {
  editionId: string;
  publishedAt: number;
  /** Words round the first place found; empty when only the headline or dek has it. */
  snippet: SnippetPart[];
}

export interface Search {
  /** As a reader typed them. All must be there; nothing in them is a command. */
  words: string;
  limit: number;
  /** Only stories first published before this instant: the cursor of the next page. */
  before?: number;
  /** Only editions in this language. */
  language?: string;
}

const MOST_TERMS = 12; // words of one search; more narrow nothing down and cost time
const LONGEST_TERM = 60; // characters
const EVER = 8_640_000_000_000; // milliseconds: after anything published, and exact when multiplied (fts-sqlite.ts)

/** Follow-up of publication, correction and kill: makes the morgue agree with what is published. */
export async function fileInMorgue(newsroom: Newsroom, facts: { storyId: string }): Promise<void> {
  const fullText = fullTextOf(newsroom);
  await newsroom.transact(async (inner) => {
    await fullText.remove(inner, facts.storyId);
    for (const row of await listTexts(inner, facts.storyId)) {
      await fullText.put(inner, {
        editionId: row.id,
        storyId: facts.storyId,
        headline: fold(row.headline),
        dek: fold(row.dek),
        body: fold(htmlToText(row.body_html)),
        publishedAt: row.first_published_at ?? 0,
      });
    }
  });
}

/** Newest first. A search without a word finds nothing. */
export async function search(newsroom: Newsroom, asked: Search): Promise<Hit[]> {
  const terms = termsOf(asked.words);
  if (terms.length === 0) return [];
  const before = Math.min(asked.before ?? EVER, EVER);
  const found = await fullTextOf(newsroom).find(newsroom, {
    ...{ terms, before, limit: asked.limit },
    language: asked.language ?? null,
  });
  const bodies = await findBodies(
    newsroom,
    found.map((hit) => hit.editionId),
  );
  return found.map((hit) => ({
    ...hit,
    snippet: snippetOf(htmlToText(bodies.get(hit.editionId) ?? ''), terms),
  }));
}

/** Instants of the first and last publication; null while there is none. */
export function spanOfMorgue(newsroom: Newsroom): Promise<{ first: number; last: number } | null> {
  return fullTextOf(newsroom).span(newsroom);
}

/** Editions published from one instant until before another, newest first. */
export function listFiled(newsroom: Newsroom, { from, to }: { from: number; to: number }): Promise<string[]> {
  return fullTextOf(newsroom).between(newsroom, from, to);
}

/** The words of a search, folded: letters and digits of any script, each once. */
export function termsOf(words: string): string[] {
  const found = wordsOf(words).map(({ word }) => word.slice(0, LONGEST_TERM));
  return [...new Set(found)].filter((word) => word !== '').slice(0, MOST_TERMS);
}

function fullTextOf(newsroom: Newsroom): FullText {
  return newsroom.engine === 'sqlite' ? ftsSqlite : ftsPostgres;
}

async function listTexts(inner: Newsroom, storyId: string) {
  return inner.store
    .selectFrom('stories')
    .innerJoin('editions', 'editions.story_id', 'stories.id')
    .innerJoin('takes', 'takes.id', 'editions.published_take_id')
    .where('stories.id', '=', storyId)
    .where('stories.status', '=', 'published')
    .select(['editions.id', 'headline', 'dek', 'body_html', 'stories.first_published_at'])
    .execute();
}

async function findBodies(newsroom: Newsroom, editionIds: string[]): Promise<Map<string, string>> {
  if (editionIds.length === 0) return new Map();
  const rows = await newsroom.store
    .selectFrom('editions')
    .innerJoin('takes', 'takes.id', 'editions.published_take_id')
    .where('editions.id', 'in', editionIds)
    .select(['editions.id', 'takes.body_html'])
    .execute();
  return new Map(rows.map((row) => [row.id, row.body_html]));
}
