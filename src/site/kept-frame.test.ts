import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  freshSchema,
  onEachEngine,
  openTestNewsroom,
  postgresUrl,
  type TestNewsroom,
} from '../../tests/support/newsroom.ts';
import { openPaper } from '../../tests/support/site-cast.ts';
import { putUpBanner } from '../fronts/banner.ts';
import { MINUTE, SECOND } from '../kit/clock.ts';
import { theNewsroomItself as by, type Newsroom } from '../newsroom.ts';
import { changeMasthead, getMasthead } from '../stories/masthead.ts';
import { addSection } from '../stories/sections.ts';
import { findFrame } from './answer.tsx';
import { keptFrame } from './kept-frame.ts';

const frameOf = async (newsroom: Newsroom) => {
  const frame = await keptFrame(newsroom, findFrame);
  return {
    name: frame?.masthead.name,
    sections: frame?.sections.map(({ name }) => name),
    banners: frame?.banners.map(({ words }) => words),
    fronts: frame?.fronts.map(({ language }) => language),
  };
};

const rename = async (newsroom: Newsroom, name: string) =>
  changeMasthead(newsroom, { ...(await getMasthead(newsroom)), name, by });

onEachEngine('the frame of pages that is kept', (open) => {
  let publish: Awaited<ReturnType<typeof openPaper>>['publish'];
  let before: Awaited<ReturnType<typeof frameOf>>;
  beforeAll(async () => {
    ({ publish } = await openPaper(open()));
    before = await frameOf(open());
  });

  it('is the one that was read, until something on it changes', async () => {
    const first = await keptFrame(open(), findFrame);
    await publish({ copy: { headline: 'Council keeps the night ferry' } });
    await frameOf(open()); // the paper’s first story: its language is new to it
    const then = await keptFrame(open(), findFrame);
    open().bell.ring('pages', { touched: ['front', 'story:1'] });
    expect(await keptFrame(open(), findFrame)).toBe(then);
    expect(first).not.toBeNull();
  });

  it('says what the paper is called, its sections and its languages as soon as they are others', async () => {
    await rename(open(), 'The Evening Post');
    expect(await frameOf(open())).toMatchObject({ name: 'The Evening Post', sections: before.sections });
    await addSection(open(), { name: 'Weather' });
    expect((await frameOf(open())).sections).toEqual([...(before.sections ?? []), 'Weather']);
    await publish({ language: 'el', copy: { headline: 'Ο δήμος κλείνει την παραλία' } });
    expect((await frameOf(open())).fronts).toContain('el');
  });

  it('has a banner as long as that is up', async () => {
    const { clock } = open();
    const until = clock.now() + 5 * MINUTE;
    await putUpBanner(open(), {
      language: 'en',
      words: 'The harbour is shut',
      storyId: null,
      until,
      basedOn: null,
      by,
    });
    expect((await frameOf(open())).banners).toEqual(['The harbour is shut']);
    clock.pass(5 * MINUTE - SECOND);
    expect((await frameOf(open())).banners).toEqual(['The harbour is shut']);
    clock.pass(SECOND);
    expect((await frameOf(open())).banners).toEqual([]);
  });

  it('is not kept where something on it changed while it was read', async () => {
    open().clock.pass(MINUTE);
    await keptFrame(open(), async (newsroom) => {
      const read = await findFrame(newsroom);
      await rename(newsroom, 'The Morning Post');
      return read;
    });
    expect((await frameOf(open())).name).toBe('The Morning Post');
  });

  it('is no older than some seconds where the store was written without a word', async () => {
    await frameOf(open());
    await open().store.updateTable('masthead').set({ name: 'The Night Post' }).execute();
    open().clock.pass(10 * SECOND);
    expect((await frameOf(open())).name).toBe('The Night Post');
  });
});

describe.skipIf(!postgresUrl)('of two processes', () => {
  let schema: Awaited<ReturnType<typeof freshSchema>>;
  let here: TestNewsroom;
  let there: TestNewsroom;
  beforeAll(async () => {
    schema = await freshSchema();
    here = await openTestNewsroom({ engine: 'postgres', beside: schema });
    there = await openTestNewsroom({ engine: 'postgres', beside: schema });
    await openPaper(here);
  });
  afterAll(async () => {
    await here.close();
    await there.close();
    await schema.leave();
  });

  it('each hears when the other changes what stands on the frame', async () => {
    for (const [one, other] of [
      [here, there],
      [there, here],
    ] as const) {
      await frameOf(other);
      const name = `The Post of ${one.process}`;
      await rename(one, name);
      await expect.poll(async () => (await frameOf(other)).name).toBe(name);
    }
  });
});
