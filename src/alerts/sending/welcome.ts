/** The first alert to a device: it counts as a device only once this has reached its push service. */

import { MINUTE, SECOND } from '../../kit/clock.ts';
import { directionOf } from '../../kit/language-tag.ts';
import type { Newsroom } from '../../newsroom.ts';
import { topicOf } from '../../push/message-text.ts';
import { recipientOf, type Sender, type Telling } from '../../push/sender.ts';
import { contactOf } from '../../push/vapid.ts';
import { announce } from '../../runner/work.ts';
import { findMasthead } from '../../stories/masthead.ts';
import { alertWords } from '../alert-words.ts';
import { waitBefore } from '../chunk.ts';
import { payloadOf } from '../payload.ts';
import { deviceById, updateDevice } from '../readers/device-queries.ts';
import { markGone } from './learn-queries.ts';

const LIFETIME = 10 * MINUTE; // a welcome that comes later puzzles
const TRIES = 6; // then the next visit of the browser asks again

/** Follows `device-followed`. */
export async function sendWelcome(
  newsroom: Newsroom,
  facts: { deviceId: string },
  tools: { sender: Sender },
): Promise<void> {
  const device = await deviceById(newsroom, facts.deviceId);
  if (!device || device.welcomed_at !== null || device.gone_at !== null) return;
  const telling = await welcomeFor(newsroom, device.language, device.id);
  const [outcome] = await tools.sender.send(telling, [recipientOf(device)]);
  if (!outcome) return;
  await newsroom.transact(async (inner) => {
    const now = inner.clock.now();
    if (outcome.kind === 'accepted') await updateDevice(inner, device.id, { welcomed_at: now, strikes: 0 });
    else if (outcome.kind === 'gone')
      await markGone(inner, [device.id], `the push service answered ${outcome.status} to the first alert`);
    else {
      await updateDevice(inner, device.id, { strikes: device.strikes + 1 });
      const wait = waitBefore([outcome], device.strikes + 3); // from four seconds on: nobody waits for it
      if (wait !== null && device.strikes < TRIES)
        await announce(inner, { event: 'device-followed', facts, runAt: now + wait });
    }
    inner.bell.ring('desk', { what: 'alerts' });
  });
}

async function welcomeFor(newsroom: Newsroom, language: string, deviceId: string): Promise<Telling> {
  const { settings, seal } = newsroom;
  const masthead = await findMasthead(newsroom);
  const words = alertWords(language);
  const payload = payloadOf({
    title: words.welcome,
    body: words.welcomeBody(masthead?.name ?? 'Crier'),
    navigate: `${settings.address}/alerts`,
    language,
    direction: directionOf(language),
    tag: 'welcome',
    revision: Math.floor(newsroom.clock.now() / SECOND), // a device that comes back is welcomed again
    alert: 'welcome',
    story: null,
    kind: 'welcome',
    silent: true,
  });
  return {
    payload,
    topic: topicOf(seal.hash, `welcome ${deviceId}`),
    ttl: LIFETIME / SECOND,
    urgency: 'normal',
    contact: contactOf(settings.contact, masthead?.contact ?? null, settings.address),
  };
}
