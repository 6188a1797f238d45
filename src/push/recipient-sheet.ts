/**
 * Recipients as a store hands them over: a whole sheet of them in one piece of bytes. A row for each takes four times as long to read, and
 * leaves a piece of memory for each behind that only the garbage collector frees.
 */
import type { Recipient } from './recipient-pack.ts';

/** Devices of one push service with one VAPID key. */
export interface RecipientSheet {
  origin: string;
  vapidKeyId: string;
  /**
   * One after the other: its id, how long each of its parts is in five decimal digits, and the parts: point, sealed secret, sealed
   * address.
   */
  bytes: Buffer;
}

const ID = 36; // bytes of a UUID
const DIGITS = 5;
const PARTS_AT = ID + 3 * DIGITS;
const ZERO = 0x30;

/** Who stands on a sheet, in its order. Their bytes are those of the sheet. */
export function recipientsOn({ origin, vapidKeyId, bytes }: RecipientSheet): Recipient[] {
  const recipients: Recipient[] = [];
  for (let start = 0; start < bytes.length; ) {
    const [pointLength, authLength, endpointLength] = [0, 1, 2].map((part) =>
      numberAt(bytes, start + ID + part * DIGITS),
    ) as [number, number, number];
    const at = start + PARTS_AT;
    const id = bytes.toString('latin1', start, start + ID);
    recipients.push({ id, origin, vapidKeyId, bytes, at, pointLength, authLength, endpointLength });
    start = at + pointLength + authLength + endpointLength;
  }
  return recipients;
}

function numberAt(bytes: Buffer, at: number): number {
  let number = 0;
  for (let place = at; place < at + DIGITS; place += 1)
    number = number * 10 + (bytes[place] as number) - ZERO;
  return number;
}
