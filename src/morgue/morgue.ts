/** The morgue: the searchable past, everything published and nothing else. */
import { primaryLanguage } from '../kit/language-tag.ts';
import { htmlToText } from '../kit/safe-html.ts';
import type { Newsroom } from '../newsroom.ts';
import { filedOf } from './filed.ts';
import { ftsPostgres } from './fts-postgres.ts';
import { ftsSqlite } from './fts-sqlite.ts';
import type { FullText, SearchQuestion } from './full-text.ts';
import { listBodies, listTexts } from './queries.ts';
import { type SnippetPart, snippetOf } from './snippet.ts';
import { marksOf, type Need, type SearchTerm, termsOf } from './terms.ts';
import { wordsOf } from './words.ts';

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
  /** How many of the best were shown before: where the next page begins. */
  from?: number;
  /** Only editions in this language. */
  language?: string;
}

export const MOST_HITS = 1_000; // that can be paged through: whoever looks further adds a word

/** Follow-up of publication, correction and kill: makes the morgue agree with what is published. */
export async function fileInMorgue(newsroom: Newsroom, facts: { storyId: string }): Promise<void> {
  const fullText = fullTextOf(newsroom);
  await newsroom.transact(async (inner) => {
    await fullText.remove(inner, facts.storyId);
    for (const row of await listTexts(inner, facts.storyId)) {
      const { headline, dek, language } = row;
      const body = htmlToText(row.body_html);
      const ids = { editionId: row.id, storyId: facts.storyId, publishedAt: row.first_published_at ?? 0 };
      await fullText.put(inner, filedOf({ ...ids, headline, dek, body, language }));
    }
  });
}

/**
 * Best first: who has all the words in the headline, then there or in the dek, then anywhere; among these, as they were typed
 * before other forms of them; among those, the newest. A search without a word finds nothing.
 */
export async function search(newsroom: Newsroom, asked: Search): Promise<Hit[]> {
  const terms = termsOf(asked.words, asked.language === undefined ? null : primaryLanguage(asked.language));
  if (terms.length === 0) return [];
  const from = Math.min(asked.from ?? 0, MOST_HITS);
  const found = (await findBest(newsroom, terms, asked, from + asked.limit)).slice(from);
  const bodies = await findBodies(
    newsroom,
    found.map((hit) => hit.editionId),
  );
  const marks = marksOf(terms);
  return found.map((hit) => {
    const { body_html = '', language = '' } = bodies.get(hit.editionId) ?? {};
    return { ...hit, snippet: snippetOf(htmlToText(body_html), marks, primaryLanguage(language)) };
  });
}

/** Instants of the first and last publication; null while there is none. */
export function spanOfMorgue(newsroom: Newsroom): Promise<{ first: number; last: number } | null> {
  return fullTextOf(newsroom).span(newsroom);
}

/** Editions published from one instant until before another, newest first. */
export function listFiled(newsroom: Newsroom, { from, to }: { from: number; to: number }): Promise<string[]> {
  return fullTextOf(newsroom).between(newsroom, from, to);
}

export function fullTextOf(newsroom: Newsroom): FullText {
  return newsroom.engine === 'sqlite' ? ftsSqlite : ftsPostgres;
}

/** One question after the other, the best first, until there are enough: most pages are full after the first. */
async function findBest(newsroom: Newsroom, terms: SearchTerm[], asked: Search, enough: number) {
  const fullText = fullTextOf(newsroom);
  const language = asked.language ?? null;
  const found: { editionId: string; publishedAt: number }[] = [];
  for (const question of questionsOf(terms)) {
    const limit = enough - found.length;
    if (limit <= 0) return found;
    found.push(...(await fullText.find(newsroom, { question, language, limit })));
  }
  if (found.length < enough) {
    const words = wordsOf(asked.words).flatMap(({ forms }) => forms.slice(0, 1));
    found.push(...(await fullText.findBefore(newsroom, { words, language, limit: enough - found.length })));
  }
  return found;
}

/** In the order of what they are worth; each leaves out what those before it find. */
export function questionsOf(terms: SearchTerm[]): SearchQuestion[] {
  const exact: Need = { all: terms.map((term) => term.exact) };
  const loose: Need = { all: terms.map((term) => term.loose) };
  return (['headline', 'dek', 'anywhere'] as const).flatMap((place, at) => {
    const better = at === 0 ? [] : [{ place: (['headline', 'dek'] as const)[at - 1] ?? 'dek', need: loose }];
    return [
      { place, need: exact, but: better },
      { place, need: loose, but: [...better, { place, need: exact }] },
    ];
  });
}

async function findBodies(newsroom: Newsroom, editionIds: string[]) {
  if (editionIds.length === 0) return new Map<string, { body_html: string; language: string }>();
  const rows = await listBodies(newsroom, editionIds);
  return new Map(rows.map((row) => [row.id, row]));
}
