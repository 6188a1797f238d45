/** The wire as the desk's pages show it. */

import { refuse } from '../kit/refusal.ts';
import { safeBody } from '../kit/safe-html.ts';
import type { Newsroom } from '../newsroom.ts';
import {
  getItem,
  type ItemSummary,
  type ItemVersion,
  isStanding,
  listItems,
  listLanguages,
} from '../wire/items.ts';
import { listSources } from '../wire/sources.ts';
import type { WireItem } from './wire-page.tsx';
import type { WireFilter, WireProps, WireRow } from './wire-pane.tsx';
import { diffWords } from './word-diff.ts';
import type { When } from './words.ts';

const MOST_ROWS = 150; // on one page of the wire; more than an editor scrolls, less than a browser feels

/** The list of items under a filter. */
export async function wireList(
  newsroom: Newsroom,
  asked: { filter: WireFilter; selected: string | null; when: When },
): Promise<WireProps> {
  const items = await listItems(newsroom, { ...askedOf(asked.filter), limit: MOST_ROWS });
  const sources = await listSources(newsroom);
  return {
    ...asked,
    rows: items.map(rowOf),
    sources: sources.map(({ id, name }) => ({ id, name })),
    languages: await listLanguages(newsroom),
  };
}

function askedOf({ source, language, status }: WireFilter) {
  return {
    ...(source ? { sourceId: source } : {}),
    ...(language ? { language } : {}),
    ...(isStanding(status) ? { standing: status } : {}),
  };
}

function rowOf(item: ItemSummary): WireRow {
  return {
    id: item.id,
    headline: item.headline,
    language: item.language,
    sourceName: item.source.name,
    receivedAt: item.receivedAt,
    version: item.version,
    status: item.status,
    embargoUntil: item.embargoUntil,
    urgency: item.urgency,
    storyId: item.storyId,
  };
}

/** One item as it came; `version` asks what that version changed. */
export async function wireItem(
  newsroom: Newsroom,
  itemId: string,
  version: number | null,
): Promise<WireItem> {
  const { versions, ...item } = await getItem(newsroom, itemId);
  const place = version === null ? 0 : versions.findIndex(({ number }) => number === version);
  const shown = versions[place] ?? refuse('not-found', { words: 'There is no such version of the item.' });
  return {
    id: item.id,
    headline: shown.headline,
    summary: shown.summary,
    language: item.language,
    bodyHtml: safeBody(shown.html, shown.link),
    byline: shown.byline,
    link: shown.link,
    status: item.status,
    embargoUntil: item.embargoUntil,
    receivedAt: shown.receivedAt,
    publishedAt: shown.publishedAt,
    storyId: item.storyId,
    source: item.source,
    hops: shown.hops,
    versions: versions.map((each) => ({ ...each, type: each.rawType })),
    shownVersion: shown.number,
    changes: version === null ? null : changesOf(shown, versions[place + 1]),
  };
}

function changesOf(shown: ItemVersion, before: ItemVersion | undefined): WireItem['changes'] {
  if (!before) return null;
  return {
    headline: diffWords(before.headline, shown.headline),
    text: diffWords(before.text, shown.text),
  };
}
