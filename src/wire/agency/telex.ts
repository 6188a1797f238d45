/**
 * Copy in the formats of the teleprinter, which wires still send: IPTC 7901 and ANPA 1312. Control characters say where
 * head, text and end are; where a transport has lost them, the lines' own habits do. Several messages may follow each other.
 */
// biome-ignore-all lint/suspicious/noControlCharactersInRegex: they are what is looked for

import { datelineIn } from '../../kit/agency-lines.ts';
import { keep, noFacts } from '../parse/facts.ts';
import { nothingRead, type ParsedFeed, type ParsedItem } from '../parse/feed.ts';
import { readAnpa } from './anpa.ts';
import { endDate } from './telex-dates.ts';
import { cutOf, itemOf, type Message, splitLines, telexCopy } from './telex-text.ts';

const SOH = '\u0001'; // start of head
const STX = '\u0002'; // start of text
const ETX = '\u0003'; // end of text

const MOST_ITEMS = 1_000; // messages of one file

/** `eca0124 3 i 93 dpa 1888`: service and number, priority, category, words, the rest. */
const HEAD_7901 = /^[^\S\n]*([a-z]{2,4})(\d{3,6})\s+(\d)\s+([a-z]{1,3})\s+(\d{1,6})\b[^\S\n]*([^\n]*)/i;
/** The line after service and number: `r z BC-BKN--Heat-Hawks 1stLd-Writethru 02-20 0500`. */
const HEAD_ANPA =
  /^[^\S\n]*([a-z])\s+([a-z])\s*[\u0011-\u0014\u001e\u001f]*\s*(\S[^\n]*?)\s+(\d\d-\d\d)\s+(\d{2,5})\s*$/im;

