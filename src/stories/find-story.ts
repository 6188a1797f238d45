/** Which story of ours an editor means: by its address for readers, its page at the desk, its id, or its working name. */
import { refuse } from '../kit/refusal.ts';
import { slugOf } from '../kit/slug.ts';
import type { Newsroom } from '../newsroom.ts';
import { listPaperLanguages } from './languages.ts';
import { getStoryRow, type StoryRow } from './queries.ts';
import { findStoryIdAt, listStoryIdsNamed } from './tie-queries.ts';

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Refuses with `form-incomplete`, beside the field, what names no story, or more than one. */
export async function getStoryMeant(newsroom: Newsroom, typed: string, field: string): Promise<StoryRow> {
  const text = typed.trim();
  const path = pathIn(text, newsroom.settings.address);
  const id = path?.split('/').find((part) => ID.test(part));
  if (id) return getStoryRow(newsroom, id);
  const last = path?.split('/').at(-1) ?? '';
  const found = last === '' ? undefined : await findStoryIdAt(newsroom, last);
  if (found) return getStoryRow(newsroom, found.story_id);
  const [named, other] = text.includes('/')
    ? []
    : await listStoryIdsNamed(newsroom, await workingNames(newsroom, text));
  if (other) return refuse('form-incomplete', { fields: { [field]: { name: 'storyNameTwice', facts: {} } } });
  if (!named) return refuse('form-incomplete', { fields: { [field]: { name: 'noStoryThere', facts: {} } } });
  return getStoryRow(newsroom, named.id);
}

/** What was typed as each language of the paper would name it. */
async function workingNames(newsroom: Newsroom, text: string): Promise<string[]> {
  const languages = await listPaperLanguages(newsroom);
  return [...new Set([slugOf(text), ...languages.map((language) => slugOf(text, language))])];
}

/** The path of an address of ours, or what was typed of one; null for an address of somebody else. */
function pathIn(text: string, site: string): string | null {
  const url = URL.parse(text, `${site}/`);
  if (!url || url.host !== new URL(site).host) return null;
  try {
    return decodeURI(url.pathname).replace(/(?:\/entries\/[^/]+)?\/*$/, ''); // a page of entries is its live story's
  } catch {
    return null; // signs that are no text are no address of ours
  }
}
