/** Pictures in entries: asked for their words and terms as in a story, and gone with their entry, their story or their own end. */
import sharp from 'sharp';
import { beforeAll, expect, it } from 'vitest';
import { onEachEngine, type TestNewsroom } from '../../tests/support/newsroom.ts';
import { openPaper, type Paper } from '../../tests/support/site-cast.ts';
import { safeBody } from '../kit/safe-html.ts';
import { getPicture } from '../media/media.ts';
import { takePicture } from '../media/take-picture.ts';
import { theNewsroomItself as by } from '../newsroom.ts';
import { killStory } from '../stories/kill.ts';
import type { PublishedStory } from '../stories/read.ts';
import {
  killMedia,
  removeMedia,
  standsOf,
  withdrawEntryPictures,
  withdrawPictures,
} from '../usage/end-media.ts';
import { addEntry } from './add-entry.ts';
import { withdrawEntry } from './change-entry.ts';

onEachEngine('a picture in an entry', (open) => {
  let newsroom: TestNewsroom;
  let paper: Paper;
  let live: PublishedStory;
  let sent = 0;

  beforeAll(async () => {
    newsroom = open();
    paper = await openPaper(newsroom);
    live = await paper.publish({ kind: 'live', sectionId: paper.sections.sea.id });
  });

  const draw = async (alt = 'A crane') => {
    sent += 1;
    const background = { r: sent * 9, g: 60, b: 120 };
    const bytes = await sharp({ create: { width: 300, height: 200, channels: 3, background } })
      .png()
      .toBuffer();
    return (await takePicture(newsroom, { bytes, alt, caption: '', credit: 'Ada Lind', by })).pictureId;
  };
  const write = (pictureId: string, more: { inBody?: boolean; override?: string; storyId?: string } = {}) => {
    sent += 1;
    const figure = `<figure><img src="/media/${pictureId}" data-media="${pictureId}" alt=""></figure>`;
    return addEntry(newsroom, {
      storyId: more.storyId ?? live.storyId,
      clientId: `picture-${sent}-0000`,
      copy: {
        headline: '',
        byline: '',
        bodyHtml: safeBody(`<p>Look.</p>${more.inBody ? figure : ''}`),
        pictureId: more.inBody ? null : pictureId,
      },
      override: more.override ?? '',
      by,
    });
  };
  const page = async () => (await paper.get(live.path)).body;

  it('that is killed leaves the page in memory at once, though no take of the story has it', async () => {
    const picture = await draw();
    await write(picture);
    expect(await page()).toContain(picture);
    expect(await standsOf(newsroom, [picture])).toMatchObject([{ storyId: live.storyId, isPublished: true }]);
    await expect(removeMedia(newsroom, { mediaId: picture, by })).rejects.toMatchObject({
      code: 'media-in-use',
    });
    await killMedia(newsroom, { mediaId: picture, by });
    expect(await page()).not.toContain(picture);
  });

  it('without words for those who cannot see it stops the entry until somebody gives a reason', async () => {
    const unsaid = await draw('');
    await expect(write(unsaid)).rejects.toMatchObject({
      code: 'entry-not-ready',
      fields: { override: expect.stringMatching(/shows/) },
    });
    expect((await write(unsaid, { override: 'In the street; words follow.' })).state).toBe('out');
  });

  it('that its own terms keep off the web stops the entry too', async () => {
    const printOnly = await draw();
    await newsroom.store
      .updateTable('media')
      .set({ terms_json: JSON.stringify({ online: false, words: ['Print use only'] }) })
      .where('id', '=', printOnly)
      .execute();
    await expect(write(printOnly)).rejects.toMatchObject({
      code: 'entry-not-ready',
      words: expect.stringContaining('Print use only'),
    });
  });

  it('is public no more once the entry that alone showed it was withdrawn; one that stands elsewhere stays', async () => {
    const [own, shared] = [await draw(), await draw()];
    const both = [await write(own), await write(shared)];
    await write(shared);
    for (const { entryId } of both) {
      await withdrawEntry(newsroom, { entryId, notice: 'It was another quay.', by });
      await withdrawEntryPictures(newsroom, { entryId, what: 'withdrawn' });
    }
    expect([await getPicture(newsroom, own), (await getPicture(newsroom, shared))?.id]).toEqual([
      null,
      shared,
    ]);
  });

  it('goes with a live story that is withdrawn, and stays where another story has it', async () => {
    const [own, shared] = [await draw(), await draw()];
    const other = await paper.publish({ kind: 'live' });
    await write(own, { storyId: other.storyId });
    await write(shared, { storyId: other.storyId });
    await write(shared);
    await killStory(newsroom, { storyId: other.storyId, notice: 'It never happened.', by });
    await withdrawPictures(newsroom, { storyId: other.storyId });
    expect([await getPicture(newsroom, own), (await getPicture(newsroom, shared))?.id]).toEqual([
      null,
      shared,
    ]);
  });

  it('is asked of no story of another kind: entries belong to live stories', async () => {
    const { storyId } = await paper.publish({});
    await expect(write(await draw(), { storyId })).rejects.toMatchObject({
      code: 'story-state-wrong',
      words: expect.stringContaining('live stories'),
    });
  });
});
