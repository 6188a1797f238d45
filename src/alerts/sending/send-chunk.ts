/** One chunk of an alert: its devices told, and what became of each recorded in one transaction with what was learnt. */

import { SECOND } from '../../kit/clock.ts';
import { directionOf } from '../../kit/language-tag.ts';
import type { Newsroom } from '../../newsroom.ts';
import { topicOf } from '../../push/message-text.ts';
import type { Outcome } from '../../push/outcome.ts';
import type { Sender, Telling } from '../../push/sender.ts';
import { contactOf } from '../../push/vapid.ts';
import { readRecord, readWords } from '../../store/json-column.ts';
import { findMasthead } from '../../stories/masthead.ts';
import { deliveryOf, tagOf } from '../alert-rules.ts';
import {
  decodeOutcomes,
  encodeOutcomes,
  isOpen,
  judgeRefusals,
  type OutcomeWord,
  waitBefore,
} from '../chunk.ts';
import { payloadOf } from '../payload.ts';
import { type Alert, alertById, type Chunk, isSuperseded } from '../queries.ts';
import { recipientsOf } from '../recipient-queries.ts';
import { addTry, type ChunkFigures } from './chunk-figures.ts';
import { setChunk } from './chunk-queries.ts';
import { learnFrom } from './learn.ts';
import { mayReach, pauseOrigin, unpauseOrigin } from './paused-origins.ts';

/** Sends a chunk that was claimed, or lets it go where its alert is over. */
export async function sendChunk(newsroom: Newsroom, sender: Sender, chunk: Chunk): Promise<void> {
  const alert = await alertById(newsroom, chunk.alert_id);
  const ids = readWords('alert_chunks.device_ids_json', chunk.id, chunk.device_ids_json);
  const had = decodeOutcomes(chunk.outcomes);
  const open = ids.filter((_, place) => isOpen(had[place] ?? 'waiting'));
  const now = newsroom.clock.now();
  const over = alert ? await whyOver(newsroom, alert) : 'its alert is gone';
  if (!alert || over !== null) {
    const outcomes = new Map<string, Outcome>(open.map((id) => [id, { kind: 'dropped', why: over ?? '' }]));
    return record(newsroom, chunk, { began: 0, ids, had, outcomes, stopping: false });
  }
  const reach = await mayReach(newsroom, chunk.origin);
  if (reach === 'no') return setChunk(newsroom, chunk.id, { lease_until: 0 });
  const { there, answering } = await handOver(newsroom, sender, { alert, open, reach });
  const answers = await answering;
  const judged = reach === 'one' ? answers.map(felt) : judgeRefusals(answers);
  const outcomes = new Map(judged.map((outcome, place) => [there[place] as string, outcome]));
  if (there.length < open.length) {
    const known = new Set(there);
    for (const id of open)
      if (!known.has(id)) outcomes.set(id, { kind: 'dropped', why: 'it left meanwhile' });
  }
  const began = now - (alert.left_at ?? alert.created_at);
  await record(newsroom, chunk, { began, ids, had, outcomes, stopping: sender.closed });
}

/**
 * Gives those of the open ones that are still there to the sender, or the first of them. Returns before they are told: held until
 * then, a chunk of recipients would be memory that is freed late.
 */
async function handOver(
  newsroom: Newsroom,
  sender: Sender,
  { alert, open, reach }: { alert: Alert; open: string[]; reach: 'yes' | 'one' },
): Promise<{ there: string[]; answering: Promise<Outcome[]> }> {
  const devices = await recipientsOf(newsroom, open);
  const telling = await tellingOf(newsroom, alert);
  const answering = sender.send(telling, reach === 'one' ? devices.slice(0, 1) : devices);
  return { there: devices.map(({ id }) => id), answering };
}

async function whyOver(newsroom: Newsroom, alert: Alert): Promise<string | null> {
  if (alert.state === 'stopped') return 'the desk stopped it';
  if (alert.expires_at <= newsroom.clock.now()) return 'it was too old';
  return (await isSuperseded(newsroom, alert)) ? 'a later alert took its place' : null;
}

/** Of the one device that is tried at a paused service: a refusal is still about us. */
function felt(outcome: Outcome): Outcome {
  return outcome.kind === 'quarantined' ? { ...outcome, kind: 'distrusted' } : outcome;
}

interface Sent {
  /** Milliseconds from the alert's leaving to the beginning of this try. */
  began: number;
  ids: string[];
  had: OutcomeWord[];
  outcomes: Map<string, Outcome>;
  stopping: boolean;
}

async function record(newsroom: Newsroom, chunk: Chunk, sent: Sent): Promise<void> {
  const outcomes = [...sent.outcomes.values()];
  newsroom.meter.told(countKinds(outcomes));
  const words = sent.ids.map((id, place) => sent.outcomes.get(id)?.kind ?? sent.had[place] ?? 'waiting');
  const now = newsroom.clock.now();
  const wait = sent.stopping ? 0 : waitBefore(outcomes, chunk.attempts);
  const figures = readRecord<ChunkFigures>('alert_chunks.figures_json', chunk.id, chunk.figures_json);
  await newsroom.transact(async (inner) => {
    await setChunk(inner, chunk.id, {
      outcomes: encodeOutcomes(words),
      lease_until: 0,
      run_at: now + (wait ?? 0),
      done_at: words.some(isOpen) ? null : now,
      figures_json: JSON.stringify(addTry(figures, outcomes, sent.began)),
    });
    await learnFrom(inner, sent.outcomes);
    await pauseOrNot(inner, chunk.origin, outcomes);
    inner.bell.ring('desk', { what: 'alerts' });
  });
}

function countKinds(outcomes: readonly Outcome[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { kind } of outcomes) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}

/** A service that refuses in number is paused; one that takes a message again is not. */
async function pauseOrNot(inner: Newsroom, origin: string, outcomes: readonly Outcome[]): Promise<void> {
  const refusal = outcomes.find((outcome) => outcome.kind === 'distrusted');
  if (refusal) {
    const { status, why } = refusal;
    inner.log.warn('push service does not believe our signature', { origin, status, why });
    await pauseOrigin(inner, { origin, status, why });
  } else if (outcomes.some((outcome) => outcome.kind === 'accepted')) {
    if (await unpauseOrigin(inner, origin)) inner.log.info('push service takes alerts again', { origin });
  }
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
    kind: alert.kind === 'moment' ? 'news' : alert.kind,
  });
  return {
    payload,
    topic: topicOf(seal.hash, tag),
    ttl: Math.max(0, Math.floor((alert.expires_at - clock.now()) / SECOND)),
    urgency: deliveryOf(alert.level).urgency,
    contact: contactOf(settings.contact, masthead?.contact ?? null, settings.address),
  };
}
