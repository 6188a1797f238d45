import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decode } from './decode.ts';

const GREEK =
  'Το πλοίο έφυγε αργά. Η απόφαση του δημοτικού συμβουλίου προκάλεσε αντιδράσεις στο λιμάνι της πόλης.';
const RUSSIAN =
  'Паром ушёл поздно. Решение городского совета вызвало возражения в порту, сообщили вчера вечером.';
const JAPANESE = '島へのフェリーは強風のため遅れて出港した。港湾局が火曜日に発表した。';
const FRENCH = 'L’été est arrivé : « la traversée » coûte 12 €, dit la mairie à Orléans.';

const xml = (text: string, encoding?: string) =>
  `<?xml version="1.0"${encoding ? ` encoding="${encoding}"` : ''}?><rss><title>${text}</title></rss>`;

describe('decoding', () => {
  const declared: [string, string, string][] = [
    ['utf-8', 'utf-8', GREEK],
    ['iso-8859-7', 'iso-8859-7', GREEK],
    ['windows-1253', 'windows-1253', GREEK],
    ['win-1251', 'windows-1251', RUSSIAN],
    ['cp1251', 'windows-1251', RUSSIAN],
    ['koi8-r', 'koi8-r', RUSSIAN],
    ['ibm866', 'ibm866', RUSSIAN],
    ['Shift_JIS', 'shift_jis', JAPANESE],
    ['x-sjis', 'shift_jis', JAPANESE],
    ['EUC-JP', 'euc-jp', JAPANESE],
    ['gb2312', 'gb18030', JAPANESE],
    ['iso-8859-1', 'windows-1252', FRENCH],
    ['windows-1252', 'windows-1252', FRENCH],
  ];
  it.each(declared)('reads what declares %s', (label, encoding, text) => {
    const bytes = iconv.encode(xml(text, label), encoding);
    expect(decode(bytes)).toMatchObject({ text: xml(text, label), encoding });
    expect(decode(iconv.encode(xml(text), encoding), `text/xml; charset="${label}"`)).toMatchObject({
      text: xml(text),
      encoding,
    });
  });

  it('reads UTF-16 and UTF-32 with a mark and without', () => {
    for (const encoding of ['utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'])
      for (const addBOM of [true, false]) {
        const decoded = decode(iconv.encode(xml(GREEK), encoding, { addBOM }));
        expect(decoded.encoding).toBe(encoding);
        expect(decoded.text.replace('\ufeff', '')).toBe(xml(GREEK));
      }
  });

  it('reads the seven bits of iso-2022-jp where they are declared', () => {
    const bytes = Buffer.concat([
      Buffer.from('<?xml version="1.0" encoding="iso-2022-jp"?><a>'),
      Buffer.from([0x1b, 0x24, 0x42, 0x45, 0x67, 0x1b, 0x28, 0x42]), // 島
      Buffer.from('</a>'),
    ]);
    expect(decode(bytes).text).toContain('<a>島</a>');
  });

  it('believes valid UTF-8 before any label, and says so', () => {
    const decoded = decode(Buffer.from(xml(GREEK, 'iso-8859-7')));
    expect(decoded).toMatchObject({ encoding: 'utf-8', text: xml(GREEK, 'iso-8859-7') });
    expect(decoded.problems).toEqual(['It says that it is iso-8859-7, but is utf-8.']);
  });

  it('does not believe a label of UTF-8 that the bytes contradict', () => {
    const decoded = decode(iconv.encode(xml(RUSSIAN.repeat(5), 'utf-8'), 'windows-1251'));
    expect(decoded).toMatchObject({ encoding: 'windows-1251', text: xml(RUSSIAN.repeat(5), 'utf-8') });
    expect(
      decode(iconv.encode(xml(GREEK.repeat(5), 'utf-8'), 'iso-8859-7'), 'text/xml; charset=iso-8859-7'),
    ).toMatchObject({
      encoding: 'iso-8859-7',
    });
  });

  it('keeps UTF-8 that is cut in the middle of a letter', () => {
    const bytes = Buffer.from(xml(GREEK));
    expect(decode(bytes.subarray(0, 80))).toMatchObject({ encoding: 'utf-8' });
    expect(decode(bytes.subarray(0, 81))).toMatchObject({ encoding: 'utf-8' });
  });

  it('keeps the curly quotes and the euro of windows-1252', () => {
    const type = 'text/xml; charset=windows-1252';
    expect(decode(Buffer.from([0x93, 0x80, 0x92, 0x94, 0x20, 0xe9]), type).text).toBe('“€’” é');
  });

  it('reads with an unknown label by guessing, and never throws', () => {
    expect(decode(iconv.encode(xml(FRENCH, 'klingon-1'), 'windows-1252')).text).toContain('été');
    for (const bytes of [[], [0], [0xff], [0xff, 0xfe], [0xef, 0xbb, 0xbf], [0xfe, 0xff, 0xd8], [0x80, 0x81]])
      expect(typeof decode(Uint8Array.from(bytes)).text).toBe('string');
  });

  it.each(['utf-8', 'windows-1253', 'utf-16le', 'gb18030'])(
    'gives back the bytes of a part in %s',
    (encoding) => {
      const text = `${encoding === 'gb18030' ? JAPANESE : GREEK}<item>${encoding === 'gb18030' ? JAPANESE : GREEK}</item>.`;
      const bytes = iconv.encode(text, encoding, { addBOM: encoding === 'utf-16le' });
      const type = `text/xml; charset=${encoding}`;
      const decoded = decode(bytes, type);
      const [start, end] = [decoded.text.indexOf('<item>'), decoded.text.indexOf('</item>') + 7];
      const part = decoded.bytesOf(start, end);
      expect(part.encoding).toBe(encoding);
      expect(iconv.decode(Buffer.from(part.bytes), encoding)).toBe(decoded.text.slice(start, end));
      expect(bytes.includes(Buffer.from(part.bytes))).toBe(true);
      expect(decoded.bytesOf(0, 5).bytes.length).toBeGreaterThan(0);
    },
  );

  it.each([
    ['windows-1256', 'وصلت العبّارة إلى سكاروس مساء الخميس وقال خفر السواحل إن أحدا لم يصب'],
    ['windows-1255', 'המעבורת עלתה על שרטון ליד סקרוס ביום חמישי ואיש לא נפגע'],
    ['windows-1253', GREEK],
    ['windows-1251', RUSSIAN],
    ['koi8-r', RUSSIAN],
  ])('tells short %s under a false label from Western letters', (encoding, text) => {
    const decoded = decode(iconv.encode(xml(text, 'UTF-8'), encoding));
    expect(decoded.text).toContain(text);
    expect(decoded.problems).toEqual([
      `It does not say truly how its letters are written; read as ${decoded.encoding} by guessing.`,
    ]);
  });

  it('leaves Western letters Western', () => {
    expect(decode(iconv.encode(xml(FRENCH, 'UTF-8'), 'windows-1252')).text).toContain(FRENCH);
  });
});
