/**
 * Deliveries: what was sent to us, rather than asked for. It is kept before it is answered, and read by the runner: a
 * sender that was told yes has told us, whatever happens to this process.
 */
import { createHash } from 'node:crypto';
import { getSourceRow, updateSource } from '../../intake/source-queries.ts';
import type { Newsroom } from '../../newsroom.ts';
import { announce } from '../../runner/work.ts';
import type { DeliveriesTable } from '../../store/source-tables.ts';
import { putLine, sampleOf } from '../sources/poll-lines.ts';
import { isOfTopic } from '../sources/subscription-queries.ts';
import { deleteDelivery, findDelivery, listFailed, putDelivery, setFailed } from './delivery-queries.ts';
import { readDelivery } from './read-delivery.ts';
import { takeIn } from './take-in.ts';

export interface SentDelivery {
  sourceId: string;
  via: DeliveriesTable['via'];
  /** Of the file; empty for the others. */
  name?: string;
  contentType: string | null;
  bytes: Uint8Array;
}

/** Keeps it, and announces it in the same transaction. The same bytes again are the same delivery. */
export async function acceptDelivery(
  newsroom: Newsroom,
  sent: SentDelivery,
): Promise<{ deliveryId: string }> {
  const hash = createHash('sha256').update(sent.bytes).digest('base64url');
  return newsroom.transact(async (inner) => {
    const now = inner.clock.now();
    const { id: deliveryId } = await putDelivery(
      inner,
      {
        id: inner.ids.next(),
        source_id: sent.sourceId,
        via: sent.via,
        name: sent.name ?? '',
        content_type: sent.contentType,
        bytes: Buffer.from(sent.bytes),
        hash,
        received_at: now,
      },
      { received_at: now, done_at: null },
    );
    await announce(inner, { event: 'wire-delivered', facts: { deliveryId } });
    return { deliveryId };
  });
}

/** Follow-up: reads a delivery and takes it in. Done again, it finds it gone, or every item known. */
export async function takeDelivery(
  newsroom: Newsroom,
  { deliveryId }: { deliveryId: string },
): Promise<void> {
  const row = await findDelivery(newsroom, deliveryId);
  if (!row || row.done_at !== null) return;
  const source = await getSourceRow(newsroom, row.source_id);
  const began = newsroom.clock.now();
  const reading = await readDelivery(newsroom, {
    bytes: row.bytes,
    contentType: row.content_type,
    address: source.feed_url,
    language: source.language,
    newsFrom: 0,
  });
  const line = { via: row.via, bytes: row.bytes.length, began };
  const wrong = reading.ok ? await whatIsWrong(newsroom, row, reading.prepared.feed) : reading.words;
  if (!reading.ok || wrong !== null) {
    await keepFailed(newsroom, row, wrong ?? '');
    await putLine(newsroom, source.id, { ...line, verdict: 'not-taken', words: wrong });
    newsroom.bell.ring('desk', { what: 'sources' });
    return;
  }
  const isFirst = source.last_item_at === null && source.feed_url !== null && source.last_ok_at === null;
  const kept = await takeIn(newsroom, { source, prepared: reading.prepared, isFirst, line });
  const now = newsroom.clock.now();
  await updateSource(newsroom, source.id, {
    ...(kept.itemIds.length > 0 && { last_item_at: now }),
    ...(source.feed_url === null && { last_ok_at: now, failure: null, failure_words: null }),
  });
  await deleteDelivery(newsroom, row.id);
}

/** Null for what can be taken in. */
async function whatIsWrong(
  newsroom: Newsroom,
  row: { via: string; source_id: string },
  feed: { format: string; problems: string[]; self: string | null },
): Promise<string | null> {
  if (feed.format === 'html' || feed.format === 'unknown')
    return feed.problems.join(' ') || 'What was sent is nothing that this newsroom can read.';
  const isForeign = row.via === 'websub' && !(await isOfTopic(newsroom, row.source_id, feed.self));
  return isForeign ? `The hub sent another feed than the one subscribed to: ${feed.self}.` : null;
}

/** It stays, with its bytes, until the desk has looked or the same is sent again. */
async function keepFailed(
  newsroom: Newsroom,
  row: { id: string; source_id: string; bytes: Uint8Array },
  words: string,
): Promise<void> {
  const now = newsroom.clock.now();
  await setFailed(newsroom, row.id, { done_at: now, words });
  await updateSource(newsroom, row.source_id, {
    failure: 'delivery-not-read',
    failure_words: words,
    failed_at: now,
    failure_sample: sampleOf(row.bytes),
  });
}

/** What was sent by a source and could not be read, newest first. */
export async function listFailedDeliveries(
  newsroom: Newsroom,
  sourceId: string,
): Promise<{ id: string; via: string; at: number; words: string | null }[]> {
  return listFailed(newsroom, sourceId, SHOWN);
}

const SHOWN = 5;
