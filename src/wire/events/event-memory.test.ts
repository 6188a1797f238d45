/** What a process remembers of events is what the store holds: also after others, an editor or a failure changed it. */
import { beforeEach, describe, expect, it } from 'vitest';
import { keepItem } from '../../../tests/support/labelled-items.ts';
import { onEachEngine } from '../../../tests/support/newsroom.ts';
import { DAY } from '../../kit/clock.ts';
import { makeNewsroom, type Newsroom, theNewsroomItself } from '../../newsroom.ts';
import { clusterItems, clustering } from './cluster.ts';
import { part } from './cluster-hand.ts';
import { listItemWords } from './cluster-queries.ts';
import { EventMemory, openEventMemory } from './event-memory.ts';
import { eventMarksOf } from './marks.ts';

const headline = 'Tanker Lyra Star and trawler Meltemi collide off Cape Lyra, two missing';
const text =
  'The tanker Lyra Star collided with the trawler Meltemi 12 nautical miles off Cape Lyra early on Thursday, the coastguard said. Two of the trawler’s crew are missing and 14 were rescued.';

onEachEngine('what is remembered of events', (open) => {
  beforeEach(() => open().clock.pass(8 * DAY)); // what earlier tests sent is no news any more

  /** Another process of the same newsroom: the same store, and a head of its own. */
  const another = (): Newsroom => makeNewsroom({ ...open() });
  const put = (agency: string) => keepItem(open(), { headline, text, language: 'en', agency });
  const clustersOf = async (ids: string[]) => {
    const rows = await open()
      .store.selectFrom('items')
      .select(['id', 'cluster_id'])
      .where('id', 'in', ids)
      .execute();
    return ids.map((id) => rows.find((row) => row.id === id)?.cluster_id ?? null);
  };

  it('an item that another process clustered is met here, also where both began at once', async () => {
    const [here, there] = [open(), another()];
    const ids = await Promise.all(['Coast', 'Island', 'Strait', 'Bay'].map(put));
    await Promise.all(ids.map((id, at) => clusterItems(at % 2 === 0 ? here : there, { itemIds: [id] })));
    const [first, ...others] = await clustersOf(ids);
    expect(first).not.toBeNull();
    expect(others).toEqual([first, first, first]);
  });

  it('what an editor parted in another process stays apart for what comes here next', async () => {
    const [here, there] = [open(), another()];
    const ids = await Promise.all(['Coast', 'Island', 'Strait'].map(put));
    await clusterItems(here, { itemIds: ids });
    const [clusterId] = await clustersOf(ids);
    const gone = ids.slice(1);
    const parted = await part(there, {
      clusterId: clusterId ?? '',
      itemIds: gone,
      by: theNewsroomItself,
    });
    expect(await clustersOf(gone)).toEqual([parted.clusterId, parted.clusterId]);
    const remembered = here.memory.of(openEventMemory);
    const later = await put('Bay');
    await clusterItems(here, { itemIds: [later] });
    expect([clusterId, parted.clusterId]).toContain((await clustersOf([later]))[0]);
    const { candidates } = remembered.candidatesFor({
      itemId: '',
      clusterId: null,
      side: null,
      sourceId: '',
      language: 'en',
      at: here.clock.now(),
      signature: null,
      marks: eventMarksOf({ headline, text, summary: '', language: 'en' }),
    });
    const known = candidates.filter(({ itemId }) => gone.includes(itemId));
    expect(known).toHaveLength(2);
    expect(known.every((one) => one.clusterId === parted.clusterId)).toBe(true);
  });

  it('a clustering that fails is forgotten: no later item joins what was never kept', async () => {
    const here = open();
    const lost = await put('Coast');
    const failed = clustering(here, async (inner, cluster) => {
      await cluster(await listItemWords(inner, [lost]));
      throw new Error('the disk is full');
    });
    await expect(failed).rejects.toThrow('the disk is full');
    await here.store.deleteFrom('item_versions').where('item_id', '=', lost).execute();
    await here.store.deleteFrom('items').where('id', '=', lost).execute();
    const alone = await put('Island');
    await clusterItems(here, { itemIds: [alone] });
    expect(await clustersOf([alone])).toEqual([null]);
    const second = await put('Strait');
    await clusterItems(here, { itemIds: [second] });
    const [one, other] = await clustersOf([alone, second]);
    expect(one).not.toBeNull();
    expect(other).toBe(one);
  });

  it('what was taken out of the store, or moved there, without a word is not joined from memory', async () => {
    const here = open();
    const ids = [await put('Coast'), await put('Island')];
    await clusterItems(here, { itemIds: ids });
    const [clusterId] = await clustersOf(ids);
    const other = here.ids.next();
    await here.store.insertInto('clusters').values({ id: other, created_at: 0, changed_at: 0 }).execute();
    await here.store.updateTable('items').set({ cluster_id: other }).where('id', 'in', ids).execute();
    const later = await put('Strait');
    await clusterItems(here, { itemIds: [later] });
    expect(clusterId).not.toBe(other);
    expect(await clustersOf([later])).toEqual([other]);
    for (const table of ['item_marks', 'item_versions'] as const)
      await here.store.deleteFrom(table).where('item_id', 'in', ids).execute();
    await here.store.deleteFrom('items').where('id', 'in', ids).execute();
    await here.store.updateTable('items').set({ cluster_id: null }).where('id', '=', later).execute();
    const last = await put('Bay');
    await clusterItems(here, { itemIds: [last] });
    const [one, two] = await clustersOf([later, last]);
    expect(one).not.toBeNull();
    expect(two).toBe(one);
    expect(one).not.toBe(other);
  });

  it('a process that begins meets what was clustered before', async () => {
    const first = await put('Coast');
    await clusterItems(open(), { itemIds: [first] });
    const second = await put('Island');
    await clusterItems(another(), { itemIds: [second] });
    const [one, other] = await clustersOf([first, second]);
    expect(one).not.toBeNull();
    expect(other).toBe(one);
  });
});

