/**
 * The second walk: posts become stories, some at a time, each batch in one transaction with what remembers that it came. Killed at
 * any point and run again, nothing is twice and nothing half. What was changed here since stays.
 */
import type { Newsroom } from '../../newsroom.ts';
import { copyOf } from '../../stories/edit.ts';
import { type EditionPlace, editionPlaces } from '../../stories/take-in.ts';
import type { OurFile } from '../markup/pictures.ts';
import { type MovedRow, movedRows } from '../moved-queries.ts';
import type { CorrectionRecord, PostRecord } from '../records.ts';
import { FileTaker } from './file-taker.ts';
import { ForeignAddresses } from './foreign-addresses.ts';
import type { HouseFiles } from './house-files.ts';
import { keepUntold } from './keep-doubts.ts';
import { People } from './people.ts';
import { PictureTaker } from './picture-taker.ts';
import { Places } from './places.ts';
import { copyOfPost, instantOf, type OpenPost, openPost } from './read-post.ts';
import type { PostPlan } from './survey.ts';
import { doubtPost, hashOfCopy, hashOfPost, type MoveWorld, tally } from './world.ts';
import { type ReadyPost, writePosts } from './write-posts.ts';

export const POSTS_AT_ONCE = 50; // in one transaction: its lock is held for some hundredths of a second

const LETTERS_AT_ONCE = 300_000; // of all texts in one transaction: long ones go fewer at a time, each is held in a dozen forms
const AT_ONE_INSTANT = 100; // posts; then the next millisecond

export class PostTaker {
  readonly #world: MoveWorld;
  readonly #pictures: PictureTaker;
  readonly #files: FileTaker;
  readonly places: Places;
  readonly people: People;
  readonly #addresses: ForeignAddresses;
  #batch: PostRecord[] = [];
  #letters = 0;

  constructor(world: MoveWorld, files: HouseFiles) {
    this.#world = world;
    this.#pictures = new PictureTaker(world, files);
    this.#files = new FileTaker(world, files);
    this.places = new Places(world);
    this.people = new People(world);
    this.#addresses = new ForeignAddresses(world, this.places);
  }

