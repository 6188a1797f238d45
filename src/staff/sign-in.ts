/** Signing in and out, and who is behind a request. Nobody can sign up: staff are added by an administrator. */
import { DAY, HOUR, SECOND } from '../kit/clock.ts';
import { giveUpReserve, isDiskFull } from '../kit/full-disk.ts';
import { networkInWords } from '../kit/network.ts';
import { refuse } from '../kit/refusal.ts';
import type { Newsroom } from '../newsroom.ts';
import { LONGEST } from './password.ts';
import {
  deleteExpiredSessions,
  deleteSession,
  sessionWithStaff,
  staffByEmail,
  touchSession,
} from './queries.ts';
import { readSessionToken, writeSessionCookie } from './session-cookie.ts';
import { type Making, openPasswordDoor, type PasswordDoor } from './sign-in-library.ts';
import { asStaff, type Staff } from './staff.ts';
import { forgetTries, forgiveTries, placeKey, takeTry } from './tries.ts';
import { dropPlacesBefore, keepPlace } from './try-queries.ts';

export interface SignedIn {
  staff: Staff;
  sessionId: string;
  /** They have a password that somebody else has seen, and choose their own before anything else. */
  passwordDue: boolean;
  /** Set-Cookie values to send along: the cookie of a session that goes on. Mostly none. */
  cookies: string[];
}

export interface SignIn {
  /** Refuses with `sign-in-refused` or `too-many-tries`. The cookies are Set-Cookie values. */
  signIn(given: {
    email: string;
    password: string;
    /** Where the try comes from: counted; the session keeps its beginning, for its list. */
    ip: string;
    userAgent?: string | undefined;
  }): Promise<{ staff: Staff; cookies: string[] }>;
  /** Ends the session of the Cookie header; answers with the Set-Cookie values that clear it. */
  signOut(cookieHeader: string | undefined): Promise<string[]>;
  /** One query; null for a stranger, an ended session, and someone who left. */
  whoIs(cookieHeader: string | undefined): Promise<SignedIn | null>;
}

const SESSION = 14 * DAY; // counted from the last day on which it was used
export const LONGEST_SESSION = 30 * DAY; // used every day or not: whoever has a stolen cookie has it for a month at most
const PROLONG_AFTER = DAY; // the cookie is written anew once a day, not at every request
const TOUCH_AFTER = HOUR; // and when it was last used, for the list of one's sessions, once an hour
const PLACES_KEPT = 90 * DAY; // from where someone signed in; a reporter on a long trip comes home to a known place
const LONGEST_ADDRESS = 254; // characters: no account has a longer one

export function openSignIn(newsroom: Newsroom): SignIn {
  const making: Making = {
    secret: newsroom.seal.hash('staff sessions', 'secret'),
    secure: newsroom.settings.address.startsWith('https:'),
    seconds: SESSION / SECOND,
  };
  let door: ReturnType<typeof openPasswordDoor> | undefined; // loaded at the first sign-in, not at start
  return {
    async signIn(given) {
      door ??= openPasswordDoor(newsroom, making);
      const library = await door;
      const enter = () => signIn(newsroom, making, library, given);
      return await enter().catch((error: unknown) => {
        // Whoever cannot sign in cannot make room. What was half done is not kept, and the try was not counted.
        if (!isDiskFull(error) || !giveUpReserve(newsroom.settings.data)) throw error;
        newsroom.log.warn('the reserve was given up, so that someone can sign in', {});
        return enter();
      });
    },
    async signOut(header) {
      const token = readSessionToken(header, making);
      if (token !== null) await deleteSession(newsroom, token);
      return [writeSessionCookie('', { ...making, seconds: 0 })];
    },
    whoIs: (header) => whoIs(newsroom, making, header),
  };
}

async function signIn(
  newsroom: Newsroom,
  making: Making,
  door: PasswordDoor,
  given: Parameters<SignIn['signIn']>[0],
): ReturnType<SignIn['signIn']> {
  const email = given.email.trim().toLowerCase();
  if (email.length > LONGEST_ADDRESS) refuse('sign-in-refused');
  const known = await staffByEmail(newsroom, email);
  const trying = { account: email, ip: given.ip, staffId: known?.id ?? null };
  await takeTry(newsroom, trying);
  if (given.password.length > LONGEST) refuse('sign-in-refused');
  const cookies = await door({ ...given, email });
  const someone = cookies && (await whoIs(newsroom, making, asHeader(cookies)));
  if (!someone) refuse('sign-in-refused'); // also who left, whose password still fits
  await forgiveTries(newsroom, trying);
  await welcome(newsroom, someone, given.ip);
  return { staff: someone.staff, cookies };
}

/** What is kept of a sign-in that went well, and what may now be forgotten. */
async function welcome(newsroom: Newsroom, { staff, sessionId }: SignedIn, ip: string): Promise<void> {
  const now = newsroom.clock.now();
  await touchSession(newsroom, sessionId, { ip_address: networkInWords(ip), updated_at: iso(now) });
  await keepPlace(newsroom, { staffId: staff.id, place: placeKey(newsroom, ip), at: now });
  await dropPlacesBefore(newsroom, now - PLACES_KEPT);
  await forgetTries(newsroom);
  await deleteExpiredSessions(newsroom, iso(now));
  newsroom.log.info('staff signed in', { staff: staff.id });
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
  const end = Date.parse(row.session_created_at) + LONGEST_SESSION;
  if (!(Date.parse(row.expires_at) > now && end > now)) return null;
  const cookies: string[] = [];
  const until = Math.min(now + SESSION, end);
  const gained = until - Date.parse(row.expires_at);
  if (gained > PROLONG_AFTER || (until === end && gained > 0)) {
    await touchSession(newsroom, row.session_id, { expires_at: iso(until), updated_at: iso(now) });
    cookies.push(writeSessionCookie(token, { ...making, seconds: Math.floor((until - now) / SECOND) }));
  } else if (now - Date.parse(row.used_at) > TOUCH_AFTER)
    await touchSession(newsroom, row.session_id, { updated_at: iso(now) });
  return {
    staff: asStaff(row),
    sessionId: row.session_id,
    passwordDue: row.password_due === 1,
    cookies,
  };
}

/** Set-Cookie values as the browser would send them back. */
function asHeader(cookies: string[]): string {
  return cookies.map((cookie) => cookie.split(';')[0]).join('; ');
}

function iso(instant: number): string {
  return new Date(instant).toISOString();
}
