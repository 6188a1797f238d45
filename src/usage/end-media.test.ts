/** Media end: with their story, when they are killed, when they are taken out; nothing that shows them has a hole then. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeEach, expect, it } from 'vitest';
import { onEachEngine, type TestNewsroom } from '../../tests/support/newsroom.ts';
import { DAY, HOUR } from '../kit/clock.ts';
import { safeBody } from '../kit/safe-html.ts';
import { sweepMedia } from '../media/end-media.ts';
import { getPicture } from '../media/media.ts';
import { mediaFolder } from '../media/media-files.ts';
import { takePicture } from '../media/take-picture.ts';
import { theNewsroomItself as by } from '../newsroom.ts';
import { getForDesk } from '../stories/desk-read.ts';
import { draftStory } from '../stories/draft.ts';
import { saveTake } from '../stories/edit.ts';
import { killStory } from '../stories/kill.ts';
import { publishStory } from '../stories/publish.ts';
import { getPublished } from '../stories/read.ts';
import { killMedia, removeMedia, withdrawPictures } from './end-media.ts';

onEachEngine('a picture', (open) => {
  let newsroom: TestNewsroom;
  const drawn: Buffer[] = [];
  beforeEach(() => {
    newsroom = open();
  });

  /** Each another one: the same again would be the same picture. */
  const upload = async () => {
    const background = { r: 30 + drawn.length, g: 60, b: 90 };
    const bytes = await sharp({ create: { width: 300, height: 200, channels: 3, background } })
      .png()
      .toBuffer();
    drawn.push(bytes);
    return (await takePicture(newsroom, { bytes, alt: 'A ferry', caption: '', credit: 'Ada Lind', by }))
      .pictureId;
  };
  const filesOf = (id: string) =>
    existsSync(mediaFolder(newsroom))
      ? readdirSync(mediaFolder(newsroom)).filter((name) => name.startsWith(id))
      : [];
  const isThere = (id: string) => filesOf(id).length > 10;
  const copyWith = (pictureId: string | null) => ({
    headline: 'The ferry sails',
    dek: '',
    byline: '',
    dateline: '',
    bodyHtml: safeBody('<p>It sails.</p>'),
    pictureId,
  });
  const draft = async (pictureId: string | null) =>
    draftStory(newsroom, { copy: copyWith(pictureId), language: 'en', hops: [], by });
  const publish = (storyId: string) =>
    publishStory(newsroom, { storyId, by, override: 'The test is about something else.' });
  const editionOf = async (storyId: string) => (await getForDesk(newsroom, storyId)).editions[0]!;
  const put = async (storyId: string, pictureId: string | null) => {
    const { id: editionId, takeId: basedOn } = await editionOf(storyId);
    await saveTake(newsroom, { editionId, copy: copyWith(pictureId), basedOn, note: '', by });
  };

  it('that was replaced stays in the library, however long nothing shows it', async () => {
    const [first, second] = [await upload(), await upload()];
    const { storyId } = await draft(first);
    await put(storyId, second);
    newsroom.clock.pass(30 * DAY);
    await sweepMedia(newsroom);
    expect([isThere(first), isThere(second)]).toEqual([true, true]);
    await put(storyId, first);
    expect((await editionOf(storyId)).picture?.id).toBe(first);
  });

  it('is taken out of the library when nothing shows it, and not before', async () => {
    const picture = await upload();
    const { storyId } = await draft(picture);
    await expect(removeMedia(newsroom, { mediaId: picture, by })).rejects.toThrow('“The ferry sails”');
    await put(storyId, null);
    await removeMedia(newsroom, { mediaId: picture, by });
    expect([isThere(picture), await getPicture(newsroom, picture)]).toEqual([false, null]);
    // The take that had it can be brought back: without a hole where the picture was.
    await put(storyId, picture);
    expect((await editionOf(storyId)).picture).toBeNull();
  });

  it('that one editor places while another takes it out either stands or is gone, and is never half there', async () => {
    for (let round = 0; round < 6; round += 1) {
      const picture = await upload();
      const { storyId } = await draft(null);
      const [placed, removed] = await Promise.allSettled([
        put(storyId, picture),
        removeMedia(newsroom, { mediaId: picture, by }),
      ]);
      expect(placed.status).toBe('fulfilled');
      const shown = (await editionOf(storyId)).picture?.id ?? null;
      expect([shown, isThere(picture)]).toEqual(
        removed.status === 'fulfilled' ? [null, false] : [picture, true],
      );
    }
  });

  it('of a withdrawn story is public no more at once; one that another story shows stays', async () => {
    const [own, shared] = [await upload(), await upload()];
    const { storyId } = await draft(own);
    await publish(storyId);
    const other = await draft(shared);
    const alike = await draft(shared);
    await publish(other.storyId);
    await publish(alike.storyId);
    for (const id of [storyId, alike.storyId])
      await killStory(newsroom, { storyId: id, notice: 'It was wrong.', by });
    await withdrawPictures(newsroom, { storyId });
    await withdrawPictures(newsroom, { storyId: alike.storyId });
    await withdrawPictures(newsroom, { storyId }); // work may be done again
    expect([isThere(own), isThere(shared)]).toEqual([false, true]);
    expect((await editionOf(storyId)).picture).toBeNull();
  });

  it('that is killed leaves the pages of every story that shows it, and is not taken in again', async () => {
    const picture = await upload();
    const stories = [await draft(picture), await draft(picture)];
    for (const { storyId } of stories) await publish(storyId);
    const rung: string[] = [];
    newsroom.bell.on('pages', ({ touched }) => rung.push(...touched));
    await killMedia(newsroom, { mediaId: picture, by });
    expect(rung).toEqual(expect.arrayContaining(stories.map(({ storyId }) => `story:${storyId}`)));
    for (const { editionId } of stories)
      expect((await getPublished(newsroom, editionId))?.picture).toBeNull();
    expect(isThere(picture)).toBe(false);
    const [bytes] = drawn.slice(-1);
    const hash = createHash('sha256').update(bytes!).digest('hex');
    expect(readdirSync(join(mediaFolder(newsroom), 'originals'))).not.toContain(hash);
    const again = takePicture(newsroom, { bytes: bytes!, alt: '', caption: '', credit: '', by });
    await expect(again).rejects.toMatchObject({ code: 'media-ended' });
  });

  it('of which a killed process left half goes after a day; other files of the folder are let be', async () => {
    const folder = mediaFolder(newsroom);
    const living = await upload();
    const files = [
      'half-v1-full-480.webp',
      'half-card.jpg',
      'part-1',
      'young-480.webp',
      'notes.txt',
      'half.webp',
    ];
    for (const file of files) await writeFile(join(folder, file), 'x');
    const old = new Date(newsroom.clock.now() - DAY - HOUR);
    for (const file of files) if (!file.startsWith('young')) await utimes(join(folder, file), old, old);
    const now = new Date(newsroom.clock.now());
    await utimes(join(folder, 'young-480.webp'), now, now);
    for (const file of filesOf(living)) await utimes(join(folder, file), old, old);
    await sweepMedia(newsroom);
    expect(files.filter((file) => existsSync(join(folder, file)))).toEqual([
      'young-480.webp',
      'notes.txt',
      'half.webp',
    ]);
    expect(isThere(living)).toBe(true);
  });
});
