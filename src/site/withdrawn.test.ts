/** Two processes of one newsroom, one of which no longer hears the other: it does not go on serving what was withdrawn. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type CutLine, openCutLine } from '../../tests/support/cut-line.ts';
import {
  migratedDatabase,
  openTestNewsroom,
  postgresUrl,
  type TestNewsroom,
} from '../../tests/support/newsroom.ts';
import { openPaper, openSite, type Paper } from '../../tests/support/site-cast.ts';
import { theNewsroomItself as by } from '../newsroom.ts';
import { TRUST } from '../store/shared-bell.ts';
import { killStory } from '../stories/kill.ts';
import type { PublishedStory } from '../stories/read.ts';

const PATIENCE = { timeout: 60_000, interval: 20 };
const notice = 'The report was wrong from end to end.';

describe.skipIf(!postgresUrl)('a story that one process withdrew', () => {
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
      beside: { ...schema, bell: line.address },
      clock: here.clock,
    });
    paper = await openPaper(here);
    site = await openSite(there);
    story = await paper.publish({});
    // Both have it in memory.
    await vi.waitFor(async () => {
      expect((await paper.get(story.path)).statusCode).toBe(200);
      expect(await statusThere()).toBe(200);
      expect(there.bell.trusts(here.clock.now() - TRUST)).toBe(true);
    }, PATIENCE);
  });
  afterEach(async () => {
    await site.close();
    await paper.close();
    await here.close();
    await there.close();
    await line.close();
    await schema.leave();
  });

  const statusThere = async () => (await site.app.inject(story.path)).statusCode;

  test('is withdrawn in the other at once, while it hears', async () => {
    await killStory(here, { storyId: story.storyId, notice, by });
    expect((await paper.get(story.path)).statusCode).toBe(410);
    await vi.waitFor(async () => expect(await statusThere()).toBe(410), PATIENCE);
  });

  test('is not served from the memory of one whose bell is cut off, longer than the bound', async () => {
    line.cut();
    await killStory(here, { storyId: story.storyId, notice, by });
    expect((await paper.get(story.path)).statusCode).toBe(410);
    here.clock.pass(TRUST);
    expect(await statusThere()).toBe(410);
    expect((await site.app.inject('/')).body).not.toContain(story.headline);
  });

  test('is withdrawn as soon as the bell is heard again, whatever rang meanwhile', async () => {
    line.cut();
    await killStory(here, { storyId: story.storyId, notice, by });
    line.mend();
    await vi.waitFor(async () => expect(await statusThere()).toBe(410), PATIENCE);
  });

  test('a page made while the bell was cut off is as old as it is, and no older than the bound', async () => {
    line.cut();
    here.clock.pass(TRUST);
    expect(await statusThere()).toBe(200); // made anew, and true
    await killStory(here, { storyId: story.storyId, notice, by });
    here.clock.pass(TRUST);
    expect(await statusThere()).toBe(410);
  });
});
