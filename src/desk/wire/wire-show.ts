/** The wire as the desk's pages show it. */

import { listLiveUnderWay } from '../../entries/read-entries.ts';
import { primaryLanguage } from '../../kit/language-tag.ts';
import { refuse } from '../../kit/refusal.ts';
import { asking, type Newsroom } from '../../newsroom.ts';
import { isWrittenIn, listPaperLanguages } from '../../stories/languages.ts';
import { listClusterActs } from '../../wire/events/cluster-hand.ts';
import { listClusterMembers } from '../../wire/events/clusters.ts';
import { listItemPictures } from '../../wire/items/item-pictures.ts';
import {
  findItemNamed,
  getItem,
  type ItemSummary,
  type ItemVersion,
  isStanding,
  listItems,
  listWireLanguages,
} from '../../wire/items/items.ts';
import { isLede } from '../../wire/items/lede.ts';
import { countNotices, listNotices } from '../../wire/notices/notices.ts';
import { setAside } from '../../wire/reading/clean.ts';
import { listSources } from '../../wire/sources/sources.ts';
import { diffWords, type WordRun } from '../views/word-diff.ts';
import type { PageTime } from '../views/words.ts';
import type { WireFilter, WireProps, WireRow } from './wire-pane.tsx';
import type { WireItem } from './wire-view.ts';

const MOST_ROWS = 150; // on one page of the wire; more than an editor scrolls, less than a browser feels

/** The list of items under a filter. */
export async function wireList(
  newsroom: Newsroom,
  asked: { filter: WireFilter; selected: string | null; when: PageTime },
): Promise<WireProps> {
  return { ...asked, ...(await listWire(newsroom, asked.filter)) };
}

/** What the list shows, asked for together. */
export async function listWire(
  newsroom: Newsroom,
  filter: WireFilter,
): Promise<Pick<WireProps, 'rows' | 'sources' | 'languages' | 'notices'>> {
  const ask = asking(newsroom);
  const [rows, sources, languages, notices] = await Promise.all([
    listItems(ask, { ...askedOf(filter), limit: MOST_ROWS }).then((items) => rowsOf(ask, items)),
    listSources(ask),
    listWireLanguages(ask),
    countNotices(ask),
  ]);
  return { rows, sources: sources.map(({ id, name }) => ({ id, name })), languages, notices };
}

function askedOf({ source, language, status }: WireFilter) {
  return {
    ...(source ? { sourceId: source } : {}),
    ...(language ? { language } : {}),
    ...(isStanding(status) ? { standing: status } : {}),
  };
}

/** What tells of one event is one row: the newest, and who else tells of it. */
async function rowsOf(newsroom: Newsroom, items: ItemSummary[]): Promise<WireRow[]> {
  const clusterIds = [...new Set(items.flatMap(({ clusterId }) => clusterId ?? []))];
  const members = await listClusterMembers(newsroom, clusterIds);
  const shown = new Set<string>();
  const rows: WireRow[] = [];
  for (const item of items) {
    if (item.clusterId !== null && shown.has(item.clusterId)) continue;
    if (item.clusterId !== null) shown.add(item.clusterId);
    const others = members.filter(
      (other) => other.clusterId === item.clusterId && other.itemId !== item.id && item.clusterId !== null,
    );
    rows.push({ ...rowOf(item), others, takenFrom: item.storyId === null ? takenFrom(others) : null });
  }
  return rows;
}

/** Whose report of the same event was picked up: this one was not. */
function takenFrom(others: { storyId: string | null; sourceName: string }[]): string | null {
  return others.find(({ storyId }) => storyId !== null)?.sourceName ?? null;
}

function rowOf(item: ItemSummary): WireRow {
  return {
    id: item.id,
    headline: item.headline,
    language: item.language,
    sourceName: item.source.name,
    receivedAt: item.receivedAt,
    publishedAt: item.publishedAt,
    version: item.version,
    status: item.status,
    embargoUntil: item.embargoUntil,
    urgency: item.urgency,
    storyId: item.storyId,
    hasNewHeadline: item.headlineChangedAt !== null,
    others: [],
    takenFrom: null,
  };
}

