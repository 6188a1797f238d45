/**
 * Tells the edge which pages changed: one signed call with their keys, after the commit, until it says that it has done so. It is
 * told a second time a little later: an answer that was on its way to it while it was told may be the old one.
 */

import { SECOND } from '../kit/clock.ts';
import { guardedFetch, hostAndPort } from '../kit/guarded-fetch.ts';
import { timedHeaders } from '../kit/timed-signature.ts';
import type { Newsroom } from '../newsroom.ts';
import type { Ring } from '../store/bell.ts';
import {
  claimEdgeChanges,
  dropEdgeChanges,
  type EdgeChange,
  keepEdgeChanges,
  postponeEdgeChanges,
  pruneEdgeChanges,
} from '../store/edge-changes.ts';
import { TRUST } from '../store/shared-bell.ts';
import { EDGE_KEEPS, keysTouched } from './edge.ts';

const AT_ONCE = 500; // changes told in one call
const LEASE = 30 * SECOND; // in which a call ends one way or the other
const AGAIN = 5 * SECOND; // between two tries of an edge that does not answer
const PATIENCE = 10 * SECOND; // for its answer

/** Tells what is due, all of it. Does nothing where `CRIER_PURGE_URL` is not set. */
export async function tellEdge(newsroom: Newsroom): Promise<void> {
  if (newsroom.settings.purgeUrl === undefined) return;
  for (;;) {
    const now = newsroom.clock.now();
    const due = await claimEdgeChanges(newsroom, { now, until: now + LEASE, most: AT_ONCE });
    if (due.length === 0) return;
    const why = await call(newsroom, keysTouched(due.flatMap(({ names }) => names)));
    if (why === null) await settle(newsroom, due);
    else {
      newsroom.log.warn('the cache in front was not told what changed; it is tried again', { why });
      const ids = due.map(({ id }) => id);
      // Only what cannot be told is left: of a day ago the edge holds nothing any more.
      await pruneEdgeChanges(newsroom.store, now - EDGE_KEEPS);
      return postponeEdgeChanges(newsroom.store, { ids, due: now + AGAIN, told: false });
    }
  }
}

/**
 * A start: everything may be another, for a new version of Crier draws its pages anew; and from now on the edge is told at once of what
 * changes, until the bell is closed.
 */
export async function beginTellingEdge(newsroom: Newsroom): Promise<void> {
  if (newsroom.settings.purgeUrl === undefined) return;
  const rings: Ring[] = [{ signal: 'pages', says: { touched: ['everything'] } }];
  await keepEdgeChanges(newsroom.store, { rings, id: newsroom.ids.next(), at: newsroom.clock.now() });
  watchForEdge(newsroom);
}

/** Tells it at once when something changes, one call after the other; the answer stops that. */
export function watchForEdge(newsroom: Newsroom): () => void {
  let isAtWork = false;
  let isAskedAgain = false;
  const tell = async (): Promise<void> => {
    isAskedAgain = true;
    if (isAtWork) return;
    isAtWork = true;
    while (isAskedAgain) {
      isAskedAgain = false;
      // The rows are there: the clock has it tried again.
      await tellEdge(newsroom).catch((error: unknown) =>
        newsroom.log.error('telling the edge failed', { error }),
      );
    }
    isAtWork = false;
  };
  return newsroom.bell.on('pages', () => void tell());
}

/** Once told, a change is told again when no process and no answer on its way can be of before. */
async function settle(newsroom: Newsroom, due: readonly EdgeChange[]): Promise<void> {
  const idsOf = (isTold: boolean) => due.filter((each) => each.isTold === isTold).map(({ id }) => id);
  await dropEdgeChanges(newsroom.store, idsOf(true));
  const again = newsroom.clock.now() + TRUST;
  await postponeEdgeChanges(newsroom.store, { ids: idsOf(false), due: again, told: true });
}

/** Null when it was told, else why not. */
async function call(newsroom: Newsroom, keys: string[]): Promise<string | null> {
  const { purgeUrl = '', purgeKey = '', trustedHosts, address } = newsroom.settings;
  const body = JSON.stringify({ keys });
  const answer = await guardedFetch({
    address: purgeUrl,
    headers: { 'content-type': 'application/json', ...timedHeaders(purgeKey, newsroom.clock.now(), body) },
    body,
    trustedHosts: [...trustedHosts, hostAndPort(new URL(purgeUrl))], // the operator named it
    newsroomAddress: address,
    limits: { totalMs: PATIENCE },
  });
  if (!answer.ok) return answer.words;
  return answer.status >= 200 && answer.status < 300 ? null : `it answered ${answer.status}`;
}
