/**
 * The verbs of a device: it subscribes, heals, changes what it follows, and leaves. Whoever holds the token, given once to
 * the browser, speaks for the device; whoever can show the auth secret of the same endpoint is that browser too.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { DAY } from '../../kit/clock.ts';
import { networkOf } from '../../kit/network.ts';
import { refuse } from '../../kit/refusal.ts';
import { type Newsroom, recordAct, theNewsroomItself } from '../../newsroom.ts';
import {
  type CheckedSubscription,
  checkedSubscription,
  type SubscriptionForm,
  sealedSubscription,
} from '../../push/subscription.ts';
import { announce } from '../../runner/work.ts';
import type { ReaderFollow } from '../alert-rules.ts';
import { tidyFollows } from './device.ts';
import {
  countBySender,
  type Device,
  deleteDevice,
  deviceByEndpoint,
  deviceByToken,
  followsOf,
  insertDevice,
  namesOf,
  replaceFollows,
  updateDevice,
} from './device-queries.ts';
import { getDevice, tokenHash } from './known-device.ts';
import { forgetMerged } from './merged-follow-queries.ts';
import { isTimeZone } from './quiet-hours.ts';
import { type ReaderSettings, settingsRow } from './reader-settings.ts';
import { removeStoppedThatAreFollowed } from './wish-queries.ts';

export { listKeysInUse } from './device-queries.ts';

const UNCONFIRMED_A_DAY = 60; // from one address: nothing has shown yet that anyone is there
const DEVICES_A_DAY = 600; // from one address: a university, or the gateway of a mobile network, on a day of big news

export interface Subscribing {
  subscription: SubscriptionForm;
  /** Added to what the device follows already. */
  follows: ReaderFollow[];
  /** BCP 47, of the page it was asked on. */
  language: string;
  /** What the browser was given the last time, if it still has it. */
  token?: string | undefined;
  /** How it wants to be told; without them, a new device is told of all at any hour. */
  settings?: ReaderSettings | undefined;
  /** The network address it was sent from. */
  from: string;
}

export interface NewSubscription {
  deviceId: string;
  /** To be kept by the browser; the newsroom keeps only its hash. */
  token: string;
  follows: ReaderFollow[];
}

/** Takes in a browser's subscription, or mends the one it had, and adds what it wants to follow. */
export async function subscribe(newsroom: Newsroom, asked: Subscribing): Promise<NewSubscription> {
  const given = checkedSubscription(newsroom, asked.subscription);
  return newsroom.transact(async (inner) => {
    const known = await recognise(inner, given, asked.token);
    const token = known && asked.token && known.byToken ? asked.token : randomBytes(24).toString('base64url');
    const device = known
      ? await mend(inner, known.device, given, token)
      : await takeIn(inner, given, { ...asked, token });
    const follows = tidyFollows([...(await followsOf(inner, device.id)), ...asked.follows]);
    await checkSubjects(inner, asked.follows);
    await replaceFollows(inner, device.id, follows);
    await hearAgain(inner, device.id, asked.follows);
    const stories = asked.follows.filter(({ kind }) => kind === 'story').map(({ subjectId }) => subjectId);
    await forgetMerged(inner, { deviceId: device.id, stories });
    if (asked.settings) await updateDevice(inner, device.id, settingsRow(asked.settings));
    if (device.welcomed_at === null) await announceWelcome(inner, device.id);
    inner.bell.ring('desk', { what: 'alerts' });
    return { deviceId: device.id, token, follows };
  });
}

/** On every visit: the same device with the subscription its browser has now. Refuses with `device-unknown`. */
export async function healDevice(
  newsroom: Newsroom,
  asked: { subscription: SubscriptionForm; token: string; timeZone?: string | undefined },
): Promise<{ token: string; follows: ReaderFollow[]; stale: boolean }> {
  const given = checkedSubscription(newsroom, asked.subscription);
  return newsroom.transact(async (inner) => {
    const known = (await recognise(inner, given, asked.token)) ?? refuse('device-unknown');
    const token = known.byToken ? asked.token : randomBytes(24).toString('base64url');
    const device = await mend(inner, known.device, given, token);
    if (asked.timeZone && isTimeZone(asked.timeZone))
      await updateDevice(inner, device.id, { time_zone: asked.timeZone }); // a reader who travels takes the quiet along
    if (device.welcomed_at === null) await announceWelcome(inner, device.id);
    return { token, follows: await followsOf(inner, device.id), stale: device.stale_at !== null };
  });
}

/** Puts these follows in place of those the device had. */
export async function changeFollows(
  newsroom: Newsroom,
  asked: { token: string; follows: ReaderFollow[] },
): Promise<ReaderFollow[]> {
  const follows = tidyFollows(asked.follows);
  return newsroom.transact(async (inner) => {
    const device = await getDevice(inner, asked.token);
    const had = new Set(
      (await followsOf(inner, device.id)).map((follow) => `${follow.kind}:${follow.subjectId}`),
    );
    await checkSubjects(
      inner,
      follows.filter((follow) => !had.has(`${follow.kind}:${follow.subjectId}`)),
    );
    await replaceFollows(inner, device.id, follows);
    await hearAgain(inner, device.id, follows);
    inner.bell.ring('desk', { what: 'alerts' });
    return follows;
  });
}

