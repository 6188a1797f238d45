/** What all teleprinters' messages share: marks around the text, a dateline, lines broken at a fixed width. */
// biome-ignore-all lint/suspicious/noControlCharactersInRegex: they are what is looked for
import { withoutControls } from '../../kit/body-blocks.ts';
import { escapeText } from '../../kit/safe-html.ts';
import { factNames, type ItemFacts } from '../parse/facts.ts';
import type { ParsedItem } from '../parse/feed.ts';

const STX = '\u0002'; // start of text
const ETX = '\u0003'; // end of text
const EOT = '\u0004'; // end of message

export interface Message {
  text: string;
  start: number;
}

export interface Cut {
  head: string;
  text: string;
  end: string;
}

/** Head, text and what stands after it. Without marks the text begins after the head's line. */
export function cutOf(body: string, headEnd: number): Cut {
  const open = body.indexOf(STX);
  const from = open === -1 ? headEnd : open + 1;
  const close = body.indexOf(ETX, from);
  const stop = body.indexOf(EOT, from);
  const to = close !== -1 ? close : stop !== -1 ? stop : body.length;
  return {
    head: body.slice(headEnd, open === -1 ? headEnd : open),
    text: body.slice(from, to),
    end: body.slice(to),
  };
}

export function splitLines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => withoutControls(line).trim())
    .filter(Boolean);
}

/** Where from and whose, before the first sentence: `Geneva (dpa) - `, `SAITAMA, Japan, Dec. 9 Kyodo - `, `ATLANTA (AP) _ `. */
const DATELINE =
  /^([\p{Lu}][\p{L}\p{M}.'’ /-]{1,60}(?:, [\p{L}\p{M}0-9. ]{2,40}){0,3}\s*(?:\([^()\n]{2,40}\)|[\p{Lu}][\p{L}]{1,12})?)\s*(?:[-–—_]{1,2})\s+(?=\S)/u;

export function telexCopy(copy: string): { dateline: string; html: string; note: string } {
  const cut = copy.search(
    /\n[^\S\n]*(?:\* ){3,}\*?|\n[^\S\n]*#{1,2}\s*(?:Notebook|Redaktionelle|Editorial|Note to)/i,
  );
  const note = cut === -1 ? '' : copy.slice(cut);
  const paragraphs = telexParagraphs(cut === -1 ? copy : copy.slice(0, cut));
  const dateline = datelineOf(paragraphs);
  const words = splitLines(note).join(' ').replace(/[#*]+/g, ' ').replace(/\s+/g, ' ').trim();
  return { dateline, html: htmlOf(paragraphs), note: words };
}

function datelineOf(paragraphs: string[]): string {
  const found =
    DATELINE.exec(paragraphs[0] ?? '')?.[1] ??
    /^(\p{Lu}[\p{L} ,.'-]{1,40}\([^()]{2,30}\))\s+\p{Lu}/u.exec(paragraphs[0] ?? '')?.[1];
  return found?.trim() ?? '';
}

/** Lines are broken at a teleprinter's width; an empty line, or one set in from the left, begins a paragraph. */
function telexParagraphs(text: string): string[] {
  const paragraphs: string[][] = [[]];
  const hasBlank = /\n[^\S\n]*\n/.test(text.trim());
  for (const raw of text.split('\n')) {
    const line = withoutControls(raw.replace(/\u001f/g, ' '));
    const isBreak = line.trim() === '' || (!(hasBlank && !/^\t/.test(line)) && /^(?:\t|\s{3,})\S/.test(line));
    if (isBreak) paragraphs.push([]);
    if (line.trim() !== '') paragraphs.at(-1)?.push(line.trim());
  }
  return paragraphs.map((lines) => lines.join(' ').replace(/\s+/g, ' ').trim()).filter(Boolean);
}

function htmlOf(paragraphs: string[]): string {
  return paragraphs.map((paragraph) => `<p>${escapeText(paragraph)}</p>`).join('');
}

interface Made {
  facts: ItemFacts;
  headline: string;
  html: string;
  published: number | null;
  id: string | null;
  urgency: number | null;
  message: Message;
}

export function itemOf({ facts, headline, html, published, id, urgency, message }: Made): ParsedItem {
  const isKilled = /\bkill|elimination\b/i.test(facts.signal);
  return {
    id,
    link: null,
    title: headline,
    published,
    updated: published,
    authors: authorsIn(facts.byline.split(' / ')),
    language: null,
    html,
    summary: '',
    base: null,
    categories: facts.subjects.map((one) => one.code),
    media: [],
    rights: '',
    hops: [],
    status: isKilled ? 'canceled' : /withhold/i.test(facts.signal) ? 'withheld' : 'usable',
    embargo: null,
    urgency: urgency !== null && urgency >= 1 && urgency <= 9 ? urgency : null,
    slice: { start: message.start, end: message.start + message.text.length },
    facts,
  };
}

/** The lines that say who wrote it; what stands under them is what they work for. */
function authorsIn(lines: string[]): string[] {
  const by = lines.filter((line) => /^by\s/i.test(line));
  return [...new Set((by.length > 0 ? by : lines.slice(0, 1)).flatMap(factNames))];
}
