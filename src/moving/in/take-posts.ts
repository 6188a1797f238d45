/**
 * The second walk: posts become stories, some at a time, each batch in one transaction with what remembers that it came. Killed at
 * any point and run again, nothing is twice and nothing half. What was changed here since stays.
 */
import type { Newsroom } from '../../newsroom.ts';
import { copyOf } from '../../stories/edit.ts';
import { type EditionPlace, editionPlaces } from '../../stories/take-in.ts';
import { type MovedRow, movedRows } from '../moved-queries.ts';
import { type PostRecord, UnreadableSource } from '../records.ts';
import { FILING_WAITS } from '../show-moved.ts';
import { FileTaker } from './file-taker.ts';
import { ForeignAddresses } from './foreign-addresses.ts';
import type { HouseFiles } from './house-files.ts';
import { keepUntold } from './keep-doubts.ts';
import { People } from './people.ts';
import { PictureTaker } from './picture-taker.ts';
import { Places } from './places.ts';
import { timesOfPost } from './post-times.ts';
import { hashOfCopy } from './read-post.ts';
import type { OpenPost, OurThings, PostBatch, PostCopy, PostReader, ReadingFacts } from './reading.ts';
import { doubtPost, type MoveWorld, tally } from './world.ts';
import { type ReadyPost, writePosts } from './write-posts.ts';

/** A post that is to be taken, by its place in its batch. */
interface WantedPost {
  open: OpenPost;
  at: number;
  known: MovedRow | null;
  place: EditionPlace | null;
}

/** A batch that is being made ready: its copy is read while the batch before it is written. */
interface BegunBatch {
  count: number;
  posts: PostRecord[];
  wanted: WantedPost[];
  ours: OurThings;
  copies: Promise<PostCopy[]>;
}

export class PostTaker {
  readonly #world: MoveWorld;
  readonly #pictures: PictureTaker;
  readonly #files: FileTaker;
  readonly places: Places;
  readonly people: People;
  readonly #addresses: ForeignAddresses;
  readonly #reader: PostReader;
  readonly #begunAt: number;
  readonly #total: number;
  #done = 0;

  constructor(world: MoveWorld, files: HouseFiles, reader: PostReader) {
    this.#world = world;
    this.#reader = reader;
    this.#pictures = new PictureTaker(world, files);
    this.#files = new FileTaker(world, files);
    this.places = new Places(world);
    this.people = new People(world);
    this.#addresses = new ForeignAddresses(world);
    this.#begunAt = world.newsroom.clock.now();
    this.#total = world.spool.count('plan');
  }

  /** About when the move will be done. */
  get fileAt(): number {
    const now = this.#world.newsroom.clock.now();
    const left = ((now - this.#begunAt) * Math.max(0, this.#total - this.#done)) / Math.max(1, this.#done);
    return Math.round(now + Math.min(left, FILING_WAITS));
  }

  /** Takes one of the sources, by its place in the order; says after each batch how many posts it had. */
  async *takeAll(source: number): AsyncGenerator<number> {
    const { survey, masthead, newsroom } = this.#world;
    const facts: ReadingFacts = {
      site: survey.site,
      hosts: survey.hosts,
      language: masthead.language,
      address: newsroom.settings.address,
      sections: this.places.slugs(),
    };
    let before: BegunBatch | null = null;
    let broken: UnreadableSource | null = null;
    try {
      for await (const batch of this.#reader.posts(source, facts)) {
        const begun: BegunBatch = await this.#begin(batch);
        if (before) yield await this.#finish(before, begun.posts);
        before = begun;
      }
    } catch (error) {
      if (!(error instanceof UnreadableSource)) throw error;
      broken = error;
    }
    if (before) yield await this.#finish(before);
    if (broken) throw broken;
  }

  async #begin({ count, posts }: PostBatch): Promise<BegunBatch> {
    const wanted = await this.#wantedOf(posts);
    const opened = wanted.map(({ open }) => open);
    const learnt = await this.#addresses.learn(opened);
    const pictures = await this.#pictures.take(opened);
    const files = await this.#files.take(opened.flatMap((open) => open.files));
    const ours = { pictures, files, learnt };
    const copies = this.#reader.copies(
      wanted.map(({ at }) => at),
      ours,
    );
    copies.catch(() => {}); // whoever waits for it hears of it; a move that stops before that waits no more
    return { count, posts: posts.map(({ post }) => post), wanted, ours, copies };
  }

