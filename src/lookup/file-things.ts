/**
 * Filing for the desk's search. The clock asks what is not filed as it stands; nobody has to announce a save for that, and what a
 * crash left undone is found by the next look. What rings for saved searches is written with it, in the same transaction.
 */
import { setTimeout as pause, setImmediate } from 'node:timers/promises';
import { DAY, SECOND } from '../kit/clock.ts';
import { findFact, holdCount, type Newsroom, setFact } from '../newsroom.ts';
import type { FiledThing } from './index-engine.ts';
import { lookupIndex } from './lookup.ts';
import { listStamps } from './lookup-queries.ts';
import { ringFor } from './ring-searches.ts';
import type { LookupKind, LookupThing } from './thing.ts';
import {
  listChangedEditions,
  listChangedItems,
  listEditionIdsOf,
  listItemsBefore,
  listStoriesBefore,
  type SweepPlace,
} from './thing-queries.ts';
import { wordsOfThing } from './thing-words.ts';
import {
  type RoundRead,
  readEditions,
  readItems,
  readMedia,
  readPeople,
  readSources,
  readSpeakers,
} from './things.ts';

const AT_ONCE = 25; // things of one transaction: some twenty milliseconds, and readers are between two of them
const LONGEST_REST = 100; // ms; what was waited for another process is no work
const WORDS_AT_ONCE = 2; // things whose words are cut in one breath
const MOST_A_LOOK = 2_000; // things of one kind until the clock asks again
const OVERLAP = 20 * SECOND; // looked at again each time: a transaction that began before may end after
const AT_START = 2 * DAY; // looked at when a process begins
const A_ROUND_STEP = 300; // things of a kind each time; 100,000 pictures are looked through in a few minutes

interface Sweep {
  items: number | null;
  editions: number | null;
  /** Where the round through each of the others stands. */
  rounds: Map<LookupKind, string>;
}

const freshSweep = (): Sweep => ({ items: null, editions: null, rounds: new Map() });

/** For the clock: files what is new or was changed. `leavesStories`: they wait for a later look. Returns how many things were filed. */
export async function fileNewThings(newsroom: Newsroom, { leavesStories = false } = {}): Promise<number> {
  const sweep = newsroom.memory.of(freshSweep);
  const now = newsroom.clock.now();
  let filed = 0;
  const look = async (
    since: number | null,
    list: typeof listChangedItems,
    file: (ids: string[]) => Promise<number>,
  ): Promise<number> => {
    const from = since ?? now - AT_START;
    const changed = await list(newsroom, from, MOST_A_LOOK);
    for (const some of chunks(changed)) filed += await file(some.map(({ id }) => id));
    // Not done yet: the next look goes on where this one ended.
    const last = changed.length < MOST_A_LOOK ? now : Number(changed.at(-1)?.at ?? now);
    return Math.max(from, last - OVERLAP);
  };
  sweep.items = await look(sweep.items, listChangedItems, (ids) => fileItems(newsroom, ids, 'new'));
  if (leavesStories) return filed;
  sweep.editions = await look(sweep.editions, listChangedEditions, (ids) =>
    fileEditions(newsroom, ids, 'new'),
  );
  return filed;
}

const rounds: [LookupKind, RoundRead][] = [
  ['media', readMedia],
  ['speaker', readSpeakers],
  ['source', readSources],
  ['person', readPeople],
];

/** For the clock: one step of the rounds through what changes seldom. Returns how many things were filed. */
export async function fileRound(newsroom: Newsroom): Promise<number> {
  const sweep = newsroom.memory.of(freshSweep);
  let filed = 0;
  for (const [kind, read] of rounds) {
    const things = await read(newsroom, sweep.rounds.get(kind) ?? '', A_ROUND_STEP);
    for (const some of chunks(things)) filed += await fileThings(newsroom, some, 'new');
    const last = things.length < A_ROUND_STEP ? '' : (things.at(-1)?.id ?? '');
    sweep.rounds.set(kind, last);
  }
  return filed;
}

const BEFORE = { items: 'lookup items before', stories: 'lookup stories before' } as const;
const DONE = 'done';
const BEFORE_AT_ONCE = 500; // things each time the clock asks, while the desk works

