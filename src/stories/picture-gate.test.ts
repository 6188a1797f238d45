/** A picture at the gate: it is described, in each edition's language, or its editor says why not. */
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { onEachEngine } from '../../tests/support/newsroom.ts';
import { safeBody } from '../kit/safe-html.ts';
import { setPictureWords } from '../media/media-words.ts';
import { takePicture } from '../media/take-picture.ts';
import { theNewsroomItself as by } from '../newsroom.ts';
import { describeMedia } from '../usage/change-media.ts';
import { draftStory } from './draft.ts';
import { gateOf } from './gate.ts';

onEachEngine('a picture at the gate', (open) => {
  let count = 0;
  const draft = async (alt: string) => {
    count += 1;
    const background = { r: count * 40, g: 60, b: 90 };
    const bytes = await sharp({ create: { width: 300, height: 200, channels: 3, background } })
      .png()
      .toBuffer();
    const { pictureId } = await takePicture(open(), { bytes, alt, caption: '', credit: '', by });
    const bodyHtml = safeBody('<p>It sails.</p>');
    const copy = { headline: 'The ferry sails', dek: '', byline: '', dateline: '', bodyHtml, pictureId };
    const { storyId } = await draftStory(open(), { copy, language: 'en', hops: [], by });
    const codes = async () =>
      (await gateOf(open(), storyId)).flatMap(({ code, overridable }) => (overridable ? code : []));
    return { pictureId, codes };
  };

  it('without a description asks for one, and is content with one in the edition’s language', async () => {
    const { pictureId, codes } = await draft('');
    expect(await codes()).toContain('picture-not-described');
    await setPictureWords(open(), { pictureId, language: 'en', alt: 'A ferry', caption: '' });
    expect(await codes()).not.toContain('picture-not-described');
  });

  /** A story whose body shows a new picture in each place. */
  const draftBody = async (bodyOf: (id: string) => string) => {
    count += 1;
    const background = { r: 9, g: count * 40, b: 90 };
    const bytes = await sharp({ create: { width: 300, height: 200, channels: 3, background } })
      .png()
      .toBuffer();
    const { pictureId } = await takePicture(open(), { bytes, alt: '', caption: '', credit: '', by });
    const bodyHtml = safeBody(`<p>It sails.</p>${bodyOf(pictureId)}`);
    const copy = {
      headline: 'The ferry sails',
      dek: '',
      byline: '',
      dateline: '',
      bodyHtml,
      pictureId: null,
    };
    const { storyId } = await draftStory(open(), { copy, language: 'en', hops: [], by });
    const pictures = async () =>
      (await gateOf(open(), storyId)).filter(({ code }) => code === 'body-picture-not-described');
    return { pictureId, pictures };
  };
  const figure = (id: string, alt = '') => `<figure><img data-media="${id}" alt="${alt}"></figure>`;

  it.each([
    ['in the text', (id: string) => figure(id), 'A picture in the text of the English edition'],
    ['in a box', (id: string) => `<aside data-block="box">${figure(id)}</aside>`, 'A picture in'],
    [
      'in a gallery',
      (id: string) => `<figure data-block="gallery">${figure(id)}${figure(id)}</figure>`,
      '2 pictures in the text',
    ],
  ])('%s is described too, or its editor says why not', async (_, bodyOf, words) => {
    const { pictureId, pictures } = await draftBody(bodyOf);
    expect(await pictures()).toMatchObject([{ overridable: true, words: expect.stringContaining(words) }]);
    await describeMedia(open(), { mediaId: pictureId, words: { alt: '', isDecorative: true }, by });
    expect(await pictures()).toEqual([]);
  });

  it('in the text that is described, or is the still of a post, stops nothing', async () => {
    expect(await (await draftBody((id) => figure(id, 'A ferry'))).pictures()).toEqual([]);
    const post = (id: string) =>
      `<figure data-block="embed"><a href="https://vimeo.com/1">The launch</a><img data-media="${id}" alt=""></figure>`;
    expect(await (await draftBody(post)).pictures()).toEqual([]);
  });

  it('that says nothing needs none', async () => {
    const { pictureId, codes } = await draft('');
    await describeMedia(open(), { mediaId: pictureId, words: { alt: '', isDecorative: true }, by });
    expect(await codes()).not.toContain('picture-not-described');
    expect(await (await draft('A ferry')).codes()).not.toContain('picture-not-described');
  });
});
