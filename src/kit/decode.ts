/**
 * Bytes of a wire into text, whatever they say of themselves. The ladder: byte order mark; iso-2022-jp if declared
 * (it is ASCII to every other test); valid UTF-8; what HTTP says; what the XML declaration says; a guess; windows-1252.
 */
import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { guessEncoding } from './guess-encoding.ts';

export interface DecodedText {
  text: string;
  /** The encoding used, by its usual label in lower case. */
  encoding: string;
  problems: string[];
  /** The bytes that came for a part of the text. Parts must be asked for from the beginning to the end. */
  bytesOf(start: number, end: number): { bytes: Uint8Array; encoding: string };
}

/** Labels that neither Node nor iconv-lite knows, or that mean something else on the web. */
const ALIASES: Record<string, string> = {
  utf8: 'utf-8',
  unicode: 'utf-16le',
  'us-ascii': 'windows-1252',
  ascii: 'windows-1252',
  ansi: 'windows-1252',
  latin1: 'windows-1252',
  'latin-1': 'windows-1252',
  'iso-8859-1': 'windows-1252', // as browsers do: nobody means the control characters
  'iso8859-1': 'windows-1252',
  'iso_8859-1': 'windows-1252',
  '8859-1': 'windows-1252',
  'iso-8859-9': 'windows-1254',
  'iso-8859-11': 'windows-874',
  'tis-620': 'windows-874',
  gb2312: 'gb18030',
  'gb_2312-80': 'gb18030',
  gbk: 'gb18030',
  'x-gbk': 'gb18030',
  cp936: 'gb18030',
  big5: 'big5-hkscs',
  'x-sjis': 'shift_jis',
  'shift-jis': 'shift_jis',
  sjis: 'shift_jis',
  'windows-31j': 'shift_jis',
  'x-euc-jp': 'euc-jp',
  ks_c_5601: 'euc-kr',
  'ks_c_5601-1987': 'euc-kr',
  'x-mac-roman': 'macintosh',
  mac: 'macintosh',
  'koi8-ru': 'koi8-u',
  dos: 'ibm437',
};

const HEAD = 1_024; // bytes in which a declaration must stand
const FEW = 0.02; // broken characters among the multi-byte ones up to which text still is UTF-8

