/** What goes out in every rendition: the rights of the picture, read back by programs of others; and nothing else of it. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import exif from 'exifreader';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestNewsroom, type TestNewsroom } from '../../tests/support/newsroom.ts';
import { theNewsroomItself as by } from '../newsroom.ts';
import { describeMedia } from '../usage/change-media.ts';
import { mediaFolder } from './media-files.ts';
import { rightsPacket } from './rights-packet.ts';
import { takePicture } from './take-picture.ts';

const EXIFTOOL = '/usr/bin/exiftool'; // Debian: libimage-exiftool-perl
const run = promisify(execFile);

describe('a rendition', () => {
  let newsroom: TestNewsroom;
  let id: string;
  const files = async () => (await readdir(mediaFolder(newsroom))).filter((name) => name.startsWith(id));
  beforeAll(async () => {
    newsroom = await openTestNewsroom();
    const bytes = await sharp({ create: { width: 1800, height: 1200, channels: 3, background: '#345' } })
      .withExif({
        IFD0: { Artist: 'Of the camera', Make: 'Canon' },
        IFD2: { BodySerialNumber: '031337' },
        IFD3: { GPSLatitude: '37/1 56/1 0/1', GPSLatitudeRef: 'N' },
      })
      .jpeg()
      .toBuffer();
    id = (await takePicture(newsroom, { bytes, alt: '', caption: '', credit: '', by })).pictureId;
    const words = {
      caption: 'Ein Schiff & “noch eins” <b>',
      credit: 'Anna Lind/ANA',
      creator: 'Anna Lind, Jo Park',
      copyright: '© 2026 ANA',
      usageTerms: 'Editorial use only',
      webStatement: 'https://agency.example/terms?a=1&b=2',
      licensor: 'ANA · https://agency.example/buy',
      sourceType: 'digitalCapture',
      dataMining: 'DMI-PROHIBITED-AIMLTRAINING',
    };
    await describeMedia(newsroom, { mediaId: id, words, by });
  });
  afterAll(() => newsroom.close());

  it('is made anew under another name when its rights change', async () => {
    const names = await files();
    const [first, second] = ['-v1-', '-v2-'].map((version) => names.filter((name) => name.includes(version)));
    expect([first?.length, second?.length]).toEqual([23, 23]); // the old ones stay a day for pages that are open
  });

  it.each(['avif', 'webp', 'jpg'])(
    'says its rights as %s, and nothing of the camera or the place',
    async (ending) => {
      for (const name of (await files()).filter((each) => each.includes('-v2-') && each.endsWith(ending))) {
        const bytes = await readFile(join(mediaFolder(newsroom), name));
        const { xmp, exif: camera, gps, iptc } = exif.load(bytes, { expanded: true });
        const said = (tag: string) => (xmp as Record<string, { description: string }>)[tag]?.description;
        expect([name, said('creator'), said('Credit'), said('rights')]).toEqual([
          name,
          'Anna Lind, Jo Park',
          'Anna Lind/ANA',
          '© 2026 ANA',
        ]);
        expect(said('description')).toBe('Ein Schiff & “noch eins” <b>');
        expect(said('WebStatement')).toBe('https://agency.example/terms?a=1&b=2');
        expect(said('DataMining')).toBe('http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED-AIMLTRAINING');
        expect(said('DigitalSourceType')).toBe(
          'http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture',
        );
        expect([gps, iptc]).toEqual([undefined, undefined]);
        expect(JSON.stringify(camera ?? {})).not.toMatch(/Canon|031337|Of the camera/);
        expect(bytes.includes('031337')).toBe(false);
      }
    },
  );

  it.skipIf(!existsSync(EXIFTOOL))('is read back the same by exiftool', async () => {
    const names = (await files()).filter(
      (each) => each.includes('-v2-full-960') || each.includes('-v2-card'),
    );
    const paths = names.map((name) => join(mediaFolder(newsroom), name));
    const { stdout } = await run(EXIFTOOL, ['-j', '-G1', '-struct', ...paths]);
    const read = JSON.parse(stdout) as Record<string, unknown>[];
    expect(read.length).toBeGreaterThan(2);
    for (const one of read)
      expect(one).toMatchObject({
        'XMP-dc:Creator': ['Anna Lind', 'Jo Park'],
        'XMP-photoshop:Credit': 'Anna Lind/ANA',
        'XMP-dc:Rights': '© 2026 ANA',
        'XMP-xmpRights:UsageTerms': 'Editorial use only',
        'XMP-plus:Licensor': [{ LicensorName: 'ANA', LicensorURL: 'https://agency.example/buy' }],
        'XMP-iptcExt:DigitalSourceType': expect.stringMatching(/digital ?capture/i),
        'XMP-plus:DataMining': expect.stringMatching(/prohibited/i),
      });
    expect(stdout).not.toMatch(/GPS|031337|Canon|Warning/);
  });

  it('leaves out letters that would break its packet', () => {
    const facts = {
      caption: 'a\u0000\u0007b\ud800c]]>',
      headline: '',
      creator: '',
      credit: '',
      copyright: '',
      usage_terms: '',
      web_statement: '',
      licensor: '',
      source_type: '',
      data_mining: '',
      taken_at: '',
    };
    expect(rightsPacket(facts)).toContain('>abc]]&gt;<');
  });
});
