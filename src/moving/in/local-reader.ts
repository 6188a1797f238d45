/** Reads posts in this thread: what is asked over the net, and files that are read before another thread would have begun. */
import type { Spool } from '../../store/spool.ts';
import type { MoveRecord, MoveSource } from '../records.ts';
import { HouseLinks } from './house-links.ts';
import type { ReadMarkup } from './read-post.ts';
import type { OurThings, PostBatch, PostCopy, PostReader, ReadingFacts } from './reading.ts';
import { copiesOf, openedPosts, recordsAtOnce, type Walk } from './walk-source.ts';

export class LocalReader implements PostReader {
  readonly #sources: readonly MoveSource[];
  readonly #spool: Spool;
  /** The walk that is under way, and the posts that it gave last. */
  #last: { walk: Walk; opened: ReadMarkup[] } | null = null;

  constructor(sources: readonly MoveSource[], spool: Spool) {
    this.#sources = sources;
    this.#spool = spool;
  }

  records(source: number, hear?: (bytes: number) => void): AsyncIterable<MoveRecord[]> {
    return recordsAtOnce(sourceAt(this.#sources, source), hear);
  }

  async *posts(source: number, facts: ReadingFacts): AsyncGenerator<PostBatch> {
    const reading = { ...facts, spool: this.#spool };
    const walk = { reading, links: new HouseLinks(reading) };
    for await (const { count, opened } of openedPosts(sourceAt(this.#sources, source), walk)) {
      this.#last = { walk, opened };
      yield { count, posts: opened.map(({ open }) => open) };
    }
  }

  async copies(places: readonly number[], ours: OurThings): Promise<PostCopy[]> {
    return this.#last ? copiesOf(this.#last.walk, this.#last.opened, { places, ours }) : [];
  }

  async close(): Promise<void> {}
}

/** The source of that place in the order. */
export function sourceAt(sources: readonly MoveSource[], at: number): MoveSource {
  const source = sources[at];
  if (!source) throw new RangeError(`There is no source ${at}.`);
  return source;
}