describe('the memory of events', () => {
  const item = (number: number, at: number) => ({
    itemId: `i${number}`,
    clusterId: null,
    side: null,
    sourceId: 's',
    language: 'en',
    at,
    signature: Array.from({ length: 60 }, (_, row) => number * 60 + row),
    marks: new Map([['n:lyra', 1.6], ...own(number)]),
  });
  /** So many that an item which has them all may tell of the same. */
  const own = (number: number): [string, number][] => [
    [`#${number}`, 1],
    [`n:ship ${number}`, 1],
    [`n:port ${number}`, 1],
  ];

  it('keeps so many and not more, the latest, and what is a week old not at all', () => {
    const memory = new EventMemory(100);
    for (let number = 0; number < 250; number += 1) memory.learn(item(number, number));
    memory.prune(250);
    expect(memory.size).toBe(100);
    const asked = {
      ...item(999, 250),
      marks: new Map([...own(249), ...own(149)]),
    };
    expect(memory.candidatesFor(asked).candidates.map(({ itemId }) => itemId)).toEqual(['i249']);
    memory.prune(8 * DAY);
    expect(memory.size).toBe(0);
    expect(memory.candidatesFor(asked).candidates).toEqual([]);
  });

  it('does not compare with what shares too little to tell of the same', () => {
    const memory = new EventMemory();
    memory.learn(item(1, 5));
    const asked = { ...item(2, 6), marks: new Map(own(1).slice(0, 1)) };
    expect(memory.candidatesFor(asked).candidates).toEqual([]);
  });

  it('a cluster is asked for its latest, on the side that is meant, and loses who leaves', () => {
    const memory = new EventMemory();
    for (let number = 1; number <= 4; number += 1)
      memory.learn({ ...item(number, number), clusterId: 'c', side: number === 2 ? 'b' : null });
    const latest = () => memory.latestOf({ clusterId: 'c', side: null }, 2).map(({ itemId }) => itemId);
    expect(latest()).toEqual(['i3', 'i4']);
    memory.place('i4', { clusterId: 'd', side: null });
    expect(latest()).toEqual(['i1', 'i3']);
    memory.drop('i3');
    expect(latest()).toEqual(['i1']);
    expect(memory.latestOf({ clusterId: 'd', side: null }, 2)).toHaveLength(1);
  });

  it('gives marks and weights back as they came', () => {
    const memory = new EventMemory();
    memory.learn(item(1, 5));
    memory.learn(item(1, 6)); // learned again: once
    expect(memory.size).toBe(1);
    const [kept] = memory.candidatesFor({ ...item(2, 6), marks: new Map(own(1)) }).candidates;
    const marks = new Map<string, number>();
    for (const [place, { name }] of kept?.marks.all.entries() ?? [])
      marks.set(name, kept?.marks.weightAt(place) ?? 0);
    expect(marks).toEqual(item(1, 6).marks);
    expect(Array.from(kept?.signature ?? [])).toEqual(item(1, 6).signature);
  });
});
