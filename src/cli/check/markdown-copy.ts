/** Markdown as copy: its marks are taken off, and every word still knows where it stood. */
import { emptyCopy, type GivenCopy } from './given-copy.ts';
import type { MappedText } from './mapped.ts';

const fence = /^\s*(?:```|~~~)/u;
const rule = /^\s*(?:[-*_]\s*){3,}$/u;
const lineMark = /^(\s*(?:>\s?)*(?:#{1,6}\s+|[-*+]\s+|\d{1,3}[.)]\s+)?)/u;

export function readMarkdownCopy(text: string): GivenCopy {
  const copy = emptyCopy();
  let at = readFrontMatter(text, copy);
  let isCode = false;
  for (const line of text.slice(at).split('\n')) {
    const from = at;
    at += line.length + 1;
    const bare = line.replace(/\r$/u, '');
    if (fence.test(bare)) isCode = !isCode;
    if (isCode || fence.test(bare) || rule.test(bare)) continue;
    const mark = lineMark.exec(bare)?.[1] ?? '';
    if (/^#\s/u.test(bare) && copy.headline.length === 0)
      addInline(copy.headline, copy, bare.slice(mark.length), from + mark.length);
    else if (bare.trim() === '') breakParagraph(copy.body);
    else {
      if (/[#>*+\d-]/u.test(mark.trim()[0] ?? '')) breakLine(copy.body, mark);
      addInline(copy.body, copy, bare.slice(mark.length), from + mark.length);
      if (/^#/u.test(mark.trim())) breakParagraph(copy.body);
      else copy.body.add('\n', from + bare.length, from + bare.length + 1);
    }
  }
  return copy;
}

function breakParagraph(body: MappedText): void {
  if (!body.endsWith('\n\n')) body.addBreak(body.endsWith('\n') ? '\n' : '\n\n');
}

function breakLine(body: MappedText, mark: string): void {
  if (/^\s*#/u.test(mark)) breakParagraph(body);
  else if (!body.endsWith('\n')) body.addBreak('\n');
}

const inline =
  /!?\[([^\]\n]{0,300})\]\(\s*([^()\s]*(?:\([^()\s]*\))?)(?:\s+"[^"\n]*")?\s*\)|(\*\*\*|\*\*|__|\*|_|`|~~)|\\([\\`*_{}[\]()#+\-.!>])/gu;

/** Links keep their words, emphasis its words; a mark that stands alone between spaces is left as it is. */
function addInline(into: MappedText, copy: GivenCopy, line: string, from: number): void {
  let at = 0;
  for (const match of line.matchAll(inline)) {
    const [whole, words, href, mark, escaped] = match;
    if (mark && !isEmphasis(line, match.index, mark)) continue;
    into.add(line.slice(at, match.index), from + at);
    at = match.index + whole.length;
    if (escaped) into.add(escaped, from + match.index + 1);
    if (href === undefined || whole.startsWith('!')) continue;
    const start = into.length;
    into.add(words ?? '', from + match.index + 1);
    if (into === copy.body) copy.links.push({ start, end: into.length, href });
  }
  into.add(line.slice(at), from + at);
}

function isEmphasis(line: string, at: number, mark: string): boolean {
  const [before, after] = [line[at - 1] ?? ' ', line[at + mark.length] ?? ' '];
  if (/\s/u.test(before) && /\s/u.test(after)) return false;
  if (mark.startsWith('_') && /[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after)) return false;
  const rest = line.slice(at + mark.length);
  return rest.includes(mark) || line.slice(0, at).includes(mark);
}

/** Title, byline, date and language between two lines of dashes; answers where the text begins. */
function readFrontMatter(text: string, copy: GivenCopy): number {
  const match = /^\ufeff?---\r?\n([\s\S]{1,8000}?)\r?\n---[ \t]*(?:\r?\n|$)/u.exec(text);
  if (!match) return text.startsWith('\ufeff') ? 1 : 0;
  copy.isBare = false;
  copy.publishedAt = null;
  const block = match[1] ?? '';
  const base = text.indexOf(block);
  for (const line of block.matchAll(/^([\w-]+):[ \t]*(["']?)(.*?)\2[ \t]*\r?$/gmu)) {
    const [, key = '', , value = ''] = line;
    const at = base + line.index + line[0].indexOf(value, key.length + 1);
    if (/^(?:title|headline)$/iu.test(key)) copy.headline.add(value, at);
    else if (/^(?:dek|description|subtitle|standfirst)$/iu.test(key)) copy.dek.add(value, at);
    else if (/^(?:author|authors|byline|by)$/iu.test(key)) copy.byline = value;
    else if (/^(?:lang|language)$/iu.test(key)) copy.language = value;
    else if (/^(?:credit|source)$/iu.test(key)) copy.credit = value;
    else if (/^(?:date|published|publishedat)$/iu.test(key))
      copy.publishedAt = Number.isNaN(Date.parse(value)) ? null : Date.parse(value);
  }
  return match[0].length;
}
