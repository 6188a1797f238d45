/** Asks hubs for what is due: to subscribe, to renew, to end (WebSub, 5.1). */
import { randomInt } from 'node:crypto';
import { DAY, MINUTE, SECOND } from '../../kit/clock.ts';
import { type FetchOutcome, guardedFetch } from '../../kit/guarded-fetch.ts';
import type { Newsroom } from '../../newsroom.ts';
import {
  claimAsking,
  deleteSubscription,
  type SubscriptionRow,
  updateSubscription,
} from '../sources/subscription-queries.ts';
import { SECRET } from './websub.ts';

const AT_ONCE = 10;
const LEASE_SECONDS = (10 * DAY) / SECOND; // asked for; the hub says what it gives
const VERIFIES_WITHIN = 10 * MINUTE; // a hub that has not verified by then is asked again
const LONGEST_WAIT = DAY;
const GIVE_UP_ENDING = 5; // tries; after that the lease runs out by itself, and what is sent is unknown here

/** Chime. */
export async function askHubs(newsroom: Newsroom): Promise<void> {
  const until = newsroom.clock.now() + VERIFIES_WITHIN;
  const due = await claimAsking(newsroom, until, AT_ONCE);
  await Promise.all(due.map((row) => ask(newsroom, row)));
}

async function ask(newsroom: Newsroom, row: SubscriptionRow): Promise<void> {
  const { settings } = newsroom;
  const isEnding = row.state === 'ending';
  const form = new URLSearchParams({
    'hub.mode': isEnding ? 'unsubscribe' : 'subscribe',
    'hub.topic': row.topic,
    'hub.callback': `${settings.address}/api/wire/hubs/${row.token}`,
    ...(!isEnding && {
      'hub.secret': newsroom.seal.open(SECRET, row.secret_sealed),
      'hub.lease_seconds': String(LEASE_SECONDS),
    }),
  });
  const got = await post(newsroom, row.hub, form.toString());
  const isTaken = got.ok && got.status >= 200 && got.status < 300;
  const attempts = row.attempts + 1;
  const now = newsroom.clock.now();
  if (isEnding && (attempts >= GIVE_UP_ENDING || (got.ok && [404, 410].includes(got.status)))) {
    await deleteSubscription(newsroom, row.source_id);
    return;
  }
  // An active one that is renewed stays active with its secret until its lease is over.
  const pause = Math.min(LONGEST_WAIT, VERIFIES_WITHIN * 2 ** Math.min(attempts - 1, 8));
  await updateSubscription(newsroom, row.source_id, {
    attempts,
    asked_at: now,
    next_ask_at: now + Math.round(pause * (0.75 + randomInt(1_000) / 2_000)),
    ...(!isTaken && {
      words: got.ok ? `The hub refuses the subscription (${got.status}).` : `The hub: ${got.words}`,
      ...(row.state === 'asked' && attempts >= 3 && { state: 'failed' as const }),
    }),
  });
}

const MOST_REDIRECTS = 3;

/** A hub may have moved: 307 and 308 ask for the same to be sent there (WebSub, 5.1). */
async function post(newsroom: Newsroom, hub: string, body: string): Promise<FetchOutcome> {
  const { trustedHosts, address: newsroomAddress } = newsroom.settings;
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  let address = hub;
  for (let hop = 0; ; hop += 1) {
    const got = await guardedFetch({ address, body, headers, trustedHosts, newsroomAddress });
    const to = got.ok && [307, 308].includes(got.status) ? got.headers.location : undefined;
    if (to === undefined || hop === MOST_REDIRECTS || !URL.canParse(to, address)) return got;
    address = new URL(to, address).href;
  }
}
