/** Ids that sort by the time they were made: UUIDv7 (RFC 9562 section 5.7). */
import { randomBytes } from 'node:crypto';
import type { Clock } from './clock.ts';

export interface Ids {
  next(): string;
}

/**
 * Makes ids from the clock. Within one millisecond the 12 bits after the version count up (RFC 9562 section 6.2,
 * method 1), so ids of one process are in the order in which they were asked for; a clock that goes back is waited out.
 */
export function makeIds(clock: Clock): Ids {
  const bytes = new Uint8Array(16);
  const chance = openChance();
  let last = 0;
  let counter = 0;
  return {
    next() {
      const now = clock.now();
      if (now > last) {
        last = now;
        counter = randomBytes(1)[0] ?? 0;
      } else if (++counter > 0xfff) {
        last += 1;
        counter = 0;
      }
      bytes.set(chance());
      return uuidV7(bytes, last, counter);
    },
  };
}

const OF_AN_ID = 16; // bytes; the first half is written over
const AT_ONCE = 256; // ids: asking the system for chance takes longer than all else of an id

function openChance(): () => Uint8Array {
  let store = new Uint8Array();
  let from = 0;
  return () => {
    if (from >= store.length) {
      store = randomBytes(OF_AN_ID * AT_ONCE);
      from = 0;
    }
    from += OF_AN_ID;
    return store.subarray(from - OF_AN_ID, from);
  };
}

/** `bytes`: of chance, where time and counter do not stand. */
function uuidV7(bytes: Uint8Array, ms: number, counter: number): string {
  const view = new DataView(bytes.buffer);
  view.setUint16(0, Math.floor(ms / 2 ** 32));
  view.setUint32(2, ms % 2 ** 32);
  view.setUint16(6, 0x7000 | counter);
  view.setUint8(8, 0x80 | (view.getUint8(8) & 0x3f));
  const hex = Buffer.from(bytes).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
