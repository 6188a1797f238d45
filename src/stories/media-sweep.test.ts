/** Pictures that nothing shows any more: they leave the folder, and no page of the desk or the paper misses one that is shown. */

import { existsSync } from 'node:fs';
import { utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeEach, expect, it } from 'vitest';
import { onEachEngine, type TestNewsroom } from '../../tests/support/newsroom.ts';
import { DAY, HOUR } from '../kit/clock.ts';
import { safeBody } from '../kit/safe-html.ts';
import { theNewsroomItself as by } from '../newsroom.ts';
import { getForDesk } from './desk-read.ts';
import { draftStory } from './draft.ts';
import { saveTake } from './edit.ts';
import { killStory } from './kill.ts';
import { getPicture, mediaFolder, takePicture } from './media.ts';
import { sweepMedia, withdrawPictures } from './media-sweep.ts';
import { publishStory } from './publish.ts';
import { getPublished } from './read.ts';

onEachEngine('a picture', (open) => {
  let newsroom: TestNewsroom;
  let bytes: Buffer;
  beforeEach(async () => {
    newsroom = open();
    bytes = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#345' } })
      .png()
      .toBuffer();
  });

  const upload = async () =>
    (await takePicture(newsroom, { bytes, alt: 'A ferry', caption: '', credit: 'Ada Lind', by })).pictureId;
  const isThere = (id: string) =>
    [`${id}-300.webp`, `${id}-card.jpg`].map((file) => existsSync(join(mediaFolder(newsroom), file)));
  const both = [true, true];
  const neither = [false, false];
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

  it('that was replaced goes after a day; what stands in its place stays', async () => {
    const [first, second] = [await upload(), await upload()];
    const { storyId } = await draft(first);
    await put(storyId, second);
    await sweepMedia(newsroom);
    newsroom.clock.pass(DAY - HOUR);
    await sweepMedia(newsroom);
    expect([isThere(first), isThere(second)]).toEqual([both, both]);
    newsroom.clock.pass(HOUR);
    await sweepMedia(newsroom);
    expect([isThere(first), isThere(second)]).toEqual([neither, both]);
    expect(await getPicture(newsroom, first)).toBeNull();
    // The take that had it can be brought back: without a hole where the picture was.
    await put(storyId, first);
    expect((await editionOf(storyId)).picture).toBeNull();
  });

  it('that is put back within the day stays', async () => {
    const [first, second] = [await upload(), await upload()];
    const { storyId } = await draft(first);
    await put(storyId, second);
    await sweepMedia(newsroom);
    newsroom.clock.pass(DAY / 2);
    await put(storyId, first);
    await sweepMedia(newsroom);
    newsroom.clock.pass(DAY / 2 + HOUR);
    await sweepMedia(newsroom);
    expect([isThere(first), isThere(second)]).toEqual([both, both]); // the second is unused since half a day
  });

  it('that readers see stays, though an editor works on another', async () => {
    const [first, second] = [await upload(), await upload()];
    const { storyId, editionId } = await draft(first);
    await publish(storyId);
    await put(storyId, second);
    await sweepMedia(newsroom);
    newsroom.clock.pass(2 * DAY);
    await sweepMedia(newsroom);
    expect([isThere(first), isThere(second)]).toEqual([both, both]);
    expect((await getPublished(newsroom, editionId))?.picture?.id).toBe(first);
  });

  it('of a withdrawn story is public no more at once; one that another story shows stays', async () => {
    const [own, shared] = [await upload(), await upload()];
    const { storyId } = await draft(own);
    await publish(storyId);
    const other = await draft(shared);
    const both_ = await draft(shared);
    await publish(other.storyId);
    await publish(both_.storyId);
    for (const id of [storyId, both_.storyId])
      await killStory(newsroom, { storyId: id, notice: 'It was wrong.', by });
    await withdrawPictures(newsroom, { storyId });
    await withdrawPictures(newsroom, { storyId: both_.storyId });
    await withdrawPictures(newsroom, { storyId }); // work may be done again
    expect([isThere(own), isThere(shared)]).toEqual([neither, both]);
    expect((await editionOf(storyId)).picture).toBeNull();
  });

  it('of which a killed process left half goes after a day; other files of the folder are let be', async () => {
    const folder = mediaFolder(newsroom);
    const living = await upload();
    await draft(living);
    const files = ['half-480.webp', 'half-card.jpg', 'young-480.webp', 'notes.txt', 'half.webp'];
    for (const file of files) await writeFile(join(folder, file), 'x');
    const old = new Date(newsroom.clock.now() - DAY - HOUR);
    for (const file of files) if (!file.startsWith('young')) await utimes(join(folder, file), old, old);
    await utimes(
      join(folder, 'young-480.webp'),
      new Date(newsroom.clock.now()),
      new Date(newsroom.clock.now()),
    );
    await utimes(join(folder, `${living}-300.webp`), old, old);
    await sweepMedia(newsroom);
    expect(files.filter((file) => existsSync(join(folder, file)))).toEqual([
      ...['young-480.webp', 'notes.txt', 'half.webp'],
    ]);
    expect(isThere(living)).toEqual(both);
  });
});
