/** Pictures as phones, screens and wires send them: taken and shown as they are, or refused in words that say what to do. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestNewsroom, type TestNewsroom } from '../../tests/support/newsroom.ts';
import type { Refusal } from '../kit/refusal.ts';
import { theNewsroomItself as by } from '../newsroom.ts';
import { getPicture, mediaFolder, takePicture } from './media.ts';

const fixtures = join(import.meta.dirname, '../../tests/fixtures/pictures');
let newsroom: TestNewsroom;
beforeAll(async () => {
  newsroom = await openTestNewsroom();
});
afterAll(() => newsroom.close());

const take = async (bytes: Uint8Array) => {
  const { pictureId } = await takePicture(newsroom, {
    bytes,
    alt: 'A ferry',
    caption: '',
    credit: 'Ada Lind',
    by,
  });
  const picture = (await getPicture(newsroom, pictureId))!;
  const open = (href: string) => sharp(join(mediaFolder(newsroom), href.replace('/media/', '')));
  return { picture, open };
};
const refused = async (bytes: Uint8Array): Promise<Refusal> =>
  take(bytes).then(
    () => expect.fail('it was taken'),
    (refusal: Refusal) => refusal,
  );
/** A picture of noise and a gradient: no row of it is of one colour. */
const drawn = (width: number, height: number): Sharp =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#345',
      noise: { type: 'gaussian', mean: 120, sigma: 30 },
    },
  });
const pixel = async (image: Sharp, left: number, top: number) => [
  ...(await image.extract({ left, top, width: 1, height: 1 }).removeAlpha().raw().toBuffer()),
];

