/** Replay: the bytes of an item, as they came, read by today's parser. What it now reads otherwise is a new version. */

import { findItemRow, getVersionRow } from '../../intake/item-queries.ts';
import { getSourceRow } from '../../intake/source-queries.ts';
import { decode } from '../../kit/decode.ts';
import { refuse } from '../../kit/refusal.ts';
import type { Newsroom } from '../../newsroom.ts';
import { identityKey } from '../reading/identity.ts';
import { readDelivery } from './read-delivery.ts';
import { takeIn } from './take-in.ts';

export interface ReplayOutcome {
  /** False where it is read as it was. */
  changed: boolean;
  /** What is wrong, where it could not be read. */
  words: string | null;
}

/** Reads the current version again. Refuses with `not-found`. */
export async function replayItem(newsroom: Newsroom, { itemId }: { itemId: string }): Promise<ReplayOutcome> {
  const item = (await findItemRow(newsroom, itemId)) ?? refuse('not-found', { because: 'noSuchItem' });
  const version = await getVersionRow(newsroom, item.id, item.version);
  const known = identityKey(item.identity);
  const source = await getSourceRow(newsroom, item.source_id);
  const bytes = wrapped(version.raw, version.raw_type, version.encoding);
  const began = newsroom.clock.now();
  const reading = await readDelivery(newsroom, {
    bytes,
    contentType: null,
    address: source.feed_url,
    language: version.declared_language ?? source.language,
    newsFrom: 0,
  });
  if (!reading.ok) return { changed: false, words: reading.words };
  // What it is known by must be what it was: an item read alone may have nothing but its words.
  const items = reading.prepared.items.filter(({ identity }) => identity === known);
  if (items.length === 0)
    return { changed: false, words: 'Read alone, it is not the same item: nothing was changed.' };
  const line = { via: 'replay', bytes: bytes.length, began } as const;
  const prepared = { ...reading.prepared, items };
  const { changed } = await takeIn(newsroom, { source, prepared, isFirst: false, line });
  return { changed: changed > 0, words: null };
}

const SPACES = [
  'xmlns:content="http://purl.org/rss/1.0/modules/content/"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:media="http://search.yahoo.com/mrss/"',
  'xmlns:georss="http://www.georss.org/georss"',
].join(' ');

/** An item's own part of a feed, with what must stand around it; an agency's file is whole. */
function wrapped(raw: Uint8Array, type: string, encoding: string): Uint8Array {
  const { text } = decode(raw, `text/plain; charset=${encoding}`);
  if (/^(rss|rss-0\.9)$/.test(type))
    return Buffer.from(`<rss version="2.0" ${SPACES}><channel>${text}</channel></rss>`);
  if (type === 'rss-1.0')
    return Buffer.from(
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" ${SPACES}>${text}</rdf:RDF>`,
    );
  if (type === 'atom')
    return Buffer.from(`<feed xmlns="http://www.w3.org/2005/Atom" ${SPACES}>${text}</feed>`);
  if (type === 'atom-0.3')
    return Buffer.from(`<feed version="0.3" xmlns="http://purl.org/atom/ns#" ${SPACES}>${text}</feed>`);
  if (type === 'json-feed')
    return Buffer.from(`{"version":"https://jsonfeed.org/version/1.1","items":[${text}]}`);
  return raw;
}
