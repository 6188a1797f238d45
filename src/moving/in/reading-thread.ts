/**
 * The thread that reads the files of a move: markup, text and links, so that the one that writes has nothing else to do. It reads some
 * batches ahead and no more, so that it holds as little of a file of gigabytes as of a small one.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { openSharedNotes } from '../../store/spool.ts';
import { reopened } from '../formats/which.ts';
import { type MoveSource, UnreadableSource } from '../records.ts';
import { HouseLinks } from './house-links.ts';
import { sourceAt } from './local-reader.ts';
import type { ReadMarkup } from './read-post.ts';
import type { ReadingFacts } from './reading.ts';
import { AHEAD, type FromReader, type ReadingOrder, type ToReader } from './reading-words.ts';
import { copiesOf, openedPosts, recordsAtOnce, type Walk } from './walk-source.ts';

class Reader {
  readonly #sources: Promise<MoveSource[]>;
  readonly #spool;
  #walk: Walk | null = null;
  /** Posts that were handed on and not yet forgotten, by the numbers of their batches. */
  readonly #opened = new Map<number, ReadMarkup[]>();
  #number = 0;
  /** Batches that may still be handed on, and who waits for one. */
  #room = 0;
  #wake: (() => void) | null = null;

  constructor({ sources, notes }: ReadingOrder) {
    this.#spool = openSharedNotes(notes);
    this.#sources = Promise.all(sources.map(reopened));
    say({ says: 'ready' });
  }

  hear(asked: ToReader): void {
    if (asked.ask === 'more') {
      this.#room += 1;
      this.#wake?.();
    } else if (asked.ask === 'copies') this.#copy(asked);
    else if (asked.ask === 'none') this.#forget(asked.batch);
    else void this.#tell(asked);
  }

  async #tell(asked: ToReader & { source: number }): Promise<void> {
    this.#room = AHEAD;
    try {
      const source = sourceAt(await this.#sources, asked.source);
      if (asked.ask === 'posts') await this.#tellPosts(source, asked.facts);
      else await this.#tellRecords(source);
      say({ says: 'end', unreadable: null });
    } catch (error) {
      if (error instanceof UnreadableSource) say({ says: 'end', unreadable: error.words });
      else sayBroken(error);
    }
  }

  async #tellRecords(source: MoveSource): Promise<void> {
    let bytes = 0;
    const hear = (more: number) => {
      bytes += more;
    };
    for await (const records of recordsAtOnce(source, hear)) {
      await this.#mayHandOn();
      say({ says: 'records', records, bytes });
      bytes = 0;
    }
  }

  async #tellPosts(source: MoveSource, facts: ReadingFacts): Promise<void> {
    const reading = { ...facts, spool: this.#spool };
    this.#walk = { reading, links: new HouseLinks(reading) };
    for await (const { count, opened } of openedPosts(source, this.#walk)) {
      await this.#mayHandOn();
      this.#number += 1;
      this.#opened.set(this.#number, opened);
      say({ says: 'posts', count, opened, number: this.#number });
    }
  }

  /** Waits for room; whoever waits for copies is heard in between. */
  async #mayHandOn(): Promise<void> {
    await new Promise<void>((done) => setImmediate(done));
    while (this.#room <= 0)
      await new Promise<void>((wake) => {
        this.#wake = wake;
      });
    this.#room -= 1;
  }

  #copy({ batch, places, ours }: ToReader & { ask: 'copies' }): void {
    const opened = this.#opened.get(batch) ?? [];
    this.#forget(batch);
    try {
      say({ says: 'copies', copies: this.#walk ? copiesOf(this.#walk, opened, { places, ours }) : [] });
    } catch (error) {
      sayBroken(error);
    }
  }

  #forget(upTo: number): void {
    for (const number of this.#opened.keys()) if (number <= upTo) this.#opened.delete(number);
  }
}

const say = (said: FromReader): void => parentPort?.postMessage(said);

const sayBroken = (error: unknown): void =>
  say({ says: 'broken', words: error instanceof Error ? (error.stack ?? error.message) : String(error) });

const reader = new Reader(workerData as ReadingOrder);
parentPort?.on('message', (asked: ToReader) => reader.hear(asked));
