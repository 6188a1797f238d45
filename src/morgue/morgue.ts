/** The morgue: the searchable past, everything published and nothing else. */
import { primaryLanguage } from '../kit/language-tag.ts';
import { htmlToText } from '../kit/safe-html.ts';
import type { Newsroom } from '../newsroom.ts';
import { filedOf } from './filed.ts';
import { ftsPostgres } from './fts-postgres.ts';
import { ftsSqlite } from './fts-sqlite.ts';
import type { FullText, SearchQuestion } from './full-text.ts';
import { listBodies, listEntryBodies, listTexts } from './queries.ts';
import { type SnippetPart, snippetOf } from './snippet.ts';
import { marksOf, type Need, type SearchTerm, termsOf } from './terms.ts';
import { wordsOf } from './words.ts';

export interface Hit {
  editionId: string;
  /** The number of the entry that has the words, in a live story; null where the story itself has them. */
  entry: number | null;
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
  const entries = await findEntries(
    newsroom,
    found.map((hit) => hit.editionId).filter((id) => !bodies.has(id)),
  );
  const marks = marksOf(terms);
  const seen = new Set<string>();
  return found.flatMap(({ editionId: id, publishedAt }) => {
    const entry = entries.get(id);
    const { body_html = '', language = '' } = entry ?? bodies.get(id) ?? {};
    const editionId = entry?.edition_id ?? id;
    if (seen.has(editionId)) return []; // the best place of it stands already
    seen.add(editionId);
    const snippet = snippetOf(htmlToText(body_html), marks, primaryLanguage(language));
    return [{ editionId, publishedAt, snippet, entry: entry?.number ?? null }];
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

/** An entry of a live story, as search finds it. */
export interface EntryText {
  entryId: string;
  language: string;
  headline: string;
  body: string;
  /** By which it is filed, for as long as it is. */
  publishedAt: number;
}

/** Files one entry, in place of what was filed of it. */
export async function fileEntry(inner: Newsroom, { entryId, ...text }: EntryText): Promise<void> {
  const fullText = fullTextOf(inner);
  await fullText.removeEntry(inner, { entryId, publishedAt: text.publishedAt });
  await fullText.put(inner, filedOf({ ...text, editionId: entryId, storyId: ENTRY, dek: '' }));
}

const ENTRY = 'entry'; // in place of a story's id: what is filed of the story itself is taken away by that

/** Takes what was filed of these away. */
export async function dropEntries(
  inner: Newsroom,
  filed: readonly { entryId: string; publishedAt: number }[],
): Promise<void> {
  const fullText = fullTextOf(inner);
  for (const each of filed) await fullText.removeEntry(inner, each);
}

async function findEntries(newsroom: Newsroom, ids: string[]) {
  const rows = ids.length === 0 ? [] : await listEntryBodies(newsroom, ids);
  return new Map(
    rows.map((row) => [row.id, { ...row, number: row.number === null ? null : Number(row.number) }]),
  );
}

async function findBodies(newsroom: Newsroom, editionIds: string[]) {
  if (editionIds.length === 0) return new Map<string, { body_html: string; language: string }>();
  const rows = await listBodies(newsroom, editionIds);
  return new Map(rows.map((row) => [row.id, row]));
}
