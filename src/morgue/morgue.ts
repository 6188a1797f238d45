/** The morgue: the searchable past, everything published and nothing else. */
import { primaryLanguage } from '../kit/language-tag.ts';
import { htmlToText } from '../kit/safe-html.ts';
import type { Newsroom } from '../newsroom.ts';
import { filedOf, type Text } from './filed.ts';
import { ftsPostgres } from './fts-postgres.ts';
import { ftsSqlite } from './fts-sqlite.ts';
import type { FiledStory, FullText, IdCondition, SearchQuestion } from './full-text.ts';
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

/** What readers have of something that was found: of an edition, or of an entry in it. */
export interface FoundText {
  editionId: string;
  /** The entry's number in its live story; null where the edition itself was found. */
  entry: number | null;
  language: string;
  bodyHtml: string;
}

/** What search is told of what it files, by whoever filed it. */
export interface FiledCopy {
  /** What stands before readers of what was found, by the ids under which it was filed; what they have no more is left out. */
  textsOf(newsroom: Newsroom, ids: readonly string[]): Promise<Map<string, FoundText>>;
  /** Whether what is filed under an id is in a language. */
  isIn(language: string): IdCondition;
}

/** Files a story as readers have it, in place of what was filed of it; without texts nothing of it is found any more. */
export async function fileStoryTexts(
  inner: Newsroom,
  story: FiledStory,
  texts: readonly Omit<Text, keyof FiledStory>[],
): Promise<void> {
  const fullText = fullTextOf(inner);
  await fullText.remove(inner, story);
  for (const text of texts) await fullText.put(inner, filedOf({ ...text, ...story }));
}

/**
 * Best first: who has all the words in the headline, then there or in the dek, then anywhere; among these, as they were typed
 * before other forms of them; among those, the newest. A search without a word finds nothing.
 */
export async function search(newsroom: Newsroom, asked: Search, filed: FiledCopy): Promise<Hit[]> {
  const terms = termsOf(asked.words, asked.language === undefined ? null : primaryLanguage(asked.language));
  if (terms.length === 0) return [];
  const from = Math.min(asked.from ?? 0, MOST_HITS);
  const found = (await findBest(newsroom, terms, { ...asked, limit: from + asked.limit }, filed)).slice(from);
  const texts = await filed.textsOf(
    newsroom,
    found.map((hit) => hit.editionId),
  );
  const marks = marksOf(terms);
  const seen = new Set<string>();
  return found.flatMap(({ editionId: id, publishedAt }) => {
    const { editionId = id, entry = null, bodyHtml = '', language = '' } = texts.get(id) ?? {};
    if (seen.has(editionId)) return []; // the best place of it stands already
    seen.add(editionId);
    const snippet = snippetOf(htmlToText(bodyHtml), marks, primaryLanguage(language));
    return [{ editionId, publishedAt, snippet, entry }];
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
async function findBest(newsroom: Newsroom, terms: SearchTerm[], asked: Search, filed: FiledCopy) {
  const fullText = fullTextOf(newsroom);
  const where = asked.language === undefined ? null : filed.isIn(asked.language);
  const found: { editionId: string; publishedAt: number }[] = [];
  for (const question of questionsOf(terms)) {
    const limit = asked.limit - found.length;
    if (limit <= 0) return found;
    found.push(...(await fullText.find(newsroom, { question, where, limit })));
  }
  if (found.length < asked.limit) {
    const words = wordsOf(asked.words).flatMap(({ forms }) => forms.slice(0, 1));
    found.push(...(await fullText.findBefore(newsroom, { words, where, limit: asked.limit - found.length })));
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
