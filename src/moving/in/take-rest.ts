/** What comes after the posts: replies under them, readers who asked for letters, addresses that led elsewhere. */
import { htmlToText } from '../../kit/safe-html.ts';
import type { Newsroom } from '../../newsroom.ts';
import { type ForeignReply, takeInReplies } from '../../replies/take-in.ts';
import { editionPlaces } from '../../stories/take-in.ts';
import { oldKey } from '../addresses/old-address.ts';
import { editionsAt } from '../addresses/queries.ts';
import { lineOfHtml } from '../markup/copy-of-post.ts';
import { keepMoved, type MovedRow, movedRows } from '../moved-queries.ts';
import type { MemberRecord, ReplyRecord } from '../records.ts';
import { untilBroken } from '../until-broken.ts';
import { takeDevices } from './devices.ts';
import { keepUntold } from './keep-doubts.ts';
import { takeLetterReaders } from './letters.ts';
import type { Ledger, MoveOrder } from './move-order.ts';
import type { PostPlan } from './reading.ts';
import { doubt, type MoveWorld, tally } from './world.ts';

const REPLIES = 'replies'; // their ids name the house themselves
const REPLIES_AT_ONCE = 200; // in one transaction
const LONGEST_THREAD = 500; // answers to answers; a chain that is longer, or bites its tail, begins anew there

export async function takeRest(world: MoveWorld, order: MoveOrder, ledger: Ledger | null): Promise<void> {
  await new ReplyTaker(world, order, ledger).takeAll();
  await takeReaders(world, order);
  await takeDevices(world, { sources: order.sources, keyId: order.vapidKeyId ?? null });
}

const READERS_AT_ONCE = 200; // in one transaction

/** Readers of letters, from files that have some. */
async function takeReaders(world: MoveWorld, { sources }: MoveOrder): Promise<void> {
  if (!world.survey.counts.has('letter readers')) return;
  const members: MemberRecord[] = [];
  const flush = async (): Promise<void> => {
    const some = members.splice(0);
    if (!world.isReal) return;
    tally(
      world,
      'letter readers kept',
      await world.newsroom.transact((inner) => takeLetterReaders(inner, some)),
    );
  };
  for (const source of sources)
    for await (const record of untilBroken(source.read())) {
      if (record.kind === 'member') members.push(record);
      if (members.length >= READERS_AT_ONCE) await flush();
    }
  await flush();
}

class ReplyTaker {
  readonly #world: MoveWorld;
  readonly #order: MoveOrder;
  readonly #ledger: Ledger | null;

  constructor(world: MoveWorld, order: MoveOrder, ledger: Ledger | null) {
    this.#world = world;
    this.#order = order;
    this.#ledger = ledger;
  }

  async takeAll(): Promise<void> {
    const { spool } = this.#world;
    const total = spool.count('reply');
    let batch: ReplyRecord[] = [];
    let done = 0;
    for (const { thing } of spool.each<ReplyRecord>('reply')) {
      if (this.#order.signal?.aborted) return;
      batch.push(thing);
      if (batch.length < REPLIES_AT_ONCE) continue;
      await this.#take(batch);
      done += batch.length;
      batch = [];
      this.#order.hear?.({ stage: 'replies', done, total });
      await this.#ledger?.say({ stage: 'replies', done, total });
    }
    await this.#take(batch);
  }

  /** Each after what it answers, which may stand anywhere in the files. */
  async #take(batch: ReplyRecord[]): Promise<void> {
    if (batch.length === 0) return;
    const world = this.#world;
    const ordered = new Map<string, ReplyRecord>();
    for (const reply of batch)
      for (const each of this.#lineOf(this.#answeringKept(reply))) ordered.set(each.id, each);
    const replies = [...ordered.values()];
    const known = await movedRows(world.newsroom, {
      origin: REPLIES,
      kind: 'reply',
      ids: replies.map(({ id }) => id),
    });
    const fresh = replies.filter(({ id }) => !known.has(id));
    tally(world, 'replies, the same', batch.filter(({ id }) => known.has(id)).length);
    const places = await this.#placesOf(fresh);
    if (!world.isReal) {
      tally(world, 'replies would be taken in', fresh.filter((reply) => placeOf(places, reply)).length);
      return;
    }
    const told = await world.newsroom.transact(async (inner) => {
      await this.#write(inner, fresh, { places, known });
      return keepUntold(inner, world, { replies: fresh });
    });
    told();
  }

  /** Said to one that does not come, it answers what that one answered. */
  #answeringKept(reply: ReplyRecord): ReplyRecord {
    const { spool } = this.#world;
    let { answers } = reply;
    for (let steps = 0; answers !== null && steps < LONGEST_THREAD; steps += 1) {
      const next: string | null = spool.has('reply', answers)
        ? null
        : spool.get<string>('reply left out', answers);
      if (next === null) break;
      answers = next || null;
    }
    return answers === reply.answers ? reply : { ...reply, answers };
  }

