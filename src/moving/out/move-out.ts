/**
 * A whole paper as a folder of files that can be read without Crier: each edition as ninjs 3.1, each story with everything that hangs
 * on it, the pictures, the addresses. `crier move-in` brings it back with nothing lost.
 */

import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { copyFile, mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { because, refuse } from '../../kit/refusal.ts';
import { mediaFolder } from '../../media/media-files.ts';
import type { Newsroom } from '../../newsroom.ts';
import { addressesOfReplies } from '../../replies/take-in.ts';
import { idsAfter, type PlainRow, readRows } from '../../store/table-rows.ts';
import { getMasthead } from '../../stories/masthead.ts';
import {
  deskTables,
  FOLDER_FILE,
  FOLDER_FORMAT,
  FOLDER_VERSION,
  LETTERS_FILE,
  type PaperTable,
  paperTables,
  pastTables,
  type StoryTable,
  storyTables,
} from '../folder-tables.ts';
import { listLetterReaders } from '../moved-queries.ts';
import { readme } from './readme.ts';

export interface MoveOutOrder {
  folder: string;
  /** Whether addresses that readers wrote replies with are given out: they are sealed here. */
  withAddresses: boolean;
  /** The ninjs of an edition that readers have; null for one that they have not. */
  ninjs(editionId: string): Promise<object | null>;
  hear?: (done: number) => void;
}

export interface MoveOutCounts {
  stories: number;
  editions: number;
  replies: number;
  files: number;
}

/** Tables that are files of their own, by the folder that they stand in. */
const PLACES = [
  ['paper', paperTables],
  ['past', pastTables],
  ['desk', deskTables],
] as const;

const STORIES_AT_ONCE = 50;

/** Writes the folder; refuses with `form-incomplete` one that holds something already. */
export async function moveOut(newsroom: Newsroom, order: MoveOutOrder): Promise<MoveOutCounts> {
  const { folder } = order;
  const masthead = await getMasthead(newsroom);
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length > 0)
    refuse('form-incomplete', { because: because('folderNotEmpty', { folder }) });
  const counts: MoveOutCounts = { stories: 0, editions: 0, replies: 0, files: 0 };
  for (const [place, tables] of PLACES)
    for (const table of tables) await writeTable(newsroom, join(folder, place), table);
  for (let after = ''; ; ) {
    const ids = await idsAfter(newsroom.store, 'stories', after, STORIES_AT_ONCE);
    const last = ids.at(-1);
    if (last === undefined) break;
    for (const story of await storiesOf(newsroom, ids, order.withAddresses))
      await writeStory(order, story, counts);
    order.hear?.(counts.stories);
    after = last;
  }
  if (order.withAddresses) await writeLetterReaders(newsroom, folder);
  counts.files = await copyAll(mediaFolder(newsroom), join(folder, 'media'));
  await writeFile(join(folder, 'README.md'), readme(masthead, counts));
  // Last: a folder without it was not finished.
  const about = {
    format: FOLDER_FORMAT,
    version: FOLDER_VERSION,
    address: newsroom.settings.address,
    counts,
  };
  await writeJson(join(folder, FOLDER_FILE), {
    ...about,
    made: new Date(newsroom.clock.now()).toISOString(),
  });
  return counts;
}

/** One object a line: a table may be long. */
async function writeTable(
  newsroom: Newsroom,
  folder: string,
  { table, order, without }: PaperTable,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const out = createWriteStream(join(folder, `${table}.jsonl`));
  for (const row of await readRows(newsroom.store, { table, order }))
    if (!out.write(`${JSON.stringify(left(row, without))}\n`)) await once(out, 'drain');
  out.end();
  await once(out, 'finish');
}

/** Who asked a house before this one for letters: sealed here, and of use to nobody else but in the clear. */
async function writeLetterReaders(newsroom: Newsroom, folder: string): Promise<void> {
  const { seal } = newsroom;
  const lines = (await listLetterReaders(newsroom)).map(
    ({ address_sealed, name_sealed, language, asked_at }) => ({
      email: seal.open('letter-address', address_sealed),
      name: seal.open('letter-name', name_sealed),
      language,
      since: asked_at,
    }),
  );
  if (lines.length === 0) return;
  await writeFile(join(folder, LETTERS_FILE), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
}

const left = (row: PlainRow, without: readonly string[]): PlainRow =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !without.includes(name)));

type StoryRows = Record<string, PlainRow[]>;

