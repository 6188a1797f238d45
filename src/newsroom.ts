/**
 * The newsroom: the few tools that every verb is handed. Verbs take it first, then one object with the actor in it.
 */

import { randomUUID } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Clock, MINUTE, systemClock } from './kit/clock.ts';
import { type Ids, makeIds } from './kit/ids.ts';
import { type Keys, openKeys } from './kit/keys.ts';
import { type Log, openLog } from './kit/log.ts';
import { type Memory, openMemory } from './kit/memory.ts';
import { type Meter, openMeter, silentMeter } from './kit/meter.ts';
import { ownModule } from './kit/own-module.ts';
import { makeSeal, type Seal } from './kit/seal.ts';
import type { Settings } from './kit/settings.ts';
import { type Helpers, openHelpers } from './kit/side-process.ts';
import { openThreads, type Threads } from './kit/threads.ts';
import { openTrace, type Trace } from './kit/trace.ts';
import { openTurns, type Turns } from './kit/turns.ts';
import { isStoreAway } from './store/away.ts';
import { type Bell, localBell, type Ring, type Signal, type Signals } from './store/bell.ts';
import type { SubjectKind } from './store/closed-sets.ts';
import { keepEdgeChanges } from './store/edge-changes.ts';
import { openPostgres, openSqlite, type Store, type StoreEngine } from './store/engine.ts';
import { gatheringStore } from './store/gather.ts';
import { openReplica, type Replica } from './store/replica.ts';
import { sharedBell } from './store/shared-bell.ts';

export type { DeskSignal, PageName, Signals } from './store/bell.ts';
export { findFact, holdCount, raiseFact, setFact, settleFact, spendFact } from './store/facts.ts';
export { tablesOf } from './store/migrate.ts';
export type { ReplicaStanding } from './store/replica.ts';
export { isStoreAway };

export interface Newsroom {
  /** Names this process among those of the newsroom; a new one at each start. */
  readonly process: string;
  readonly store: Store;
  readonly engine: StoreEngine;
  readonly bell: Bell;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly settings: Settings;
  readonly keys: Keys;
  readonly seal: Seal;
  /** Which request something comes of. */
  readonly trace: Trace;
  readonly meter: Meter;
  /** Where readers' pages are read while it has what they show; null where there is none. See `readForReaders`. */
  readonly replica: Replica | null;
  /** Heavy work of this process, one after the other: what takes hundreds of MB while it is done. */
  readonly turns: Turns;
  /** For pictures, two at once: what decodes them works beside the newsroom, so that pages keep its memory and its time. */
  readonly pictureHelpers: Helpers;
  /** What rooms of this process remember of the store; the store is right where they differ. */
  readonly memory: Memory;
  /** For work on what a stranger sent: it must not hold the loop. */
  readonly threads: Threads;
  /** The one thread that keeps what a translation engine in the house has loaded. */
  readonly modelThread: Threads;
  /**
   * Does the work in one transaction: all of it is kept, or none. Inside, use the newsroom handed in, whose rings are part
   * of the commit. Called within a transaction, it joins that one.
   */
  transact<T>(work: (inner: Newsroom) => Promise<T>): Promise<T>;
  close(): Promise<void>;
  /** Set in one that `asking` gave. */
  readonly asksTogether?: true;
}

/**
 * The newsroom for several questions at once: what is awaited together is one statement, see store/gather.ts. It only reads;
 * within a transaction it reads what that has written.
 */
export function asking(newsroom: Newsroom): Newsroom {
  if (newsroom.asksTogether) return newsroom;
  return { ...newsroom, store: gatheringStore(newsroom.store, newsroom.engine), asksTogether: true };
}

/**
 * Reads what a reader's page is made of: at the replica where it has all that this process has heard of, else at the first server.
 * `asOf`: from which instant on something may be lacking; null where nothing is.
 */
export async function readForReaders<T>(
  newsroom: Newsroom,
  read: (newsroom: Newsroom) => Promise<T>,
): Promise<{ found: T; asOf: number | null }> {
  const there = await newsroom.replica?.read((store) => read({ ...newsroom, store }));
  newsroom.meter.pageMade(there ? 'replica' : 'first server');
  return there ?? { found: await read(newsroom), asOf: null };
}

/** Who acts: someone of the staff, or the newsroom by itself (a trusted wire, a schedule), whose id is null. */
export interface Actor {
  id: string | null;
  name: string;
}

export const theNewsroomItself: Actor = { id: null, name: 'Crier' };

export interface Act {
  by: Actor;
  /** The verb, as in the glossary: 'publish', 'pick up', 'override'. */
  act: string;
  subjectKind: SubjectKind;
  subjectId: string;
  facts?: Record<string, unknown>;
}

/** Adds a line to the audit; call it in the transaction of the act. Lines are never changed. */
export async function recordAct(inner: Newsroom, done: Act): Promise<void> {
  await recordActs(inner, [done]);
}

