/** Backups that are sealed, restored and compared, on each engine; and those that are broken, said in words. */
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { publishedStory } from '../../../tests/support/alert-cast.ts';
import { freshDatabase, migratedDatabase, postgresUrl } from '../../../tests/support/newsroom.ts';
import { openSealedFile, sealFile } from '../../kit/sealed-file.ts';
import { readSettings } from '../../kit/settings.ts';
import { theNewsroomItself as by, type Newsroom, openNewsroom } from '../../newsroom.ts';
import { claimNight, readBackupNotes } from '../../runner/backup-notes.ts';
import { openScratchDatabase } from '../../store/scratch-database.ts';
import { setUpMasthead } from '../../stories/masthead.ts';
import { prepareStore } from '../prepare-store.ts';
import { openBackupPlace } from './backup-place.ts';
import { kept } from './keep-rule.ts';
import { backUpTonight, nightOf, thinOut } from './nightly.ts';
import { rehearse } from './rehearse.ts';
import { restoreBackup } from './restore-backup.ts';

const SECRET = 'a secret that nobody would guess in a hundred years';
const DAY = 86_400_000;

for (const engine of ['sqlite', 'postgres'] as const) {
  describe.skipIf(engine === 'postgres' && !postgresUrl)(`a night’s backup (${engine})`, () => {
    let root: string;
    let database: { address: string; leave(): Promise<void> } | null;
    let newsroom: Newsroom;
    beforeEach(async () => {
      root = mkdtempSync(join(tmpdir(), 'crier-backups-'));
      database = engine === 'postgres' ? await migratedDatabase() : null;
      const settings = readSettings(root, {
        CRIER_DATA: join(root, 'data'),
        CRIER_BACKUPS: join(root, 'backups'),
        CRIER_BACKUP_KEY: SECRET,
        CRIER_LOG_LEVEL: 'silent',
        ...(database ? { CRIER_DATABASE_URL: database.address } : {}),
      });
      if ('problems' in settings) throw new Error(settings.problems.join(' '));
      newsroom = await openNewsroom(settings);
      await prepareStore(newsroom, { mayMigrate: true });
      const paper = { name: 'The Harbour Post', tagline: '', language: 'en', timeZone: 'UTC', contact: '' };
      await setUpMasthead(newsroom, { ...paper, by });
      for (const number of [1, 2, 3])
        await publishedStory(newsroom, { level: null, copy: { headline: `Ferry number ${number} sails` } });
    });
    afterEach(async () => {
      await newsroom.close();
      await database?.leave();
      rmSync(root, { recursive: true, force: true });
    });
    const folder = () => join(root, 'backups');

    it('is sealed, restored into a scratch newsroom, compared page by page, and nothing of that stays', async () => {
      const { file, same, different } = await backUpTonight(newsroom, folder());
      expect({ same: same.length, different }).toEqual({ same: 4, different: [] });
      expect(readFileSync(file).includes('Ferry number')).toBe(false);
      expect(readdirSync(folder())).toEqual([file.slice(folder().length + 1)]);
      expect(await readBackupNotes(newsroom)).toMatchObject({ rehearsed: { file, pages: 4 }, failed: null });
      if (database) expect(await rehearsalDatabases(database.address)).toEqual([]);
    });

    it('that does not read like the newsroom, or cannot be read, is said with what it is, and pushes no other out', async () => {
      const { file } = await backUpTonight(newsroom, folder());
      await newsroom.store.updateTable('takes').set({ headline: 'Somebody else’s headline' }).execute();
      const { different } = await rehearse(newsroom, { file, secret: SECRET });
      expect(different.length).toBe(3);
      expect(different[0]).toContain('does not read the same');
      await expect(rehearse(newsroom, { file })).rejects.toThrow(
        'it is sealed: CRIER_BACKUP_KEY has to be set',
      );
      await expect(rehearse(newsroom, { file, secret: `${SECRET}!` })).rejects.toThrow(
        'sealed to another secret',
      );
      truncateSync(file, Math.floor(readFileSync(file).length / 2));
      await expect(rehearse(newsroom, { file, secret: SECRET })).rejects.toThrow(
        /missing or was changed|another secret/,
      );
      expect(readdirSync(folder()).filter((name) => name.startsWith('.'))).toEqual([]);
    });
  });
}

/** Of this process: others may be rehearsing at the same server. */
async function rehearsalDatabases(address: string): Promise<string[]> {
  const { rows } = await ask(
    address,
    `select datname from pg_database where datname like 'crier\\_rehearsal\\_%'`,
  );
  return rows.map(({ datname }) => datname).filter((name) => name.includes(`_${process.pid}_`));
}

async function ask(address: string, text: string): Promise<pg.QueryResult<{ datname: string }>> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  return client.query(text).finally(() => client.end());
}

describe.skipIf(!postgresUrl)('a database that a rehearsal left behind', () => {
  it('is dropped a day later, and one that is rehearsed in is not', async () => {
    const database = await freshDatabase();
    const now = Date.now();
    const left = await openScratchDatabase(database.address, now - 2 * DAY);
    const fresh = await openScratchDatabase(database.address, now);
    const nameOf = ({ address }: { address: string }) => new URL(address).pathname.slice(1);
    expect(await rehearsalDatabases(database.address)).toEqual([nameOf(fresh)]);
    await left.drop(); // whoever comes back finds it gone
    await fresh.drop();
    await database.leave();
  });
});

