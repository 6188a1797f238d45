/**
 * The pictures that came with an item: shown beside its text with credit and terms, and taken into the library with it or alone.
 * They are fetched through the guard; their own terms, narrowed by those of the item, go along and end them.
 */

import { findItemRow, getVersionRow } from '../../intake/item-queries.ts';
import { getSourceRow } from '../../intake/source-queries.ts';
import { because, Refusal, refuse } from '../../kit/refusal.ts';
import { fetchPicture } from '../../media/fetch-picture.ts';
import { findMediaByHref } from '../../media/media.ts';
import type { TakenPicture } from '../../media/take-picture.ts';
import type { Actor, Newsroom } from '../../newsroom.ts';
import { getRights } from '../../rights/get-rights.ts';
import { type MediaTerms, mediaTermsOf } from '../../rights/media-terms.ts';
import { readRecords } from '../../store/json-column.ts';
import type { ParsedMedia } from '../parse/feed.ts';
import { versionFacts } from './version-facts.ts';

export interface ItemPicture {
  /** Its place among what came with the item. */
  number: number;
  href: string;
  caption: string;
  credit: string;
  terms: MediaTerms;
  /** In the library already; null where nobody has taken it. */
  mediaId: string | null;
}

const MOST = 12; // shown and taken of one item
const PICTURE = /^(?:image|picture|photo|graphic)|^image\//i;
const BY_NAME = /\.(?:jpe?g|png|webp|avif|tiff?)(?:$|[?#])/i;

/** The pictures of an item's newest version. Refuses with `not-found` an item that is not there. */
export async function listItemPictures(newsroom: Newsroom, itemId: string): Promise<ItemPicture[]> {
  const item = (await findItemRow(newsroom, itemId)) ?? refuse('not-found', { because: 'noSuchItem' });
  const version = await getVersionRow(newsroom, itemId, item.version);
  const source = await getSourceRow(newsroom, item.source_id);
  const facts = versionFacts(version);
  const all = readRecords<ParsedMedia>('item_versions.media_json', itemId, version.media_json)
    .map((media, number) => ({ media, number }))
    .filter(({ media }) => isPicture(media))
    .slice(0, MOST);
  return Promise.all(
    all.map(async ({ media, number }) => ({
      number,
      href: media.href,
      caption: media.caption,
      credit: media.credit || facts.credit || source.credit || source.name,
      terms: mediaTermsOf(
        [...(media.terms ?? []), ...(facts.terms ?? []), facts.note ?? ''],
        item.received_at,
      ),
      mediaId: await findMediaByHref(newsroom, media.href),
    })),
  );
}

/** Whether the item is a picture itself, and not a text that one came with. */
export async function isPictureItem(newsroom: Newsroom, itemId: string): Promise<boolean> {
  const item = await findItemRow(newsroom, itemId);
  if (!item) return false;
  const version = await getVersionRow(newsroom, itemId, item.version);
  const facts = versionFacts(version);
  return PICTURE.test(facts.kind ?? '');
}

function isPicture({ kind, href }: ParsedMedia): boolean {
  return PICTURE.test(kind) || (kind === '' && BY_NAME.test(href));
}

export interface PictureWish {
  itemId: string;
  number: number;
  by: Actor;
  /** Milliseconds that its server may take. */
  ms?: number;
}

/**
 * Takes one into the library. Refuses with `item-withheld` what its source holds back or keeps off the web, and as `fetchPicture`
 * does.
 */
export async function takeItemPicture(newsroom: Newsroom, wish: PictureWish): Promise<TakenPicture> {
  const picture = (await listItemPictures(newsroom, wish.itemId)).find(
    ({ number }) => number === wish.number,
  );
  if (!picture) return refuse('not-found', { because: 'noSuchPictureOfItem' });
  const rights = await getRights(newsroom, { itemId: wish.itemId });
  if (rights.status !== null && rights.status !== 'usable') refuse('item-withheld');
  if (picture.terms.online === false)
    refuse('item-withheld', {
      because: because('pictureNotForTheWeb', { fact: picture.terms.words?.[0] ?? '' }),
    });
  const item = await findItemRow(newsroom, wish.itemId);
  const ends = [picture.terms.until, rights.expiresAt].filter((at) => typeof at === 'number');
  return fetchPicture(newsroom, {
    address: picture.href,
    caption: picture.caption,
    credit: picture.credit,
    ...(wish.ms === undefined ? {} : { ms: wish.ms }),
    origin: {
      sourceId: item?.source_id ?? '',
      itemId: wish.itemId,
      href: picture.href,
      terms: picture.terms,
      expiresAt: ends.length > 0 ? Math.min(...ends) : null,
    },
    by: wish.by,
  });
}

const PATIENCE = 8_000; // ms for all pictures of a pick-up: an editor waits for them

/** Takes those of an item that its server gives soon enough; what it does not give is left, and stays on offer. */
export async function takeItemPictures(
  newsroom: Newsroom,
  { itemId, by }: { itemId: string; by: Actor },
): Promise<Map<string, string>> {
  const pictures = await listItemPictures(newsroom, itemId);
  const taken = new Map<string, string>();
  await Promise.all(
    pictures.map(async ({ number, href, mediaId }) => {
      if (mediaId !== null) taken.set(href, mediaId);
      else
        try {
          const { pictureId } = await takeItemPicture(newsroom, { itemId, number, by, ms: PATIENCE });
          taken.set(href, pictureId);
        } catch (refusal) {
          if (!(refusal instanceof Refusal)) throw refusal;
          newsroom.log.info('a picture was not taken with its item', { item: itemId, why: refusal.words });
        }
    }),
  );
  return new Map(pictures.flatMap(({ href }) => (taken.has(href) ? [[href, taken.get(href) ?? '']] : [])));
}