/** For the clock: files what was there before this Crier had a search, the newest first. Returns how many; 0 once all is. */
export async function fileBefore(newsroom: Newsroom, most = BEFORE_AT_ONCE): Promise<number> {
  const items = await stepBefore(newsroom, BEFORE.items, listItemsBefore, most, (ids) =>
    fileItems(newsroom, ids, 'before'),
  );
  const stories = await stepBefore(newsroom, BEFORE.stories, listStoriesBefore, most, async (ids) =>
    fileEditions(newsroom, await listEditionIdsOf(newsroom, ids), 'before'),
  );
  return items + stories;
}

/** How far it has come is kept after each step: repeated, a step finds everything filed. */
async function stepBefore(
  newsroom: Newsroom,
  fact: string,
  list: typeof listItemsBefore,
  most: number,
  file: (ids: string[]) => Promise<unknown>,
): Promise<number> {
  const kept = await findFact(newsroom.store, fact);
  if (kept === DONE) return 0;
  const [at, id = ''] = kept?.split(' ') ?? [];
  // What is younger is new to the sweep, and numbered upwards: the two never take the same stretch from both ends.
  const place: SweepPlace =
    at === undefined ? { at: newsroom.clock.now() - AT_START, id: '' } : { at: Number(at), id };
  const found = await list(newsroom, place, most);
  for (const some of chunks(found)) await file(some.map((each) => each.id));
  const last = found.at(-1);
  await setFact(newsroom.store, fact, last && found.length === most ? `${last.at} ${last.id}` : DONE);
  return found.length;
}

async function fileItems(newsroom: Newsroom, ids: string[], order: 'new' | 'before'): Promise<number> {
  return fileThings(newsroom, await readItems(newsroom, ids), order);
}

/** With the items that were taken for them: their state changed, though they did not. */
async function fileEditions(newsroom: Newsroom, ids: string[], order: 'new' | 'before'): Promise<number> {
  if (ids.length === 0) return 0;
  const { things, itemIds } = await readEditions(newsroom, ids);
  const filed = await fileThings(newsroom, things, order);
  const taken = itemIds.length === 0 || order === 'before' ? [] : await readItems(newsroom, itemIds);
  if (taken.length > 0) await fileThings(newsroom, taken, 'new', { again: true });
  return filed;
}

/**
 * Files things in one transaction, those alone that are filed otherwise; of two processes the later one finds them filed.
 * Words are cut before, so that the store is not held meanwhile.
 */
async function fileThings(
  newsroom: Newsroom,
  things: LookupThing[],
  order: 'new' | 'before',
  { again = false } = {},
): Promise<number> {
  const known = await listStamps(
    newsroom,
    things.map(({ id }) => id),
  );
  // They are numbered in this order: the newest gets the highest number, from either side.
  const wanted = things
    .filter(({ id, stamp }) => again || known.get(id) !== stamp)
    .toSorted((one, other) => (order === 'new' ? one.at - other.at : other.at - one.at));
  if (wanted.length === 0) return 0;
  const begun = performance.now();
  const ready: { thing: LookupThing; filed: FiledThing }[] = [];
  for (const thing of wanted) {
    ready.push({ thing, filed: filedOfThing(thing) });
    if (ready.length % WORDS_AT_ONCE === 0) await setImmediate(); // a story's are some milliseconds, an item's one
  }
  const count = await newsroom.transact(async (inner) => {
    await holdCount(inner.store, 'lookup filing');
    const now = await listStamps(
      inner,
      wanted.map(({ id }) => id),
    );
    const still = ready.filter(({ thing }) => again || now.get(thing.id) !== thing.stamp);
    await lookupIndex(inner).put(
      inner,
      still.map(({ filed }) => filed),
      order,
    );
    if (order === 'new' && !again)
      await ringFor(
        inner,
        still.map(({ filed }) => filed),
      );
    return still.length;
  });
  await pause(Math.min(performance.now() - begun, LONGEST_REST)); // half of the time is the readers’
  return count;
}

function filedOfThing(thing: LookupThing): FiledThing {
  const { kind, id, at, stamp } = thing;
  return { kind, id, at, stamp, words: wordsOfThing(thing) };
}

function* chunks<T>(all: T[]): Generator<T[]> {
  for (let at = 0; at < all.length; at += AT_ONCE) yield all.slice(at, at + AT_ONCE);
}
