/**
 * An alert on its way: its recipients are cut into chunks in key order, each chunk is sent under a lease and its outcome
 * recorded in one update. A process that dies leaves chunks behind whose lease runs out; whoever finds them goes on. On
 * the network that is at least once; the topic at the push service and the revision on the device make it once to the eye.
 */
import { SECOND } from '../../kit/clock.ts';
import type { Newsroom } from '../../newsroom.ts';
import type { Sender } from '../../push/sender.ts';
import { tellAlert } from '../live/live.ts';
import { type Alert, alertById } from '../queries.ts';
import { freeHeldRows } from '../readers/held-queries.ts';
import { letLeave } from '../standby.ts';
import { findStop } from '../stop.ts';
import { claimChunk, closeAlerts, freeChunks, renewChunks } from './chunk-queries.ts';
import { cutChunks } from './cut-chunks.ts';
import { sendChunk } from './send-chunk.ts';

/** Of a chunk. */
export const LEASE = 10 * SECOND; // after which a dead process's chunks are another's; a living one renews it while it sends
const RENEW = 3 * SECOND; // twice it may fail, or come late from a busy process, before a chunk is sent by two
const CHUNKS_OF_ONE_ORIGIN = 4; // under way at once: enough that threads never wait, too few to fill the memory
const LOOK_AGAIN = 10; // ms, while recipients are still being cut

export interface FanOutTools {
  sender: Sender;
  /** The status with which this site answers a path: an alert leaves only when its page is there. */
  pageAnswers?: (path: string) => Promise<number>;
}

/** Follows `alert-written`: sends it to everyone it reaches; what must wait is left to `sendDueChunks`. */
export async function fanOut(
  newsroom: Newsroom,
  facts: { alertId: string },
  tools: FanOutTools,
): Promise<void> {
  const alert = await alertById(newsroom, facts.alertId);
  if (!alert || alert.state === 'sent' || alert.state === 'stopped') return;
  await checkPage(alert, tools);
  if (!(await letLeave(newsroom, alert.id))) return;
  await tellAlert(newsroom, alert);
  let cutting = true;
  const cut = cutChunks(newsroom, alert).finally(() => {
    cutting = false;
  });
  await Promise.all([cut, pump(newsroom, tools.sender, () => cutting)]);
}

/** For the clock: sends the chunks whose time has come, of whichever alert: those told to wait, and a dead process's. */
export async function sendDueChunks(newsroom: Newsroom, tools: { sender: Sender }): Promise<void> {
  if (await findStop(newsroom)) return;
  await pump(newsroom, tools.sender, () => false);
}

/** Gives back the chunks and late tellings of a process that is gone; of any where none is named: on SQLite, at start. */
export async function freeChunkLeases(newsroom: Newsroom, processId: string | null = null): Promise<void> {
  await freeChunks(newsroom, processId);
  await freeHeldRows(newsroom, processId);
}

async function checkPage(alert: Alert, { pageAnswers }: FanOutTools): Promise<void> {
  if (!pageAnswers) return;
  const status = await pageAnswers(alert.path.replace(/#.*$/, ''));
  // Killed meanwhile is an answer too: then the kill's own alert follows.
  if (status !== 200 && status !== 410) throw new Error(`the page of the alert answered ${status}`);
}

async function pump(newsroom: Newsroom, sender: Sender, more: () => boolean): Promise<void> {
  const underWay = new Map<string, Set<Promise<void>>>();
  const all = () => [...underWay.values()].flatMap((sends) => [...sends]);
  const holding = holdChunks(newsroom);
  while (!sender.closed) {
    const full = [...underWay]
      .filter(([, sends]) => sends.size >= CHUNKS_OF_ONE_ORIGIN)
      .map(([origin]) => origin);
    // Asked before: what is cut while the claim looks is not seen by it, and would wait for the clock.
    const mayFollow = more();
    const chunk = await claimChunk(newsroom, full, LEASE);
    if (chunk) {
      const sends = underWay.get(chunk.origin) ?? new Set();
      underWay.set(chunk.origin, sends);
      const letGo = holding.hold(chunk.id);
      const send = sendChunk(newsroom, sender, chunk).finally(() => {
        letGo();
        sends.delete(send);
      });
      sends.add(send);
    } else if (mayFollow) {
      await Promise.race([...all(), new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN))]);
    } else if (all().length > 0) {
      await Promise.race(all());
    } else {
      break;
    }
  }
  await Promise.all(all()).finally(holding.end);
  for (const alert of await closeAlerts(newsroom)) {
    newsroom.log.info('alert sent', { alert });
    newsroom.bell.ring('desk', { what: 'alerts' });
  }
}

/** Keeps the leases of chunks that are being sent, for as long as they are. */
function holdChunks(newsroom: Newsroom): { hold(id: string): () => void; end(): void } {
  const held = new Set<string>();
  const renewal = setInterval(() => {
    if (held.size === 0) return;
    // Failing, the lease runs out and another process goes on: that is what it is for.
    renewChunks(newsroom, [...held], newsroom.clock.now() + LEASE).catch((error: unknown) =>
      newsroom.log.warn('leases of chunks not renewed', { chunks: held.size, error }),
    );
  }, RENEW);
  return {
    hold(id) {
      held.add(id);
      return () => void held.delete(id);
    },
    end: () => clearInterval(renewal),
  };
}