/** The same of several, in their order. */
export async function recordActs(inner: Newsroom, all: Act[]): Promise<void> {
  if (all.length === 0) return;
  const at = inner.clock.now();
  const rows = all.map((done) => ({
    id: inner.ids.next(),
    at,
    by_id: done.by.id,
    act: done.act,
    subject_kind: done.subjectKind,
    subject_id: done.subjectId,
    facts_json: JSON.stringify(done.facts ?? {}),
  }));
  await inner.store.insertInto('audit').values(rows).execute();
}

/** What a newsroom is put together from; a test brings its own clock, keys and store. */
export interface NewsroomParts {
  store: Store;
  engine: StoreEngine;
  bell: Bell;
  clock: Clock;
  log: Log;
  settings: Settings;
  keys: Keys;
  /** As its bell knows it; one is made where there is no other. */
  process?: string;
  /** The one that its log knows; one is made where there is no other. */
  trace?: Trace;
  meter?: Meter;
  replica?: Replica | null;
}

/** Opens the newsroom that the settings describe: its folder, keys and database. Does not migrate. */
export async function openNewsroom(settings: Settings): Promise<Newsroom> {
  makeFolder(settings.data);
  const keys = openKeys(join(settings.data, 'keys'));
  const trace = openTrace();
  const log = openLog(settings.logLevel, undefined, trace);
  const url = settings.databaseUrl;
  const self = randomUUID();
  const store = url ? await openPostgres(url) : openSqlite(join(settings.data, 'crier.sqlite'));
  const bell = url
    ? await sharedBell({ store, address: settings.bellUrl ?? url, process: self, clock: systemClock, log })
    : localBell();
  const clock = systemClock;
  const address = settings.replicaUrl;
  const replica = address
    ? await openReplica({ address, store, bell, clock, ids: makeIds(clock), log })
    : null;
  return makeNewsroom({
    store,
    engine: url ? 'postgres' : 'sqlite',
    bell,
    clock,
    log,
    settings,
    keys,
    process: self,
    trace,
    meter: settings.metricsPort === undefined ? silentMeter : await openMeter(),
    replica,
  });
}

const GOODBYE = 3_000; // ms; a server that listens has answered in one
const OURS_ALONE = 0o077; // what is taken from everybody but the user that Crier runs as
const FILES = ['crier.sqlite', 'crier.sqlite-wal', 'crier.sqlite-shm']; // made readable by all before this was so

/**
 * Makes the data folder, for this user alone, and has the process make all its files so. A folder that is there may hold
 * other things and keeps its mode; the database in it does not.
 */
export function makeFolder(data: string): void {
  process.umask(OURS_ALONE);
  mkdirSync(data, { recursive: true, mode: 0o700 });
  for (const file of FILES.map((name) => join(data, name))) if (existsSync(file)) chmodSync(file, 0o600);
}

const PICTURES_AT_ONCE = 2; // 100 MB each while they are decoded
const MODEL_IDLE = 10 * MINUTE; // reading a model takes a second: it stays for the sentences that an editor has done again

export function makeNewsroom(parts: NewsroomParts): Newsroom {
  const newsroom: Newsroom = {
    ...parts,
    process: parts.process ?? randomUUID(),
    trace: parts.trace ?? openTrace(),
    meter: parts.meter ?? silentMeter,
    replica: parts.replica ?? null,
    ids: makeIds(parts.clock),
    seal: makeSeal(parts.keys.secret),
    turns: openTurns(),
    pictureHelpers: openHelpers(ownModule('media/picture-process'), { most: PICTURES_AT_ONCE }),
    memory: openMemory(),
    threads: openThreads(),
    modelThread: openThreads({ most: 1, idleMs: MODEL_IDLE }),
    transact: (work) => transact(newsroom, work),
    async close() {
      await newsroom.threads.close();
      await newsroom.pictureHelpers.close();
      await newsroom.modelThread.close();
      await newsroom.replica?.close();
      await parts.bell.close();
      // A server that is gone does not answer a goodbye; nothing is under way any more.
      await Promise.race([parts.store.destroy(), pause(GOODBYE, undefined, { ref: false })]);
    },
  };
  return newsroom;
}

async function transact<T>(newsroom: Newsroom, work: (inner: Newsroom) => Promise<T>): Promise<T> {
  const rings: Ring[] = [];
  const { bell } = newsroom;
  const innerBell: Bell = {
    ...bell,
    ring: <S extends Signal>(signal: S, says: Signals[S]) => {
      rings.push({ signal, says } as Ring);
    },
  };
  try {
    const answer = await newsroom.store.transaction().execute(async (store) => {
      const inner: Newsroom = { ...newsroom, store, bell: innerBell, transact: (more) => more(inner) };
      const done = await work(inner);
      await bell.carry(store, rings);
      if (newsroom.settings.purgeUrl !== undefined)
        await keepEdgeChanges(store, { rings, id: newsroom.ids.next(), at: newsroom.clock.now() });
      return done;
    });
    bell.sound(rings);
    return answer;
  } catch (error) {
    // The connection may have been lost after the commit and before its answer: then it is true, and is looked at.
    if (isStoreAway(error)) bell.sound(rings);
    throw error;
  }
}
