/**
 * Reads what a picture's file says of itself, in the process of its decoder: IIM, XMP and EXIF, and whether it is signed. Of GPS, serial numbers
 * and everything else that is not on the list nothing is kept.
 */
import exif, { type ExpandedTags } from 'exifreader';
import { credentialsIn } from './credentials.ts';
import { iimDecoder } from './iim-letters.ts';
import { readXmp } from './read-xmp.ts';
import { type FileLine, type FileWords, type SaidField, type SaidPlace, vocabularyCode } from './said.ts';
import { xmpPackets } from './xmp-packets.ts';

const LONGEST = 5_000; // characters of one line; a caption of 800 words is none
const MOST_LINES = 200;

/** `xmp` is the packet that the picture's decoder found, who also opens what a PNG has packed. Never throws: what cannot be read is said in `problems`. */
export function readSaid({ bytes, xmp: packet }: { bytes: Uint8Array; xmp?: string | undefined }): FileWords {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const problems: string[] = [];
  const tags = tagsOf(file, problems);
  const packets =
    file[0] === 0xff ? xmpPackets(file) : { packets: packet ? [packet] : rawOf(tags), isCut: false };
  if (packets.isCut) problems.push('Its XMP is longer than 2 MB; only the beginning was read.');
  const xmp = packets.packets.flatMap((packet) => linesOf(packet, problems));
  const said = [...xmp, ...iimLines(tags), ...exifLines(tags), ...pngLines(tags)]
    .map((each) => ({ ...each, value: tidy(each.field, each.value) }))
    .filter(({ value }) => value !== '');
  return { said: withoutRepeats(said).slice(0, MOST_LINES), credentials: credentialsIn(file), problems };
}

function tagsOf(file: Buffer, problems: string[]): ExpandedTags {
  try {
    return exif.load(file, { expanded: true, excludeTags: { makerNotes: true, thumbnail: true } as never });
  } catch {
    // The library throws on a file without metadata as on a broken one; a picture without words is no fault of anybody.
    problems.push('Nothing was found in the file beside the picture, or it cannot be read.');
    return {};
  }
}

function rawOf(tags: ExpandedTags): string[] {
  const raw: unknown = tags.xmp?._raw;
  return typeof raw === 'string' ? [raw] : [];
}

function linesOf(packet: string, problems: string[]): FileLine[] {
  const read = readXmp(packet);
  if (read === null) problems.push('A packet of XMP is broken and was not read.');
  return (read ?? []).map(({ field, value }) => ({ field, value, from: 'XMP' as const }));
}

/** By record and dataset: IIM 4.2, chapter 6. */
const IIM: Record<number, SaidField> = {
  632: 'caption', // 2:120
  617: 'headline', // 2:105
  592: 'creator', // 2:80
  622: 'credit', // 2:110
  627: 'source', // 2:115
  628: 'copyright', // 2:116
  552: 'instructions', // 2:40
};
const IIM_PLACE = [0x025c, 0x025a, 0x025f, 0x0265]; // 2:92 sublocation, 2:90 city, 2:95 state, 2:101 country

interface IimTag {
  id: number;
  value: unknown;
}

function iimLines({ iptc }: ExpandedTags): FileLine[] {
  const tags = Object.values((iptc ?? {}) as unknown as Record<string, IimTag | IimTag[]>).flat();
  const bytesOf = ({ value }: IimTag) => Uint8Array.from(Array.isArray(value) ? (value as number[]) : []);
  const coded = tags.find(({ id }) => id === 0x015a);
  const text = iimDecoder(
    tags.filter(({ id }) => id >= 0x0200 && id < 0x0300).map(bytesOf),
    coded ? Buffer.from(bytesOf(coded)).toString('latin1') : '',
  );
  const one = (wanted: number) => {
    const tag = tags.find(({ id }) => id === wanted);
    return tag ? text(bytesOf(tag)).replace(/\0+$/, '').trim() : '';
  };
  const said: FileLine[] = Object.entries(IIM).map(([id, field]) => {
    const all = tags.filter((tag) => tag.id === Number(id)).map((tag) => text(bytesOf(tag)).trim());
    return { field, value: all.join(', '), from: 'IIM' };
  });
  const place = IIM_PLACE.map(one).filter((part) => part !== '');
  const [day, time] = [one(0x0237), one(0x023c)]; // 2:55 CCYYMMDD, 2:60 HHMMSS±HHMM
  said.push({ field: 'place', value: place.join(', '), from: 'IIM' });
  said.push({ field: 'takenAt', value: iimDate(day, time), from: 'IIM' });
  return said;
}

