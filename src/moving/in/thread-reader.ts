/**
 * Reads posts in a thread of its own: files that take long. What it reads comes in batches, no more of them than can be written. Where
 * that thread is behind, copies are made in this one, which would only wait for it.
 */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { isAlive } from '../../kit/is-alive.ts';
import { openOwnThread } from '../../kit/own-module.ts';
import { openSpool, type Spool } from '../../store/spool.ts';
import { type MoveRecord, type MoveSource, UnreadableSource } from '../records.ts';
import { HouseLinks } from './house-links.ts';
import type { ReadMarkup } from './read-post.ts';
import type { OurThings, PostBatch, PostCopy, PostReader, ReadingFacts } from './reading.ts';
import type { FromReader, ReadingOrder, ToReader } from './reading-words.ts';
import { copiesOf, type Walk } from './walk-source.ts';

const YOUNG = 16;

/** Null where one of the sources is no file. The scratch pad is the one that its first walk is to fill. */
export async function openThreadReader(
  sources: readonly MoveSource[],
): Promise<{ reader: ThreadReader; spool: Spool } | null> {
  const places = sources.map(({ files, from, kinds = [] }) =>
    files ? { files, from: from ?? null, kinds } : null,
  );
  if (places.some((place) => place === null)) return null;
  const folder = folderFor(process.pid);
  const notes = join(folder, 'notes');
  const spool = openSpool(notes);
  const reader = new ThreadReader({ sources: places.flatMap((place) => place ?? []), notes }, spool);
  // Both have it open then: it needs a name no more, and its room is free when they end, however they end.
  const forget = () => rmSync(folder, { recursive: true, force: true });
  const settle = () => {
    spool.settle();
    forget();
  };
  const close = () => {
    spool.close();
    forget();
  };
  try {
    await reader.opened();
    return { reader, spool: { ...spool, settle, close } };
  } catch (error) {
    close();
    throw error;
  }
}

const FOLDER = 'crier-move-notes-';

/** A folder for the scratch pad of a process. Those of processes that were killed in their first walk are removed. */
function folderFor(pid: number): string {
  for (const name of readdirSync(tmpdir())) {
    const [owner] = name.startsWith(FOLDER) ? name.slice(FOLDER.length).split('-', 1) : [];
    if (owner !== undefined && !isAlive(Number(owner)))
      rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
  return mkdtempSync(join(tmpdir(), `${FOLDER}${pid}-`));
}

class ThreadReader implements PostReader {
  readonly #thread: Worker;
  readonly #said: FromReader[] = [];
  /** Who waits for more to be said. */
  readonly #waiting = new Set<() => void>();
  /** Copies are answered in the order in which they were asked for. */
  #copying: Promise<unknown> = Promise.resolve();
  #broken: Error | null = null;
  readonly #spool: Spool;
  /** The walk that is under way, and the batch that was given last. */
  #last: { walk: Walk; opened: readonly ReadMarkup[]; number: number } | null = null;

  constructor(order: ReadingOrder, spool: Spool) {
    this.#spool = spool;
    const resourceLimits = { maxYoungGenerationSizeMb: YOUNG };
    this.#thread = openOwnThread('moving/in/reading-thread', { workerData: order, resourceLimits });
    this.#thread.on('message', (said: FromReader) => {
      if (said.says === 'broken') this.#break(new Error(said.words));
      else this.#said.push(said);
      this.#wake();
    });
    this.#thread.on('error', (error) => this.#break(error));
    this.#thread.on('exit', () => this.#break(new Error('The thread that reads ended.')));
  }

  async opened(): Promise<void> {
    await this.#next('ready');
  }

  async *records(source: number, hear?: (bytes: number) => void): AsyncGenerator<MoveRecord[]> {
    this.#ask({ ask: 'records', source });
    for (;;) {
      const said = await this.#next('records', 'end');
      if (said.says === 'end') return ended(said.unreadable);
      hear?.(said.bytes);
      this.#ask({ ask: 'more' });
      yield said.records;
    }
  }

  async *posts(source: number, facts: ReadingFacts): AsyncGenerator<PostBatch> {
    this.#ask({ ask: 'posts', source, facts });
    const reading = { ...facts, spool: this.#spool };
    const walk = { reading, links: new HouseLinks(reading) };
    for (;;) {
      const said = await this.#next('posts', 'end');
      if (said.says === 'end') return ended(said.unreadable);
      const { count, opened, number } = said;
      this.#last = { walk, opened, number };
      this.#ask({ ask: 'more' });
      yield { count, posts: opened.map(({ open }) => open) };
    }
  }

  async copies(places: readonly number[], ours: OurThings): Promise<PostCopy[]> {
    if (!this.#last) return [];
    const { walk, opened, number: batch } = this.#last;
    await new Promise<void>((done) => setImmediate(done)); // what was said since is heard
    if (this.#isBehind()) {
      this.#ask({ ask: 'none', batch });
      return copiesOf(walk, opened, { places, ours });
    }
    this.#ask({ ask: 'copies', batch, places, ours });
    const mine = this.#copying.then(() => this.#next('copies'));
    this.#copying = mine.catch(() => {}); // said to whoever asked
    return (await mine).copies;
  }

  async close(): Promise<void> {
    await this.#thread.terminate();
  }

  /** Whether nothing that was read ahead is left: then it is that thread that the move waits for. */
  #isBehind(): boolean {
    return !this.#said.some(({ says }) => says === 'posts' || says === 'end');
  }

  #ask(asked: ToReader): void {
    this.#thread.postMessage(asked);
  }

  #break(error: Error): void {
    this.#broken ??= error;
    this.#wake();
  }

  #wake(): void {
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const wake of waiting) wake();
  }

  /** The next of what it says of these: batches that it read ahead may stand before the copy that was asked for. */
  async #next<Says extends FromReader['says']>(...wanted: Says[]): Promise<FromReader & { says: Says }> {
    for (;;) {
      const at = this.#said.findIndex(({ says }) => wanted.includes(says as Says));
      if (at !== -1) return this.#said.splice(at, 1)[0] as FromReader & { says: Says };
      if (this.#broken) throw this.#broken;
      await new Promise<void>((wake) => this.#waiting.add(wake));
    }
  }
}

function ended(unreadable: string | null): void {
  if (unreadable !== null) throw new UnreadableSource(unreadable);
}
