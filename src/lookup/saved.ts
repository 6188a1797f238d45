/** Saved searches: a person's own, which ring when something new fits. */
import { DAY } from '../kit/clock.ts';
import { because, refuse } from '../kit/refusal.ts';
import { type Actor, type Newsroom, recordAct } from '../newsroom.ts';
import type { LookupDays } from './fields.ts';
import { planLookup } from './lookup.ts';
import { noteSavedChange } from './ring-searches.ts';
import {
  deleteOldRings,
  deleteSaved,
  listSavedOf,
  listUnseenRings,
  putSaved,
  seeRings,
  updateRings,
} from './saved-queries.ts';
import type { LookupKind } from './thing.ts';

export interface SavedSearch {
  id: string;
  words: string;
  rings: boolean;
  /** What rang since it was last looked at; 99 stands for more. */
  unseen: number;
}

/** What rang for somebody, not looked at yet. */
export interface SearchRing {
  searchId: string;
  /** The search as it was typed. */
  words: string;
  thingId: string;
  kind: LookupKind;
  at: number;
}

const MOST_SAVED = 50; // searches of one person
const MOST_RINGS = 99; // shown and counted; who was away for a week looks at the search itself
const KEPT = 30 * DAY; // of what rang

/**
 * Saves a search for whoever typed it. Refuses with `form-incomplete` what is empty or cannot be asked, and more than fifty. The
 * same search again is the same one.
 */
export async function saveSearch(
  newsroom: Newsroom,
  asked: { typed: string; days: LookupDays; by: Actor & { id: string } },
): Promise<{ searchId: string }> {
  const words = asked.typed.replaceAll('\0', '').replace(/\s+/g, ' ').trim();
  const plan = await planLookup(newsroom, words, asked.days);
  const isEmpty = plan.terms.length === 0 && plan.fields.length === 0 && plan.kinds === null;
  if (isEmpty || plan.wrong.length > 0) refuse('form-incomplete', { because: 'searchNotToBeSaved' });
  return newsroom.transact(async (inner) => {
    const had = await listSavedOf(inner, asked.by.id);
    const same = had.find((search) => search.words === words);
    if (same) return { searchId: same.id };
    if (had.length >= MOST_SAVED)
      refuse('form-incomplete', { because: because('tooManySavedSearches', { most: MOST_SAVED }) });
    const id = inner.ids.next();
    await putSaved(inner, {
      id,
      staff_id: asked.by.id,
      words,
      rings: 1,
      created_at: inner.clock.now(),
    });
    await noteSavedChange(inner);
    await recordAct(inner, {
      by: asked.by,
      act: 'save search',
      subjectKind: 'staff',
      subjectId: asked.by.id,
      facts: { words },
    });
    return { searchId: id };
  });
}

/** Has it ring or be silent. Refuses with `not-found` what is nobody's or another's. */
export async function changeRings(
  newsroom: Newsroom,
  asked: { searchId: string; rings: boolean; by: Actor & { id: string } },
): Promise<void> {
  await newsroom.transact(async (inner) => {
    const rings = asked.rings ? 1 : 0;
    const found = await updateRings(inner, asked.searchId, { staffId: asked.by.id, rings });
    if (!found) refuse('not-found', { because: 'noSuchSavedSearch' });
    await noteSavedChange(inner);
  });
}

/** Drops it, with what rang for it. Refuses as `changeRings`. */
export async function dropSearch(
  newsroom: Newsroom,
  asked: { searchId: string; by: Actor & { id: string } },
): Promise<void> {
  await newsroom.transact(async (inner) => {
    if (!(await deleteSaved(inner, asked.searchId, asked.by.id)))
      refuse('not-found', { because: 'noSuchSavedSearch' });
    await noteSavedChange(inner);
    await recordAct(inner, {
      by: asked.by,
      act: 'drop search',
      subjectKind: 'staff',
      subjectId: asked.by.id,
    });
  });
}

/** A person's own, in the order in which they were saved. */
export async function listSavedSearches(newsroom: Newsroom, staffId: string): Promise<SavedSearch[]> {
  const [saved, rings] = await Promise.all([
    listSavedOf(newsroom, staffId),
    listUnseenRings(newsroom, staffId, MOST_RINGS),
  ]);
  return saved.map(({ id, words, rings: does }) => ({
    id,
    words,
    rings: does === 1,
    unseen: rings.filter((ring) => ring.search_id === id).length,
  }));
}

/** What rang for somebody and was not looked at, the newest first. */
export async function listRings(newsroom: Newsroom, staffId: string): Promise<SearchRing[]> {
  const rows = await listUnseenRings(newsroom, staffId, MOST_RINGS);
  return rows.map((row) => ({
    searchId: row.search_id,
    words: row.words,
    thingId: row.thing_id,
    kind: row.kind as LookupKind,
    at: Number(row.at),
  }));
}

/** Somebody looked at what rang: of one search, or all of it. */
export async function lookAtRings(
  newsroom: Newsroom,
  asked: { searchId: string | null; by: Actor & { id: string } },
): Promise<void> {
  await seeRings(newsroom, { staffId: asked.by.id, searchId: asked.searchId, at: newsroom.clock.now() });
  newsroom.bell.ring('desk', { what: 'rings' });
}

/** For the clock: forgets what rang long ago. */
export async function pruneRings(newsroom: Newsroom): Promise<void> {
  await deleteOldRings(newsroom, newsroom.clock.now() - KEPT);
}
