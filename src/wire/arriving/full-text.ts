/** Full text: where the contract allows it, the whole copy is fetched from an item's page, and kept as a version of it. */

import {
  findItemRow,
  getVersionRow,
  type ItemRow,
  putItems,
  updateItem,
  type VersionRow,
} from '../../intake/item-queries.ts';
import { holdSources } from '../../intake/source-queries.ts';
import { DAY, SECOND } from '../../kit/clock.ts';
import { type FetchedOk, guardedFetch } from '../../kit/guarded-fetch.ts';
import { ownModule } from '../../kit/own-module.ts';
import type { Newsroom } from '../../newsroom.ts';
import { getRights } from '../../rights/get-rights.ts';
import { announce } from '../../runner/work.ts';
import { clusterItems } from '../events/cluster.ts';
import type { Article, PageBytes } from '../reading/read-page.ts';

const ENOUGH = 1_200; // characters; a feed that sends as much sends the whole
const MUCH_MORE = 1.5; // times what the feed sent; less is not worth a version
const LONGEST_READ = 20 * SECOND;
const LARGEST_PAGE = 4_000_000; // bytes; pages of articles are a tenth of it
const OLDEST = 2 * DAY; // after that nobody reads it on the wire

/**
 * Follow-up of an item received or changed. What cannot be fetched or read is left as the feed sent it; run again, it
 * finds the version made.
 */
export async function fetchFullText(newsroom: Newsroom, { itemId }: { itemId: string }): Promise<void> {
  const item = await findItemRow(newsroom, itemId);
  if (!item?.link || item.status !== 'usable' || item.received_at < newsroom.clock.now() - OLDEST) return;
  if (!(await getRights(newsroom, { itemId })).fullText.allowed) return;
  const version = await getVersionRow(newsroom, item.id, item.version);
  if (version.raw_type === 'page' || version.text.length >= ENOUGH) return;
  const { trustedHosts, address: newsroomAddress } = newsroom.settings;
  const limits = { bytes: LARGEST_PAGE };
  const got = await guardedFetch({ address: item.link, trustedHosts, newsroomAddress, limits });
  if (!got.ok || got.status !== 200) {
    newsroom.log.info('full text not fetched', { item: itemId, why: got.ok ? got.status : got.why });
    return;
  }
  const article = await articleOf(newsroom, got);
  if (!article || !isMore(article, version)) return;
  await keep(newsroom, { item, version, article, got });
  await clusterItems(newsroom, { itemIds: [itemId] });
}

async function articleOf(newsroom: Newsroom, got: FetchedOk): Promise<Article | null> {
  const argument: PageBytes = {
    bytes: Uint8Array.from(got.bytes),
    contentType: got.headers['content-type'] ?? null,
    address: got.finalUrl,
  };
  const answer = await newsroom.threads.run<Article | null>({
    module: ownModule('wire/reading/read-page'),
    work: 'readPage',
    argument,
    ms: LONGEST_READ,
  });
  if (answer.ok) return answer.value;
  newsroom.log.warn('page not read', { address: got.finalUrl, why: answer.why, words: answer.words });
  return null;
}

/** A wall that asks to subscribe is shorter than what the feed sent, or has nothing of it. */
function isMore(article: Article, version: VersionRow): boolean {
  const sent = version.text || version.summary;
  if (article.text.length < sent.length * MUCH_MORE) return false;
  const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [];
  const [wanted, found] = [words(`${version.headline} ${sent}`), new Set(words(article.text))];
  return wanted.length === 0 || wanted.filter((word) => found.has(word)).length >= wanted.length / 3;
}

interface Keeping {
  item: ItemRow;
  version: VersionRow;
  article: Article;
  got: FetchedOk;
}

/** The hash stays the feed's: the feed saying the same again makes no version. */
async function keep(newsroom: Newsroom, { item, version, article, got }: Keeping): Promise<void> {
  await newsroom.transact(async (inner) => {
    await holdSources(inner, [item.source_id]);
    const now = inner.clock.now();
    const current = await findItemRow(inner, item.id);
    if (current?.version !== item.version) return; // the feed was faster; its change asks again
    const number = item.version + 1;
    const { html, text, encoding, leftOut } = article;
    const byline = version.byline || article.byline;
    const id = inner.ids.next();
    const page = {
      raw: Buffer.from(got.bytes),
      raw_type: 'page',
      encoding,
      html,
      text,
      byline,
      left_out_json: JSON.stringify(leftOut),
    };
    await putItems(inner, [], [{ ...version, ...page, id, number, received_at: now }]);
    await updateItem(inner, item.id, { version: number, full_text_at: now });
    await announce(inner, { event: 'item-changed', facts: { itemId: item.id, version: number } });
    inner.bell.ring('desk', { what: 'items' });
  });
}
