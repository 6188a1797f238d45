/** Signing in and out, and who is behind a request. Nobody can sign up: staff are added by an administrator. */
import { DAY, SECOND } from '../kit/clock.ts';
import { refuse } from '../kit/refusal.ts';
import type { Newsroom } from '../newsroom.ts';
import { LONGEST } from './password.ts';
import { deleteExpiredSessions, deleteSession, prolongSession, sessionWithStaff } from './queries.ts';
import { readSessionToken, writeSessionCookie } from './session-cookie.ts';
import { type Making, openPasswordDoor } from './sign-in-library.ts';
import { asStaff, type Staff } from './staff.ts';
import { openTries } from './tries.ts';

export interface SignedIn {
  staff: Staff;
  sessionId: string;
  /** Set-Cookie values to send along: the cookie of a session that goes on. Mostly none. */
  cookies: string[];
}

export interface SignIn {
  /** Refuses with `sign-in-refused` or `too-many-tries`. The cookies are Set-Cookie values. */
  signIn(given: {
    email: string;
    password: string;
    /** Where the try comes from; counted, not kept. */
    ip: string;
    userAgent?: string | undefined;
  }): Promise<{ staff: Staff; cookies: string[] }>;
  /** Ends the session of the Cookie header; answers with the Set-Cookie values that clear it. */
  signOut(cookieHeader: string | undefined): Promise<string[]>;
  /** One query; null for a stranger, an ended session, and someone who left. */
  whoIs(cookieHeader: string | undefined): Promise<SignedIn | null>;
}

const SESSION = 14 * DAY; // counted from the last day on which it was used
const PROLONG_AFTER = DAY; // a session is written anew once a day, not at every request

/** Somebody who mistypes gets through; somebody who guesses gets three tries a minute for one account. */
const perAccount = { tries: 6, everyMs: 20_000 };
/** A newsroom behind one address signs in within a minute; a list of accounts is not tried from it. */
const perPlace = { tries: 40, everyMs: 4_000 };

export function openSignIn(newsroom: Newsroom): SignIn {
  const making: Making = {
    secret: newsroom.seal.hash('staff sessions', 'secret'),
    secure: newsroom.settings.address.startsWith('https:'),
    seconds: SESSION / SECOND,
  };
  const accountTries = openTries(newsroom.clock, perAccount);
  const placeTries = openTries(newsroom.clock, perPlace);
  let door: ReturnType<typeof openPasswordDoor> | undefined; // loaded at the first sign-in, not at start
  return {
    async signIn(given) {
      const email = given.email.trim().toLowerCase();
      const account = `${given.ip} ${email}`;
      if (!accountTries.take(account) || !placeTries.take(given.ip)) refuse('too-many-tries');
      if (given.password.length > LONGEST) refuse('sign-in-refused');
      door ??= openPasswordDoor(newsroom, making);
      const cookies = await (await door)({ ...given, email });
      const someone = cookies && (await whoIs(newsroom, making, asHeader(cookies)));
      if (!someone) refuse('sign-in-refused'); // also who left, whose password still fits
      accountTries.forgive(account);
      await deleteExpiredSessions(newsroom, iso(newsroom.clock.now()));
      newsroom.log.info('staff signed in', { staff: someone.staff.id });
      return { staff: someone.staff, cookies };
    },
    async signOut(header) {
      const token = readSessionToken(header, making);
      if (token !== null) await deleteSession(newsroom, token);
      return [writeSessionCookie('', { ...making, seconds: 0 })];
    },
    whoIs: (header) => whoIs(newsroom, making, header),
  };
}

async function whoIs(
  newsroom: Newsroom,
  making: Making,
  header: string | undefined,
): Promise<SignedIn | null> {
  const token = readSessionToken(header, making);
  const row = token === null ? undefined : await sessionWithStaff(newsroom, token);
  if (token === null || !row) return null;
  const now = newsroom.clock.now();
  const left = Date.parse(row.expires_at) - now;
  if (!(left > 0)) return null;
  const cookies: string[] = [];
  if (left < SESSION - PROLONG_AFTER) {
    await prolongSession(newsroom, row.session_id, iso(now + SESSION));
    cookies.push(writeSessionCookie(token, making));
  }
  return { staff: asStaff(row), sessionId: row.session_id, cookies };
}

/** Set-Cookie values as the browser would send them back. */
function asHeader(cookies: string[]): string {
  return cookies.map((cookie) => cookie.split(';')[0]).join('; ');
}

function iso(instant: number): string {
  return new Date(instant).toISOString();
}
