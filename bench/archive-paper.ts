/** A long past for benches: stories of made-up words, as unevenly used as words are, straight into the store. */

import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { MINUTE } from '../src/kit/clock.ts';
import { safeBody } from '../src/kit/safe-html.ts';
import { readSettings } from '../src/kit/settings.ts';
import { filedOf } from '../src/morgue/filed.ts';
import { fullTextOf } from '../src/morgue/morgue.ts';
import { theNewsroomItself as by, type Newsroom, openNewsroom } from '../src/newsroom.ts';
import { migrateStore } from '../src/store/migrate.ts';
import { setUpMasthead } from '../src/stories/masthead.ts';
import { addSection, type Section } from '../src/stories/sections.ts';
import { pastAgain } from './archive-times.ts';
import { say } from './result.ts';

export interface Archive {
  data: string;
  settings: Record<string, string>;
  /** Of every story. */
  paths: string[];
  /** The most used first. */
  words: string[];
  sections: string[];
  first: number;
  last: number;
  remove(): void;
}

/** A folder in which a past is kept for the next run, beside the PostgreSQL database if it is in one. */
const KEPT = process.env.CRIER_BENCH_KEPT;
const MILLION = process.argv.includes('--million');
const STORIES = Number(process.env.CRIER_BENCH_STORIES ?? (MILLION ? 1_000_000 : 100_000));
const WRITTEN = Math.min(STORIES, 100_000); // of them; what is more is the same again, longer ago
const VOCABULARY = 20_000;
const WORDS_EACH = 300; // a story of a small paper
const APART = 20 * MINUTE; // 100,000 of them are four years
const AT_ONCE = 500; // stories in a transaction, and rows in a statement

/** `isSearched`: whether the stories are filed for readers' search too, which takes most of the time. */
export async function fillArchive(
  names = ['City', 'Sea', 'World', 'Work'],
  { isSearched = true } = {},
): Promise<Archive> {
  if (KEPT && existsSync(join(KEPT, 'past.json'))) return { ...keptPast(KEPT), remove: () => {} };
  const past = await fillPast(KEPT ?? mkdtempSync(join(tmpdir(), 'crier-archive-')), names, isSearched);
  if (KEPT) writeFileSync(join(KEPT, 'past.json'), JSON.stringify(past));
  const remove = KEPT ? () => {} : () => rmSync(past.data, { recursive: true, force: true });
  return { ...past, remove };
}

const keptPast = (folder: string): Past => JSON.parse(readFileSync(join(folder, 'past.json'), 'utf8'));

type Past = Omit<Archive, 'remove'>;

async function fillPast(data: string, names: string[], isSearched: boolean): Promise<Past> {
  mkdirSync(data, { recursive: true });
  const url = process.env.CRIER_BENCH_POSTGRES_URL;
  const chosen: Record<string, string> = url ? { CRIER_DATABASE_URL: url } : {};
  const settings = readSettings(data, { CRIER_DATA: data, CRIER_LOG_LEVEL: 'silent', ...chosen });
  if ('problems' in settings) throw new Error(settings.problems.join(' '));
  const newsroom = await openNewsroom(settings);
  await migrateStore(newsroom.store, newsroom.engine);
  await hurry(newsroom);
  const masthead = { name: 'The Harbour Post', tagline: '', language: 'en', timeZone: 'Europe/Athens' };
  await setUpMasthead(newsroom, { ...masthead, contact: 'desk@harbour.example', by });
  const sections: Section[] = [];
  for (const name of names) sections.push(await addSection(newsroom, { name }));
  const random = seeded(1848);
  const words = vocabulary(random);
  const last = newsroom.clock.now() - MINUTE;
  const sectionOf = (at: number) => sections[at % sections.length] as Section;
  const storyOf = (at: number): Made => ({
    ...{ at, instant: last - (WRITTEN - 1 - at) * APART, sectionId: sectionOf(at).id },
    text: Array.from({ length: WORDS_EACH }, () => pick(words, random)).join(' '),
  });
  const numbers = Array.from({ length: STORIES }, (_, at) => at);
  const indexAgain = newsroom.engine === 'postgres' ? await withoutSearchIndex(newsroom) : async () => {};
  for (let from = 0; from < WRITTEN; from += AT_ONCE) {
    const run = numbers.slice(from, Math.min(from + AT_ONCE, WRITTEN)).map(storyOf);
    await newsroom.transact((inner) => putStories(inner, run, isSearched));
    if (from % 20_000 === 0) say(`${from} of ${STORIES} stories`);
  }
  for (let time = 1; time * WRITTEN < STORIES; time += 1) {
    say(`${time * WRITTEN} of ${STORIES} stories`);
    await pastAgain(newsroom, { stories: WRITTEN, time, ago: time * WRITTEN * APART, isSearched });
  }
  await indexAgain();
  if (newsroom.engine === 'sqlite')
    await sql`insert into morgue (morgue, rank) values ('hashsize', 1048576)`.execute(newsroom.store);
  const paths = numbers.map((at) => `/${sectionOf(at).slug}/${slugOf(at)}`);
  await newsroom.close();
  const ends = { first: last - (STORIES - 1) * APART, last };
  return { data, settings: chosen, paths, words, sections: sections.map(({ slug }) => slug), ...ends };
}