  /** `next`: posts of which something may be doubted already. Answers how many posts it had. */
  async #finish(
    { count, posts, wanted, ours, copies }: BegunBatch,
    next: PostRecord[] = [],
  ): Promise<number> {
    const world = this.#world;
    const read = await copies;
    const ready = wanted.flatMap((each, at) => {
      const copy = read[at];
      return (copy && this.#ready(each, copy, ours)) ?? [];
    });
    tally(world, 'posts read', count);
    if (world.isReal) await this.#write(ready, [...posts, ...next]);
    else for (const { known } of ready) tally(world, known ? 'would be changed' : 'would be taken in');
    this.#done += count;
    return count;
  }

  /** Those of a batch that are to be taken, with what is known of each here. */
  async #wantedOf(posts: readonly OpenPost[]): Promise<WantedPost[]> {
    const world = this.#world;
    const { origin } = world.survey.site;
    const ids = posts.map(({ post }) => post.id);
    const moved = await movedRows(world.newsroom, { origin, kind: 'post', ids });
    const places = await editionPlaces(
      world.newsroom,
      [...moved.values()].map(({ our_id }) => our_id),
    );
    const wanted: WantedPost[] = [];
    for (const [at, open] of posts.entries()) {
      const known = moved.get(open.post.id) ?? null;
      const place = (known && places.get(known.our_id)) ?? null;
      if (!this.#isFirst(open.post) || !this.#isToBeTaken(open, known, place)) continue;
      for (const { code, words } of open.doubts) doubtPost(world, open.post, code, words);
      wanted.push({ open, at, known, place });
    }
    return wanted;
  }

  async #write(ready: ReadyPost[], posts: PostRecord[]): Promise<void> {
    const world = this.#world;
    if (ready.length === 0 && world.doubts.untold.length === 0) return;
    try {
      const told = await world.newsroom.transact(async (inner: Newsroom) => {
        if (ready.length > 0) await writePosts(inner, world, this, ready);
        return keepUntold(inner, world, { posts, people: this.people });
      });
      told();
    } catch (error) {
      this.people.forget();
      this.places.forget();
      throw error;
    }
    for (const { known } of ready) tally(world, known ? 'changed' : 'taken in');
  }

  /** Files of one paper may hold a post twice; two posts of one number are two papers, or a file made by hand. */
  #isFirst(post: PostRecord): boolean {
    const { spool } = this.#world;
    const name = `${post.guid ?? ''} ${post.address ?? ''} ${post.headline}`;
    const other = spool.get<string>('taken', post.id);
    if (other === null) spool.put('taken', post.id, name);
    else if (other !== name)
      doubtPost(
        this.#world,
        post,
        'two-of-a-number',
        `${post.headline === '' ? 'A post without a headline' : `“${post.headline}”`} has the number of another post: the first is taken.`,
      );
    return other === null;
  }

  /** Says why not, where it is not. */
  #isToBeTaken({ post, hash }: OpenPost, known: MovedRow | null, place: EditionPlace | null): boolean {
    const world = this.#world;
    if (post.state === 'trashed') {
      tally(world, 'withdrawn there');
      if (place?.status === 'published')
        doubtPost(
          world,
          post,
          'withdrawn-there',
          'It was withdrawn there since it came. Kill it here, or leave it.',
          place.story_id,
        );
      return false;
    }
    if (!known) return true;
    if (!place) {
      tally(world, 'the same');
      return false;
    }
    const isSame = known.taken_hash === hash && !this.#lacksMore(known);
    if (isSame) {
      tally(world, 'the same');
      return false;
    }
    const isOurs = known.written_hash !== hashOfCopy(copyOf(place)) || place.status === 'killed';
    if (!isOurs) return true;
    tally(world, 'changed here, kept');
    doubtPost(
      world,
      post,
      'changed-on-both-sides',
      'It was changed there since it came, and here too. Ours stays; look at both.',
      place.story_id,
    );
    return false;
  }

  /** Pictures that could not be had are asked for again, where pictures are asked for at all. */
  #lacksMore = (known: MovedRow): boolean => known.lacks > 0 && this.#pictures.mayFetch;

  #ready(
    { open, known, place }: WantedPost,
    { copy, hash, doubts }: PostCopy,
    { pictures, files }: OurThings,
  ): ReadyPost | null {
    const world = this.#world;
    const { post } = open;
    for (const { code, words } of doubts) doubtPost(world, post, code, words);
    if (!copy) {
      tally(world, 'empty, left out');
      doubtPost(world, post, 'empty', 'It has neither a headline nor words.');
      return null;
    }
    const keys = [...(open.lead ? [open.lead.key] : []), ...open.inText.map(({ key }) => key)];
    const away = open.files.filter((address) => !files.has(address));
    this.#sayAway(post, away);
    const lacks =
      keys.filter((key) => !pictures.has(key)).length +
      away.filter((address) => this.#files.leftOf(address)?.isFinal === false).length;
    const times = timesOfPost(world, post);
    return { open, known, place, copy, written: hash, lacks, ...times };
  }

  /** Links that go on leading to the other house. */
  #sayAway(post: PostRecord, away: readonly string[]): void {
    if (away.length === 0) return;
    const said = away.map((address) => {
      const why = this.#files.leftOf(address)?.why ?? '';
      return why === '' ? address : `${address} (${why})`;
    });
    const words = `Files stay in the other house, where its links lead: ${said.join(', ')}`;
    doubtPost(this.#world, post, 'file-there', words);
  }
}
