/**
 * The letters of IIM, which most programs write without saying in which character set (1:90 Coded Character Set, IIM 4.2): UTF-8
 * where the bytes are that, else what all lines together look like, else the Latin of Windows.
 */
import { isUtf8 } from 'node:buffer';
import chardet from 'chardet';
import iconv from 'iconv-lite';

const UTF8 = '\x1b%G'; // ISO 2022's announcement of UTF-8
const ENOUGH = 12; // bytes above ASCII under which a guess is none

/** `coded` is the value of 1:90, as it stands. */
export function iimDecoder(lines: Uint8Array[], coded: string): (bytes: Uint8Array) => string {
  const all = Buffer.concat(lines);
  if (coded.includes(UTF8) || isUtf8(all)) return (bytes) => Buffer.from(bytes).toString('utf8');
  const encoding = guessed(all);
  return (bytes) => iconv.decode(Buffer.from(bytes), encoding);
}

function guessed(all: Buffer): string {
  const high = all.filter((byte) => byte > 0x7f).length;
  if (high < ENOUGH) return 'windows-1252';
  const found = (chardet.detect(all) ?? 'windows-1252').toLowerCase();
  if (/^(iso-8859-1|ascii|utf-8|utf-16.*|utf-32.*)$/.test(found) || !iconv.encodingExists(found))
    return 'windows-1252';
  return found.replace(/^iso-8859-7$/, 'windows-1253').replace(/^iso-8859-9$/, 'windows-1254');
}
