/**
 * Canaries: devices of the newsroom's own, marked at the desk, that are sent a probe every hour the way readers are sent
 * an alert: the same threads, keys, push service and service worker. The worker answers with the token that only the
 * probe held; what a push service merely accepted proves nothing. A probe is shown without a sound and closed at once.
 * When one does not arrive it is tried again soon, and after a second the desk is told.
 */
import { randomBytes } from 'node:crypto';
import { HOUR, MINUTE, SECOND } from '../../kit/clock.ts';
import { refuse } from '../../kit/refusal.ts';
import { type Actor, type Newsroom, recordAct } from '../../newsroom.ts';
import { topicOf } from '../../push/message-text.ts';
import type { Outcome } from '../../push/outcome.ts';
import { recipientOf, type Sender, type Telling } from '../../push/sender.ts';
import { contactOf } from '../../push/vapid.ts';
import { announce } from '../../runner/work.ts';
import { findMasthead } from '../../stories/masthead.ts';
import { payloadOf } from '../payload.ts';
import { getDevice } from '../readers/known-device.ts';
import {
  type DueCanary,
  deleteCanary,
  dueCanaries,
  hearCanary,
  listCanaryRows,
  putCanary,
  setCanary,
} from './canary-queries.ts';

const EVERY = HOUR; // between probes that arrive
const ANSWER_WITHIN = 10 * MINUTE; // a phone that sleeps wakes for it now and then
const SILENT = 2; // probes in a row without an answer, after which the desk is told
const LONGEST_NAME = 60;

export interface Canary {
  deviceId: string;
  /** The desk's word for it. */
  name: string;
  /** Its push service. */
  origin: string;
  /**
   * 'well': the last probe arrived. 'waiting': one is under way, or has just failed for the first time. 'silent': two or
   * more did not arrive. 'failing': its push service does not take them. 'gone': its browser has let go of it.
   */
  state: 'well' | 'waiting' | 'silent' | 'failing' | 'gone';
  /** When a probe last arrived. */
  heardAt: number | null;
  /** Probes in a row that did not arrive. */
  missed: number;
  /** What its push service said, where it took none. */
  failure: string | null;
}

/**
 * Makes the browser that holds this device token a canary. Refuses with `device-unknown`, and with `form-incomplete` a
 * device that has not had its first alert.
 */
export async function markCanary(
  newsroom: Newsroom,
  asked: { token: string; name: string; by: Actor },
): Promise<void> {
  const device = await getDevice(newsroom, asked.token);
  if (device.welcomed_at === null || device.gone_at !== null)
    refuse('form-incomplete', { because: 'canaryNotWelcomed' });
  const name = asked.name.trim().slice(0, LONGEST_NAME) || 'A device of the newsroom';
  await newsroom.transact(async (inner) => {
    const now = inner.clock.now();
    const row = { name, by_id: asked.by.id, since_at: now, due_at: now };
    await putCanary(
      inner,
      {
        device_id: device.id,
        ...row,
        probe_hash: null,
        probed_at: null,
        failure: null,
        heard_at: null,
      },
      { name, due_at: now },
    );
    await recordAct(inner, canaryAct(asked.by, 'mark as canary', device.id));
    await announce(inner, { event: 'canary-marked', facts: { deviceId: device.id } }); // else up to a minute later
    inner.bell.ring('desk', { what: 'alerts' });
  });
}

/** Its device goes on hearing alerts. Refuses with `not-found`. */
export async function endCanary(newsroom: Newsroom, asked: { deviceId: string; by: Actor }): Promise<void> {
  await newsroom.transact(async (inner) => {
    const ended = await deleteCanary(inner, asked.deviceId);
    if (!ended) refuse('not-found');
    await recordAct(inner, canaryAct(asked.by, 'end the canary', asked.deviceId));
    inner.bell.ring('desk', { what: 'alerts' });
  });
}

const canaryAct = (by: Actor, act: string, subjectId: string) =>
  ({ by, act, subjectKind: 'device', subjectId }) as const;

