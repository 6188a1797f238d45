/** An engine is asked again for an entry of a live story. What waits is written anew; for what readers have it is an offer, which a person reads first. */
import { correctEntry } from '../entries/change-entry.ts';
import type { EntryCopy, LiveEntry } from '../entries/entry.ts';
import { findEntry } from '../entries/read-entries.ts';
import { refuse } from '../kit/refusal.ts';
import { type Actor, theNewsroomItself as itself, type Newsroom, recordAct } from '../newsroom.ts';
import { putEntryPairs } from '../pairs/entry-pair-queries.ts';
import { holdForEntries } from '../stories/live-story.ts';
import { type EngineState, enginesFor, whyNone } from './engines.ts';
import { copyIn, wayOfEntry } from './entry-way.ts';

/** Null where the entry waits and was written anew; else what the engine offers in its place. Refuses in words when none answers. */
export async function askEntryAgain(
  newsroom: Newsroom,
  { entryId, engineId, by }: { entryId: string; engineId?: string; by: Actor },
): Promise<{ offer: EntryCopy | null }> {
  const { entry, original } = await withOriginal(newsroom, entryId);
  await newsroom.transact(async (inner) => {
    const { mayShow } = await holdForEntries(inner, { storyId: entry.storyId, by });
    if (entry.state === 'out' && !mayShow) refuse('role-needed', { because: 'publishedIsForEditors' });
  });
  const way = await wayOfEntry(newsroom, original, entry.editionId);
  const asked = { ...way, characters: original.bodyHtml.length };
  const [engine] = await enginesFor(newsroom, { ...asked, ...(engineId && { engineId }) });
  if (!way.mayTranslate) refuse('form-incomplete', { because: 'itemNotToBeTranslated' });
  if (!engine) return refuse('form-incomplete', { words: await whyNone(newsroom, asked) });
  const { copy, pairs, failure } = await copyIn(newsroom, original, entry.editionId, engine.id);
  if (pairs.every(({ state }) => state === 'untranslated'))
    refuse('form-incomplete', failure ? { words: failure } : { because: 'otherEngineSilent' });
  const offer = { ...copy, byline: entry.byline, pictureId: entry.picture?.id ?? null };
  const waits = entry.state === 'waits';
  await newsroom.transact(async (inner) => {
    if (waits) await correctEntry(inner, { entryId, copy: offer, notice: '', by: itself });
    await putEntryPairs(inner, { entryId, isOffered: !waits }, pairs);
    const subject = { subjectKind: 'story', subjectId: entry.storyId } as const;
    await recordAct(inner, {
      by,
      act: 'ask an engine for an entry',
      ...subject,
      facts: { entry: entryId, engine: engine.name },
    });
  });
  return { offer: waits ? null : offer };
}

/** The engines that could be asked for translations of a story's entries into each of its editions, in order, by edition. */
export async function enginesForEntries(
  newsroom: Newsroom,
  entries: readonly LiveEntry[],
  originals: ReadonlyMap<string, LiveEntry>,
): Promise<Map<string, Pick<EngineState, 'id' | 'name'>[]>> {
  const found = new Map<string, Pick<EngineState, 'id' | 'name'>[]>();
  for (const { editionId, originalId } of entries) {
    const original = originals.get(originalId ?? '');
    if (!original || found.has(editionId)) continue;
    const way = await wayOfEntry(newsroom, original, editionId);
    found.set(editionId, way.mayTranslate ? await enginesFor(newsroom, { ...way, characters: 0 }) : []);
  }
  return found;
}

async function withOriginal(
  newsroom: Newsroom,
  entryId: string,
): Promise<{ entry: LiveEntry; original: LiveEntry }> {
  const entry = (await findEntry(newsroom, entryId)) ?? refuse('not-found', { because: 'noSuchEntry' });
  if (entry.state !== 'waits' && entry.state !== 'out')
    return refuse('entry-changed', { because: 'entryNotOut' });
  const original = entry.originalId === null ? null : await findEntry(newsroom, entry.originalId);
  if (!original) return refuse('form-incomplete', { because: 'entryNoTranslation' });
  if (original.state !== 'out') return refuse('entry-changed', { because: 'originalWithdrawn' });
  return { entry, original };
}