  async take(post: PostRecord): Promise<void> {
    this.#batch.push(post);
    this.#letters += post.html.length;
    if (this.#batch.length >= POSTS_AT_ONCE || this.#letters >= LETTERS_AT_ONCE) await this.flush();
  }

  async flush(): Promise<void> {
    const posts = this.#batch.splice(0);
    this.#letters = 0;
    if (posts.length === 0) return;
    const world = this.#world;
    const { origin } = world.survey.site;
    const moved = await movedRows(world.newsroom, { origin, kind: 'post', ids: posts.map(({ id }) => id) });
    const places = await editionPlaces(
      world.newsroom,
      [...moved.values()].map(({ our_id }) => our_id),
    );
    const opened = new Map<string, { open: OpenPost; known: MovedRow | null; place: EditionPlace | null }>();
    for (const post of posts) {
      const known = moved.get(post.id) ?? null;
      const place = (known && places.get(known.our_id)) ?? null;
      const plan = world.spool.get<PostPlan>('plan', post.id);
      if (plan && this.#isFirst(post) && this.#isToBeTaken(post, known, place))
        opened.set(post.id, { open: openPost(world, withCorrections(world, post), plan), known, place });
    }
    const wanted = [...opened.values()];
    await this.#addresses.learn(wanted.map(({ open }) => open));
    const pictures = await this.#pictures.take(wanted.map(({ open }) => open));
    const linked = new Map(wanted.map(({ open }) => [open.post.id, this.#addresses.filesOf(open)]));
    const files = await this.#files.take([...linked.values()].flat());
    const ready = wanted.flatMap((each) => {
      const own = linked.get(each.open.post.id) ?? [];
      return this.#ready(each, { pictures, files, linked: own }) ?? [];
    });
    tally(world, 'posts read', posts.length);
    if (!world.isReal) {
      for (const { known } of ready) tally(world, known ? 'would be changed' : 'would be taken in');
      return;
    }
    await this.#write(ready, posts);
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
        `“${post.headline}” has the number of another post: the first is taken.`,
      );
    return other === null;
  }

  /** Says why not, where it is not. */
  #isToBeTaken(post: PostRecord, known: MovedRow | null, place: EditionPlace | null): boolean {
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
    const isSame = known.taken_hash === hashOfPost(withCorrections(world, post)) && !this.#lacksMore(known);
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
    { open, known, place }: { open: OpenPost; known: MovedRow | null; place: EditionPlace | null },
    {
      pictures,
      files,
      linked,
    }: {
      pictures: ReadonlyMap<string, string>;
      files: ReadonlyMap<string, OurFile>;
      linked: readonly string[];
    },
  ): ReadyPost | null {
    const world = this.#world;
    const { post } = open;
    const copy = copyOfPost(world, open, { pictures, files, addresses: this.#addresses });
    if (!copy) {
      tally(world, 'empty, left out');
      doubtPost(world, post, 'empty', 'It has neither a headline nor words.');
      return null;
    }
    const keys = [...(open.lead ? [open.lead.key] : []), ...open.inText.map(({ key }) => key)];
    const away = linked.filter((address) => !files.has(address));
    this.#sayAway(post, away);
    const lacks =
      keys.filter((key) => !pictures.has(key)).length +
      away.filter((address) => this.#files.leftOf(address)?.isFinal === false).length;
    const times = this.#timesOf(post);
    return {
      open,
      known,
      place,
      copy: {
        ...copy,
        byline: this.people.byline(post.authors, open.language),
        dateline: '',
        pictureId: (open.lead && pictures.get(open.lead.key)) ?? null,
      },
      lacks,
      hash: hashOfPost(post),
      ...times,
    };
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

  /** A paper that was moved before may have thousands of one second: the morgue tells a thousand of a millisecond apart. */
  #apart(at: number): number {
    const { spool } = this.#world;
    const before = spool.get<number>('instant', String(at)) ?? 0;
    spool.put('instant', String(at), before + 1);
    return at + Math.floor(before / AT_ONE_INSTANT);
  }

  /** When readers had it; null for what they have not. What is said of it to the desk is said here. */
  #timesOf(post: PostRecord): Pick<ReadyPost, 'out' | 'createdAt' | 'schedule'> {
    const world = this.#world;
    const now = world.newsroom.clock.now();
    const said = instantOf(world, post.published);
    const changed = instantOf(world, post.changed);
    const published = post.state === 'published' ? (said ?? changed) : said;
    const createdAt = Math.min(published ?? changed ?? now, now);
    const none = { out: null, createdAt, schedule: null };
    if (post.isSticky)
      doubtPost(world, post, 'sticky', 'It stood at the top there. Pin it here if it still should.');
    if (post.state === 'private') doubtPost(world, post, 'private', 'It was private there: a draft here.');
    if (post.state === 'protected')
      doubtPost(world, post, 'protected', 'It had a password there: a draft here, without one.');
    if (post.state === 'scheduled' && published !== null && published > now)
      return { out: null, createdAt: changed ?? now, schedule: published };
    if (post.state === 'scheduled')
      doubtPost(world, post, 'hour-passed', 'The hour it was scheduled for has passed: a draft here.');
    if (post.state !== 'published') return none;
    if (said === null) {
      const instead = changed === null ? 'now' : 'when it was last changed';
      doubtPost(world, post, 'no-date', `No date says when it was published; ${instead} stands in.`);
    }
    if (published !== null && published > now)
      doubtPost(world, post, 'date-ahead', 'Its date is ahead of the clock; now stands in.');
    const first = this.#apart(Math.min(published ?? now, now));
    const last = Math.min(Math.max(changed ?? first, first), now);
    return { out: { first, last }, createdAt: first, schedule: null };
  }
}

function withCorrections({ spool }: MoveWorld, post: PostRecord): PostRecord {
  const more = spool.list<CorrectionRecord>('correction', post.id);
  if (more.length === 0) return post;
  return { ...post, corrections: [...post.corrections, ...more.map(({ text, at }) => ({ text, at }))] };
}
