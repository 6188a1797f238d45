/**
 * UTF-8 that was read in another encoding, and how it is read rightly. Each run of signs is turned back into the bytes that
 * it would have been; where they make letters that people write, it was misread. A sign pair that copy may also hold by
 * itself (a capital before a closing quotation mark) counts only within a word or beside another.
 */

import { textReader } from '../kit/western-letters.ts';

export interface Misread {
  start: number;
  end: number;
  /** What it was; null where the bytes are lost. */
  mended: string | null;
}

/** An encoding in which UTF-8 is read by mistake. */
interface Encoding {
  label: string;
  /** The byte of each sign, as a sign of Latin-1. */
  bytes: ReadonlyMap<string, string>;
  /** A first look: a lead's sign beside another byte's. */
  suspect: RegExp;
}

const LEAD = '\\xc2-\\xf4';
const TAIL = '[\\x80-\\xbf]';
/** Letters of UTF-8 as bytes, a run of them. */
const utf8Run = new RegExp(`(?:[\\xc2-\\xdf]${TAIL}|[\\xe0-\\xef]${TAIL}{2}|[\\xf0-\\xf4]${TAIL}{3})+`, 'g');
/** Signs that UTF-8 needs three bytes for, and that news is written with. */
const signs = '\\u2010-\\u203a\\u20ac\\u2116\\u2122\\u2212\\ufeff\\ufffd';
const letters = '\\u00a0-\\u017f\\u0218-\\u021b\\u0370-\\u03ff\\u0400-\\u04ff\\u05d0-\\u05ea\\u0600-\\u06ff';
const near = new RegExp(`^[${letters}${signs}]+$`, 'u');
/** What Western programs make of it may have been anything: pictures, and other scripts where there is a run of them. */
const wide = new RegExp(
  `^(?:[${letters}${signs}\\u2190-\\u22ff\\u25a0-\\u27bf\\ufe0f\\u200b-\\u200f\\u{1f300}-\\u{1faff}]|[\\u1e00-\\u1fff]{2,}|[\\u0900-\\u0dff\\u0e00-\\u0e7f\\u3000-\\u30ff\\u4e00-\\u9fff\\uac00-\\ud7af]{3,})+$`,
  'u',
);
const MOST_TURNS = 3; // a text was read wrongly so many times, and no more

const encodings: readonly Encoding[] = [
  'macintosh',
  'windows-1252',
  'windows-1251',
  'windows-1253',
  'windows-1256',
].map(encodingOf);

function encodingOf(label: string): Encoding {
  const high = Uint8Array.from({ length: 128 }, (_none, at) => 0x80 + at);
  const bytes = new Map([...textReader(label).decode(high)].map((sign, at) => [sign, latin1(0x80 + at)]));
  // A byte that has no letter comes through as a control sign; and all of them where it was read as Latin-1.
  for (let byte = 0x80; byte < 0xa0; byte += 1)
    if (label === 'windows-1252' || ![...bytes.values()].includes(latin1(byte)))
      bytes.set(latin1(byte), latin1(byte));
  bytes.delete('\ufffd');
  const set = (wanted: RegExp) =>
    [...bytes].map(([sign, byte]) => (wanted.test(byte) ? `\\u${hex(sign)}` : '')).join('');
  const suspect = new RegExp(`[${set(new RegExp(`[${LEAD}]`))}][${set(new RegExp(TAIL))}]`);
  return { label, bytes, suspect };
}

function latin1(byte: number): string {
  return String.fromCharCode(byte);
}

function hex(sign: string): string {
  return sign.charCodeAt(0).toString(16).padStart(4, '0');
}

/** Every run of a text that was misread, in order; linear in the text. */
export function findMisread(text: string): Misread[] {
  const { plain, places } = composed(text);
  const found: Misread[] = [];
  for (const encoding of encodings) {
    if (!encoding.suspect.test(plain)) continue;
    for (const { index, 0: run } of asBytes(plain, encoding).matchAll(utf8Run)) {
      const end = index + run.length;
      const read = utf8Of(run);
      if (read === null || !isMeant(plain, { start: index, end, read }, encoding)) continue;
      const span = { start: places[index] ?? index, end: places[end] ?? end };
      if (found.every((other) => other.end <= span.start || other.start >= span.end))
        found.push({ ...span, mended: again(read) });
    }
  }
  return found.sort((one, other) => one.start - other.start);
}

