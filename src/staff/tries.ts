/**
 * How often someone may try a password. Counted in the store, so that several processes count together and a restart
 * forgives nobody; keys are hashed, so that the table says nothing of who tried (docs/decisions/2026-11-29-tries-of-a-password.md).
 */
import { HOUR, SECOND } from '../kit/clock.ts';
import { HOUSEHOLD, networkOf, SITE } from '../kit/network.ts';
import { because, refuse } from '../kit/refusal.ts';
import type { Newsroom } from '../newsroom.ts';
import { dropTriesBefore, holdTry, isKnownPlace, type KeptTry, keepTry, removeTry } from './try-queries.ts';

/** A bucket of tries that fills up again. */
export interface Allowance {
  /** Tries at once. */
  tries: number;
  /** One more after this many milliseconds. */
  everyMs: number;
}

/** Somebody who mistypes gets through; somebody who guesses gets three tries a minute for one account. */
const atOnePlace: Allowance = { tries: 6, everyMs: 20 * SECOND };
/** A newsroom behind one address signs in within a minute; a list of accounts is not tried from it. */
const fromOnePlace: Allowance = { tries: 40, everyMs: 4 * SECOND };
/** Whoever has a /48 has 65,536 places. */
const fromOneSite: Allowance = { tries: 120, everyMs: 2 * SECOND };

const FREE_FAILURES = 10; // of one account, from wherever, before tries are spread out: a whole newsroom mistyping
const FIRST_DELAY = SECOND; // doubled with each failure after those
const LONGEST_DELAY = 30 * SECOND; // never more: an account is slowed down for strangers, and shut for nobody
const FORGOTTEN_AFTER = 24 * HOUR; // failures of an account, after the last one

/** What a try is for, and from where. */
export interface Trying {
  /** The account, as it was typed. */
  account: string;
  /** The network address. */
  ip: string;
  /** The person, where there is one: they are let through from places where they signed in before. */
  staffId: string | null;
}

/**
 * Takes one try, or refuses with `too-many-tries` and says for how long. Counted before the password is looked at, so
 * that many at once are many tries.
 */
export async function takeTry(newsroom: Newsroom, trying: Trying): Promise<void> {
  const now = newsroom.clock.now();
  const buckets = bucketsOf(newsroom, trying);
  const account = keyOf(newsroom, `account ${trying.account}`);
  await newsroom.transact(async (inner) => {
    const isKnown =
      trying.staffId !== null && (await isKnownPlace(inner, trying.staffId, placeKey(inner, trying.ip)));
    let wait = 0;
    const after: [string, KeptTry][] = [];
    // In the order of their keys, so that two who hold several rows do not wait for each other.
    for (const { key, allowance } of buckets.toSorted((one, other) => (one.key < other.key ? -1 : 1))) {
      const kept = await holdTry(inner, key, now);
      const full = Math.max(kept.at, now) + allowance.everyMs;
      wait = Math.max(wait, full - now - allowance.tries * allowance.everyMs);
      after.push([key, { at: full, failures: 0 }]);
    }
    if (!isKnown) {
      const kept = await holdTry(inner, account, now);
      wait = Math.max(wait, kept.at - now);
      after.push([account, counted(kept, now)]);
    }
    if (wait > 0)
      refuse('too-many-tries', { because: because('waitFor', { seconds: Math.ceil(wait / SECOND) }) });
    for (const [key, value] of after) await keepTry(inner, key, value);
  });
}

/** One failure more; from the eleventh on the next try may be a little later each time. */
function counted(kept: KeptTry, now: number): KeptTry {
  const failures = now - kept.at > FORGOTTEN_AFTER ? 1 : kept.failures + 1;
  const over = failures - FREE_FAILURES;
  const delay = over <= 0 ? 0 : Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** Math.min(over - 1, 20));
  return { at: now + delay, failures };
}

/** After the right password: what was counted for this account, here and elsewhere, is forgotten. */
export async function forgiveTries(newsroom: Newsroom, { account, ip }: Trying): Promise<void> {
  await removeTry(newsroom, keyOf(newsroom, `here ${networkOf(ip, HOUSEHOLD)} ${account}`));
  await removeTry(newsroom, keyOf(newsroom, `account ${account}`));
}

/** Drops what no longer counts. */
export async function forgetTries(newsroom: Newsroom): Promise<void> {
  await dropTriesBefore(newsroom, newsroom.clock.now() - FORGOTTEN_AFTER);
}

function bucketsOf(newsroom: Newsroom, { account, ip }: Trying): { key: string; allowance: Allowance }[] {
  const household = networkOf(ip, HOUSEHOLD);
  const site = networkOf(ip, SITE);
  return [
    { key: keyOf(newsroom, `here ${household} ${account}`), allowance: atOnePlace },
    { key: keyOf(newsroom, `place ${household}`), allowance: fromOnePlace },
    ...(site === household ? [] : [{ key: keyOf(newsroom, `site ${site}`), allowance: fromOneSite }]),
  ];
}

/** What is kept of a place where someone signed in. */
export function placeKey(newsroom: Newsroom, ip: string): string {
  return keyOf(newsroom, `known ${networkOf(ip, HOUSEHOLD)}`);
}

function keyOf(newsroom: Newsroom, of: string): string {
  return newsroom.seal.hash('sign-in tries', of);
}
