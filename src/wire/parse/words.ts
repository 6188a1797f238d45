/** Text of a field as people wrote it: entities resolved, stray markup dropped, doubly encoded letters repaired. */
import { decodeHTML } from 'entities';
import iconv from 'iconv-lite';
import { cleanLetters, withoutControls } from '../../kit/letters.ts';
import { htmlToText } from '../../kit/safe-html.ts';

/** Markup that titles are found to carry. Anything else between angle brackets may be meant. These part words, */
const PARTING =
  /<!doctype[^<>]*>|<\/?(?:applet|audio|body|br|button|center|dd|div|dl|dt|embed|form|frame|frameset|h[1-6]|head|hr|html|iframe|input|li|link|meta|noscript|object|ol|p|param|pre|script|style|svg|table|t[dhr]|title|ul|video)(?:\s[^<>]*)?\/?>/gis;
/** these do not, */
const INLINE =
  /<!--.*?(?:-->|$)|<\/?(?:a|abbr|acronym|b|bdi|bdo|big|blink|cite|code|em|font|i|kbd|label|mark|nobr|o:p|small|span|strong|time|tt|u|var|wbr)(?:\s[^<>]*)?\/?>/gis;
/** and these say something that bare words would not: they go the way of a body. */
const TELLING = /<\/?(?:del|img|ins|q|r[bpt]|ruby|s|strike|sub|sup)(?:\s[^<>]*)?\/?>/gi;
/** Hidden: what stands in these is not for people. */
const HIDDEN =
  /<(\w+)\b(?=[^<>]*\s(?:hidden\b|style\s*=\s*["'][^"'<>]*display\s*:\s*none))[^<>]*>[^<>]*<\/\1\s*>/gi;
/** What stands in these is for machines. */
const MACHINES = /<(script|style)\b[^<>]*>.*?<\/\1\s*>/gis;

/** A link that is raised: the mark of a note, or a number that leads to one. */
const RAISED_LINK = /<sup(?:\s[^<>]*)?>\s*<a\s/i;

/** One line of plain text from a field that may hold HTML; `language` is for the marks of `q`. */
export function plainLine(text: string, language: string | null = null): string {
  let line = text.replaceAll('<![CDATA[', '').replaceAll(']]>', '');
  if (RAISED_LINK.test(line)) return tidyLine(repaired(htmlToText(line, language)));
  if (line.includes('<'))
    line = line.replace(MACHINES, ' ').replace(HIDDEN, '').replace(PARTING, ' ').replace(INLINE, '');
  if (line.includes('<') && line.search(TELLING) !== -1) line = asBody(line, language);
  else if (line.includes('&')) line = decodeHTML(line);
  return tidyLine(repaired(line));
}

/** Read as a body is, where raised figures, quotation marks and struck-out words have their rules; other brackets stay. */
function asBody(line: string, language: string | null): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { 0: tag, index } of line.matchAll(TELLING)) {
    pieces.push(line.slice(from, index).replaceAll('<', '&lt;'), tag);
    from = index + tag.length;
  }
  return htmlToText([...pieces, line.slice(from).replaceAll('<', '&lt;')].join(''), language);
}

/** HTML without any paragraphs of its own: an empty line in it ends one, as it does in plain text. */
export function withParagraphs(html: string): string {
  if (!html.includes('\n') && !html.includes('\r')) return html;
  return BLOCKS.test(html)
    ? html
    : html
        .replace(/\r\n?/g, '\n')
        .split(/\n[^\S\n]*\n/)
        .join('<br><br>');
}

const BLOCKS =
  /<(?:address|article|aside|blockquote|br|center|dd|div|dl|dt|figure|footer|h[1-6]|header|hr|li|main|ol|p|pre|section|table|td|textarea|tr|ul)\b/i;

/** One line of a field that is plain text by its type: what looks like markup in it is meant as it stands. */
export function tidyLine(text: string): string {
  const line = cleanLetters(withoutControls(text));
  return /\s\s|[\t\r\n\u00a0]|^ | $/.test(line) ? line.replace(/[\s\u00a0]+/g, ' ').trim() : line;
}

/** What the second byte of a letter becomes in windows-1252; and those of it that also stand after a letter by right. */
const TAIL = '\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u2122';
const WEAK = '\u00a0\u00ab\u00b0\u00b4\u00b7\u00bb\u2013\u2014\u2018\u2019\u201c-\u201e\u2026';
/** `Ã©`, `Â»`, `â€™`: never meant so. */
const CERTAIN = new RegExp(`[\u00c2\u00c3][${TAIL}]|\u00e2[\u20ac\u201a\u201e]`);
/** The beginnings of other letters, as in `ÎµÎ»`: believed in pairs, since `CAFÉ™` is meant. */
const LIKELY = new RegExp(`[\u00c4-\u00f4][${WEAK}]{0,2}(?![${WEAK}])[${TAIL}]`, 'g');

/**
 * Text that was UTF-8, taken for windows-1252 or latin-1 and written as UTF-8 again. Repaired only if it shows signs of
 * that which nobody means, every letter of it goes back, and the result is valid.
 */
export function repaired(text: string): string {
  if (!CERTAIN.test(text) && (text.match(LIKELY)?.length ?? 0) < 2) return withoutC1(text);
  const bytes = Buffer.alloc(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const byte = code < 0x100 ? code : toWindows1252(text[at] ?? '');
    if (byte === null) return withoutC1(text);
    bytes[at] = byte;
  }
  const once = bytes.toString('utf8');
  return once.includes('\ufffd') ? withoutC1(text) : once;
}

function toWindows1252(letter: string): number | null {
  const [byte] = iconv.encode(letter, 'windows-1252');
  return byte === undefined || byte < 0x80 ? null : byte; // what it lacks becomes a question mark
}

/** `&#150;` and its like mean the sign of windows-1252, as browsers read them. */
function withoutC1(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (sign) =>
    iconv.decode(Buffer.from([sign.charCodeAt(0)]), 'windows-1252').replace(/[\u0080-\u009f]/, ''),
  );
}

/** Halves of letters beyond the first plane, without the other half. */
const HALVES = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Every text in an item of ours without what XML and PostgreSQL do not bear: control characters, halves of letters. */
export function withoutControlsIn<T>(value: T): T {
  if (typeof value === 'string') return withoutControls(value).replace(HALVES, '\ufffd') as T;
  if (Array.isArray(value)) return value.map(withoutControlsIn) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, withoutControlsIn(inner)]),
  ) as T;
}
