/**
 * A move: everything is walked through once to see what belongs together, then once more to take it in. A rehearsal does the same
 * and writes nothing. One run of a house at a time; a run that ended half-way is gone on with by the next.
 */

import { isDiskFull } from '../../kit/full-disk.ts';
import { Refusal } from '../../kit/refusal.ts';
import type { Newsroom } from '../../newsroom.ts';
import { lightenCommits } from '../../store/light-commits.ts';
import { laidOver, openSpool, type Spool } from '../../store/spool.ts';
import { getMasthead } from '../../stories/masthead.ts';
import { lineOfHtml } from '../markup/copy-of-post.ts';
import { type OtherRecord, UnreadableSource } from '../records.ts';
import { DoubtList } from './doubt-list.ts';
import { HouseFiles } from './house-files.ts';
import { LocalReader } from './local-reader.ts';
import { openLedger } from './move-ledger.ts';
import type { Ledger, MoveOrder, MoveProgress } from './move-order.ts';
import type { PostReader } from './reading.ts';
import { type Survey, surveyMove } from './survey.ts';
import { PostTaker } from './take-posts.ts';
import { takeRest } from './take-rest.ts';
import { openThreadReader } from './thread-reader.ts';
import { doubt, type MoveWorld } from './world.ts';

export interface MoveReport {
  isReal: boolean;
  from: string;
  survey: Survey;
  counts: Map<string, number>;
  doubts: DoubtList;
  /** Why it ended before its end; null where it did not. */
  stopped: string | null;
  /** Lets go of the scratch pad on which the doubts stand. */
  close(): void;
}

/** The report is to be closed. Refuses with `move-under-way` while another run of the house is, with `not-found` before the paper is set up. */
export async function moveIn(newsroom: Newsroom, order: MoveOrder): Promise<MoveReport> {
  const masthead = await getMasthead(newsroom);
  const { reader, spool: notes } = await openReader(order);
  let spool = notes;
  try {
    const survey = await surveyAll(newsroom, order, { reader, spool, language: masthead.language });
    notes.settle();
    spool = laidOver(openSpool(), notes);
    const world: MoveWorld = {
      newsroom,
      spool,
      survey,
      masthead,
      by: order.by,
      isReal: order.isReal,
      from: nameOf(survey),
      counts: new Map(),
      doubts: new DoubtList(spool, order.isReal),
    };
    return await run(order, world, reader);
  } catch (error) {
    spool.close();
    // Before anything was taken in: the scratch pad had no room, or the line that says that a move begins.
    throw isOutOfRoom(error) ? new Refusal('disk-full') : error;
  } finally {
    await reader.close();
  }
}

const APART = 4_000_000; // bytes of files: below that, a thread would begin when they are read

/** Files that take long are read in a thread of their own; what is asked over the net is waited for anyway. */
async function openReader({ sources, isApart }: MoveOrder): Promise<{ reader: PostReader; spool: Spool }> {
  const size = sources.reduce((sum, source) => sum + (source.size ?? 0), 0);
  const apart = (isApart ?? size >= APART) ? await openThreadReader(sources) : null;
  if (apart) return apart;
  const spool = openSpool();
  return { reader: new LocalReader(sources, spool), spool };
}

async function surveyAll(
  newsroom: Newsroom,
  order: MoveOrder,
  { reader, spool, language }: { reader: PostReader; spool: Spool; language: string },
): Promise<Survey> {
  const total = order.sources.reduce((sum, { size }) => sum + (size ?? 0), 0);
  let done = 0;
  return surveyMove(newsroom, {
    sources: order.sources,
    reader,
    spool,
    language,
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

const OUT_OF_ROOM =
  'The disk is full. What was taken in until here stays, whole; free some space and run it again: it goes on.';

const isOutOfRoom = (error: unknown): boolean =>
  isDiskFull(error) || (error instanceof Refusal && error.code === 'disk-full');

async function run(order: MoveOrder, world: MoveWorld, reader: PostReader): Promise<MoveReport> {
  const ledger = order.isReal ? await openLedger(world, order) : null;
  sayWhatIsOdd(world);
  const files = new HouseFiles(world, { uploads: order.uploads, fetches: order.fetchesPictures });
  const posts = new PostTaker(world, files, reader);
  let stopped: string | null = null;
  try {
    stopped = await takeLightly(order, world, posts, ledger);
  } catch (error) {
    // A store that took nothing more may not take these words either: the run is told by its lease then.
    await ledger?.end('stopped', (error as Error).message).catch(() => undefined);
    if (!isOutOfRoom(error)) throw error;
    stopped = OUT_OF_ROOM;
  }
  if (stopped !== OUT_OF_ROOM) await ledger?.end(stopped === null ? 'moved' : 'stopped', stopped ?? '');
  order.hear?.({ stage: 'done', done: 1, total: 1 });
  const { survey, counts, doubts, isReal, from, spool } = world;
  return { isReal, from, survey, counts, doubts, stopped, close: () => spool.close() };
}

/** What a loss of power takes from it, the next run takes again; that it has ended is said with a commit that waits for the disk. */
async function takeLightly(
  order: MoveOrder,
  world: MoveWorld,
  posts: PostTaker,
  ledger: Ledger | null,
): Promise<string | null> {
  const { engine, store } = world.newsroom;
  const settle = await lightenCommits(engine, store);
  try {
    await posts.places.plan();
    const stopped = await takeAll(order, world, posts, ledger);
    if (stopped === null) await takeRest(world, order, ledger);
    return stopped;
  } finally {
    await settle();
  }
}

async function takeAll(
  order: MoveOrder,
  world: MoveWorld,
  posts: PostTaker,
  ledger: Ledger | null,
): Promise<string | null> {
  const total = world.spool.count('plan');
  let done = 0;
  for (const at of order.sources.keys()) {
    try {
      for await (const count of posts.takeAll(at)) {
        done += count;
        const here: MoveProgress = { stage: 'taking in', done, total };
        order.hear?.(here);
        await ledger?.say(here);
        if (order.signal?.aborted) return 'It was told to stop. Run it again, and it goes on.';
      }
    } catch (error) {
      if (!(error instanceof UnreadableSource)) throw error; // said by the survey
    }
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
  for (const { thing } of world.spool.each<OtherRecord>('other')) sayKindLeftOut(world, thing);
  for (const { name, words } of world.survey.broken)
    doubt(world, {
      kind: 'site',
      foreignId: name,
      code: 'broken-off',
      words,
      address: null,
    });
}

/** Readers had them: whether they are stories, only the house knows. */
function sayKindLeftOut(world: MoveWorld, { what, example, address }: OtherRecord): void {
  if (address === undefined) return;
  const count = (world.survey.counts.get(`of kind “${what}”`) ?? 0).toLocaleString('en');
  doubt(world, {
    kind: 'site',
    foreignId: `kind ${what}`,
    code: 'kind-left-out',
    words: `“${what}” is neither a post nor a page there: ${count} left out, one of them “${lineOfHtml(example)}”. Where they are stories, they come with --kinds ${what}.`,
    address,
  });
}
