/** The signature over a second and what was said in it: what sources send us with, and what we call the edge with (docs/webhook.md). */
import { createHmac } from 'node:crypto';

/** `sha256=…`: HMAC-SHA-256, in hexadecimal, over the seconds since 1970 as written, a full stop and the bytes. */
export function timedSignature(secret: string, seconds: string, bytes: Uint8Array): string {
  return `sha256=${createHmac('sha256', secret).update(`${seconds}.`).update(bytes).digest('hex')}`;
}

/** The two headers of a call that is signed at this instant, in ms. */
export function timedHeaders(secret: string, at: number, body: string): Record<string, string> {
  const seconds = String(Math.floor(at / 1_000));
  return {
    'x-crier-timestamp': seconds,
    'x-crier-signature': timedSignature(secret, seconds, Buffer.from(body)),
  };
}
