/**
 * The XMP packets of a JPEG file, each whole. A file may have several main ones (each program that saved it added its own), and
 * one that is longer than a segment stands in pieces, in any order (Adobe, XMP Specification Part 3, 1.1.3.1).
 */
const MAIN = 'http://ns.adobe.com/xap/1.0/\0';
const EXTENDED = 'http://ns.adobe.com/xmp/extension/\0';
const MOST = 2_000_000; // characters in all; a catalogue of edits is not metadata
const MOST_SEGMENTS = 500; // of a file's head

export interface XmpPackets {
  /** The main ones in the order of the file, then the long one. */
  packets: string[];
  /** There was more than is read. */
  isCut: boolean;
}

interface Piece {
  offset: number;
  bytes: Buffer;
}

export function xmpPackets(file: Buffer): XmpPackets {
  const main: string[] = [];
  const pieces = new Map<string, Piece[]>();
  for (const segment of segmentsOf(file)) {
    if (startsWith(segment, MAIN)) main.push(segment.subarray(MAIN.length).toString('utf8'));
    else if (startsWith(segment, EXTENDED)) {
      const at = EXTENDED.length;
      if (segment.length < at + 40) continue;
      const guid = segment.toString('latin1', at, at + 32);
      const piece = { offset: segment.readUInt32BE(at + 36), bytes: segment.subarray(at + 40) };
      pieces.set(guid, [...(pieces.get(guid) ?? []), piece]);
    }
  }
  // What an earlier program left behind under another GUID is nobody's any more, unless no packet names one.
  const named = [...pieces].filter(([guid]) => main.some((packet) => packet.includes(guid)));
  const long = (named.length > 0 ? named : [...pieces]).map(([, parts]) => joined(parts));
  return within([...main, ...long]);
}

function within(all: string[]): XmpPackets {
  const packets: string[] = [];
  let room = MOST;
  for (const packet of all) {
    room -= packet.length;
    if (room < 0) return { packets, isCut: true };
    packets.push(packet);
  }
  return { packets, isCut: false };
}

function joined(parts: Piece[]): string {
  const sorted = parts.toSorted((one, other) => one.offset - other.offset);
  return Buffer.concat(sorted.map(({ bytes }) => bytes)).toString('utf8');
}

const startsWith = (segment: Buffer, name: string) => segment.toString('latin1', 0, name.length) === name;

/** What stands in the APP1 segments before the picture itself. */
function* segmentsOf(file: Buffer): Generator<Buffer> {
  let at = 2;
  for (let count = 0; count < MOST_SEGMENTS && at + 4 <= file.length; count += 1) {
    if (file[at] !== 0xff) return;
    const marker = file[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1; // fill bytes, ISO/IEC 10918-1 B.1.1.2
      continue;
    }
    if (marker === 0xda || marker === 0xd9) return;
    const length = file.readUInt16BE(at + 2);
    if (marker === 0xe1) yield file.subarray(at + 4, at + 2 + length);
    at += 2 + length;
  }
}
