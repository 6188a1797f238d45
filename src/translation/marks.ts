/**
 * A sentence with its inline marks as engines are given it: `<g id="1">` around linked, strong or emphasised words, `<x id="2"/>`
 * in place of what must come back letter for letter (addresses, words of the glossary that stay as they are).
 */
import { type Run, safeHref } from '../kit/body-blocks.ts';

export interface MarkedText {
  /** What is sent: escaped text with tags. */
  text: string;
  /** What each tag stands for, by its id. */
  marks: Map<number, Run>;
}

/** Runs as tagged text. `keep` are words that must not be translated. */
export function markUp(runs: Run[], keep: string[]): MarkedText {
  const marks = new Map<number, Run>();
  let text = '';
  for (const run of runs) {
    const isPlain = run.href === null && !run.strong && !run.em;
    // Composed: engines tear words whose accents stand apart.
    if (run.note !== undefined) {
      const id = marks.size + 1;
      marks.set(id, run);
      text += `<x id="${id}"/>`;
      continue;
    }
    const inner = withKept(run.text.normalize('NFC'), keep, marks);
    if (isPlain) text += inner;
    else {
      const id = marks.size + 1;
      marks.set(id, run);
      text += `<g id="${id}">${inner}</g>`;
    }
  }
  return { text, marks };
}

const ADDRESS =
  /(?:https?:\/\/|www\.)[^\s<>"”»]+[^\s<>"”».,;:!?)]|[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/gu;

function withKept(text: string, keep: string[], marks: Map<number, Run>): string {
  const spans = [...text.matchAll(ADDRESS)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  for (const word of keep.map((each) => each.normalize('NFC'))) {
    for (let at = text.indexOf(word); word !== '' && at >= 0; at = text.indexOf(word, at + word.length)) {
      const end = at + word.length;
      const isWhole = !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '') && !/[\p{L}\p{N}]/u.test(text[end] ?? '');
      if (isWhole && spans.every((span) => span.end <= at || span.start >= end))
        spans.push({ start: at, end });
    }
  }
  let result = '';
  let done = 0;
  for (const { start, end } of spans.toSorted((one, other) => one.start - other.start)) {
    const id = marks.size + 1;
    marks.set(id, { text: text.slice(start, end), href: null, strong: false, em: false });
    result += `${escapeText(text.slice(done, start))}<x id="${id}"/>`;
    done = end;
  }
  return result + escapeText(text.slice(done));
}

export interface UnmarkedSentence {
  runs: Run[];
  /** Whether every mark came back once, in place; where not, the words stand without their marks. */
  complete: boolean;
}

const TAG =
  /<g\s+id\s*=\s*["']?(\d{1,4})["']?\s*>|<\/g\s*>|<x\s+id\s*=\s*["']?(\d{1,4})["']?\s*(?:\/>|>\s*<\/x\s*>|>)/gi;

/** What came back, as runs again. A mark that was lost, doubled or invented is left out, and said. */
export function readMarks(text: string, marks: Map<number, Run>): UnmarkedSentence {
  const runs: Run[] = [];
  const seen = new Set<number>();
  const open: number[] = [];
  let complete = true;
  let done = 0;
  const push = (words: string) => {
    if (words === '') return;
    const around = open.length > 0 ? marks.get(open.at(-1) ?? 0) : undefined;
    const { href = null, strong = false, em = false } = around ?? {};
    runs.push({ text: words, href: href === null ? null : safeHref(href), strong, em });
  };
  for (const tag of text.matchAll(TAG)) {
    push(unescapeText(text.slice(done, tag.index)));
    done = tag.index + tag[0].length;
    const id = Number(tag[1] ?? tag[2]);
    if (/^<\/g/i.test(tag[0])) complete = open.pop() !== undefined && complete;
    else if (!marks.has(id) || seen.has(id)) complete = false;
    else if (tag[1] === undefined) {
      const kept = marks.get(id);
      if (kept?.note === undefined) push(kept?.text ?? '');
      else runs.push({ ...kept });
    } else open.push(id);
    seen.add(id);
  }
  push(unescapeText(text.slice(done)));
  return {
    runs: joined(runs),
    complete: complete && open.length === 0 && [...marks.keys()].every((id) => seen.has(id)),
  };
}

/** Any tag but ours. */
export function hasForeignMarkup(text: string): boolean {
  return /<\/?[a-z!][^>]{0,200}>/i.test(text.replace(TAG, ''));
}

function joined(runs: Run[]): Run[] {
  const all: Run[] = [];
  for (const run of runs) {
    const last = all.at(-1);
    if (
      last &&
      last.href === run.href &&
      last.strong === run.strong &&
      last.em === run.em &&
      last.note === run.note
    )
      last.text += run.text;
    else all.push({ ...run });
  }
  return all;
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function unescapeText(text: string): string {
  return text
    .replace(/&#(\d{1,6});/g, (_whole, code: string) => safeCharacter(Number(code)))
    .replace(/&#x([\da-f]{1,5});/gi, (_whole, code: string) => safeCharacter(Number.parseInt(code, 16)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&nbsp;', '\u00a0')
    .replaceAll('&amp;', '&');
}

function safeCharacter(code: number): string {
  return code >= 0x20 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
    ? String.fromCodePoint(code)
    : '';
}
