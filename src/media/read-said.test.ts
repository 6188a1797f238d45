/** What a picture's file says of itself: read wherever programs write it, in whatever letters, and never more than is asked for. */
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { readSaid } from './read-said.ts';
import { creditOf, firstSaid } from './said.ts';

const SCHEMES =
  'xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:plus="http://ns.useplus.org/ldf/xmp/1.0/" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/" xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/" xmlns:xmpNote="http://ns.adobe.com/xmp/note/"';
const packet = (lines: string, attributes = '') =>
  `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" ${SCHEMES} ${attributes}>${lines}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;
const plain = () =>
  sharp({ create: { width: 300, height: 200, channels: 3, background: '#345' } })
    .jpeg()
    .toBuffer();

/** A segment of JPEG: marker, length, content. */
const segment = (marker: number, content: Buffer) => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
};
const withSegments = async (...segments: Buffer[]) => {
  const file = await plain();
  return Buffer.concat([file.subarray(0, 2), ...segments, file.subarray(2)]);
};
const xmpSegment = (xmp: string) => segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${xmp}`));
const dataset = (record: number, number: number, value: Buffer) => {
  const head = Buffer.from([0x1c, record, number, 0, 0]);
  head.writeUInt16BE(value.length, 3);
  return Buffer.concat([head, value]);
};
const iimSegment = (...datasets: Buffer[]) => {
  const iim = Buffer.concat(datasets);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(iim.length);
  const pad = iim.length % 2 === 1 ? Buffer.from([0]) : Buffer.alloc(0);
  return segment(
    0xed,
    Buffer.concat([Buffer.from('Photoshop 3.0\x008BIM\x04\x04\0\0', 'latin1'), size, iim, pad]),
  );
};
const said = (bytes: Buffer, xmp?: string) => readSaid({ bytes, xmp });