/** A past that is made up need not outlive a loss of power: waiting for the disk took most of the time. */
async function hurry({ engine, store }: Newsroom): Promise<void> {
  if (engine === 'postgres') return void (await sql`set synchronous_commit = off`.execute(store));
  await sql`pragma synchronous = off`.execute(store);
  await sql`pragma cache_size = -400000`.execute(store);
  // More is gathered before a piece of the index is written: fewer pieces are merged with others afterwards.
  await sql`insert into morgue (morgue, rank) values ('hashsize', 67108864)`.execute(store);
}

/** PostgreSQL makes an index at once in a fraction of what it takes story by story. What it answers with makes it again. */
async function withoutSearchIndex({ store }: Newsroom): Promise<() => Promise<void>> {
  const { rows } = await sql<{
    made: string;
  }>`select indexdef as made from pg_indexes where indexname = 'morgue_words'`.execute(store);
  await sql`drop index morgue_words`.execute(store);
  return async () => {
    await sql.raw(rows[0]?.made ?? '').execute(store);
    await sql`analyze`.execute(store);
  };
}

interface Made {
  at: number;
  instant: number;
  sectionId: string;
  text: string;
}

/** A run of stories, a statement for each table. */
async function putStories(inner: Newsroom, made: Made[], isSearched: boolean): Promise<void> {
  const { store } = inner;
  const fullText = fullTextOf(inner);
  const all = made.map((each) => rowsOf(inner, each));
  await store
    .insertInto('stories')
    .values(all.map((each) => each.story))
    .execute();
  await store
    .insertInto('editions')
    .values(all.map((each) => each.edition))
    .execute();
  await store
    .insertInto('takes')
    .values(all.map((each) => each.take))
    .execute();
  if (isSearched) for (const { filed } of all) await fullText.put(inner, filed);
}

function rowsOf({ ids }: Newsroom, { at, instant, sectionId, text }: Made) {
  const [storyId, editionId, takeId] = [ids.next(), ids.next(), ids.next()];
  const words = text.split(' ', 24);
  const [headline, dek] = [words.slice(0, 8).join(' '), words.slice(8).join(' ')];
  const slug = slugOf(at);
  return {
    story: {
      ...{ id: storyId, slug, status: 'published' as const, section_id: sectionId, item_id: null },
      ...{ source_id: null, alert_level: null, override_json: null, publish_at: null, kill_notice: null },
      ...{ killed_at: null, first_published_at: instant, published_at: instant, replies_open: 1 as const },
      ...{ by_id: null, created_at: instant, updated_at: instant },
    },
    edition: {
      ...{ id: editionId, story_id: storyId, language: 'en', slug, created_at: instant },
      ...{ working_take_id: takeId, published_take_id: takeId },
      ...{ first_published_at: instant, published_at: instant },
    },
    take: {
      ...{ id: takeId, edition_id: editionId, number: 1, headline, dek, byline: 'Nadia Holm', dateline: '' },
      ...{
        body_html: safeBody(`<p>${text}</p>`),
        picture_id: null,
        by_id: null,
        note: '',
        saved_at: instant,
      },
    },
    filed: filedOf({ editionId, storyId, language: 'en', headline, dek, body: text, publishedAt: instant }),
  };
}

const slugOf = (at: number) => `story-${at}`;

/** Zipf's law: the second word is used half as often as the first. */
function pick(words: string[], random: () => number): string {
  return words[Math.floor(words.length ** random()) - 1] ?? words[0] ?? '';
}

function vocabulary(random: () => number): string[] {
  const parts = [
    'ba',
    'ne',
    'tor',
    'li',
    'sa',
    'mu',
    'ker',
    'do',
    'vin',
    'pe',
    'ra',
    'chi',
    'gol',
    'um',
    'est',
  ];
  const made = new Set<string>();
  while (made.size < VOCABULARY) {
    const length = 2 + Math.floor(random() * 3);
    made.add(Array.from({ length }, () => parts[Math.floor(random() * parts.length)]).join(''));
  }
  return [...made];
}

/** The same past each time (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
