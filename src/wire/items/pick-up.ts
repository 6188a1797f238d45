/** Pick up: a story draft is made of an item, and the way the item came stays with it. */

import { findItemRow, getVersionRow, type ItemRow, type VersionRow } from '../../intake/item-queries.ts';
import { getSourceRow } from '../../intake/source-queries.ts';
import { textOfBlocks } from '../../kit/block-text.ts';
import { readBlocks } from '../../kit/body-blocks.ts';
import { bodyWithPictures } from '../../kit/body-media.ts';
import type { LeftOut } from '../../kit/left-out.ts';
import { refuse } from '../../kit/refusal.ts';
import { type BodyHtml, safeBlocks, textToHtml } from '../../kit/safe-html.ts';
import { saidFirst } from '../../media/media-words.ts';
import type { Actor, Newsroom } from '../../newsroom.ts';
import { getRights } from '../../rights/get-rights.ts';
import { isReleased } from '../../rights/rights.ts';
import { joinHops } from '../../sourcing/hops.ts';
import { wayInCopy } from '../../sourcing/way-in-copy.ts';
import { readRecords } from '../../store/json-column.ts';
import { draftStory } from '../../stories/draft.ts';
import { findMasthead } from '../../stories/masthead.ts';
import type { AlertLevel, Copy, HopDraft } from '../../stories/story.ts';
import type { ParsedHop } from '../parse/feed.ts';
import { type AgencyCopy, isOther, withoutAgencyLines } from '../reading/agency-copy.ts';
import { setAside } from '../reading/clean.ts';
import type { SourceRow } from '../sources/source.ts';
import { isLede } from './lede.ts';
import { versionFacts } from './version-facts.ts';

export interface PickUp {
  itemId: string;
  /** At which level readers will hear of it; an editor decides that later. */
  alertLevel?: AlertLevel | null;
  /** Blocks that were set aside as no copy and are to come back, by where they stood (clean.ts). */
  back?: number[];
  /** Its pictures that are in the library already: media by the address they came from. */
  pictures?: ReadonlyMap<string, string>;
  by: Actor;
}

/** Refuses with `item-taken` and, for what is withheld, withdrawn or under embargo, `item-withheld`. */
export async function pickUp(
  newsroom: Newsroom,
  asked: PickUp,
): Promise<{ storyId: string; editionId: string; language: string }> {
  return newsroom.transact(async (inner) => {
    const item = await findItemRow(inner, asked.itemId);
    if (!item) return refuse('not-found', { because: 'noSuchItem' });
    const rights = await getRights(inner, { itemId: item.id });
    if (!isReleased(rights, inner.clock.now())) refuse('item-withheld');
    const version = await getVersionRow(inner, item.id, item.version);
    const source = await getSourceRow(inner, item.source_id);
    const masthead = await findMasthead(inner);
    const language = item.language ?? source.language ?? masthead?.language ?? 'und';
    const [pictureId = null] = asked.pictures?.values() ?? [];
    const copy = copyOf(version, asked.back ?? []);
    const bodyHtml = bodyWithPictures(copy.bodyHtml, asked.pictures ?? new Map(), pictureId);
    const drafted = await draftStory(inner, {
      copy: { ...copy, bodyHtml, pictureId },
      language,
      sectionId: source.section_id,
      itemId: item.id,
      sourceId: source.id,
      hops: hopsOf(item, version, source),
      alertLevel: asked.alertLevel ?? null,
      by: asked.by,
    });
    if (pictureId !== null) await saidFirst(inner, { pictureId, language });
    return { ...drafted, language };
  });
}

/** What a version of an item says, as it would be picked up; null where the source no longer gives it. */
export interface SaidByVersion {
  copy: Copy;
  /** Whether it is the whole text of its page, and not what the feed sent. */
  isPage: boolean;
}

