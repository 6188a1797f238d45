/** Hands that meet each other, or a story that is gone, held or over; and another picture than a story's own. */
import sharp from 'sharp';
import { beforeAll, expect, it } from 'vitest';
import { onEachEngine } from '../../tests/support/newsroom.ts';
import { openPaper, type Paper } from '../../tests/support/site-cast.ts';
import { HOUR } from '../kit/clock.ts';
import { safeBody } from '../kit/safe-html.ts';
import { takePicture } from '../media/take-picture.ts';
import { theNewsroomItself as by } from '../newsroom.ts';
import { draftStory } from '../stories/draft.ts';
import { setEmbargo } from '../stories/hold-story.ts';
import type { PublishedStory } from '../stories/read.ts';
import { killMedia } from '../usage/end-media.ts';
import { type HandWords, layHand, putOut, putStoryBack } from './change-front.ts';
import { readFrontState } from './front.ts';
import { giveUpPlaces } from './give-up.ts';
import { readPlace } from './places.ts';

onEachEngine('hands on a front', (newsroom) => {
  let paper: Paper;
  const stories: Record<string, PublishedStory> = {};
  const front = { language: 'en', sectionId: null };
  const lead = readPlace('lead.1');

  const version = async () => (await readFrontState(newsroom(), front)).version;
  const lay = async (key: string, says: HandWords, basedOn?: number) =>
    layHand(newsroom(), {
      front,
      basedOn: basedOn ?? (await version()),
      storyId: stories[key]!.storyId,
      says,
      by,
    });
  const out = async () =>
    putOut(newsroom(), { front, basedOn: await version(), path: '/', tell: async () => {}, by });
  const page = async () => (await paper.get('/')).body;
  const leadOf = async () => /class="item lead[^"]*"[\s\S]*?<h2><a [^>]*>([^<]*)</.exec(await page())?.[1];
  const draw = async (red: number, alt: string) => {
    const background = { r: red, g: 60, b: 90 };
    const bytes = await sharp({ create: { width: 900, height: 600, channels: 3, background } })
      .png()
      .toBuffer();
    return (await takePicture(newsroom(), { bytes, alt, caption: 'The quay', credit: 'Ada Lind', by }))
      .pictureId;
  };

  beforeAll(async () => {
    paper = await openPaper(newsroom());
    for (const key of ['beach', 'ferry', 'storm'])
      stories[key] = await paper.publish({ copy: { headline: `The ${key}` }, alertLevel: null });
  });

  it('of two editors who pin one place in the same moment one is told what the other did', async () => {
    const seen = await version();
    const tried = await Promise.allSettled([
      lay('beach', { place: lead }, seen),
      lay('ferry', { place: lead }, seen),
    ]);
    expect(tried.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const late = tried.find((each) => each.status === 'rejected');
    expect(late?.reason).toMatchObject({ code: 'front-changed', status: 409 });
    const { draft } = await readFrontState(newsroom(), front);
    expect(draft.filter(({ place }) => place?.area === 'lead')).toHaveLength(1);
    // All the same, from the page as it is now: the other moves on by one, and none is lost.
    const second = draft[0]?.storyId === stories.beach!.storyId ? 'ferry' : 'beach';
    await lay(second, { place: lead });
    const after = (await readFrontState(newsroom(), front)).draft;
    expect(after.map(({ place }) => place && `${place.area}.${place.at}`).toSorted()).toEqual([
      'lead.1',
      'pair.1',
    ]);
  });

  it('refuse a story that is under embargo, in words, and the front stays as it is', async () => {
    const copy = { headline: 'The report', dek: '', byline: 'Ada', dateline: '', pictureId: null };
    const { storyId } = await draftStory(newsroom(), {
      copy: { ...copy, bodyHtml: safeBody('<p>The report says so.</p>') },
      language: 'en',
      hops: [],
      by,
    });
    await setEmbargo(newsroom(), { storyId, until: newsroom().clock.now() + HOUR, by });
    stories.report = { ...stories.beach!, storyId };
    const before = await readFrontState(newsroom(), front);
    await expect(lay('report', { place: lead })).rejects.toMatchObject({
      code: 'story-state-wrong',
      words: expect.stringContaining('“The report”'),
    });
    expect(await readFrontState(newsroom(), front)).toEqual(before);
  });

  it('puts a story back on the place that it gave up for something urgent, and keeps it there', async () => {
    await lay('storm', { place: lead, untilUrgent: true, kicker: 'Interview' });
    await out();
    newsroom().clock.pass(1_000);
    const urgent = await paper.publish({ copy: { headline: 'Quake' }, alertLevel: 'urgent' });
    const { storyId, editionId, takeId } = urgent;
    await giveUpPlaces(newsroom(), { storyId, editionId, takeId, alertLevel: 'urgent', first: true });
    expect(await leadOf()).toBe('Quake');
    const asked = { front, storyId: stories.storm!.storyId, by };
    await putStoryBack(newsroom(), { ...asked, basedOn: await version() });
    await out();
    expect(await leadOf()).toBe('The storm');
    expect((await readFrontState(newsroom(), front)).out).toContainEqual(
      expect.objectContaining({ storyId: stories.storm!.storyId, kicker: 'Interview', gaveUp: null }),
    );
    const never = { ...asked, storyId: stories.beach!.storyId, basedOn: await version() };
    newsroom().clock.pass(7 * HOUR);
    await expect(putStoryBack(newsroom(), never)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('shows another picture of the library, until that is killed: then the page in memory is made anew', async () => {
    const picture = await draw(40, 'A quay at dawn');
    await lay('beach', { place: lead, pictureId: picture });
    await out();
    expect(await page()).toContain(`/media/${picture}-`);
    expect(paper.pageCache.size().entries).toBeGreaterThan(0);
    await killMedia(newsroom(), { mediaId: picture, by });
    expect(await page()).not.toContain(picture);
    expect(await leadOf()).toBe('The beach');
    // What else is said of the story is not held up by a picture that has left.
    await lay('beach', { kicker: 'Sea' });
    await expect(lay('ferry', { pictureId: picture })).rejects.toMatchObject({
      fields: { pictureId: expect.stringContaining('may not be shown') },
    });
    const unsaid = await draw(50, '');
    await expect(lay('ferry', { pictureId: unsaid })).rejects.toMatchObject({
      fields: { pictureId: expect.stringMatching(/shows/) },
    });
  });
});