/** By which column rows of other tables name a row of these. */
const nameOf: Partial<Record<string, StoryTable['by']>> = {
  editions: 'edition_id',
  takes: 'take_id',
  entries: 'entry_id',
  remarks: 'remark_id',
};

/** For each column that names what a row hangs on: which story that is of. */
function hangers(storyIds: readonly string[]): Record<StoryTable['by'], Map<string, string>> {
  const themselves = new Map(storyIds.map((id) => [id, id]));
  return {
    id: themselves,
    story_id: themselves,
    edition_id: new Map(),
    take_id: new Map(),
    entry_id: new Map(),
    remark_id: new Map(),
  };
}

/** Everything that hangs on some stories, by table, a story each. */
async function storiesOf(newsroom: Newsroom, ids: string[], withAddresses: boolean): Promise<StoryRows[]> {
  const byStory = new Map(ids.map((id) => [id, {} as StoryRows]));
  const storyOf = hangers(ids);
  for (const { table, by, order, without } of storyTables) {
    const values = [...storyOf[by].keys()];
    const rows = await readRows(newsroom.store, { table, order, where: { column: by, values } });
    const namedBy = nameOf[table];
    for (const row of rows) {
      const storyId = storyOf[by].get(String(row[by])) ?? '';
      if (namedBy) storyOf[namedBy].set(String(row.id), storyId);
      const story = byStory.get(storyId);
      if (story) story[table] = [...(story[table] ?? []), left(row, without)];
    }
  }
  if (withAddresses) await addAddresses(newsroom, byStory);
  return [...byStory.values()];
}

async function addAddresses(newsroom: Newsroom, byStory: ReadonlyMap<string, StoryRows>): Promise<void> {
  const replies = [...byStory.values()].flatMap((story) => story.replies ?? []);
  const addresses = await addressesOfReplies(
    newsroom,
    replies.map(({ id }) => String(id)),
  );
  for (const reply of replies) reply.address = addresses.get(String(reply.id)) ?? null;
}

async function writeStory(order: MoveOutOrder, rows: StoryRows, counts: MoveOutCounts): Promise<void> {
  const [story] = rows.stories ?? [];
  if (!story) return;
  const at = Number(story.first_published_at ?? story.created_at);
  const folder = join(order.folder, 'stories', new Date(at).toISOString().slice(0, 7), String(story.id));
  await writeJson(join(folder, 'story.json'), rows);
  for (const edition of rows.editions ?? []) {
    const ninjs = (await order.ninjs(String(edition.id))) ?? plainNinjs(story, edition, rows);
    await writeJson(join(folder, `${String(edition.language)}.ninjs.json`), ninjs);
    counts.editions += 1;
  }
  counts.stories += 1;
  counts.replies += rows.replies?.length ?? 0;
}

/** Of what readers do not have: a draft is withheld, what was killed canceled (IPTC ninjs 3.1, pubStatus). */
function plainNinjs(story: PlainRow, edition: PlainRow, rows: StoryRows): object {
  const take = (rows.takes ?? []).find(({ id }) => id === edition.working_take_id) ?? {};
  return {
    uri: `urn:uuid:${String(edition.id)}`,
    standard: {
      name: 'ninjs',
      version: '3.1',
      schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#',
    },
    type: 'text',
    language: edition.language,
    pubStatus: story.status === 'killed' ? 'canceled' : 'withheld',
    versionCreated: new Date(Number(take.saved_at ?? story.updated_at)).toISOString(),
    headlines: [{ role: 'main', value: String(take.headline ?? '') }],
    ...(take.dek ? { descriptions: [{ role: 'summary', value: take.dek }] } : {}),
    bodies: [{ role: 'main', contentType: 'text/html', value: String(take.body_html ?? '') }],
    ...(take.byline ? { by: take.byline } : {}),
    altIds: [{ role: 'story', value: `urn:uuid:${String(story.id)}` }],
  };
}

async function writeJson(path: string, value: unknown): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `${JSON.stringify(value, null, 1)}\n`);
}

/** Files of a folder and those below it; how many there were. A paper without pictures has no folder of them. */
async function copyAll(from: string, to: string): Promise<number> {
  const names = await readdir(from, { withFileTypes: true }).catch(() => []);
  let count = 0;
  if (names.length > 0) await mkdir(to, { recursive: true });
  for (const name of names) {
    if (name.isDirectory()) count += await copyAll(join(from, name.name), join(to, name.name));
    else {
      await copyFile(join(from, name.name), join(to, name.name));
      count += 1;
    }
  }
  return count;
}