/** For the desk, the oldest first. */
export async function listCanaries(newsroom: Newsroom): Promise<Canary[]> {
  const rows = await listCanaryRows(newsroom);
  return rows.map((row) => ({
    deviceId: row.device_id,
    name: row.name,
    origin: row.origin,
    state: stateOf(row),
    heardAt: row.heard_at,
    missed: row.missed,
    failure: row.failure,
  }));
}

function stateOf(row: {
  gone_at: number | null;
  failure: string | null;
  missed: number;
  heard_at: number | null;
}) {
  if (row.gone_at !== null) return 'gone';
  if (row.failure !== null && row.missed > 0) return 'failing';
  if (row.missed >= SILENT) return 'silent';
  return row.missed === 0 && row.heard_at !== null ? 'well' : 'waiting';
}

/** For the clock: counts the probes that did not arrive, and sends the next ones. */
export async function probeCanaries(newsroom: Newsroom, tools: { sender: Sender }): Promise<void> {
  for (const canary of await dueCanaries(newsroom)) await probe(newsroom, tools.sender, canary);
}

async function probe(newsroom: Newsroom, sender: Sender, canary: DueCanary): Promise<void> {
  const token = randomBytes(24).toString('base64url');
  const now = newsroom.clock.now();
  const missed = canary.probe_hash === null ? canary.missed : canary.missed + 1;
  const wait = missed >= SILENT ? EVERY : ANSWER_WITHIN;
  const change = { probe_hash: hashOf(newsroom, token), probed_at: now, due_at: now + wait, missed };
  // Whoever moves it first sends it: of two processes one.
  if (!(await setCanary(newsroom, canary.device_id, change, canary.due_at))) return;
  if (missed === SILENT && canary.missed < SILENT)
    newsroom.log.error('canary is silent: alerts may not reach readers', { canary: canary.name });
  const [outcome] = await sender.send(await probeFor(newsroom, token), [recipientOf(canary)]);
  if (!outcome || sender.closed) return;
  await setCanary(newsroom, canary.device_id, { failure: failureOf(outcome) });
  newsroom.bell.ring('desk', { what: 'alerts' });
}

function failureOf(outcome: Outcome): string | null {
  if (outcome.kind === 'accepted') return null;
  const status = 'status' in outcome ? `answered ${outcome.status}` : '';
  const why = 'why' in outcome ? (outcome.why ?? '') : '';
  return [status, why].filter((part) => part !== '').join(': ');
}

/** What the service worker of a canary answers. A token that is unknown or used up changes nothing, and nothing is said. */
export async function hearProbe(newsroom: Newsroom, asked: { token: string }): Promise<void> {
  const now = newsroom.clock.now();
  const heard = await hearCanary(newsroom, hashOf(newsroom, asked.token), {
    probe_hash: null,
    heard_at: now,
    missed: 0,
    failure: null,
    due_at: now + EVERY,
  });
  if (heard) newsroom.bell.ring('desk', { what: 'alerts' });
}

function hashOf(newsroom: Newsroom, token: string): string {
  return newsroom.seal.hash('canary-probe', token);
}

async function probeFor(newsroom: Newsroom, token: string): Promise<Telling> {
  const { settings, seal, clock } = newsroom;
  const masthead = await findMasthead(newsroom);
  const language = masthead?.language ?? 'en';
  const payload = payloadOf({
    title: masthead?.name ?? 'Crier',
    body: '✓',
    navigate: `${settings.address}/alerts`,
    language,
    direction: 'ltr',
    tag: 'probe',
    revision: Math.floor(clock.now() / SECOND),
    alert: 'probe',
    story: null,
    kind: 'probe',
    silent: true,
    probe: token,
  });
  return {
    payload,
    topic: topicOf(seal.hash, 'probe'),
    ttl: ANSWER_WITHIN / SECOND,
    urgency: 'high', // as the alerts it stands for
    contact: contactOf(settings.contact, masthead?.contact ?? null, settings.address),
  };
}
