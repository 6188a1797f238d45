/** What an item is compared by, read from its words. Pure, and half a millisecond: what many items come with is read in a thread. */
import { type EventMarks, eventMarksOf, type MarkedCopy } from './marks.ts';
import { signatureOf } from './min-hash.ts';

export interface ItemMarks {
  /** Of 32 bits each; null of a text too short to be a copy of another. */
  signature: number[] | null;
  marks: EventMarks;
}

export function readEventMarks(copy: MarkedCopy): ItemMarks {
  return { signature: signatureOf(copy.text || copy.summary), marks: eventMarksOf(copy) };
}