  /** From the first that was said to this one. */
  #lineOf(reply: ReplyRecord): ReplyRecord[] {
    const line = [reply];
    const seen = new Set([reply.id]);
    for (let answers = reply.answers; answers !== null && line.length < LONGEST_THREAD; ) {
      const above = seen.has(answers) ? null : this.#world.spool.get<ReplyRecord>('reply', answers);
      if (!above) break;
      seen.add(above.id);
      const kept = this.#answeringKept(above);
      line.unshift(kept);
      answers = kept.answers;
    }
    return line;
  }

  async #write(
    inner: Newsroom,
    fresh: ReplyRecord[],
    { places, known }: { places: ReadonlyMap<string, ReplyPlace>; known: ReadonlyMap<string, MovedRow> },
  ): Promise<void> {
    const world = this.#world;
    const ids = new Map([...known].map(([id, row]) => [id, row.our_id]));
    const rows: ForeignReply[] = [];
    const things: MovedRow[] = [];
    const storyOf = new Map<string, string>();
    for (const reply of fresh) {
      const place = placeOf(places, reply);
      if (!place) {
        sayLost(world, reply);
        continue;
      }
      const id = inner.ids.next();
      // Numbers that were given twice would have it answer something under another story.
      const above = ids.get(reply.answers ?? '') ?? null;
      const answersId =
        above !== null && (storyOf.get(above) ?? place.storyId) === place.storyId ? above : null;
      rows.push(foreignReply(inner, reply, { id, place, answersId }));
      storyOf.set(id, place.storyId);
      ids.set(reply.id, id);
      things.push(this.#thing(reply.id, id));
    }
    await takeInReplies(inner, rows);
    await keepMoved(inner, things);
    for (const storyId of new Set(rows.map((row) => row.storyId)))
      inner.bell.ring('pages', { touched: [`story:${storyId}`] });
    tally(world, 'replies taken in', rows.length);
  }

  #thing(foreign_id: string, our_id: string): MovedRow {
    const { newsroom } = this.#world;
    return {
      origin: REPLIES,
      kind: 'reply',
      foreign_id,
      our_id,
      guid: null,
      taken_hash: '',
      written_hash: '',
      lacks: 0,
      moved_at: newsroom.clock.now(),
    };
  }

  /** Where their posts stand here, by `keysOf`. In a rehearsal, every post that would be out. */
  async #placesOf(replies: ReplyRecord[]): Promise<Map<string, ReplyPlace>> {
    const world = this.#world;
    const { newsroom, spool } = world;
    const places = new Map<string, ReplyPlace>();
    const editionIds = new Map<string, string>();
    const byId = replies.flatMap(({ post }) => ('id' in post ? post.id : []));
    const { origin } = world.survey.site;
    const rows = await movedRows(newsroom, { origin, kind: 'post', ids: [...new Set(byId)] });
    for (const [id, row] of rows) editionIds.set(`id ${id}`, row.our_id);
    const paths = [...new Set(replies.flatMap(({ post }) => addressesOf(post).map(oldKey)))];
    for (const [path, id] of await editionsAt(newsroom, paths)) editionIds.set(`at ${path}`, id);
    const found = await editionPlaces(newsroom, [...editionIds.values()]);
    for (const [key, editionId] of editionIds) {
      const place = found.get(editionId);
      if (place && place.published_take_id !== null)
        places.set(key, { storyId: place.story_id, editionId: place.edition_id });
    }
    if (!world.isReal)
      for (const { post } of replies)
        for (const key of keysOf(post)) {
          const isPlanned =
            'id' in post
              ? spool.get<PostPlan>('plan', post.id)?.isOut === true
              : spool.has('path', key.slice(3));
          if (isPlanned) places.set(key, { storyId: '', editionId: '' });
        }
    return places;
  }
}

interface ReplyPlace {
  storyId: string;
  editionId: string;
}

const addressesOf = (post: ReplyRecord['post']): string[] =>
  'id' in post ? [] : [post.address, post.or ?? ''].filter((address) => address !== '');

/** By which its post may be known, the surest first. */
const keysOf = (post: ReplyRecord['post']): string[] =>
  'id' in post ? [`id ${post.id}`] : addressesOf(post).map((address) => `at ${oldKey(address)}`);

function placeOf(places: ReadonlyMap<string, ReplyPlace>, { post }: ReplyRecord): ReplyPlace | undefined {
  for (const key of keysOf(post)) {
    const place = places.get(key);
    if (place) return place;
  }
  return undefined;
}

function sayLost(world: MoveWorld, reply: ReplyRecord): void {
  tally(world, 'replies without a story');
  const address =
    'address' in reply.post
      ? reply.post.address || (reply.post.or ?? null)
      : (world.spool.get<PostPlan>('plan', reply.post.id)?.address ?? null);
  const words = `The reply of ${lineOfHtml(reply.name) || 'somebody'} is to a post that readers do not have here.`;
  doubt(world, { kind: 'reply', foreignId: reply.id, code: 'reply-without-story', words, address });
}

const LONGEST_NAME = 60; // letters, as of a reply's form

function foreignReply(
  inner: Newsroom,
  reply: ReplyRecord,
  { id, place, answersId }: { id: string; place: ReplyPlace; answersId: string | null },
): ForeignReply {
  const withLines = /<(?:p|br|div|li)\b/i.test(reply.html) ? reply.html : reply.html.replaceAll('\n', '<br>');
  return {
    id,
    ...place,
    answersId,
    name: lineOfHtml(reply.name).slice(0, LONGEST_NAME) || '—',
    email: reply.email,
    text: htmlToText(withLines) || '—',
    at: Math.min(reply.at ?? inner.clock.now(), inner.clock.now()),
  };
}
