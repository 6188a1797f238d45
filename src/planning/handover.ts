/** Handover: what whoever leaves writes for whoever comes. It stands over the day until somebody has taken it, and is kept. */
import { cleanLetters } from '../kit/letters.ts';
import { because, refuse } from '../kit/refusal.ts';
import { type Actor, type Newsroom, recordAct } from '../newsroom.ts';
import { findHandoverRow, listHandoverRows, putHandoverRow, setHandoverTaken } from './handover-queries.ts';

export interface Handover {
  id: string;
  words: string;
  at: number;
  byId: string;
  byName: string;
  takenAt: number | null;
  takenByName: string | null;
}

const LONGEST_HANDOVER = 8_000; // characters; two pages

/** Refuses with `form-incomplete` what says nothing or too much. */
export async function writeHandover(
  newsroom: Newsroom,
  { words, by }: { words: string; by: Actor & { id: string } },
): Promise<{ handoverId: string }> {
  const clean = cleanLetters(words).trim();
  if (clean === '') refuse('form-incomplete', { because: 'handoverWithoutWords' });
  if (clean.length > LONGEST_HANDOVER)
    refuse('form-incomplete', { because: because('noLongerThan', { most: LONGEST_HANDOVER }) });
  return newsroom.transact(async (inner) => {
    const id = inner.ids.next();
    await putHandoverRow(inner, {
      id,
      words: clean,
      by_id: by.id,
      at: inner.clock.now(),
      taken_by_id: null,
      taken_at: null,
    });
    await recordAct(inner, { by, act: 'hand over', subjectKind: 'handover', subjectId: id });
    inner.bell.ring('desk', { what: 'plan' });
    return { handoverId: id };
  });
}

/** Somebody has read it and goes on from there. Refuses with `handover-taken` where another did so before. */
export async function takeHandover(
  newsroom: Newsroom,
  { handoverId, by }: { handoverId: string; by: Actor },
): Promise<void> {
  await newsroom.transact(async (inner) => {
    const taken = await setHandoverTaken(inner, handoverId, {
      taken_by_id: by.id,
      taken_at: inner.clock.now(),
    });
    if (!taken) {
      const before = await findHandoverRow(inner, handoverId);
      if (!before) return refuse('not-found');
      refuse('handover-taken', {
        because: because('handoverTakenBy', { name: before.takenByName ?? 'Crier' }),
      });
    }
    await recordAct(inner, { by, act: 'take over', subjectKind: 'handover', subjectId: handoverId });
    inner.bell.ring('desk', { what: 'plan' });
  });
}

const MOST_OPEN = 10; // on top of the day; a newsroom that leaves more untaken has them in their history

/** Those that nobody has taken yet, newest first. */
export function listOpenHandovers(newsroom: Newsroom): Promise<Handover[]> {
  return listHandoverRows(newsroom, { isOpen: true, limit: MOST_OPEN });
}

/** All of them, newest first; with `before`, those before that one. */
export function listHandovers(
  newsroom: Newsroom,
  asked: { before?: string | undefined; limit: number },
): Promise<Handover[]> {
  return listHandoverRows(newsroom, { ...asked, isOpen: false });
}
