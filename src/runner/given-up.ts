/** Work that failed at every try: it stands at the desk, with what it was for and why it failed, until it is tried again. */

import { HOUR, MINUTE } from '../kit/clock.ts';
import { refuse } from '../kit/refusal.ts';
import { type Actor, findFact, type Newsroom, recordAct } from '../newsroom.ts';
import { readableRows, readRecord } from '../store/json-column.ts';
import { countGivenUpRows, givenUpRows, reviveRows } from './queries.ts';
import { announce } from './work.ts';

/** Attempts; with the waits between them, see loop.ts, about nine hours. */
export const GIVE_UP_AFTER = 15;

export interface GivenUpWork {
  id: string;
  event: string;
  /** Null when the event itself could not become follow-ups. */
  verb: string | null;
  /** What the event told: ids by their names. */
  facts: Record<string, unknown>;
  tries: number;
  /** In the words of what failed. */
  failure: string;
  since: number;
  givenUpAt: number;
}

const SHOWN = 200; // on one page; what is tried again makes room for the rest

/** The last that were given up, newest first. */
export async function listGivenUp(newsroom: Newsroom): Promise<GivenUpWork[]> {
  const rows = await givenUpRows(newsroom, SHOWN);
  return readableRows(newsroom.log, rows, (row) => ({
    id: row.id,
    event: row.event,
    verb: row.verb,
    facts: readRecord<Record<string, unknown>>('work.payload_json', row.id, row.payload_json),
    tries: row.attempts,
    failure: row.failure ?? '',
    since: row.created_at,
    givenUpAt: row.given_up_at ?? row.created_at,
  }));
}

/** How many there are, for the bar over every page. */
export async function countGivenUp(newsroom: Newsroom): Promise<number> {
  return countGivenUpRows(newsroom);
}

const GATHER = 5 * MINUTE; // what broke together is given up together
const BETWEEN = 2 * HOUR; // two mails: who got the first knows where to look

/** When colleagues were last told; see the verb that follows, which keeps it. */
export const GIVEN_UP_TOLD = 'given up told';

/**
 * Says, in the transaction in which work is given up, that those who run the newsroom are to be told: of all of it at once, a few
 * minutes later. Of the telling itself nobody is told.
 */
export async function announceGivenUp(inner: Newsroom, event: string): Promise<void> {
  if (inner.settings.smtpUrl === undefined || event === 'work-given-up') return;
  const told = Number((await findFact(inner.store, GIVEN_UP_TOLD)) ?? 0);
  const runAt = Math.max(inner.clock.now() + GATHER, told + BETWEEN);
  await announce(inner, { event: 'work-given-up', facts: {}, key: 'work-given-up', runAt });
}

/**
 * Has given-up work tried again now, with all its tries before it: one piece, or all of it where `workId` is null. Refuses with
 * `not-found` where it was tried again already.
 */
export async function tryWorkAgain(
  newsroom: Newsroom,
  asked: { workId: string | null; by: Actor },
): Promise<{ count: number }> {
  return newsroom.transact(async (inner) => {
    const count = await reviveRows(inner, asked.workId);
    if (count === 0 && asked.workId !== null) refuse('not-found', { because: 'triedAgain' });
    if (count > 0) {
      const subject = { subjectKind: 'work' as const, subjectId: asked.workId ?? 'all' };
      await recordAct(inner, { by: asked.by, act: 'try again', ...subject, facts: { count } });
      inner.bell.ring('work', null);
      inner.bell.ring('desk', { what: 'bar' });
    }
    return { count };
  });
}
