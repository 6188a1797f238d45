/** Pictures as phones, screens and wires send them: taken and shown as they are, or refused in words that say what to do. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateSync, gzipSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestNewsroom, type TestNewsroom } from '../../tests/support/newsroom.ts';
import type { Refusal } from '../kit/refusal.ts';
import { theNewsroomItself as by } from '../newsroom.ts';
import { findHeicTool, openHeic } from './heic.ts';
import { getPicture } from './media.ts';
import { mediaFolder } from './media-files.ts';
import { takePicture } from './take-picture.ts';

const fixtures = join(import.meta.dirname, '../../tests/fixtures/pictures');
const HEIF_ENC = '/usr/bin/heif-enc'; // Debian: libheif-examples
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
/** Soft shapes: no row is of one colour, and no encoder works on noise. */
const drawn = (width: number, height: number): Sharp =>
  sharp(soft, { raw: { width: SOFT, height: SOFT, channels: 3 } }).resize(width, height, { fit: 'fill' });
const SOFT = 24; // pixels of what is enlarged
const soft = Uint8Array.from({ length: SOFT * SOFT * 3 }, (_, at) => (at * 89 + (at >> 3) * 47) % 256);

/** Like a photo: forty bytes are little of it. */
const grainy = (width: number, height: number): Sharp => {
  const noise = { type: 'gaussian' as const, mean: 120, sigma: 30 };
  return sharp({ create: { width, height, channels: 3, background: '#345', noise } });
};

/** An animation of frames of a pixel each, by the letter of GIF89a. */
function gifOf(frames: number): Buffer {
  const head = 'GIF89a\xf0\0\xc8\0\x80\0\0\x10\x20\x30\xd0\x20\x30'; // 240 × 200, two colours
  const frame = (at: number) => `,\0\0\0\0\x01\0\x01\0\0\x02\x02${at % 2 ? 'L' : 'D'}\x01\0`;
  return Buffer.from(`${head}${Array.from({ length: frames }, (_, at) => frame(at)).join('')};`, 'latin1');
}

/** Of a picture that says how large it is, and has no line of itself. */
function pngHead(width: number, height: number): Buffer {
  const chunk = (name: string, data: Buffer): Buffer => {
    const part = Buffer.concat([Buffer.from(name, 'latin1'), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(part));
    return Buffer.concat([length, part, sum]);
  };
  const head = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0]); // 8 bits, three colours
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync('')),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
const pixel = async (image: Sharp, left: number, top: number) => [
  ...(await image.extract({ left, top, width: 1, height: 1 }).removeAlpha().raw().toBuffer()),
];