describe('a picture', () => {
  it('that is a long screenshot is taken, as high as a page’s file may be, with a card of its top', async () => {
    const { picture, open } = await take(await drawn(1080, 20_000).jpeg().toBuffer());
    expect([picture.width, picture.height]).toEqual([864, 16_000]);
    expect(picture.sources.map(({ width }) => width)).toEqual([480, 864]);
    for (const { href, width } of picture.sources) {
      const shown = await open(href).metadata();
      expect([shown.format, shown.width, shown.height]).toEqual([
        'webp',
        width,
        Math.round((width / 864) * 16_000),
      ]);
    }
    const card = await open(picture.card).metadata();
    expect([card.width, card.height]).toEqual([864, 1728]);
  });

  it('that is very wide is taken too', async () => {
    const { picture } = await take(await drawn(20_000, 200).png().toBuffer());
    expect([picture.width, picture.height]).toEqual([16_000, 160]);
  });

  it.each(['png', 'webp', 'gif'] as const)(
    'that is transparent (%s) has a white card, and stays transparent on the page',
    async (format) => {
      const clear = {
        width: 400,
        height: 300,
        channels: 4 as const,
        background: { r: 0, g: 0, b: 0, alpha: 0 },
      };
      const ink = Buffer.from(
        '<svg width="400" height="300"><circle cx="200" cy="150" r="80" fill="#c00"/></svg>',
      );
      const { picture, open } = await take(
        await sharp({ create: clear })
          .composite([{ input: ink }])
          [format]()
          .toBuffer(),
      );
      expect(await pixel(open(picture.card), 5, 5)).toEqual([255, 255, 255]);
      expect((await open(picture.sources[0]!.href).metadata()).hasAlpha).toBe(true);
    },
  );

  it('that lacks the last bytes, as phones and wires lose them, is taken', async () => {
    const given = await take(await readFile(join(fixtures, 'without-end-marker.jpg')));
    expect(given.picture.sources.length).toBeGreaterThan(0);
    for (const progressive of [false, true]) {
      const whole = await drawn(1200, 800).jpeg({ progressive }).toBuffer();
      for (const lost of [1, 2, 40]) {
        const { picture } = await take(whole.subarray(0, whole.length - lost));
        expect([picture.width, picture.height]).toEqual([1200, 800]);
      }
      expect((await take(Buffer.concat([whole, Buffer.from('trailing bytes')]))).picture.width).toBe(1200);
    }
  });

  it('that breaks off half-way is refused, and says so', async () => {
    const whole = await drawn(1200, 800).jpeg().toBuffer();
    for (const share of [0.3, 0.6, 0.9]) {
      const { code, words, fields } = await refused(whole.subarray(0, whole.length * share));
      expect({ share, code }).toEqual({ share, code: 'upload-not-image' });
      expect(words).toBe('This picture breaks off: its lower part is missing. Send it once more.');
      expect(fields.picture).toBe(words);
    }
    const png = await drawn(600, 400).png().toBuffer();
    expect((await refused(png.subarray(0, png.length / 2))).code).toBe('upload-not-image');
  });

  it('with a white lower half is whole: what is of one colour is not what is missing', async () => {
    const page = sharp({ create: { width: 800, height: 1_200, channels: 3, background: '#fff' } });
    const bytes = await page
      .composite([{ input: await drawn(800, 300).png().toBuffer(), top: 0, left: 0 }])
      .jpeg()
      .toBuffer();
    expect((await take(bytes.subarray(0, bytes.length - 2))).picture.height).toBe(1_200);
  });

  it('from an iPhone (HEIC) is refused with what to do', async () => {
    const { code, words } = await refused(await readFile(join(fixtures, 'phone.heic')));
    expect(code).toBe('upload-not-image');
    expect(words).toContain('HEIC');
    expect(words).toContain('Export it as JPEG');
    for (const brands of [
      'heix\0\0\0\0mif1heix',
      'mif1\0\0\0\0mif1heic',
      'hevc\0\0\0\0',
      'msf1\0\0\0\0msf1hevc',
    ]) {
      const file = Buffer.from(`\0\0\0\x20ftyp${brands}${'\0'.repeat(40)}`, 'latin1');
      expect((await refused(file)).words, brands).toContain('HEIC');
    }
  });

  it('of more than 80 megapixels is refused by their number, before it is decoded', async () => {
    const many = await sharp({ create: { width: 12_000, height: 9_000, channels: 3, background: '#345' } })
      .jpeg()
      .toBuffer();
    const { code, words } = await refused(many);
    expect(code).toBe('too-large');
    expect(words).toContain('This picture has 108 megapixels; 80 at most are taken.');
  });

  it('of a kind that is not on the list is refused by its name', async () => {
    const kinds: [string, string][] = [
      ['<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400"/>', 'SVG'],
      ['<?xml version="1.0"?>\n<!-- a drawing -->\n<SVG xmlns="http://www.w3.org/2000/svg"/>', 'SVG'],
      ['%PDF-1.7 and more of it', 'PDF'],
      ['\0\0\0\x20ftypisom\0\0\0\0isommp41and more of it', 'film'],
      ['\0\0\0\x18ftypcrx \0\0\0\x01crx isom and more', 'raw file'],
      ['P6 400 400 255 and more of it', 'Taken are JPEG, PNG, WebP, GIF, AVIF or TIFF.'],
      ['', 'Taken are JPEG, PNG, WebP, GIF, AVIF or TIFF.'],
    ];
    for (const [file, words] of kinds) {
      const refusal = await refused(Buffer.from(file, 'latin1'));
      expect({ file, code: refusal.code }).toEqual({ file, code: 'upload-not-image' });
      expect(refusal.words).toContain(words);
    }
  });

  it('too small for a page is refused with what is taken', async () => {
    for (const [width, height] of [
      [20, 20],
      [199, 199],
      [1_000, 40],
    ] as const) {
      const { words } = await refused(await drawn(width, height).png().toBuffer());
      expect(words).toContain(`${width} × ${height} pixels, too small for a page: 200 on its longer side`);
    }
    expect((await take(await drawn(200, 100).png().toBuffer())).picture.width).toBe(200);
  });

  it.each(['jpeg', 'png', 'webp', 'gif', 'avif', 'tiff'] as const)(
    'as %s is taken, upright',
    async (format) => {
      const bytes = await drawn(640, 480).withMetadata({ orientation: 6 })[format]().toBuffer();
      const turns = (await sharp(bytes).metadata()).autoOrient;
      const { picture } = await take(bytes);
      expect([picture.width, picture.height]).toEqual([turns.width, turns.height]);
    },
  );

  it('is decoded in turn with others, and none leaves half of itself behind', async () => {
    const before = (await readdir(mediaFolder(newsroom))).length;
    const one = await drawn(300, 300).jpeg().toBuffer();
    const all = await Promise.allSettled([take(one), take(Buffer.from('no picture')), take(one)]);
    expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect((await readdir(mediaFolder(newsroom))).length).toBe(before + 2 * 2); // 300 wide, and the card, of each
  });
});
