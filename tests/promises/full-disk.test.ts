/** Promise: a full disk is said in words, nothing half is kept, and reading goes on. */

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, describe, expect, test } from 'vitest';
import { prepareStore } from '../../src/cli/prepare-store.ts';
import { keepReserve } from '../../src/kit/full-disk.ts';
import { safeBody } from '../../src/kit/safe-html.ts';
import { readSettings } from '../../src/kit/settings.ts';
import { openNewsroom, theNewsroomItself } from '../../src/newsroom.ts';
import { openSignIn } from '../../src/staff/sign-in.ts';
import { addStaff } from '../../src/staff/staff.ts';
import { draftStory } from '../../src/stories/draft.ts';
import { setUpMasthead } from '../../src/stories/masthead.ts';
import { publishStory } from '../../src/stories/publish.ts';
import { openTestServer } from '../support/server.ts';

const paper = {
  name: 'The Harbour Post',
  tagline: '',
  language: 'en',
  timeZone: 'Europe/Athens',
  contact: 'desk@post.example',
};
const by = theNewsroomItself;

test('a reply that cannot be written is refused with 507, and the page it answers is still read', async () => {
  const { newsroom, app, close } = await openTestServer();
  await setUpMasthead(newsroom, { ...paper, by });
  const copy = {
    headline: 'The harbour is full',
    dek: '',
    byline: 'By Crier',
    dateline: '',
    bodyHtml: safeBody('<p>It is.</p>'),
    pictureId: null,
  };
  const { storyId } = await draftStory(newsroom, { copy, language: 'en', hops: [], by });
  await publishStory(newsroom, { storyId, by });
  const page = await app.inject({ url: '/news/the-harbour-is-full' });
  const token = /name="_form" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
  const action = /<form[^>]+action="([^"]*repl[^"]*)"/.exec(page.body)?.[1] ?? '';
  newsroom.clock.pass(60_000);

  await sql`vacuum`.execute(newsroom.store); // pages that migrations left free would take the reply
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(newsroom.store);
  await sql.raw(`pragma max_page_count = ${rows[0]?.page_count}`).execute(newsroom.store);
  const text = 'A reply as long as replies may be. '.repeat(130);
  const send = () =>
    app.inject({
      method: 'POST',
      url: action,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({
        _form: token,
        name: 'A Reader',
        address: 'a@reader.example',
        text,
      }).toString(),
    });
  const full = await send();
  expect(full.statusCode, full.body).toBe(507);
  expect(full.body).toContain('This paper cannot take anything in just now.');
  expect(await newsroom.store.selectFrom('replies').select('id').execute()).toEqual([]);
  expect((await app.inject({ url: '/news/the-harbour-is-full' })).statusCode).toBe(200);
  expect((await app.inject({ url: '/healthz' })).statusCode).toBe(200);

  await sql.raw('pragma max_page_count = 1000000').execute(newsroom.store);
  expect((await send()).statusCode).toBeLessThan(400);
  await close();
});

const disk = mkdtempSync(join(tmpdir(), 'crier-disk-'));
const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=90m', 'tmpfs', disk]).status === 0;
afterAll(() => {
  if (mounted) spawnSync('umount', [disk]);
  rmSync(disk, { recursive: true, force: true });
});

describe.skipIf(!mounted)('on a disk that is really full (a tmpfs; only root may mount one)', () => {
  test('someone signs in, to make room', async () => {
    const umask = process.umask();
    const settings = readSettings(disk, { CRIER_DATA: join(disk, 'data'), CRIER_LOG_LEVEL: 'silent' });
    if ('problems' in settings) throw new Error(settings.problems.join(' '));
    const newsroom = await openNewsroom(settings);
    process.umask(umask);
    await prepareStore(newsroom, { mayMigrate: true });
    const email = 'maria@post.example';
    const password = 'the harbour at night';
    await addStaff(newsroom, { name: 'Maria Leontis', email, password, role: 'administrator', by });
    keepReserve(settings.data);
    expect(existsSync(join(settings.data, 'reserve'))).toBe(true);
    for (const [name, size] of [
      ['large', 1_000_000],
      ['small', 4_096],
    ] as const) {
      try {
        for (let part = 0; part < 100; part += 1)
          writeFileSync(join(disk, `${name}-${part}`), Buffer.alloc(size));
      } catch (error) {
        expect(error).toMatchObject({ code: 'ENOSPC' });
      }
    }
    const signIn = openSignIn(newsroom);
    const { staff } = await signIn.signIn({ email, password, ip: '192.0.2.1' });
    expect(staff.name).toBe('Maria Leontis');
    expect(existsSync(join(settings.data, 'reserve'))).toBe(false);
    rmSync(join(disk, 'large-0'));
    await newsroom.close();
  });
});