describe('what a picture says of itself', () => {
  const agency = packet(
    `<dc:creator><rdf:Seq><rdf:li>Yannis Kolesidis</rdf:li></rdf:Seq></dc:creator>
     <dc:description><rdf:Alt><rdf:li xml:lang="el">Ένα πλοίο</rdf:li><rdf:li xml:lang="x-default">A ferry &amp; the port</rdf:li></rdf:Alt></dc:description>
     <dc:rights><rdf:Alt><rdf:li xml:lang="x-default">© ANA-MPA</rdf:li></rdf:Alt></dc:rights>
     <photoshop:Credit>ANA-MPA</photoshop:Credit><photoshop:Headline>Ferry strike</photoshop:Headline>
     <photoshop:DateCreated>2026-11-19T08:12:00+02:00</photoshop:DateCreated>
     <xmpRights:UsageTerms><rdf:Alt><rdf:li xml:lang="x-default">Web only, until 31 December 2026</rdf:li></rdf:Alt></xmpRights:UsageTerms>
     <xmpRights:WebStatement>https://agency.example/terms</xmpRights:WebStatement>
     <plus:Licensor><rdf:Seq><rdf:li rdf:parseType="Resource"><plus:LicensorName>ANA</plus:LicensorName><plus:LicensorURL>https://agency.example/buy</plus:LicensorURL></rdf:li></rdf:Seq></plus:Licensor>
     <plus:DataMining>http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED-AIMLTRAINING</plus:DataMining>
     <Iptc4xmpExt:PersonInImage><rdf:Bag><rdf:li>Maria Leontis</rdf:li><rdf:li>Jo Park</rdf:li></rdf:Bag></Iptc4xmpExt:PersonInImage>
     <Iptc4xmpExt:LocationShown><rdf:Bag><rdf:li rdf:parseType="Resource"><Iptc4xmpExt:City>Piraeus</Iptc4xmpExt:City><Iptc4xmpExt:CountryName>Greece</Iptc4xmpExt:CountryName></rdf:li></rdf:Bag></Iptc4xmpExt:LocationShown>
     <Iptc4xmpExt:DigitalSourceType>http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia</Iptc4xmpExt:DigitalSourceType>
     <Iptc4xmpExt:AISystemUsed>Firefly</Iptc4xmpExt:AISystemUsed><Iptc4xmpExt:AISystemVersionUsed>4</Iptc4xmpExt:AISystemVersionUsed>
     <Iptc4xmpExt:AIPromptInformation>remove the lamp post</Iptc4xmpExt:AIPromptInformation>
     <Iptc4xmpCore:AltTextAccessibility><rdf:Alt><rdf:li xml:lang="x-default">A white ferry at a quay</rdf:li></rdf:Alt></Iptc4xmpCore:AltTextAccessibility>`,
  );

  it.each(['jpeg', 'png', 'webp', 'avif', 'tiff'] as const)(
    'is read in %s, field by field',
    async (format) => {
      const made = sharp({ create: { width: 300, height: 200, channels: 3, background: '#345' } });
      const bytes = await made.withXmp(agency)[format]().toBuffer();
      const read = said(bytes, (await sharp(bytes).metadata()).xmp?.toString());
      expect(Object.fromEntries(read.said.map(({ field, value }) => [field, value]))).toEqual({
        headline: 'Ferry strike',
        caption: 'A ferry & the port',
        alt: 'A white ferry at a quay',
        creator: 'Yannis Kolesidis',
        credit: 'ANA-MPA',
        copyright: '© ANA-MPA',
        usageTerms: 'Web only, until 31 December 2026',
        webStatement: 'https://agency.example/terms',
        licensor: 'ANA · https://agency.example/buy',
        takenAt: '2026-11-19T08:12:00+02:00',
        place: 'Piraeus, Greece',
        persons: 'Maria Leontis, Jo Park',
        sourceType: 'compositeWithTrainedAlgorithmicMedia',
        dataMining: 'DMI-PROHIBITED-AIMLTRAINING',
        aiSystem: 'Firefly 4',
        aiPrompt: 'remove the lamp post',
      });
      expect(read.said.every(({ from }) => from === 'XMP')).toBe(true);
      expect(creditOf(read.said)).toBe('Yannis Kolesidis/ANA-MPA');
    },
  );

  it('is believed from XMP before IIM before EXIF, and the others are shown', async () => {
    const exif = { IFD0: { Artist: 'Of EXIF', Copyright: 'Of EXIF' } };
    const file = await sharp(await plain())
      .withExif(exif)
      .jpeg()
      .toBuffer();
    const more = [
      xmpSegment(packet('<dc:creator><rdf:Seq><rdf:li>Of XMP</rdf:li></rdf:Seq></dc:creator>')),
      iimSegment(dataset(2, 80, Buffer.from('Of IIM'))),
    ];
    const { said: lines } = said(Buffer.concat([file.subarray(0, 2), ...more, file.subarray(2)]));
    expect(lines.filter(({ field }) => field === 'creator')).toEqual([
      { field: 'creator', value: 'Of XMP', from: 'XMP' },
      { field: 'creator', value: 'Of IIM', from: 'IIM' },
      { field: 'creator', value: 'Of EXIF', from: 'EXIF' },
    ]);
    expect(firstSaid(lines, 'copyright')).toBe('Of EXIF');
  });

  it('is read in all packets of a file that several programs saved', async () => {
    const file = await withSegments(
      xmpSegment(packet('<photoshop:Headline>First</photoshop:Headline>')),
      xmpSegment(packet('<dc:creator><rdf:Seq><rdf:li>Second</rdf:li></rdf:Seq></dc:creator>')),
      xmpSegment(packet('<photoshop:Credit>Third</photoshop:Credit>')),
    );
    const { said: lines } = said(file);
    expect(['headline', 'creator', 'credit'].map((field) => firstSaid(lines, field as never))).toEqual([
      'First',
      'Second',
      'Third',
    ]);
  });

  it('is read in a packet that is longer than a segment, whose pieces stand in any order', async () => {
    const guid = '0123456789ABCDEF0123456789ABCDEF';
    const long = Buffer.from(
      packet(
        `<dc:description><rdf:Alt><rdf:li xml:lang="x-default">The long caption</rdf:li></rdf:Alt></dc:description><photoshop:Instructions>${'so '.repeat(30_000)}</photoshop:Instructions>`,
      ),
    );
    const half = Math.ceil(long.length / 2);
    const piece = (of: string, at: number, bytes: Buffer) => {
      const head = Buffer.alloc(8);
      head.writeUInt32BE(long.length, 0);
      head.writeUInt32BE(at, 4);
      return segment(
        0xe1,
        Buffer.concat([Buffer.from(`http://ns.adobe.com/xmp/extension/\0${of}`), head, bytes]),
      );
    };
    const stale = packet(
      '<dc:description><rdf:Alt><rdf:li xml:lang="x-default">Stale</rdf:li></rdf:Alt></dc:description>',
    );
    const file = await withSegments(
      xmpSegment(packet('<photoshop:Credit>AP</photoshop:Credit>', `xmpNote:HasExtendedXMP="${guid}"`)),
      piece('F'.repeat(32), 0, Buffer.from(stale)),
      piece(guid, half, long.subarray(half)),
      piece(guid, 0, long.subarray(0, half)),
    );
    const { said: lines } = said(file);
    expect([firstSaid(lines, 'credit'), firstSaid(lines, 'caption')]).toEqual(['AP', 'The long caption']);
    expect(firstSaid(lines, 'instructions')).toHaveLength(5_000);
  });

  it.each([
    ['UTF-8 that says so', Buffer.from('Αθήνα, Zoë Müller'), Buffer.from('\x1b%G')],
    ['UTF-8 that says nothing', Buffer.from('Αθήνα, Zoë Müller'), null],
    ['windows-1252', Buffer.from('Zo\xeb M\xfcller, Malm\xf6', 'latin1'), null],
    [
      'windows-1253',
      Buffer.from([
        ...[0xd0, 0xeb, 0xef, 0xdf, 0xef, 0x20, 0xf3, 0xf4, 0xef, 0x20, 0xeb, 0xe9, 0xec, 0xdc, 0xed, 0xe9],
        ...[0x20, 0xf4, 0xef, 0xf5, 0x20, 0xd0, 0xe5, 0xe9, 0xf1, 0xe1, 0xe9, 0xdc],
      ]),
      null,
    ],
  ])('is read in IIM in %s', async (name, bytes, coded) => {
    const parts = [
      dataset(2, 120, bytes),
      dataset(2, 90, Buffer.from('Piraeus')),
      dataset(2, 101, Buffer.from('Greece')),
    ];
    if (coded) parts.unshift(dataset(1, 90, coded));
    parts.push(dataset(2, 55, Buffer.from('20261119')), dataset(2, 60, Buffer.from('081200+0200')));
    const { said: lines } = said(await withSegments(iimSegment(...parts)));
    const expected: Record<string, string> = {
      'windows-1252': 'Zoë Müller, Malmö',
      'windows-1253': 'Πλοίο στο λιμάνι του Πειραιά',
    };
    expect(firstSaid(lines, 'caption')).toBe(expected[name] ?? 'Αθήνα, Zoë Müller');
    expect(firstSaid(lines, 'place')).toBe('Piraeus, Greece');
    expect(firstSaid(lines, 'takenAt')).toBe('2026-11-19T08:12:00+02:00');
    expect(lines.every(({ from }) => from === 'IIM')).toBe(true);
  });

  it('is nothing where a camera wrote its own name, and never where it was or which camera', async () => {
    const bytes = await sharp(await plain())
      .withExif({
        IFD0: { ImageDescription: 'OLYMPUS DIGITAL CAMERA', Make: 'Canon' },
        IFD2: { DateTimeOriginal: '2026:11:19 08:12:00', BodySerialNumber: '031337' },
        IFD3: { GPSLatitude: '37/1 56/1 0/1', GPSLatitudeRef: 'N' },
      })
      .jpeg()
      .toBuffer();
    const read = said(bytes);
    expect(read.said).toEqual([{ field: 'takenAt', value: '2026-11-19T08:12:00', from: 'EXIF' }]);
    expect(JSON.stringify(read)).not.toMatch(/031337|Canon|GPS|37/);
  });

  it('may be broken, a megabyte, or hostile: what can be read is, and the rest is said', async () => {
    const broken = await withSegments(
      xmpSegment('<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF'),
      iimSegment(dataset(2, 105, Buffer.from('It stands'))),
    );
    const read = said(broken);
    expect(firstSaid(read.said, 'headline')).toBe('It stands');
    expect(read.problems).toEqual(['A packet of XMP is broken and was not read.']);
    const entities = `<!DOCTYPE x [<!ENTITY a "${'ha'.repeat(500)}">]>${packet('<photoshop:Credit>&a;&a;</photoshop:Credit>')}`;
    expect(firstSaid(said(await withSegments(xmpSegment(entities))).said, 'credit').length).toBeLessThan(
      5_001,
    );
    const script = packet('<photoshop:Credit>&lt;script&gt;alert(1)&lt;/script&gt;\u0007</photoshop:Credit>');
    expect(firstSaid(said(await withSegments(xmpSegment(script.replace('\u0007', '')))).said, 'credit')).toBe(
      '<script>alert(1)</script>',
    );
    for (const bytes of [Buffer.alloc(0), Buffer.from('no picture'), Buffer.alloc(3_000, 0xff)])
      expect(said(bytes).said).toEqual([]);
  });

  it('names who signed it, where it carries Content Credentials', async () => {
    const cbor = Buffer.concat([
      Buffer.from([0x6f]),
      Buffer.from('claim_generator'),
      Buffer.from([0x78, 0x19]),
      Buffer.from('Leica M11-P/1.5 c2pa-rs/1'),
    ]);
    const box = Buffer.concat([Buffer.from('JP\0\x01\0\0\0\x01\0\0\0\x60jumb\0\0\0\x20jumdc2pa\0'), cbor]);
    expect(said(await withSegments(segment(0xeb, box))).credentials).toBe('Leica M11-P/1.5 c2pa-rs/1');
    expect(said(await plain()).credentials).toBe('');
  });
});