describe('a picture', () => {
  it('that is a long screenshot is taken, as high as a page’s file may be, with a card of its top', async () => {
    const { picture, open } = await take(await drawn(300, 20_000).jpeg().toBuffer());
    expect([picture.width, picture.height]).toEqual([240, 16_000]);
    expect(picture.sources.map(({ width }) => width)).toEqual([240]);
    for (const { href } of [...picture.sources, ...picture.shapes.full.avif]) {
      const shown = await open(href).metadata();
      expect([shown.width, shown.height]).toEqual([240, 16_000]);
    }
    const card = await open(picture.card).metadata();
    expect([card.width, card.height]).toEqual([240, 126]);
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
      const whole = await grainy(420, 280).jpeg({ progressive }).toBuffer();
      for (const lost of [1, 2, 40]) {
        const { picture } = await take(whole.subarray(0, whole.length - lost));
        expect([picture.width, picture.height]).toEqual([420, 280]);
      }
      expect((await take(Buffer.concat([whole, Buffer.from('trailing bytes')]))).picture.width).toBe(420);
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
    for (const format of ['png', 'webp', 'gif', 'tiff'] as const) {
      const file = await drawn(300, 200)[format]().toBuffer();
      const refusal = await refused(file.subarray(0, file.length * 0.6));
      expect(refusal.words, format).toMatch(/breaks off|damaged/);
    }
  });

  it('that comes in passes is refused where it breaks off before it is sharp, and taken where the last one is cut short', async () => {
    const whole = await grainy(420, 280).jpeg({ progressive: true }).toBuffer();
    for (const share of [0.3, 0.5])
      expect((await refused(whole.subarray(0, whole.length * share))).words).toContain('breaks off');
    expect((await take(whole.subarray(0, whole.length * 0.95))).picture.width).toBe(420);
  });

  it('with a white lower half is whole: what is of one colour is not what is missing', async () => {
    const page = sharp({ create: { width: 800, height: 1_200, channels: 3, background: '#fff' } });
    const bytes = await page
      .composite([{ input: await drawn(800, 300).png().toBuffer(), top: 0, left: 0 }])
      .jpeg()
      .toBuffer();
    expect((await take(bytes.subarray(0, bytes.length - 2))).picture.height).toBe(1_200);
  });

  it('from an iPhone (HEIC) is refused with what to do where nothing can read it', async () => {
    const bytes = await readFile(join(fixtures, 'phone.heic'));
    const without = await openHeic(bytes, null);
    expect(without).toMatchObject({ ok: false, words: expect.stringContaining('Export it as JPEG') });
    expect((await refused(bytes)).words).toContain('HEIC'); // its head alone: no tool reads it
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

  it.skipIf(findHeicTool('') === null || !existsSync(HEIF_ENC))(
    'from an iPhone (HEIC) is taken upright with what it shows, where the machine can read it',
    async () => {
      const folder = await mkdtemp(join(tmpdir(), 'crier-heic-'));
      const [from, to] = [join(folder, 'a.png'), join(folder, 'a.heic')];
      await writeFile(from, await drawn(640, 360).png().toBuffer());
      execFileSync(HEIF_ENC, ['-q', '90', from, '-o', to]);
      const { picture, open } = await take(await readFile(to));
      expect([picture.width, picture.height]).toEqual([640, 360]);
      expect((await open(picture.sources[0]!.href).metadata()).format).toBe('webp');
      await rm(folder, { recursive: true });
    },
  );

  it('of 108 megapixels, as phones make them, is scaled', async () => {
    const many = await sharp({ create: { width: 12_000, height: 9_000, channels: 3, background: '#345' } })
      .jpeg()
      .toBuffer();
    const { picture } = await take(many);
    expect([picture.width, picture.sources.at(-1)?.width]).toEqual([12_000, 1600]);
  });

  it('of more pixels than any camera makes is refused by their number, before it is decoded', async () => {
    const { code, words } = await refused(pngHead(20_000, 15_000));
    expect(code).toBe('too-large');
    expect(words).toContain('This picture has 300 megapixels; 210 at most are taken.');
    expect((await refused(pngHead(50_000, 120))).words).toContain(
      '50000 × 120 pixels; 40000 at most are taken on a side',
    );
  });

  it('that moves keeps moving, and has a still for who does not want that; a film of a thousand frames is refused', async () => {
    const frames = async (count: number) => {
      const [dark, light] = await Promise.all(
        ['#102030', '#d02030'].map((background) =>
          sharp({ create: { width: 240, height: 200, channels: 3, background } })
            .png()
            .toBuffer(),
        ),
      );
      const all = Array.from({ length: count }, (_, at) => (at % 2 === 0 ? dark! : light!));
      return sharp(all, { join: { animated: true } })
        .gif({ delay: Array(count).fill(100) })
        .toBuffer();
    };
    const { picture, open } = await take(await frames(6));
    const [moving] = picture.shapes.full.moving ?? [];
    expect((await open(moving!.href).metadata()).pages).toBe(6);
    expect((await open(picture.sources[0]!.href).metadata()).pages ?? 1).toBe(1);
    const { code, words } = await refused(gifOf(1_000));
    expect([code, words]).toEqual([
      'too-large',
      expect.stringContaining('1000 frames; 400 at most are taken'),
    ]);
  });

  it.each([
    [
      'Display P3',
      (image: Sharp) => image.withIccProfile('p3').jpeg({ quality: 100, chromaSubsampling: '4:4:4' }),
    ],
    ['CMYK', (image: Sharp) => image.toColourspace('cmyk').withIccProfile('cmyk').jpeg({ quality: 100 })],
    ['16 bit', (image: Sharp) => image.toColourspace('rgb16').png()],
  ])('in %s has the colours that it was made in', async (_name, made) => {
    const flat = sharp({ create: { width: 400, height: 300, channels: 3, background: '#7a6f66' } });
    const { picture, open } = await take(await made(flat).toBuffer());
    for (const { href } of [
      picture.shapes.full.avif[0]!,
      picture.sources[0]!,
      picture.shapes.full.jpeg[0]!,
    ]) {
      const shown = open(href);
      expect((await shown.metadata()).space, href).toBe('srgb');
      const off = (await pixel(shown, 50, 50)).map((value, at) => Math.abs(value - [0x7a, 0x6f, 0x66][at]!));
      expect(Math.max(...off), href).toBeLessThan(16);
    }
  });

  it('of a kind that is not on the list is refused by its name', async () => {
    const kinds: [string, string][] = [
      ['<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400"/>', 'SVG'],
      ['<?xml version="1.0"?>\n<!-- a drawing -->\n<SVG xmlns="http://www.w3.org/2000/svg"/>', 'SVG'],
      [
        `<?xml version="1.0"?><!--${'a note '.repeat(900)}--><svg xmlns="http://www.w3.org/2000/svg"/>`,
        'SVG',
      ],
      [Buffer.from('\ufeff<svg width="400"/>', 'utf16le').toString('latin1'), 'SVG'],
      [gzipSync('<svg width="400"/>').toString('latin1'), 'SVG'],
      ['BM\x36\x10\x0e\0\0\0\0\0and more of it', 'BMP'],
      ['8BPS\0\x01and more of it', 'PSD'],
      ['\0\0\0\x0cJXL \r\n\x87\nand more', 'JPEG XL'],
      ['\0\0\0\x0cjP  \r\n\x87\nand more', 'JPEG 2000'],
      ['%!PS-Adobe-3.0 EPSF-3.0', 'EPS'],
      ['PK\x03\x04\x14\0and more of it', 'packed file'],
      ['\0\0\0\x20ftypavis\0\0\0\0avismif1', 'moving AVIF'],
      ['II*\0\x10\0\0\0CR\x02\0and more', 'raw file'],
      // A Nikon's or a DNG: a TIFF that begins with a small picture, of which it says so.
      ['MM\0*\0\0\0\x08\0\x01\0\xfe\0\x04\0\0\0\x01\0\0\0\x01\0\0\0\0', 'raw file'],
      ['II*\0\x08\0\0\0\x01\0\x12\xc6\x01\0\x04\0\0\0\x01\x04\0\0\0\0\0\0', 'raw file'],
      ['%PDF-1.7 and more of it', 'PDF'],
      ['\0\0\0\x20ftypisom\0\0\0\0isommp41and more of it', 'film'],
      ['\0\0\0\x18ftypcrx \0\0\0\x01crx isom and more', 'raw file'],
      ['P6 400 400 255 and more of it', 'Taken are JPEG, PNG, WebP, GIF, AVIF, HEIC or TIFF.'],
      ['', 'This file is empty.'],
      ['<!doctype html><title>Not found</title>', 'This file is not a picture'],
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
      const bytes = await drawn(320, 240).withMetadata({ orientation: 6 })[format]().toBuffer();
      const turns = (await sharp(bytes).metadata()).autoOrient;
      const { picture } = await take(bytes);
      expect([picture.width, picture.height]).toEqual([turns.width, turns.height]);
    },
  );

  it('is kept once, however often it is sent, and none leaves half of itself behind', async () => {
    const before = (await readdir(mediaFolder(newsroom))).length;
    const one = await drawn(300, 300).jpeg().toBuffer();
    const all = await Promise.allSettled([take(one), take(Buffer.from('no picture')), take(one), take(one)]);
    expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
    const ids = all.flatMap((each) => (each.status === 'fulfilled' ? [each.value.picture.id] : []));
    expect(new Set(ids).size).toBe(1);
    const names = await readdir(mediaFolder(newsroom));
    expect(names.filter((name) => name.startsWith(ids[0]!)).length).toBe(names.length - before);
  });

  it('of which a rendition cannot be written leaves nothing behind', async () => {
    const data = await mkdtemp(join(tmpdir(), 'crier-full-'));
    const broken = { ...newsroom, settings: { ...newsroom.settings, data } };
    const folder = mediaFolder(broken);
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'originals'), 'where a folder should be');
    const one = await drawn(310, 300).jpeg().toBuffer();
    const given = takePicture(broken, { bytes: one, alt: '', caption: '', credit: '', by });
    await expect(given).rejects.toThrow(/EEXIST|ENOTDIR/);
    expect(await readdir(folder)).toEqual(['originals']);
    await rm(data, { recursive: true });
  });
});
