/** A move whose process is killed, or whose disk fills: the next run goes on, and nothing is twice, nothing half. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { setUp } from '../../../tests/support/moving.ts';
import { newPlace, type Place } from '../../../tests/support/place.ts';
import { wxr } from '../../../tests/support/wxr.ts';
import type { Newsroom } from '../../newsroom.ts';
import { migrateStore } from '../../store/migrate.ts';

/** As it is built: it starts in a tenth of the time that its source takes. */
const program = fileURLToPath(new URL('../../../dist/main.js', import.meta.url));
const POSTS = 200; // some transactions, so that there is something between them to be killed in

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'crier-killed-move-'));
  file = join(folder, 'export.xml');
  const words = 'The harbour master waited for the ferry, and the ferry for the fog. '.repeat(330); // 4.5 MB: read in a thread of its own
  const posts = Array.from({ length: POSTS }, (_, at) => ({
    id: at + 1,
    html: `${words}\n\n${at}`,
    categories: [[`c${at % 5}`, `Section ${at % 5}`]] as [string, string][],
    comments: [
      { id: 2 * at + 1, text: 'First.' },
      { id: 2 * at + 2, text: 'Second.', parent: 2 * at + 1 },
    ],
  }));
  writeFileSync(file, wxr(posts));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function setUpAt(place: Place): Promise<Newsroom> {
  const newsroom = await place.open();
  await migrateStore(newsroom.store, 'sqlite');
  await setUp(newsroom);
  return newsroom;
}

function move(data: string) {
  const env = { ...process.env, CRIER_DATA: data, CRIER_DATABASE_URL: '' };
  const child = spawn(process.execPath, [program, 'move-in', file, '--go'], { env });
  const said: Buffer[] = [];
  child.stdout.on('data', (bytes: Buffer) => said.push(bytes));
  child.stderr.on('data', (bytes: Buffer) => said.push(bytes));
  const ended = once(child, 'exit').then(([code, signal]) => ({
    how: signal ?? code,
    said: Buffer.concat(said).toString(),
  }));
  return { child, ended };
}

const countOf = async (
  newsroom: Newsroom,
  table: 'stories' | 'editions' | 'takes' | 'replies' | 'sections',
) => {
  const counted = newsroom.store.selectFrom(table).select((row) => row.fn.countAll().as('count'));
  return Number((await counted.executeTakeFirstOrThrow()).count);
};

async function expectWhole(newsroom: Newsroom): Promise<void> {
  for (const table of ['stories', 'editions', 'takes'] as const)
    expect(await countOf(newsroom, table)).toBe(POSTS);
  expect(await countOf(newsroom, 'replies')).toBe(2 * POSTS);
  expect(await countOf(newsroom, 'sections')).toBe(5);
  const { store } = newsroom;
  const answers = await store
    .selectFrom('replies')
    .select('id')
    .where('answers_id', 'is not', null)
    .execute();
  expect(answers).toHaveLength(POSTS);
  const things = await store.selectFrom('moved_things').select('our_id').where('kind', '=', 'post').execute();
  expect(new Set(things.map(({ our_id }) => our_id)).size).toBe(POSTS);
  const notices = await store.selectFrom('moves').select('state').where('state', '=', 'moving').execute();
  expect(notices).toEqual([]);
}

test('a move that is killed at several instants is whole after the next run, with nothing twice', async () => {
  const place = await newPlace('sqlite');
  const newsroom = await setUpAt(place);
  const instants: [Parameters<typeof countOf>[1], number][] = [
    ['stories', 1],
    ['stories', POSTS / 2],
    ['replies', 1],
  ];
  for (const [table, from] of instants) {
    const { child, ended } = move(place.data);
    const isThere = async () => expect(await countOf(newsroom, table)).toBeGreaterThanOrEqual(from);
    await vi.waitFor(isThere, { timeout: 60_000, interval: 5 });
    child.kill('SIGKILL');
    expect((await ended).how).toBe('SIGKILL');
  }
  expect((await move(place.data).ended).how).toBe(0);
  await expectWhole(newsroom);
  await newsroom.close();
  await place.leave();
}, 180_000);

/** A disk of that many megabytes; null where this machine lets nobody make one. */
function smallDisk(megabytes: number): string | null {
  const disk = join(folder, 'disk');
  mkdirSync(disk);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', disk], { stdio: 'ignore' });
    return disk;
  } catch {
    return null; // not root, or no right to mount
  }
}

test('a disk that fills ends the move in words, and with more room the next run goes on', async (context) => {
  const disk = smallDisk(48);
  if (disk === null) return context.skip('a disk can be made here by root alone');
  const place = await newPlace('sqlite', disk);
  try {
    const newsroom = await setUpAt(place);
    const ballast = join(disk, 'ballast');
    const { bavail, bsize } = statfsSync(disk);
    writeFileSync(ballast, Buffer.alloc(bavail * bsize - ROOM, 1));
    const first = await move(place.data).ended;
    expect(first.said).toContain('The disk is full. What was taken in until here stays');
    expect(first.how).toBe(1);
    const had = await countOf(newsroom, 'stories');
    expect(had).toBeGreaterThan(0);
    expect(had).toBeLessThan(POSTS);
    rmSync(ballast);
    const second = await move(place.data).ended;
    expect(second.said).toMatch(/ the same/);
    expect(second.how).toBe(0);
    await expectWhole(newsroom);
    await newsroom.close();
  } finally {
    await place.leave();
    execFileSync('umount', ['-l', disk]);
  }
}, 120_000);

const ROOM = 1_200_000; // bytes: for some of the posts and what a database writes beside them
