/** Replays labelled items through the real clustering, and says how well it parted and joined them. */

import { sources } from '../../src/cli/demo/cast.ts';
import { aegean } from '../../src/cli/demo/wire-items/aegean.ts';
import { coast } from '../../src/cli/demo/wire-items/coast.ts';
import { island } from '../../src/cli/demo/wire-items/island.ts';
import { north } from '../../src/cli/demo/wire-items/north.ts';
import { strait } from '../../src/cli/demo/wire-items/strait.ts';
import { HOUR } from '../../src/kit/clock.ts';
import { noHtml } from '../../src/kit/safe-html.ts';
import { theNewsroomItself as by, type Newsroom } from '../../src/newsroom.ts';
import { clusterItems } from '../../src/wire/events/cluster.ts';
import { addSource } from '../../src/wire/sources/sources.ts';
import type { LabelledItem } from '../fixtures/events/labelled-item.ts';
import { openTestNewsroom, StandingClock, THAT_DAY } from './newsroom.ts';

const THE_FIRE = /Arion|Арион|Αρίων|أريون/; // of the demo's written items the one event that four agencies tell

/** What the demo's agencies send, half a day before the rest: ordinary days, and one fire. */
export function ordinaryDays(): LabelledItem[] {
  return Object.entries({ aegean, coast, island, north, strait }).flatMap(([agency, { written }]) =>
    written.map(([headline, text], at): LabelledItem => {
      const event = THE_FIRE.test(headline) ? 'fire' : `${agency}-${at}`;
      const { language } = sources[agency as keyof typeof sources];
      return [event, `demo-${agency}`, language, at / 5 - 12, headline, text];
    }),
  );
}

/** An item as a source sent it, kept at this instant. Gives its id. */
export async function keepItem(
  newsroom: Newsroom,
  sent: { headline: string; text: string; language: string; agency: string; published?: number },
): Promise<string> {
  const id = newsroom.ids.next();
  const now = newsroom.clock.now();
  const same = {
    ...{ headline: sent.headline, summary: '', language: sent.language, link: null, received_at: now },
    published_at: sent.published ?? now,
  };
  await newsroom.store
    .insertInto('items')
    .values({
      ...{ ...same, id, source_id: await sourceNamed(newsroom, sent.agency), identity: id, version: 1 },
      ...{ status: 'usable', changed_at: now, embargo_until: null, urgency: null, cluster_id: null },
      story_id: null,
    })
    .execute();
  await newsroom.store
    .insertInto('item_versions')
    .values({
      ...{ ...same, id: newsroom.ids.next(), item_id: id, number: 1, raw: Buffer.of(), raw_type: 'rss' },
      ...{ encoding: 'utf-8', html: noHtml, text: sent.text, byline: '', credit: '', hash: id },
      ...{ declared_language: sent.language, updated_at: null, media_json: '[]', hops_json: '[]' },
    })
    .execute();
  return id;
}

async function sourceNamed(newsroom: Newsroom, name: string): Promise<string> {
  const known = await newsroom.store
    .selectFrom('sources')
    .select('id')
    .where('name', '=', name)
    .executeTakeFirst();
  if (known) return known.id;
  const address = `https://${name.toLowerCase().replaceAll(' ', '-')}.example/feed`;
  return (await addSource(newsroom, { address, unasked: true, name, by })).sourceId;
}

export interface ClusterScore {
  /** Pairs of items that tell of one event; of those in one cluster; and of items in one cluster that do not. */
  pairs: number;
  found: number;
  wrong: number;
  /** The same of pairs in two languages. */
  abroad: { pairs: number; found: number; wrong: number };
  /** Each pair that was missed or joined wrongly, in a line. */
  lines: string[];
}

/** All items in their order of time, in a newsroom of their own. */
export async function scoreClusters(items: readonly LabelledItem[]): Promise<ClusterScore> {
  const clock = new StandingClock();
  const newsroom = await openTestNewsroom({ clock });
  const kept: { id: string; item: LabelledItem }[] = [];
  for (const item of [...items].sort((one, other) => one[3] - other[3])) {
    const [, agency, language, hour, headline, text] = item;
    clock.pass(THAT_DAY + hour * HOUR - clock.now());
    const id = await keepItem(newsroom, { agency, language, headline, text });
    await clusterItems(newsroom, { itemIds: [id] });
    kept.push({ id, item });
  }
  const rows = await newsroom.store.selectFrom('items').select(['id', 'cluster_id']).execute();
  await newsroom.close();
  const clusterOf = new Map(rows.map(({ id, cluster_id }) => [id, cluster_id]));
  return scoreOf(kept.map(({ id, item }) => ({ item, cluster: clusterOf.get(id) ?? null })));
}

function scoreOf(kept: { item: LabelledItem; cluster: string | null }[]): ClusterScore {
  const score = {
    pairs: 0,
    found: 0,
    wrong: 0,
    abroad: { pairs: 0, found: 0, wrong: 0 },
    lines: [] as string[],
  };
  for (const [at, one] of kept.entries())
    for (const other of kept.slice(at + 1)) {
      const isPair = one.item[0] === other.item[0];
      const isJoined = one.cluster !== null && one.cluster === other.cluster;
      if (!isPair && !isJoined) continue;
      for (const counts of one.item[2] === other.item[2] ? [score] : [score, score.abroad]) {
        if (isPair) counts.pairs += 1;
        if (isPair && isJoined) counts.found += 1;
        if (!isPair) counts.wrong += 1;
      }
      if (isPair === isJoined) continue;
      score.lines.push(`${isJoined ? 'wrong' : 'missed'}: ${nameOf(one.item)} | ${nameOf(other.item)}`);
    }
  return score;
}

const nameOf = ([event, , language, , headline]: LabelledItem): string => `${event} ${language} ${headline}`;
