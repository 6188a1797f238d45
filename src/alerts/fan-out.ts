/**
 * An alert on its way: its recipients are cut into chunks in key order, each chunk is sent under a lease and its outcome
 * recorded in one update. A process that dies leaves chunks behind whose lease runs out; whoever finds them goes on. On
 * the network that is at least once; the topic at the push service and the revision on the device make it once to the eye.
 */
import { SECOND } from '../kit/clock.ts';
import type { Newsroom } from '../newsroom.ts';
import { findMasthead } from '../stories/masthead.ts';
import type { AlertLevel } from '../stories/story.ts';
import { deliveryOf, tagOf } from './alert-rules.ts';
import { decodeOutcomes, encodeOutcomes, isOpen, judgeRefusals, type Outcome, waitBefore } from './chunk.ts';
import { addTry, type ChunkFigures } from './chunk-figures.ts';
import { cutChunks } from './cut-chunks.ts';
import { directionOf, payloadOf, topicOf } from './payload.ts';
import {
  type Alert,
  alertById,
  type Chunk,
  claimChunk,
  closeAlerts,
  devicesOf,
  freeChunks,
  isSuperseded,
  recordDevices,
  setChunk,
} from './queries.ts';
import { recipientOf, type Sender, type Telling } from './sender.ts';
import { letLeave } from './standby.ts';
import { findStop } from './stop.ts';
import { contactOf } from './vapid.ts';

const LEASE = 90 * SECOND; // the sender gives a chunk back within a minute: 30 s to begin, 20 s for an answer
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

/** Frees what a dead process held. Only where no other process can be at work: on SQLite, at start. */
export async function freeChunkLeases(newsroom: Newsroom): Promise<void> {
  await freeChunks(newsroom);
}

async function checkPage(alert: Alert, { pageAnswers }: FanOutTools): Promise<void> {
  if (!pageAnswers) return;
  const status = await pageAnswers(alert.path);
  // Killed meanwhile is an answer too: then the kill's own alert follows.
  if (status !== 200 && status !== 410) throw new Error(`the page of the alert answered ${status}`);
}

async function pump(newsroom: Newsroom, sender: Sender, more: () => boolean): Promise<void> {
  const underWay = new Map<string, Set<Promise<void>>>();
  const all = () => [...underWay.values()].flatMap((sends) => [...sends]);
  while (!sender.closed) {
    const full = [...underWay]
      .filter(([, sends]) => sends.size >= CHUNKS_OF_ONE_ORIGIN)
      .map(([origin]) => origin);
    const chunk = await claimChunk(newsroom, full, LEASE);
    if (chunk) {
      const sends = underWay.get(chunk.origin) ?? new Set();
      underWay.set(chunk.origin, sends);
      const send = sendChunk(newsroom, sender, chunk).finally(() => sends.delete(send));
      sends.add(send);
    } else if (more()) {
      await Promise.race([...all(), new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN))]);
    } else if (all().length > 0) {
      await Promise.race(all());
    } else {
      break;
    }
  }
  await Promise.all(all());
  for (const alert of await closeAlerts(newsroom)) {
    newsroom.log.info('alert sent', { alert });
    newsroom.bell.ring('desk', { what: 'alerts' });
  }
}

async function sendChunk(newsroom: Newsroom, sender: Sender, chunk: Chunk): Promise<void> {
  const alert = await alertById(newsroom, chunk.alert_id);
  const ids = JSON.parse(chunk.device_ids_json) as string[];
  const had = decodeOutcomes(chunk.outcomes);
  const over = !alert || alert.state === 'stopped' || alert.expires_at <= newsroom.clock.now();
  if (over || (await isSuperseded(newsroom, alert))) {
    const outcomes = encodeOutcomes(had.map((word) => (isOpen(word) ? 'dropped' : word)));
    return setChunk(newsroom, chunk.id, { outcomes, done_at: newsroom.clock.now(), lease_until: 0 });
  }
  const open = ids.filter((_, place) => isOpen(had[place] ?? 'waiting'));
  const devices = await devicesOf(newsroom, open);
  const recipients = devices.map(recipientOf);
  const began = newsroom.clock.now() - (alert.left_at ?? alert.created_at);
  const answers = judgeRefusals(await sender.send(await tellingOf(newsroom, alert), recipients));
  const byId = new Map(recipients.map(({ id }, place) => [id, answers[place] as Outcome]));
  for (const id of open) if (!byId.has(id)) byId.set(id, { kind: 'dropped' }); // it left meanwhile
  await record(newsroom, chunk, { began, ids, had, byId, stopping: sender.closed });
}

interface Sent {
  /** Milliseconds from the alert's leaving to the beginning of this try. */
  began: number;
  ids: string[];
  had: ReturnType<typeof decodeOutcomes>;
  byId: Map<string, Outcome>;
  stopping: boolean;
}

async function record(newsroom: Newsroom, chunk: Chunk, sent: Sent): Promise<void> {
  const outcomes = [...sent.byId.values()];
  const now = newsroom.clock.now();
  const wait = sent.stopping ? 0 : waitBefore(outcomes, chunk.attempts);
  const isDone = !outcomes.some((outcome) => isOpen(outcome.kind));
  const distrust = outcomes.find((outcome) => outcome.kind === 'distrusted');
  if (distrust)
    newsroom.log.warn('push service does not believe our signature', { origin: chunk.origin, ...distrust });
  await newsroom.transact(async (inner) => {
    await setChunk(inner, chunk.id, {
      outcomes: encodeOutcomes(
        sent.ids.map((id, place) => sent.byId.get(id)?.kind ?? sent.had[place] ?? 'waiting'),
      ),
      lease_until: 0,
      run_at: now + (wait ?? 0),
      done_at: isDone ? now : null,
      figures_json: JSON.stringify(
        addTry(JSON.parse(chunk.figures_json) as ChunkFigures, outcomes, sent.began),
      ),
    });
    await recordDevices(inner, learntFrom(sent.byId));
    inner.bell.ring('desk', { what: 'alerts' });
  });
}

function learntFrom(byId: Map<string, Outcome>) {
  const accepted: string[] = [];
  const struck: string[] = [];
  const gone = new Map<string, string[]>();
  for (const [id, outcome] of byId) {
    if (outcome.kind === 'accepted') accepted.push(id);
    if (outcome.kind === 'quarantined' && (outcome.status === 400 || outcome.status === 403)) struck.push(id);
    if (outcome.kind === 'gone') {
      const why = `the push service answered ${outcome.status}: the browser has let go of it`;
      gone.set(why, [...(gone.get(why) ?? []), id]);
    }
  }
  return { accepted, struck, gone };
}

/** What every device of an alert is told. */
async function tellingOf(newsroom: Newsroom, alert: Alert): Promise<Telling> {
  const { settings, clock, seal } = newsroom;
  const tag = tagOf(alert.edition_id);
  const masthead = await findMasthead(newsroom);
  const payload = payloadOf({
    title: alert.headline,
    body: alert.body,
    navigate: `${settings.address}${alert.path}`,
    language: alert.language,
    direction: directionOf(alert.language),
    tag,
    revision: alert.revision,
    alert: alert.id,
    story: alert.story_id,
    kind: alert.kind,
  });
  return {
    payload,
    topic: topicOf(seal.hash, tag),
    ttl: Math.max(0, Math.floor((alert.expires_at - clock.now()) / SECOND)),
    urgency: deliveryOf(alert.level as AlertLevel).urgency,
    contact: contactOf(settings.contact, masthead?.contact ?? null, settings.address),
  };
}