export async function readVersion(
  newsroom: Newsroom,
  { itemId, version }: { itemId: string; version: number },
): Promise<SaidByVersion | null> {
  const row = await getVersionRow(newsroom, itemId, version);
  if (row.status !== 'usable') return null;
  return { copy: copyOf(row, []), isPage: row.raw_type === 'page' };
}

/** What an item would be as an entry of a live story. */
export interface ItemAsEntry {
  language: string | null;
  headline: string;
  byline: string;
  /** How it begins: an entry is short. */
  bodyHtml: BodyHtml;
  sourceId: string;
  credit: string;
  hops: HopDraft[];
}

const LONGEST_BEGINNING = 900; // characters, in whole paragraphs; one at least

/** Refuses with `not-found`, and with `item-withheld` as `pickUp` does. Whoever makes the entry asks for what may be done with it. */
export async function readForEntry(newsroom: Newsroom, itemId: string): Promise<ItemAsEntry> {
  const item = await findItemRow(newsroom, itemId);
  if (!item) return refuse('not-found', { because: 'noSuchItem' });
  if (!isReleased(await getRights(newsroom, { itemId }), newsroom.clock.now())) refuse('item-withheld');
  const version = await getVersionRow(newsroom, item.id, item.version);
  const source = await getSourceRow(newsroom, item.source_id);
  const { headline, bodyHtml } = copyOf(version, []);
  let length = 0;
  const blocks = readBlocks(bodyHtml).filter((block) => {
    const isShort = length < LONGEST_BEGINNING;
    length += textOfBlocks([block]).length;
    return isShort && (length <= LONGEST_BEGINNING || length === textOfBlocks([block]).length);
  });
  return {
    language: item.language ?? source.language,
    headline,
    byline: version.byline,
    bodyHtml: safeBlocks(blocks),
    sourceId: source.id,
    credit: source.credit,
    hops: hopsOf(item, version, source),
  };
}

function copyOf(version: VersionRow, back: number[]): Copy {
  const { agency: _, ...copy } = agencyCopyOf(version, back);
  return { ...copy, byline: version.byline, pictureId: null };
}

function agencyCopyOf(version: VersionRow, back: number[] = []): AgencyCopy {
  const isBare = version.text.trim() === '';
  const facts = versionFacts(version);
  return withoutAgencyLines({
    headline: version.headline,
    dek: facts.dek ?? (isBare || isLede(version.summary, version.text) ? '' : version.summary),
    dateline: facts.dateline ?? '',
    bodyHtml: isBare ? textToHtml(version.summary) : cleanCopy(version, back),
  });
}

/** Without what a website put into it for its own ends, but for the blocks that an editor wants back. */
function cleanCopy(version: VersionRow, back: number[]): BodyHtml {
  const { html, headline, byline } = version;
  const leftOut: LeftOut[] = version.left_out_json
    ? readRecords('item_versions.left_out_json', version.item_id, version.left_out_json)
    : [];
  return setAside(html, { headline, byline, keep: back, leftOut }).html;
}

/** Those before, as the item and its copy name them, then the source. That we publish it is added by the page. */
function hopsOf(item: ItemRow, version: VersionRow, source: SourceRow): HopDraft[] {
  const named = readRecords<ParsedHop>('item_versions.hops_json', item.id, version.hops_json).map(
    (hop): HopDraft => ({ ...hop, sourceId: null, act: 'reported' }),
  );
  const { credit } = versionFacts(version);
  const { language, link, published_at: at } = item;
  const told = wayInCopy({ text: version.text, language: language ?? 'und', credit: credit ?? '' });
  const { agency } = agencyCopyOf(version);
  const sent = isOther(agency, source) ? [reported(agency)] : [];
  const before = joinHops(joinHops(told, named), sent).filter(
    ({ party }) => party.toLowerCase() !== source.name.toLowerCase(),
  );
  return [...before, { party: source.name, sourceId: source.id, act: 'reported', language, link, at }];
}

function reported(party: string): HopDraft {
  return { party, sourceId: null, act: 'reported', language: null, link: null, at: null };
}