function iimDate(day: string, time: string): string {
  const date = /^(\d{4})(\d\d)(\d\d)$/.exec(day);
  if (!date || date[2] === '00') return '';
  const clock = /^(\d\d)(\d\d)(\d\d)([+-]\d\d)?(\d\d)?$/.exec(time);
  const zone = clock?.[4] ? `${clock[4]}:${clock[5] ?? '00'}` : '';
  return `${date[1]}-${date[2]}-${date[3]}${clock ? `T${clock[1]}:${clock[2]}:${clock[3]}${zone}` : ''}`;
}

/** What cameras write where nobody wrote anything. */
const BY_MAKER =
  /^(olympus digital camera|sony dsc|(?:konica )?minolta digital camera|samsung.*|digital camera|dcim|default|untitled|exif_jpeg_picture|<.*>|dav|oplus_\d+|hdr.*)$/i;

function exifLines({ exif: tags }: ExpandedTags): FileLine[] {
  const line = (name: 'ImageDescription' | 'Artist' | 'Copyright'): string => {
    const words: unknown = tags?.[name]?.description;
    return typeof words === 'string' && !BY_MAKER.test(words.trim()) ? words : '';
  };
  const from: SaidPlace = 'EXIF';
  return [
    { field: 'caption', value: line('ImageDescription'), from },
    { field: 'creator', value: line('Artist'), from },
    { field: 'copyright', value: line('Copyright'), from },
    { field: 'takenAt', value: exifDate(tags), from },
  ];
}

function exifDate(tags: ExpandedTags['exif']): string {
  const [taken, zone] = [tags?.DateTimeOriginal?.description, tags?.OffsetTimeOriginal?.description];
  const found = /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)/.exec(typeof taken === 'string' ? taken : '');
  if (!found || found[1] === '0000') return '';
  const offset = typeof zone === 'string' && /^[+-]\d\d:\d\d$/.test(zone) ? zone : '';
  return `${found[1]}-${found[2]}-${found[3]}T${found[4]}${offset}`;
}

/** Keywords of PNG, 11.3.3.2. */
function pngLines(tags: ExpandedTags): FileLine[] {
  const text = (tags as { pngText?: Record<string, { description?: unknown }> }).pngText ?? {};
  const from: SaidPlace = 'PNG';
  const fields: [string, SaidField][] = [
    ['Description', 'caption'],
    ['Author', 'creator'],
    ['Copyright', 'copyright'],
    ['Title', 'headline'],
  ];
  return fields.map(([name, field]) => ({ field, value: String(text[name]?.description ?? ''), from }));
}

function tidy(field: SaidField, value: string): string {
  const plain = value
    .replace(/\0/g, '')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0001-\u0008\u000b-\u001f\u007f]/g, ' ')
    .replace(/[ \t]+/g, ' ')
    .trim()
    .slice(0, LONGEST);
  return field === 'sourceType' || field === 'dataMining' ? vocabularyCode(plain) : plain;
}

/** The same line in two places is said once, from where it is believed first. */
function withoutRepeats(said: FileLine[]): FileLine[] {
  const seen = new Set<string>();
  return said.filter(({ field, value }) => {
    const key = `${field} ${value}`;
    return !seen.has(key) && seen.add(key);
  });
}