const LIKE_A_MARK = /[‘’“”„‚«»‹›•–—…\u00a0·\u00ad‰†‡]/u;

/** Whether the signs can be nothing else. */
function isMeant(
  plain: string,
  { start, end, read }: { start: number; end: number; read: string },
  { label }: Encoding,
): boolean {
  if (!(label === 'windows-1252' ? wide : near).test(read)) return false;
  const signs = plain.slice(start, end);
  if (label === 'macintosh') return /^(?:√.|‚Ä.)+$/u.test(signs);
  const count = [...read].length;
  if (signs.length > 2 * count) return true; // three bytes for a letter: no language writes such a row
  if (count >= 2 && (label === 'windows-1252' || !isCapitals(plain, start, end))) return true;
  const before = plain[start - 1] ?? ' ';
  const after = plain[end] ?? ' ';
  const sign = signs.slice(1);
  const isFollowed = /\p{L}/u.test(after);
  if (/^Ã[«»]$/.test(signs) && /\p{Lu}/u.test(before) && !/\p{Ll}/u.test(after)) return false; // «IRMÃ»
  if (label !== 'windows-1252' && /[’‘“”–—،؛؟]/u.test(sign)) return false; // П’ята
  if (
    label === 'windows-1252' &&
    /^[ÂÃ]/u.test(signs) &&
    (!LIKE_A_MARK.test(sign) || /[«»\u00a0]/u.test(sign))
  )
    return true;
  if (LIKE_A_MARK.test(sign)) return isFollowed && (/\p{Ll}/u.test(before) || /\p{Ll}/u.test(after));
  if (label === 'windows-1252') return true;
  // A sign of money or science within a word, or a capital between small letters.
  return (
    (/\p{L}/u.test(before) || isFollowed) && (!/\p{L}/u.test(sign) || (/\p{Ll}/u.test(before) && isFollowed))
  );
}

/** A word in capitals: ΞΈΝΟΣ, РІСІ. */
function isCapitals(plain: string, start: number, end: number): boolean {
  return !/[^\p{Lu}\s]/u.test(plain.slice(start, end)) && !/\p{Ll}/u.test(`${plain[start - 1]}${plain[end]}`);
}

/** As one sign a letter, where a program parted an accent from its letter; with where each stood. */
function composed(text: string): { plain: string; places: number[] } {
  if (!/[A-Za-zΑ-ω][\u0300-\u0308]/u.test(text)) return { plain: text, places: [] };
  const places: number[] = [];
  let plain = '';
  for (const { index, 0: cluster } of text.matchAll(/[\s\S][\u0300-\u036f]*/gu)) {
    const one = cluster.normalize('NFC');
    for (let unit = 0; unit < one.length; unit += 1) places.push(index + Math.min(unit, cluster.length - 1));
    plain += one;
  }
  places.push(text.length);
  return { plain, places };
}

/** Once more, where what comes out was misread itself. */
function again(read: string): string {
  let out = read;
  for (let turn = 1; turn < MOST_TURNS; turn += 1) {
    const western = encodings.find(({ label }) => label === 'windows-1252');
    const next = western && /[\u0080-\uffff]/u.test(out) ? utf8Of(asBytes(out, western)) : null;
    if (next === null || next === out) return out;
    out = next;
  }
  return out;
}

/** Each unit as the byte that it is in an encoding; what is no byte of it as U+FFFF, so that places stay. */
function asBytes(text: string, { bytes }: Encoding): string {
  return text.replace(/[^\0-\x7f]/g, (unit) => bytes.get(unit) ?? '\uffff');
}

/** Null where the bytes are no UTF-8. */
function utf8Of(bytes: string): string | null {
  if (/[^\0-\xff]/.test(bytes)) return null;
  try {
    const list = Uint8Array.from(bytes, (sign) => sign.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true }).decode(list);
  } catch {
    return null; // no letters: it was not misread so
  }
}
