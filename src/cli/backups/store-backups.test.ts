/** A night's backup in a store that speaks S3: put there, rehearsed from there, kept by the same rule, and restored by its name. */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { publishedStory } from '../../../tests/support/alert-cast.ts';
import { objectStoreAt, openObjectStore } from '../../../tests/support/object-store.ts';
import { openBucket } from '../../kit/s3.ts';
import { readSettings } from '../../kit/settings.ts';
import { theNewsroomItself as by, type Newsroom, openNewsroom } from '../../newsroom.ts';
import { readBackupNotes } from '../../runner/backup-notes.ts';
import { setUpMasthead } from '../../stories/masthead.ts';
import { backup } from '../backup.ts';
import { lookAtBackups } from '../doctor/at-home.ts';
import { prepareStore } from '../prepare-store.ts';
import { restore } from '../restore.ts';
import { backUpTonight } from './nightly.ts';

describe('a night’s backup elsewhere', () => {
  let root: string;
  let s3: Awaited<ReturnType<typeof openObjectStore>>;
  let newsroom: Newsroom;
  const store = (more = {}) => objectStoreAt(s3.port, { prefix: ['nights'], ...more });
  beforeEach(async () => {
    root = mkdtempSync(join(tmpdir(), 'crier-elsewhere-'));
    s3 = await openObjectStore();
    vi.stubEnv('CRIER_DATA', join(root, 'data'));
    vi.stubEnv('CRIER_BACKUPS', `s3+http://S3RVER:S3RVER@127.0.0.1:${s3.port}/paper/nights`);
    vi.stubEnv('CRIER_BACKUP_KEY', 'a secret that nobody would guess in a hundred years');
    vi.stubEnv('CRIER_BACKUP_KEEP', '2d 0w 0m');
    vi.stubEnv('CRIER_LOG_LEVEL', 'silent');
    const settings = readSettings(root);
    if ('problems' in settings) throw new Error(settings.problems.join(' '));
    newsroom = await openNewsroom(settings);
    await prepareStore(newsroom, { mayMigrate: true });
    const paper = { name: 'The Harbour Post', tagline: '', language: 'en', timeZone: 'UTC', contact: '' };
    await setUpMasthead(newsroom, { ...paper, by });
    await publishedStory(newsroom, { level: null, copy: { headline: 'The ferry sails' } });
  });
  afterEach(async () => {
    await newsroom.close();
    await s3.close();
    vi.unstubAllEnvs();
    rmSync(root, { recursive: true, force: true });
  });
  const said = async (work: () => Promise<number>) => {
    const told: string[] = [];
    for (const way of ['stdout', 'stderr'] as const)
      vi.spyOn(process[way], 'write').mockImplementation((words) => told.push(String(words)) > 0);
    const status = await work().finally(() => vi.restoreAllMocks());
    return { status, text: told.join('') };
  };

  it('is rehearsed as it stands there, pushes older ones out, and leaves nothing here; it is restored by its name', async () => {
    const bucket = openBucket(store());
    for (const name of ['crier-2020-01-01T03-00-00Z.tar', 'crier-2020-01-02T03-00-00Z.tar', 'notes.txt'])
      await bucket.put(name, Buffer.from('x'));
    const { file, same, different } = await backUpTonight(newsroom, newsroom.settings.backups ?? '');
    expect({ same: same.length, different }).toEqual({ same: 2, different: [] });
    const name = file.slice(file.lastIndexOf('/') + 1);
    expect(file).toBe(`http://127.0.0.1:${s3.port}/paper/nights/${name}`);
    const left = (await bucket.list()).map((each) => each.name);
    expect(left.sort()).toEqual(['crier-2020-01-02T03-00-00Z.tar', name, 'notes.txt'].sort());
    expect(readdirSync(join(root, 'data/backup-work'))).toEqual([]);
    expect(await readBackupNotes(newsroom)).toMatchObject({ rehearsed: { file, pages: 2 }, failed: null });
    expect(await lookAtBackups(newsroom)).toMatchObject([{ state: 'good' }]);

    expect(await said(() => backup.run(['--list']))).toEqual({
      status: 0,
      text: `crier-2020-01-02T03-00-00Z.tar\n${name}\n`,
    });
    vi.stubEnv('CRIER_DATA', join(root, 'new machine'));
    expect(await said(() => restore.run([name]))).toMatchObject({
      status: 0,
      text: expect.stringContaining('Restored'),
    });
    expect(readdirSync(join(root, 'new machine')).sort()).toEqual(['crier.sqlite', 'keys']);
    vi.stubEnv('CRIER_DATA', join(root, 'another'));
    const none = await said(() => restore.run(['crier-2020-02-02T03-00-00Z.tar']));
    expect(none).toMatchObject({ status: 1, text: expect.stringContaining('where CRIER_BACKUPS says') });
    expect(existsSync(join(root, 'another'))).toBe(false);
  });

  it('that the store does not take is said at the desk and by the doctor, and leaves nothing behind', async () => {
    await expect(backUpTonight(newsroom, store({ key: 'NOBODY' }))).rejects.toThrow(
      `the store of backups at http://127.0.0.1:${s3.port}/paper/nights: It answers with 403 (InvalidAccessKeyId)`,
    );
    expect((await readBackupNotes(newsroom)).failed?.words).toContain('403 (InvalidAccessKeyId)');
    expect(readdirSync(join(root, 'data/backup-work'))).toEqual([]);
    await backUpTonight(newsroom, store());
    const gone = { ...newsroom, settings: { ...newsroom.settings, backups: store({ bucket: 'nowhere' }) } };
    expect(await lookAtBackups(gone)).toMatchObject([
      { state: 'bad', words: expect.stringContaining('There is no such bucket') },
    ]);
  });
});