/** Ends it all: nothing of the device is kept but a line that says one left. */
export async function unsubscribe(newsroom: Newsroom, asked: { token: string }): Promise<void> {
  await newsroom.transact(async (inner) => {
    const device = await getDevice(inner, asked.token);
    await deleteDevice(inner, device.id);
    await recordAct(inner, {
      by: theNewsroomItself,
      act: 'unsubscribe',
      subjectKind: 'device',
      subjectId: device.id,
      facts: { origin: device.origin, why: 'the reader ended it', joinedAt: device.created_at },
    });
    inner.bell.ring('desk', { what: 'alerts' });
  });
}

/**
 * The device this browser is: by its token, or by the endpoint when it knows that endpoint's auth secret. Someone who has
 * learnt an endpoint only is refused, so that nobody takes over another's subscription.
 */
async function recognise(
  inner: Newsroom,
  given: CheckedSubscription,
  token: string | undefined,
): Promise<{ device: Device; byToken: boolean } | null> {
  const byToken = token ? await deviceByToken(inner, tokenHash(inner, token)) : undefined;
  const byEndpoint = await deviceByEndpoint(inner, given.endpointHash);
  if (byEndpoint && byEndpoint.id !== byToken?.id) {
    const auth = Buffer.from(inner.seal.open('device-auth', byEndpoint.auth_sealed), 'base64url');
    if (!timingSafeEqual(auth, given.auth)) refuse('push-keys-wrong');
    if (byToken) await replaceDevice(inner, byToken); // one browser became two here: the endpoint it has now stays
    return { device: byEndpoint, byToken: false };
  }
  return byToken ? { device: byToken, byToken: true } : null;
}

async function replaceDevice(inner: Newsroom, device: Device): Promise<void> {
  await deleteDevice(inner, device.id);
  const facts = {
    origin: device.origin,
    why: 'the same browser came back with another subscription',
    joinedAt: device.created_at,
  };
  await recordAct(inner, {
    by: theNewsroomItself,
    act: 'replace',
    subjectKind: 'device',
    subjectId: device.id,
    facts,
  });
}

async function mend(
  inner: Newsroom,
  device: Device,
  given: CheckedSubscription,
  token: string,
): Promise<Device> {
  const revived = device.gone_at !== null && device.endpoint_hash === given.endpointHash;
  const same = device.endpoint_hash === given.endpointHash;
  const change = {
    ...sealedSubscription(inner, given),
    token_hash: tokenHash(inner, token),
    stale_at: same ? device.stale_at : null, // its service refuses this subscription until there is another
    welcomed_at: revived ? null : device.welcomed_at, // what was gone must be reached once before it counts again
    strikes: 0,
    gone_at: null,
    gone_why: null,
    seen_at: inner.clock.now(),
  };
  await updateDevice(inner, device.id, change);
  return { ...device, ...change };
}

async function takeIn(
  inner: Newsroom,
  given: CheckedSubscription,
  asked: { from: string; language: string; token: string },
): Promise<Pick<Device, 'id' | 'welcomed_at'>> {
  const now = inner.clock.now();
  const senderHash = inner.seal.hash('device-sender', `${Math.floor(now / DAY)}:${networkOf(asked.from)}`);
  const { devices, unconfirmed } = await countBySender(inner, senderHash);
  if (devices >= DEVICES_A_DAY || unconfirmed >= UNCONFIRMED_A_DAY)
    refuse('too-many-tries', {
      because: 'tooManyDevices',
    });
  const device = {
    id: inner.ids.next(),
    ...sealedSubscription(inner, given),
    token_hash: tokenHash(inner, asked.token),
    sender_hash: senderHash,
    language: asked.language.slice(0, 35),
    welcomed_at: null,
    strikes: 0,
    gone_at: null,
    gone_why: null,
    last_alert_at: null,
    created_at: now,
    seen_at: now,
  };
  await insertDevice(inner, device);
  return device;
}

async function announceWelcome(inner: Newsroom, deviceId: string): Promise<void> {
  await announce(inner, { event: 'device-followed', facts: { deviceId }, key: `welcome:${deviceId}` });
}

/** A story that is followed is not stopped any more, and has not ended: the later word counts. */
async function hearAgain(inner: Newsroom, deviceId: string, follows: readonly ReaderFollow[]): Promise<void> {
  const stories = follows.filter(({ kind }) => kind === 'story').map(({ subjectId }) => subjectId);
  await removeStoppedThatAreFollowed(inner, deviceId, stories);
}

async function checkSubjects(inner: Newsroom, follows: readonly ReaderFollow[]): Promise<void> {
  const names = await namesOf(inner, follows);
  const lost = follows.find(
    (follow) => !names.has(`${follow.kind}:${follow.kind === 'all' ? '' : follow.subjectId}`),
  );
  if (lost) refuse('form-incomplete', { because: 'nothingToFollow' });
}
