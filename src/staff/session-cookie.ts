/**
 * The cookie of a session, as the sign-in library writes it: the session's token, a dot, its HMAC-SHA-256 in base64. It
 * is read here and not by the library, because every desk request needs it and the library costs a third of a second
 * to load. The tests compare the two.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';

/** Before the dot; browsers keep `__Secure-` cookies to https. */
export const COOKIE_PREFIX = 'crier';

export function sessionCookieName(secure: boolean): string {
  return `${secure ? '__Secure-' : ''}${COOKIE_PREFIX}.session_token`;
}

/** The session's token, if the header has the cookie and it was signed with the secret. */
export function readSessionToken(
  header: string | undefined,
  made: { secret: string; secure: boolean },
): string | null {
  const value = cookieIn(header ?? '', sessionCookieName(made.secure));
  const dot = value.lastIndexOf('.');
  if (dot < 1) return null;
  const token = value.slice(0, dot);
  const given = Buffer.from(value.slice(dot + 1), 'base64');
  const wanted = sign(token, made.secret);
  return given.length === wanted.length && timingSafeEqual(given, wanted) ? token : null;
}

/** The cookie again for as long as it lasts when new: sessions that are used go on. */
export function writeSessionCookie(
  token: string,
  made: { secret: string; secure: boolean; seconds: number },
): string {
  const value = encodeURIComponent(`${token}.${sign(token, made.secret).toString('base64')}`);
  const parts = [
    `${sessionCookieName(made.secure)}=${value}`,
    `Max-Age=${made.seconds}`,
    'Path=/',
    'HttpOnly',
  ];
  return [...parts, ...(made.secure ? ['Secure'] : []), 'SameSite=Lax'].join('; ');
}

function sign(token: string, secret: string): Buffer {
  return createHmac('sha256', secret).update(token).digest();
}

function cookieIn(header: string, name: string): string {
  for (const pair of header.split(';')) {
    const [key, ...value] = pair.split('=');
    if (key?.trim() === name) return decoded(value.join('=').trim());
  }
  return '';
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return ''; // a cookie with a broken escape is none of ours
  }
}