describe('a sealed file', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'crier-sealed-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const path = (name: string) => join(folder, name);

  test.each([0, 1, 65_535, 65_536, 65_537, 3 * 65_536])('of %i bytes opens as it was', async (size) => {
    writeFileSync(path('plain'), Buffer.alloc(size, 'a ferry sails '));
    await sealFile(path('plain'), path('sealed'), SECRET);
    await openSealedFile(path('sealed'), path('opened'), SECRET);
    expect(readFileSync(path('opened')).equals(readFileSync(path('plain')))).toBe(true);
  });

  it('that lost its last piece, or had two changed about, does not open', async () => {
    writeFileSync(path('plain'), Buffer.alloc(4 * 65_536, 'a ferry sails '));
    await sealFile(path('plain'), path('sealed'), SECRET);
    const whole = readFileSync(path('sealed'));
    const head = 20 + 32;
    const piece = 65_536 + 16;
    const part = (number: number) => whole.subarray(head + number * piece, head + (number + 1) * piece);
    const broken = {
      shorter: whole.subarray(0, head + 3 * piece),
      swapped: Buffer.concat([whole.subarray(0, head), part(0), part(2), part(1), part(3)]),
    };
    for (const bytes of Object.values(broken)) {
      writeFileSync(path('broken'), bytes);
      await expect(openSealedFile(path('broken'), path('opened'), SECRET)).rejects.toThrow(
        'missing or was changed',
      );
    }
  });
});

describe('of many nights', () => {
  const noon = Date.UTC(2026, 10, 30, 12);

  it('the last of so many days, weeks and months are kept, and the newest whatever the rule says', () => {
    const nights = Array.from({ length: 400 }, (_, number) => noon - number * DAY);
    const days = [...kept(nights, { days: 3, weeks: 2, months: 3 })].map((at) =>
      new Date(at).toISOString().slice(0, 10),
    );
    expect(days.sort()).toEqual(['2026-09-30', '2026-10-31', '2026-11-28', '2026-11-29', '2026-11-30']);
    expect([...kept(nights, { days: 0, weeks: 0, months: 0 })]).toEqual([noon]);
    expect(kept([], { days: 7, weeks: 4, months: 12 }).size).toBe(0);
  });

  it('files that are not ours are left alone', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'crier-thin-'));
    const names = [
      'crier-2026-11-28T03-00-00Z.tar',
      'crier-2026-11-29T03-00-00Z.tar.sealed',
      'crier-2026-11-30T03-00-00Z.tar',
      'post.tar',
      'crier-notes.txt',
    ];
    for (const name of names) writeFileSync(join(folder, name), '');
    const place = openBackupPlace(folder, { beside: folder, now: noon });
    expect(await thinOut(place, '2d 0w 0m')).toEqual(['crier-2026-11-28T03-00-00Z.tar']);
    expect(readdirSync(folder).length).toBe(4);
    rmSync(folder, { recursive: true });
  });

  it('a night begins at its hour in the paper’s own zone', () => {
    expect(nightOf(Date.UTC(2026, 10, 29, 23, 30), 'Europe/Athens')).toEqual({ day: '2026-11-30', hour: 1 });
    expect(nightOf(Date.UTC(2026, 10, 29, 22, 5), 'Europe/Athens')).toEqual({ day: '2026-11-30', hour: 0 });
  });

  it('each night is one process’s, and a clock set back begins none again', async () => {
    const root = mkdtempSync(join(tmpdir(), 'crier-night-'));
    const settings = readSettings(root, { CRIER_DATA: root, CRIER_LOG_LEVEL: 'silent' });
    if ('problems' in settings) throw new Error(settings.problems.join(' '));
    const newsroom = await openNewsroom(settings);
    await prepareStore(newsroom, { mayMigrate: true });
    const claims = await Promise.all([
      claimNight(newsroom, '2026-11-30'),
      claimNight(newsroom, '2026-11-30'),
    ]);
    expect(claims.sort()).toEqual([false, true]);
    expect(await claimNight(newsroom, '2026-11-29')).toBe(false);
    expect(await claimNight(newsroom, '2026-12-01')).toBe(true);
    await newsroom.close();
    rmSync(root, { recursive: true });
  });
});

it('half a backup, a file that is none, and a folder that is full are refused in words', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'crier-half-'));
  writeFileSync(join(folder, 'none.tar'), 'this is no archive');
  await expect(restoreBackup({ file: join(folder, 'none.tar'), folder: join(folder, 'a') })).rejects.toThrow(
    'no whole archive',
  );
  mkdirSync(join(folder, 'full'));
  writeFileSync(join(folder, 'full', 'x'), '');
  await expect(
    restoreBackup({ file: join(folder, 'none.tar'), folder: join(folder, 'full') }),
  ).rejects.toThrow('is not empty');
  rmSync(folder, { recursive: true });
});
