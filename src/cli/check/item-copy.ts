/**
 * Items of a wire as copy, read by the wire's own reader. Their text was escaped, wrapped or both in the file: each word
 * is looked up there again, in order, so that a finding still points into the file as it was given.
 */
import { decodeXML } from 'entities';
import { htmlToText } from '../../kit/safe-html.ts';
import type { ParsedItem } from '../../wire/parse/feed.ts';
import { readFeed } from '../../wire/reading/read-feed.ts';
import { emptyCopy, type GivenCopy } from './given-copy.ts';
import type { MappedText } from './mapped.ts';

const MOST = 200; // items of one file

export function readItemCopies(text: string): GivenCopy[] {
  const { feed } = readFeed(Buffer.from(text, 'utf8'));
  if (feed.format === 'unknown' || feed.format === 'html') return [];
  return feed.items.slice(0, MOST).map((item) => copyOf(item, text, feed.language));
}

function copyOf(item: ParsedItem, file: string, language: string | null): GivenCopy {
  const copy = emptyCopy();
  const { start, end } = item.slice;
  const view = plainView(file, start, end > start ? end : file.length);
  lookUp(copy.headline, htmlToText(item.title).replaceAll('\n', ' '), view);
  const body = htmlToText(item.html);
  lookUp(copy.body, body, view);
  copy.byline = item.authors.join(', ') || item.hops.map(({ party }) => party).join(', ') || item.rights;
  copy.language = item.language ?? language;
  copy.publishedAt = item.published ?? item.updated;
  copy.hops = item.hops.map(({ party, link }) => ({ party, act: 'reported', link }));
  copy.isBare = false;
  return copy;
}

/** A stretch of the file with its escapes undone, and where each unit stood. */
interface View {
  text: string;
  from: number[];
  to: number[];
}

const escaping = /&(?:amp;)?(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8});|\\u[0-9a-f]{4}|\\["\\/bfnrt]/giu;
const signs: Record<string, string> = { '\\n': '\n', '\\r': '\r', '\\t': '\t', '\\b': ' ', '\\f': ' ' };

function plainView(file: string, start: number, end: number): View {
  const given = file.slice(start, end);
  const view: View = { text: '', from: [], to: [] };
  const chunks: string[] = [];
  let at = 0;
  const plain = (to: number) => {
    chunks.push(given.slice(at, to));
    for (; at < to; at += 1) {
      view.from.push(start + at);
      view.to.push(start + at + 1);
    }
  };
  for (const match of given.matchAll(escaping)) {
    plain(match.index);
    const undone = undo(match[0]);
    chunks.push(undone);
    for (let unit = 0; unit < undone.length; unit += 1) {
      view.from.push(start + match.index);
      view.to.push(start + match.index + match[0].length);
    }
    at = match.index + match[0].length;
  }
  plain(given.length);
  view.text = chunks.join('');
  return view;
}

function undo(escaped: string): string {
  if (escaped.startsWith('\\u')) return String.fromCharCode(Number.parseInt(escaped.slice(2), 16));
  if (escaped.startsWith('\\')) return signs[escaped] ?? escaped.slice(1);
  return decodeXML(decodeXML(escaped)).replace(/^&nbsp;$/iu, '\u00a0');
}

const FAR = 20_000; // units ahead in which the next word is looked for: markup may stand between

/** Puts the text together word by word, each where the file has it next; what it has not keeps the place before. */
function lookUp(into: MappedText, text: string, view: View): void {
  let at = 0;
  let done = 0;
  let last = view.from[0] ?? 0;
  for (const match of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const [word] = match;
    const window = view.text.slice(at, at + FAR);
    const found = window.indexOf(word);
    if (found < 0) continue;
    const [first, end] = [at + found, at + found + word.length];
    const gap = text.slice(done, match.index);
    addGap(into, gap, last, view.from[first] ?? last);
    for (let unit = first; unit < end; unit += 1)
      into.add(word[unit - first] ?? '', view.from[unit] ?? last, view.to[unit] ?? last);
    last = view.to[end - 1] ?? last;
    at = end;
    done = match.index + word.length;
  }
  addGap(into, text.slice(done), last, last + (text.length - done));
}

/** Signs between two words stand where the file has as many units, or anywhere between. */
function addGap(into: MappedText, gap: string, from: number, to: number): void {
  if (gap !== '') into.add(gap, from, Math.max(from, to));
}
