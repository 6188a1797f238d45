/** A process that can reach the database no longer: what it shows readers, how it says so, and for how long. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type CutLine, openCutLine } from '../../tests/support/cut-line.ts';
import {
  migratedDatabase,
  openTestNewsroom,
  postgresUrl,
  type TestNewsroom,
} from '../../tests/support/newsroom.ts';
import { openPaper, openSite, type Paper } from '../../tests/support/site-cast.ts';
import { SECOND } from '../kit/clock.ts';
import { theNewsroomItself as by } from '../newsroom.ts';
import { watchHealth } from '../server/health.ts';
import { TRUST } from '../store/shared-bell.ts';
import { killStory } from '../stories/kill.ts';
import type { PublishedStory } from '../stories/read.ts';

const PATIENCE = { timeout: 60_000, interval: 20 };

describe.skipIf(!postgresUrl)('a process that is cut off from the database', () => {
  let schema: { address: string; leave(): Promise<void> };
  let line: CutLine;
  let here: TestNewsroom;
  let there: TestNewsroom;
  let paper: Paper;
  let site: Awaited<ReturnType<typeof openSite>>;
  let story: PublishedStory;

  beforeEach(async () => {
    schema = await migratedDatabase();
    line = await openCutLine(schema.address);
    here = await openTestNewsroom({ engine: 'postgres', beside: schema });
    there = await openTestNewsroom({
      engine: 'postgres',
      beside: { address: line.address, beat: 100 }, // ms: it knows within one that it hears, not within two seconds
      clock: here.clock,
    });
    paper = await openPaper(here);
    site = await openSite(there);
    story = await paper.publish({});
    // The ring of its publication, heard late, would empty what is held: the line is cut only after it was heard.
    here.clock.pass(SECOND);
    await vi.waitFor(() => expect(there.bell.heardUpTo()).toBe(here.clock.now()), PATIENCE);
    expect((await answer()).statusCode).toBe(200);
  });
  afterEach(async () => {
    await line.close(); // first: a server that swallows everything is waited for to say goodbye
    await site.close();
    await paper.close();
    await here.close();
    await there.close();
    await schema.leave();
  });

  const answer = (path = story.path) => site.app.inject({ url: path, headers: { accept: 'text/html' } });
  const marked = 'may be a little old';

  test('goes on showing what it holds, marked, kept by nobody, and no longer than the setting', async () => {
    const fresh = await answer();
    line.cut();
    expect((await answer()).body).not.toContain(marked); // it knows of everything until some seconds ago
    here.clock.pass(TRUST);
    const held = await answer();
    expect(held.statusCode).toBe(200);
    expect(held.body).toContain(marked);
    expect(held.body).toContain(story.headline);
    expect(held.headers).toMatchObject({ 'cache-control': 'no-store', warning: '110 - "Response is Stale"' });
    expect(held.headers.etag).not.toBe(fresh.headers.etag);
    expect(Date.parse(String(held.headers['crier-as-of']))).toBeLessThanOrEqual(here.clock.now());
    here.clock.pass(there.settings.staleSeconds * SECOND);
    expect((await answer()).statusCode).toBe(503);
  });

  test('has nothing to show of a page that it does not hold', async () => {
    line.cut();
    here.clock.pass(TRUST);
    expect((await answer('/corrections')).statusCode).toBe(503);
  });

  test('waits for a line that swallows everything no longer than a moment', async () => {
    line.silence();
    here.clock.pass(TRUST);
    const held = await answer();
    expect(held.statusCode).toBe(200);
    expect(held.body).toContain(marked);
  });

  test('does not show what it withdrew itself', async () => {
    await killStory(there, { storyId: story.storyId, notice: 'Wrong from end to end.', by });
    line.cut();
    here.clock.pass(TRUST);
    expect((await answer()).statusCode).toBe(503);
  });

  test('shows what others changed as soon as it reaches the database again', async () => {
    line.cut();
    await killStory(here, { storyId: story.storyId, notice: 'Wrong from end to end.', by });
    here.clock.pass(TRUST);
    expect((await answer()).body).toContain(marked);
    line.mend();
    await vi.waitFor(async () => {
      here.clock.pass(SECOND);
      expect((await answer()).statusCode).toBe(410);
    }, PATIENCE);
  });

  test('says so to a supervisor, with how far it is behind', async () => {
    const health = watchHealth(there);
    expect(await health.answer()).toEqual({ status: 200, store: 'answers', bell: 'heard' });
    line.cut();
    here.clock.pass(TRUST);
    const found = await health.answer();
    expect(found).toMatchObject({ status: 503, store: 'does not answer', bell: 'not heard' });
    expect(found.behind).toBeGreaterThanOrEqual(TRUST / SECOND);
    health.close();
  });
});