/** True if this is a teleprinter’s message, by its head. */
export function isTelex(text: string): boolean {
  const head = text
    .slice(0, 600)
    .replace(/^[\s\u0000\u007f\u0016]+/, '')
    .replace(/^\u0001/, '');
  const first = head.replace(/^\s+/, '');
  if (/^[<{[]/.test(first)) return false;
  return HEAD_7901.test(first) || (HEAD_ANPA.test(first) && /^[^\n]{0,40}\n/.test(first));
}

export function readTelex(text: string, encoding: string): ParsedFeed {
  const plain = text.replace(/\r\n?/g, '\n');
  const messages = messagesOf(plain).slice(0, MOST_ITEMS);
  const read = messages.map(readMessage).filter((one) => one !== null);
  const items = read.map(({ item }) => item);
  const [first] = items;
  const problems = items.some((item) => item.html === '') ? ['A message of it has no text.'] : [];
  const isCut = plain.includes(STX) && !plain.includes(ETX);
  if (isCut) problems.push('It is cut off before the end of its text; what is there was read.');
  return {
    ...nothingRead(read[0]?.format ?? 'unknown', encoding, problems),
    title: first?.facts?.provider ?? '',
    salvaged: isCut,
    items,
  };
}

/** Cut at each head; without marks the whole file is one. */
function messagesOf(text: string): Message[] {
  const starts: number[] = [];
  for (let at = text.indexOf(SOH); at !== -1 && starts.length <= MOST_ITEMS; at = text.indexOf(SOH, at + 1))
    starts.push(at);
  if (starts.length === 0) return [{ text, start: 0 }];
  const isLate = text.slice(0, starts[0]).trim().length > 200;
  const from = isLate ? [0, ...starts] : starts;
  return from.map((start, index) => ({ text: text.slice(start, from[index + 1] ?? text.length), start }));
}

function readMessage(message: Message): { format: 'iptc7901' | 'anpa'; item: ParsedItem } | null {
  const body = message.text.replace(/^[\s\u0000-\u0001\u007f\u0016]+/, '');
  const anpa = HEAD_ANPA.exec(body.slice(0, 600));
  const iptc = HEAD_7901.exec(body.slice(0, 600));
  if (iptc) return { format: 'iptc7901', item: read7901(body, iptc, message) };
  return anpa ? { format: 'anpa', item: readAnpa(body, anpa, message) } : null;
}

function read7901(body: string, head: RegExpExecArray, message: Message): ParsedItem {
  const [whole, service = '', number = '', urgency = '', category = '', , rest = ''] = head;
  const cut = cutOf(body, whole.length);
  const facts = noFacts();
  const { lines, copy, tail } = partsOf(cut.head, cut.text);
  const { headline, byline, marks } = headOf(lines.lines);
  const { dateline, html, note } = telexCopy(copy);
  facts.slugline = lines.slug;
  facts.byline = byline;
  facts.dateline = dateline;
  facts.signal = marks.join(' ');
  facts.provider = /\b([A-Za-z][\w-]{1,11})\b/.exec(rest)?.[1] ?? '';
  facts.subjects = category ? [{ name: '', code: category, uri: null }] : [];
  facts.note = note;
  facts.version = marks.find((mark) => /\b(?:LEAD|LD)\b/i.test(mark)) ?? '';
  keep(facts, 'head', whole);
  keep(facts, 'end', tail);
  const published = endDate(cut.end) ?? endDate(copy.slice(-200));
  return itemOf({
    facts,
    headline,
    html,
    published,
    id: `${service}${number}`,
    urgency: Number(urgency),
    message,
  });
}

/** What stands before the text: the slug, then lines that end with the sign `=`. */
function partsOf(
  head: string,
  text: string,
): { lines: { slug: string; lines: string[] }; copy: string; tail: string } {
  const before = splitLines(head);
  const all = text.split('\n');
  const equals = all.findIndex((line, index) => index < 12 && /=\s*$/.test(line));
  const blank = all.findIndex(
    (line, index) => index > 0 && line.trim() === '' && all.slice(0, index).some((one) => one.trim() !== ''),
  );
  // A first paragraph with a dateline is copy: this message has no headline.
  const isCopy = equals === -1 && datelineIn(all.slice(0, blank).join(' ').trim()) !== null;
  const end = equals !== -1 ? equals : isCopy ? -1 : blank;
  const lines = all
    .slice(0, end + 1)
    .map((line) => line.replace(/=\s*$/, '').trim())
    .filter(Boolean);
  const hasSlug = before.length === 0 && lines.length > 1 && /\/\s*$/.test(lines[0] ?? '');
  const slug = (hasSlug ? lines.shift() : before[0]) ?? '';
  return {
    lines: { slug: slug.replace(/^\/|\/$/g, ''), lines },
    copy: all.slice(end + 1).join('\n'),
    tail: before.slice(1).join(' '),
  };
}

/** Words that stand in lines of their own above a headline and say what has become of the copy. */
const MARK =
  /^(?:\(?(?:EXTRA|REFILE|URGENT|FLASH|ALERT|BULLETIN|ADVISORY|CORRECTION|CORRECTED|UPDATE\s?\d*|UPDATED|KILL|ELIMINATION|EMBARGO(?:ED)?|PREVIEW|FEATURE|ROUNDUP|NEWS ?ANALYSIS|WRAP-?UP|SUMMARY|(?:\d+(?:ST|ND|RD|TH)\s+)?(?:LEAD|LD|NET|TAKE|UPDATE|WRITETHRU)|ZUSAMMENFASSUNG|EIL|BERICHTIGUNG|KORREKTUR)\b[^a-z]*)$/;

function headOf(lines: string[]): { headline: string; byline: string; marks: string[] } {
  const marks: string[] = [];
  const rest = [...lines];
  while (rest[0] !== undefined && MARK.test(rest[0]) && rest.length > 1) marks.push(rest.shift() ?? '');
  const bylines = rest.filter((line, index) => index > 0 && BYLINE.test(line));
  const headline = rest.filter((line) => !bylines.includes(line)).join(' ');
  return { headline, byline: bylines.join(' / '), marks };
}

const BYLINE = /^(?:by|par|von|por|di|da|от|автор)\s+\p{Lu}/iu;