/** Decodes what came; `contentType` is the header of the answer, if there was one. */
export function decode(bytes: Uint8Array, contentType?: string | null): DecodedText {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const marked = byMark(buffer) ?? byShape(buffer);
  if (marked) return decodedAs(buffer, marked);
  const head = buffer.subarray(0, HEAD).toString('latin1');
  const said = labelOf(/charset\s*=\s*["']?([^"';,\s]+)/i.exec(contentType ?? '')?.[1]);
  const declared = labelOf(/<\?xml[^>]*?encoding\s*=\s*["']?([\w.:-]+)/i.exec(head)?.[1]);
  for (const label of [said, declared])
    if (label && /^(iso-2022|hz-gb|utf-7)/.test(label)) return decodedAs(buffer, label);
  if (isUtf8(buffer)) return decodedAs(buffer, 'utf-8', contradiction('utf-8', said ?? declared, buffer));
  const broken = nearlyUtf8(buffer);
  if (broken !== null) return brokenUtf8(broken);
  for (const label of [said, declared])
    if (label && label !== 'utf-8' && !label.startsWith('utf-16') && isKnown(label))
      return decodedAs(buffer, label);
  const guess = labelOf(guessEncoding(buffer));
  const label = guess && guess !== 'utf-8' && isKnown(guess) ? guess : 'windows-1252';
  return decodedAs(buffer, label, [
    `It does not say truly how its letters are written; read as ${label} by guessing.`,
  ]);
}

function labelOf(said: string | null | undefined): string | null {
  if (!said) return null;
  const label = said.trim().toLowerCase();
  const windows = /^(?:windows|win|cp|x-cp|x-windows)[-_]?(125\d|874)$/.exec(label);
  if (windows) return `windows-${windows[1]}`;
  const iso = /^(?:iso[-_ ]?)?8859[-_](\d{1,2})(?:[-:].*)?$/.exec(label);
  const plain = iso ? `iso-8859-${iso[1]}` : label;
  return ALIASES[plain] ?? plain;
}

/** UTF-16 and UTF-32 carry a mark, and UTF-8 sometimes. */
function byMark(buffer: Buffer): string | null {
  const [a, b, c, d] = buffer;
  if (a === 0xef && b === 0xbb && c === 0xbf) return isUtf8(buffer) ? 'utf-8' : null;
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'utf-32le' : 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return a === 0 && b === 0 && c === 0xfe && d === 0xff ? 'utf-32be' : null;
}

/** Without a mark, the zeros around the first sign give them away. */
function byShape(buffer: Buffer): string | null {
  const [a, b, c, d] = buffer;
  if (a && !b && c && !d) return 'utf-16le';
  if (!a && b && !c && d) return 'utf-16be';
  if (a && !b && !c && !d && buffer.length > 4) return 'utf-32le';
  return !a && !b && !c && d ? 'utf-32be' : null;
}

function isKnown(label: string): boolean {
  if (iconv.encodingExists(label)) return true;
  try {
    return new TextDecoder(label) !== null;
  } catch {
    return false; // the constructor's only way to say that it does not know a label
  }
}

function contradiction(used: string, said: string | null, buffer: Buffer): string[] {
  if (!said || said === used || said === 'windows-1252' || isAscii(buffer)) return [];
  return [`It says that it is ${said}, but is ${used}.`];
}

function isAscii(buffer: Buffer): boolean {
  return buffer.every((byte) => byte < 0x80);
}

/** UTF-8 with a broken character here and there, or cut in the middle of one; null if it is rather something else. */
function nearlyUtf8(buffer: Buffer): string | null {
  const text = buffer.toString('utf8');
  let broken = 0;
  let multi = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0xfffd) broken += 1;
    else if (code >= 0x80) multi += 1;
  }
  const isCut = broken <= 3 && text.slice(-3).includes('\ufffd') && !text.slice(0, -3).includes('\ufffd');
  return isCut || (multi > 20 && broken <= multi * FEW) ? text : null;
}

function brokenUtf8(text: string): DecodedText {
  return {
    text,
    encoding: 'utf-8',
    problems: ['Some of its letters are broken.'],
    bytesOf: (start, end) => ({ bytes: Buffer.from(text.slice(start, end)), encoding: 'utf-8' }),
  };
}

function decodedAs(buffer: Buffer, encoding: string, problems: string[] = []): DecodedText {
  if (encoding === 'utf-8') {
    const text = buffer.toString('utf8');
    return {
      text,
      encoding,
      problems,
      bytesOf: slicer(buffer, text, encoding, (part) => Buffer.byteLength(part)),
    };
  }
  if (!isKnown(encoding))
    return decodedAs(buffer, 'windows-1252', [`Nobody knows the encoding “${encoding}”.`]);
  // windows-1252 must go through iconv-lite: Node 20's own decoder loses the curly quotes.
  const text = iconv.encodingExists(encoding)
    ? iconv.decode(buffer, encoding, { stripBOM: false })
    : new TextDecoder(encoding).decode(buffer);
  return {
    text,
    encoding,
    problems,
    bytesOf: slicer(buffer, text, encoding, widthOf(buffer, text, encoding)),
  };
}

type Width = (part: string) => number;

/** How many bytes a part of the text came in; null where that cannot be told for sure. */
function widthOf(buffer: Buffer, text: string, encoding: string): Width | null {
  if (text.length === buffer.length) return (part) => part.length;
  if (encoding.startsWith('utf-16')) return (part) => part.length * 2;
  if (!iconv.encodingExists(encoding)) return null;
  const isFaithful = iconv.encode(text, encoding).equals(buffer);
  return isFaithful ? (part) => iconv.encode(part, encoding).length : null;
}

function slicer(buffer: Buffer, text: string, encoding: string, width: Width | null): DecodedText['bytesOf'] {
  if (!width) return (start, end) => ({ bytes: Buffer.from(text.slice(start, end)), encoding: 'utf-8' });
  let chars = 0;
  let bytes = 0;
  return (start, end) => {
    if (start < chars) {
      chars = 0;
      bytes = 0;
    }
    const from = bytes + width(text.slice(chars, start));
    const to = from + width(text.slice(start, end));
    chars = end;
    bytes = to;
    return { bytes: buffer.subarray(from, to), encoding };
  };
}
