/** Signatures over what is sent to us: a hub's (WebSub, section 8) and a source's own (docs/webhook.md). Pure. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { MINUTE, SECOND } from '../../kit/clock.ts';
import { timedSignature } from '../../kit/timed-signature.ts';

const METHODS = new Set(['sha1', 'sha256', 'sha384', 'sha512']); // WebSub, 8: those a hub may use

/** Whether `sha256=…` (or sha1, sha384, sha512) is right for these bytes. */
export function isSigned(header: string | undefined, secret: string, bytes: Uint8Array): boolean {
  const [, method = '', given = ''] = /^\s*(sha\d+)=([0-9a-f]+)\s*$/i.exec(header ?? '') ?? [];
  if (!METHODS.has(method.toLowerCase())) return false;
  const wanted = createHmac(method.toLowerCase(), secret).update(bytes).digest();
  const had = Buffer.from(given, 'hex');
  return had.length === wanted.length && timingSafeEqual(had, wanted);
}

const APART = 5 * MINUTE; // between the sender's clock and ours; what is older may be a copy of an earlier sending

export interface HookHeaders {
  signature: string | undefined;
  seconds: string | undefined;
}

/** What can be known before the bytes came: the headers are there, in their form, and of now. */
export function mayBeHookSigned({ signature = '', seconds = '' }: HookHeaders, now: number): boolean {
  const isOfNow = /^\d{9,12}$/.test(seconds) && Math.abs(Number(seconds) * SECOND - now) <= APART;
  return isOfNow && /^\s*sha256=[0-9a-f]{64}\s*$/i.test(signature);
}

export function isHookSigned(
  given: HookHeaders,
  { secret, bytes, now }: { secret: string; bytes: Uint8Array; now: number },
): boolean {
  const { seconds = '', signature = '' } = given;
  if (!mayBeHookSigned(given, now)) return false;
  const wanted = Buffer.from(timedSignature(secret, seconds, bytes));
  const had = Buffer.from(signature.trim().toLowerCase());
  return had.length === wanted.length && timingSafeEqual(had, wanted);
}
