/**
 * A move: everything is walked through once to see what belongs together, then once more to take it in. A rehearsal does the same
 * and writes nothing. One run of a house at a time; a run that ended half-way is gone on with by the next.
 */

import { SECOND } from '../../kit/clock.ts';
import { refuse } from '../../kit/refusal.ts';
import type { Newsroom } from '../../newsroom.ts';
import { announce } from '../../runner/work.ts';
import { openSpool, type Spool } from '../../store/spool.ts';
import { getMasthead } from '../../stories/masthead.ts';
import { beginMove, changeMove, keepDoubts, type MoveDoubtRow } from '../moves-queries.ts';
import { UnreadableSource } from '../records.ts';
import type { Ledger, MoveOrder, MoveProgress } from './move-order.ts';
import { PictureTaker } from './picture-taker.ts';
import { type Survey, surveyMove } from './survey.ts';
import { PostTaker } from './take-posts.ts';
import { takeRest } from './take-rest.ts';
import { type Doubt, doubt, type MoveWorld } from './world.ts';

export interface MoveReport {
  isReal: boolean;
  from: string;
  survey: Survey;
  counts: Map<string, number>;
  doubts: Doubt[];
  /** Why it ended before its end; null where it did not. */
  stopped: string | null;
}

const LEASE = 60 * SECOND; // a run that says nothing for that long has ended
const SAID_EVERY = 2 * SECOND;

/** Refuses with `move-under-way` while another run of the house is, with `not-found` before the paper is set up. */
export async function moveIn(newsroom: Newsroom, order: MoveOrder): Promise<MoveReport> {
  const masthead = await getMasthead(newsroom);
  const spool = openSpool();
  try {
    const survey = await surveyAll(newsroom, order, spool);
    const world: MoveWorld = {
      newsroom,
      spool,
      survey,
      masthead,
      by: order.by,
      isReal: order.isReal,
      from: nameOf(survey),
      counts: new Map(),
      doubts: [],
    };
    return await run(order, world);
  } finally {
    spool.close();
  }
}

async function surveyAll(newsroom: Newsroom, order: MoveOrder, spool: Spool): Promise<Survey> {
  const total = order.sources.reduce((sum, { size }) => sum + (size ?? 0), 0);
  let done = 0;
  return surveyMove(newsroom, {
    sources: order.sources,
    spool,
    sections: order.sections,
    from: order.from,
    hear: (bytes) => {
      done += bytes;
      order.hear?.({ stage: 'looking through', done, total });
    },
  });
}

/** 'WordPress at post.example'. */
function nameOf({ site }: Survey): string {
  const [system = '', place = ''] = site.origin.split(/:(.*)/);
  const named = { wordpress: 'WordPress', ghost: 'Ghost', disqus: 'Disqus', coral: 'Coral', crier: 'Crier' };
  const name = named[system as keyof typeof named] ?? 'files';
  return place === '' ? name : `${name} at ${place}`;
}

async function run(order: MoveOrder, world: MoveWorld): Promise<MoveReport> {
  const ledger = order.isReal ? await openLedger(world, order) : null;
  sayWhatIsOdd(world);
  const pictures = new PictureTaker(world, { uploads: order.uploads, fetches: order.fetchesPictures });
  const posts = new PostTaker(world, pictures);
  let stopped: string | null = null;
  try {
    await posts.places.plan();
    stopped = await takeAll(order, world, posts, ledger);
    if (stopped === null) await takeRest(world, order, ledger);
  } catch (error) {
    await ledger?.end('stopped', (error as Error).message);
    throw error;
  }
  await ledger?.end(stopped === null ? 'moved' : 'stopped', stopped ?? '');
  order.hear?.({ stage: 'done', done: 1, total: 1 });
  const { survey, counts, doubts, isReal, from } = world;
  return { isReal, from, survey, counts, doubts, stopped };
}

async function takeAll(
  order: MoveOrder,
  world: MoveWorld,
  posts: PostTaker,
  ledger: Ledger | null,
): Promise<string | null> {
  const total = world.spool.count('plan');
  let done = 0;
  for (const source of order.sources) {
    try {
      for await (const record of source.read()) {
        if (record.kind !== 'post') continue;
        if (order.signal?.aborted) return 'It was told to stop. Run it again, and it goes on.';
        await posts.take(record);
        done += 1;
        const at: MoveProgress = { stage: 'taking in', done, total };
        order.hear?.(at);
        await ledger?.say(at);
      }
    } catch (error) {
      if (!(error instanceof UnreadableSource)) throw error; // said by the survey
    }
    await posts.flush();
  }
  return null;
}

function sayWhatIsOdd(world: MoveWorld): void {
  for (const { key, thing } of world.spool.each<{ first: string; second: string }>('two of a login'))
    doubt(world, {
      kind: 'author',
      foreignId: key,
      code: 'two-authors',
      words: `Two authors there are called “${key}”: ${thing.first} and ${thing.second}. The first is taken.`,
      address: null,
    });
  for (const { name, words } of world.survey.broken)
    doubt(world, {
      kind: 'site',
      foreignId: name,
      code: 'broken-off',
      words: `${name}: ${words}`,
      address: null,
    });
}

async function openLedger(world: MoveWorld, order: MoveOrder): Promise<Ledger> {
  const { newsroom, survey } = world;
  const id = newsroom.ids.next();
  const begun_at = newsroom.clock.now();
  const isOurs = await beginMove(newsroom, {
    id,
    origin: survey.site.origin,
    what: order.sources.map(({ name }) => name).join(', '),
    state: 'moving',
    stage: 'looking through',
    done: 0,
    total: world.spool.count('plan'),
    counts_json: '{}',
    words: '',
    begun_at,
    lease_until: begun_at + LEASE,
    ended_at: null,
  });
  if (!isOurs) refuse('move-under-way');
  let said = 0;
  let kept = 0;
  const tell = async (inner: Newsroom): Promise<void> => {
    const fresh = world.doubts.slice(kept);
    await keepDoubts(inner, doubtRows(world, fresh));
    kept = world.doubts.length;
    await announce(inner, { event: 'paper-moved', facts: { moveId: id }, key: 'paper-moved' });
    inner.bell.ring('desk', { what: 'stories', storyId: null });
  };
  const counts = () => JSON.stringify(Object.fromEntries(world.counts));
  return {
    async say({ stage, done, total }) {
      const now = newsroom.clock.now();
      if (now - said < SAID_EVERY) return;
      said = now;
      await newsroom.transact(async (inner) => {
        await changeMove(inner, id, { stage, done, total, counts_json: counts(), lease_until: now + LEASE });
        await tell(inner);
      });
    },
    async end(state, words) {
      const ended_at = newsroom.clock.now();
      await newsroom.transact(async (inner) => {
        await changeMove(inner, id, { state, words, stage: 'done', counts_json: counts(), ended_at });
        await tell(inner);
        inner.bell.ring('pages', { touched: ['everything'] });
      });
    },
  };
}

function doubtRows({ newsroom, survey }: MoveWorld, doubts: Doubt[]): MoveDoubtRow[] {
  const at = newsroom.clock.now();
  const rows = new Map<string, MoveDoubtRow>();
  for (const { kind, foreignId, code, words, address, storyId } of doubts)
    rows.set(`${kind} ${foreignId} ${code}`, {
      origin: survey.site.origin,
      kind,
      foreign_id: foreignId,
      code,
      words,
      address,
      our_id: storyId,
      at,
      settled_at: null,
      settled_by_id: null,
    });
  return [...rows.values()];
}
