/**
 * What arrives is held against every saved search that rings. Each search waits under one of its own words, so that of a thousand
 * only those are looked at whose word the thing has.
 */
import { findFact, holdCount, type Newsroom } from '../newsroom.ts';
import { isRole } from '../staff/roles.ts';
import type { FiledThing } from './index-engine.ts';
import { planLookup, wishOfPlan } from './lookup.ts';
import { listRinging, putRings } from './saved-queries.ts';
import { kindLetters, type LookupKind, lookupKinds, mayFind } from './thing.ts';
import { meets, type Wish } from './wish.ts';

/** Raised whenever a saved search changed, so that every process reads them anew. */
const CHANGED = 'saved searches';

interface RingingSearch {
  id: string;
  staffId: string;
  kind: LookupKind;
  wish: Wish;
}

interface Ringing {
  /** What `CHANGED` was when they were read. */
  as: string | null;
  byWord: Map<string, RingingSearch[]>;
  /** Those that wait for how a word begins, by its first letters. */
  byBeginning: Map<string, RingingSearch[]>;
  /** Those that have no word of their own, only a beginning or a field that stands for many. */
  others: RingingSearch[];
}

const nobodys = (): { ringing: Ringing | null } => ({ ringing: null });

/** Call it in the transaction that changed one. */
export async function noteSavedChange(inner: Newsroom): Promise<void> {
  await holdCount(inner.store, CHANGED);
}

/** Writes what rings for these things; call it in the transaction that files them. A thing rings once for a search, ever. */
export async function ringFor(inner: Newsroom, things: FiledThing[]): Promise<void> {
  const { byWord, byBeginning, others } = await currentSearches(inner);
  if (byWord.size === 0 && byBeginning.size === 0 && others.length === 0) return;
  const at = inner.clock.now();
  const rows = things.flatMap((thing) => {
    const words = new Set(thing.words);
    const near = new Set(others);
    for (const word of words) {
      for (const search of byWord.get(word) ?? []) near.add(search);
      for (const search of byBeginning.get(word.slice(0, OPENING_OF_WORD)) ?? []) near.add(search);
    }
    return [...near]
      .filter((search) => search.kind === thing.kind && meets(search.wish, kindLetters[thing.kind], words))
      .map(({ id, staffId }) => ({
        search_id: id,
        thing_id: thing.id,
        staff_id: staffId,
        kind: thing.kind,
        at,
        seen_at: null,
      }));
  });
  if (rows.length > 0 && (await putRings(inner, rows))) inner.bell.ring('desk', { what: 'rings' });
}

async function currentSearches(inner: Newsroom): Promise<Ringing> {
  const kept = inner.memory.of(nobodys);
  const as = await findFact(inner.store, CHANGED);
  if (kept.ringing === null || kept.ringing.as !== as) kept.ringing = { as, ...(await readSearches(inner)) };
  return kept.ringing;
}

async function readSearches(newsroom: Newsroom): Promise<Omit<Ringing, 'as'>> {
  const byWord = new Map<string, RingingSearch[]>();
  const byBeginning = new Map<string, RingingSearch[]>();
  const others: RingingSearch[] = [];
  for (const { id, words, staff_id, role } of await listRinging(newsroom)) {
    if (!isRole(role)) continue;
    // What arrives is new: days do not count.
    const plan = await planLookup(newsroom, words, { startOf: () => 0, today: '2000-01-01' });
    if (plan.wrong.length > 0) continue; // what it names is gone: a source, a section
    const wish = wishOfPlan(plan, 'anywhere');
    for (const kind of lookupKinds.filter(
      (each) => mayFind(role, each) && (plan.kinds?.includes(each) ?? true),
    )) {
      const search = { id, staffId: staff_id, kind, wish };
      const under = wordsToWaitUnder(wish);
      if (under === null) others.push(search);
      for (const { word, isWhole } of under ?? []) {
        const [map, key] = isWhole ? [byWord, word] : [byBeginning, word.slice(0, OPENING_OF_WORD - 1)];
        const waiting = kindLetters[kind] + key;
        map.set(waiting, [...(map.get(waiting) ?? []), search]);
      }
    }
  }
  return { byWord, byBeginning, others };
}

const OPENING_OF_WORD = 5; // signs of a filed word: those of its kind and place, and three letters

interface WaitingWord {
  word: string;
  isWhole: boolean;
}

/** Words of which a thing has one if it fits at all; those of the longest part, which is the rarest mostly. Null for none. */
function wordsToWaitUnder(wish: Wish): WaitingWord[] | null {
  if ('word' in wish) return [{ word: wish.word, isWhole: true }];
  if ('begins' in wish)
    return wish.begins.length < OPENING_OF_WORD - 1 ? null : [{ word: wish.begins, isWhole: false }];
  if ('any' in wish) {
    const each = wish.any.map(wordsToWaitUnder);
    return each.some((words) => words === null) ? null : each.flatMap((words) => words ?? []);
  }
  const each = wish.all.flatMap((part) => {
    const words = wordsToWaitUnder(part);
    return words === null || words.length === 0 ? [] : [words];
  });
  return each.toSorted((one, other) => shortest(other) - shortest(one))[0] ?? null;
}

const shortest = (words: WaitingWord[]): number => Math.min(...words.map(({ word }) => word.length));