/** Those in the item’s language; all where it names none. */
function liveIn(stories: WireItem['liveStories'], language: string | null): WireItem['liveStories'] {
  return language === null
    ? stories
    : stories.filter((story) => primaryLanguage(story.language) === primaryLanguage(language));
}

/** One item as it came; `version` asks what that version changed, `language` is the paper's. */
export async function wireItem(
  newsroom: Newsroom,
  itemId: string,
  { version, language, heldId }: { version: number | null; language: string; heldId: string },
): Promise<WireItem> {
  const { versions, ...item } = await getItem(newsroom, itemId);
  const place = version === null ? 0 : versions.findIndex(({ number }) => number === version);
  const shown = versions[place] ?? refuse('not-found', { words: 'There is no such version of the item.' });
  const { headline, byline, leftOut } = shown;
  const underWay = await listLiveUnderWay(newsroom);
  const liveStories = liveIn(underWay, item.language);
  const cleaned = setAside(shown.html, { headline, byline, leftOut });
  return {
    id: item.id,
    headline: shown.headline,
    summary: isLede(shown.summary, shown.text) ? '' : shown.summary,
    language: item.language,
    bodyHtml: cleaned.html,
    aside: cleaned.aside,
    byline: shown.byline,
    link: shown.link,
    status: item.status,
    embargoUntil: item.embargoUntil,
    receivedAt: shown.receivedAt,
    publishedAt: shown.publishedAt,
    storyId: item.storyId,
    liveStories,
    liveInOthers: underWay.filter((story) => !liveStories.includes(story)),
    pickUp: {
      language: item.language,
      paper: language,
      readIn: await listPaperLanguages(newsroom),
      isForeign: !(await isWrittenIn(newsroom, item.language ?? '')),
      mayTranslate: item.rights.translate.allowed,
    },
    expiresAt: item.expiresAt,
    headlineChangedAt: item.headlineChangedAt,
    clusterId: item.clusterId,
    terms: item.rights.words,
    mayAlert: item.rights.alert.allowed,
    generated: item.rights.generated,
    others:
      item.clusterId === null
        ? []
        : (await listClusterMembers(newsroom, [item.clusterId])).filter(({ itemId: id }) => id !== item.id),
    acts: item.clusterId === null ? [] : (await listClusterActs(newsroom, item.clusterId)).slice(0, FEW_ACTS),
    held: heldId === '' ? null : await findItemNamed(newsroom, heldId),
    notices: await listNotices(newsroom, { itemId, limit: 20 }),
    source: item.source,
    hops: shown.hops,
    pictures: await listItemPictures(newsroom, itemId),
    versions: versions.map((each, at) => ({
      ...each,
      type: each.rawType,
      changed: inShort(each, versions[at + 1]),
    })),
    shownVersion: shown.number,
    changes: version === null ? null : changesOf(shown, versions[place + 1]),
    facts: shown.facts,
  };
}

const FEW_ACTS = 3; // beside an item; the event's own page has more

function changesOf(shown: ItemVersion, before: ItemVersion | undefined): WireItem['changes'] {
  if (!before) return null;
  return {
    headline: diffWords(before.headline, shown.headline),
    text: diffWords(before.text, shown.text),
  };
}

/** What a version changed, in a line; empty for the first. */
function inShort(shown: ItemVersion, before: ItemVersion | undefined): string {
  if (!before) return '';
  const parts: string[] = [];
  if (before.headline !== shown.headline) parts.push('another headline');
  const changes = before.text === shown.text ? [] : diffWords(before.text, shown.text);
  const words = (kind: WordRun['kind']): number =>
    changes.filter((each) => each.kind === kind).flatMap(({ text }) => text.match(/[\p{L}\p{N}]+/gu) ?? [])
      .length;
  const [came, went] = [words('new'), words('gone')];
  if (came + went > 0) parts.push(`${came} words new, ${went} gone`);
  if (before.summary !== shown.summary && parts.length === 0) parts.push('another summary');
  return parts.join(' · ') || 'something beside the words';
}
