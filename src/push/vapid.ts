/** Proof to a push service that a message is from us: RFC 8292. One signed header serves a whole origin for hours. */
import { createPrivateKey, type KeyObject, sign } from 'node:crypto';
import { type Clock, HOUR } from '../kit/clock.ts';
import type { VapidKey } from '../kit/keys.ts';

const VALID = 12 * HOUR; // RFC 8292 section 2 allows 24; half of it bears a clock that is wrong by hours
const RENEW = 6 * HOUR; // so that the token is never old when it is used
const JITTER = HOUR; // processes and origins do not all renew at once

export interface VapidSigner {
  /** The `Authorization` header for one origin, by the key a device subscribed with; null if we do not have that key. */
  header(origin: string, keyId: string): string | null;
}

/** `contact`: a mailto: or https: address, or null for none (Apple and Mozilla insist on one). */
export function openVapidSigner(keys: VapidKey[], contact: string | null, clock: Clock): VapidSigner {
  const ring = new Map(keys.map((key) => [key.id, { ...key, secret: privateKeyOf(key) }]));
  const cache = new Map<string, { header: string; renewAt: number }>();
  return {
    header(origin, keyId) {
      const key = ring.get(keyId);
      if (!key) return null;
      const now = clock.now();
      const name = `${keyId} ${origin}`;
      const had = cache.get(name);
      if (had && now < had.renewAt) return had.header;
      const token = signedToken(key.secret, { aud: origin, exp: Math.floor((now + VALID) / 1_000), contact });
      const header = `vapid t=${token}, k=${key.publicKey}`;
      cache.set(name, { header, renewAt: now + RENEW - Math.random() * JITTER });
      return header;
    },
  };
}

/**
 * Whom a push service may write to: the setting, else the masthead's contact, else the site itself. Apple answers 403 to
 * localhost, and nobody can be reached there, so such an address is never given.
 */
export function contactOf(setting: string | undefined, masthead: string | null, site: string): string | null {
  const mail = masthead && /^[^@\s]+@[^@\s]+$/.test(masthead) ? `mailto:${masthead}` : masthead;
  const usable = [setting, mail, site].filter(
    (address): address is string =>
      typeof address === 'string' && /^(mailto:[^@\s]+@|https:\/\/)/.test(address),
  );
  return usable.find((address) => !/[@/](localhost|127\.\d|\[::1\])/i.test(address)) ?? null;
}

const HEAD = encode({ typ: 'JWT', alg: 'ES256' });

function signedToken(
  secret: KeyObject,
  claims: { aud: string; exp: number; contact: string | null },
): string {
  const { contact, ...rest } = claims;
  const text = `${HEAD}.${encode(contact ? { ...rest, sub: contact } : rest)}`;
  const signature = sign('sha256', Buffer.from(text), { key: secret, dsaEncoding: 'ieee-p1363' }); // r and s, not DER
  return `${text}.${signature.toString('base64url')}`;
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function privateKeyOf(key: VapidKey): KeyObject {
  const point = Buffer.from(key.publicKey, 'base64url');
  const [x, y] = [point.subarray(1, 33), point.subarray(33, 65)].map((half) => half.toString('base64url'));
  const jwk = { kty: 'EC', crv: 'P-256', x: x ?? '', y: y ?? '', d: key.privateKey };
  return createPrivateKey({ key: jwk, format: 'jwk' });
}
