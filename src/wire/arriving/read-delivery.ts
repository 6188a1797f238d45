/** Has what was delivered read in a thread: a hung or greedy reading ends there, and the source says so. */

import { SECOND } from '../../kit/clock.ts';
import { sayOutside } from '../../kit/outside.ts';
import { ownModule } from '../../kit/own-module.ts';
import type { Newsroom } from '../../newsroom.ts';
import type { SourceFailure } from '../../store/closed-sets.ts';
import type { DeliveryQuestion, ReadDelivery } from './prepare-delivery.ts';

const LONGEST_READ = 20 * SECOND; // the worst real feed takes a quarter of a second
const FOR_A_MEGABYTE = 4 * SECOND; // more: an archive of years in one feed is read on a busy machine too

export type DeliveryReading =
  | { ok: true; prepared: ReadDelivery }
  | { ok: false; why: SourceFailure; words: string };

export async function readDelivery(newsroom: Newsroom, delivery: DeliveryQuestion): Promise<DeliveryReading> {
  // A Buffer may be a window on a large slab, all of which would be copied.
  const bytes = Uint8Array.from(delivery.bytes);
  const answer = await newsroom.threads.run<ReadDelivery>({
    module: ownModule('wire/arriving/prepare-delivery'),
    work: 'prepareDelivery',
    argument: { ...delivery, bytes },
    ms: LONGEST_READ + FOR_A_MEGABYTE * (bytes.length / 2 ** 20),
    isShort: true,
  });
  if (answer.ok) return { ok: true, prepared: answer.value };
  if (answer.why === 'broken')
    newsroom.log.error('reading failed', { address: delivery.address, error: answer.words });
  return {
    ok: false,
    why: `read-${answer.why}`,
    words: sayOutside({ name: `reading:${answer.why}`, facts: {} }),
  };
}
