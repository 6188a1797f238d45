/**
 * Encryption of one message for one device: RFC 8291 (Web Push) over RFC 8188 (aes128gcm), a single record, and a fresh
 * key pair and salt for each message.
 */
import { createCipheriv, createECDH, createHmac, type ECDH, randomBytes, randomFillSync } from 'node:crypto';
import { once } from '../kit/once.ts';

export const LARGEST = 3_993; // bytes of plaintext: what is left of the 4,096 that every push service must take
const BUCKET = 512; // bytes to which a record is padded, so that a service cannot tell alerts apart by their length
const RECORD_SIZE = 4_096;
const KEY_ID = 65; // bytes of an uncompressed point
const SALT = 16;
const HEADER = SALT + 4 + 1 + KEY_ID;
const TAG = 16;

/** The public half of what a browser gave us. */
export interface DeviceKeys {
  /** Uncompressed P-256 point, 65 bytes. */
  p256dh: Uint8Array;
  /** 16 bytes. */
  auth: Uint8Array;
}

/**
 * All of the costly half of an encryption, made ahead of the message. Good for one message only: the key pair in it must
 * not be used twice (RFC 8291 section 3.1). Never kept on a disk.
 */
export interface Ticket {
  publicKey: Buffer;
  ikm: Buffer;
}

/** Holds the curve once for all: each message draws a key pair of its own from it, which the next one replaces. */
const curve = once(() => createECDH('prime256v1'));

/** Makes a ticket for one device. `pair` only in tests, to reproduce the RFC's own example. */
export function makeTicket(device: DeviceKeys, pair?: ECDH): Ticket {
  const ours = pair ?? curve(); // to make the object anew costs a tenth of all that is done with it
  const publicKey = pair ? pair.getPublicKey() : ours.generateKeys();
  const shared = ours.computeSecret(device.p256dh);
  const info = Buffer.concat([KEY_INFO, device.p256dh, publicKey, ONE]);
  return { publicKey, ikm: hmac(hmac(device.auth, shared), info) };
}

/** Text as the record that is encrypted: the last record's delimiter, then zeros up to the bucket. Refuses what is too long. */
export function recordOf(text: Uint8Array, padded = true): Buffer {
  if (text.length > LARGEST)
    throw new RangeError(`a push message holds ${LARGEST} bytes, this has ${text.length}`);
  const needed = text.length + 1;
  const size = padded ? Math.min(Math.ceil(needed / BUCKET) * BUCKET, LARGEST + 1) : needed;
  const record = Buffer.alloc(size);
  record.set(text);
  record[text.length] = 0x02; // RFC 8188 section 2: this is the last record
  return record;
}

/** Salts, 16 random bytes each, drawn from a thousand made at a time: asking for each alone costs ten times as much. */
export function openSalts(): () => Uint8Array {
  const pool = Buffer.alloc(SALT * 1_000);
  let at = pool.length;
  return () => {
    if (at === pool.length) {
      randomFillSync(pool);
      at = 0;
    }
    at += SALT;
    return pool.subarray(at - SALT, at);
  };
}

/** How many bytes the body of a request will have. */
export function sealedLength(record: Uint8Array): number {
  return HEADER + record.length + TAG;
}

/** The body of the request. The ticket is used up. `salt` only in tests. */
export function sealRecord(ticket: Ticket, record: Buffer, salt: Uint8Array = randomBytes(SALT)): Buffer {
  const prk = hmac(salt, ticket.ikm);
  const key = hmac(prk, CEK_INFO).subarray(0, 16);
  const nonce = hmac(prk, NONCE_INFO).subarray(0, 12);
  const cipher = createCipheriv('aes-128-gcm', key, nonce);
  const body = Buffer.allocUnsafe(sealedLength(record));
  body.set(salt, 0);
  body.writeUInt32BE(RECORD_SIZE, SALT);
  body[SALT + 4] = KEY_ID;
  body.set(ticket.publicKey, SALT + 5);
  body.set(cipher.update(record), HEADER);
  cipher.final();
  body.set(cipher.getAuthTag(), HEADER + record.length);
  return body;
}

const KEY_INFO = Buffer.from('WebPush: info\0');
const CEK_INFO = Buffer.from('Content-Encoding: aes128gcm\0\u0001');
const NONCE_INFO = Buffer.from('Content-Encoding: nonce\0\u0001');
const ONE = Buffer.of(1); // HKDF's counter (RFC 5869 section 2.3): all we draw fits its first block

function hmac(key: Uint8Array, text: Uint8Array): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
