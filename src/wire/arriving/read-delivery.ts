/** Has what was delivered read in a thread: a hung or greedy reading ends there, and the source says so. */
import { SECOND } from '../../kit/clock.ts';
import { ownModule } from '../../kit/own-module.ts';
import type { Newsroom } from '../../newsroom.ts';
import type { DeliveryQuestion, ReadDelivery } from './prepare-delivery.ts';

const LONGEST_READ = 20 * SECOND; // the worst real feed takes a quarter of a second

export type DeliveryReading =
  | { ok: true; prepared: ReadDelivery }
  | { ok: false; why: string; words: string };

export async function readDelivery(newsroom: Newsroom, delivery: DeliveryQuestion): Promise<DeliveryReading> {
  // A Buffer may be a window on a large slab, all of which would be copied.
  const bytes = Uint8Array.from(delivery.bytes);
  const answer = await newsroom.threads.run<ReadDelivery>({
    module: ownModule('wire/arriving/prepare-delivery'),
    work: 'prepareDelivery',
    argument: { ...delivery, bytes },
    ms: LONGEST_READ,
  });
  if (answer.ok) return { ok: true, prepared: answer.value };
  if (answer.why === 'broken')
    newsroom.log.error('reading failed', { address: delivery.address, error: answer.words });
  return { ok: false, why: `read-${answer.why}`, words: inWords[answer.why] };
}

const inWords = {
  'too-long': 'What it sent took too long to read, and reading was ended.',
  'too-much': 'What it sent took too much memory to read, and reading was ended.',
  broken: 'What it sent could not be read. This is a fault of Crier; the log has more.',
  closed: 'The newsroom was closing.',
};
