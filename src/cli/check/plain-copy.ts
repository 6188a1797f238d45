/** Plain text as copy: the first line is a headline where it plainly is one; the rest is the body. */
import { splitParagraphs } from '../../kit/paragraphs.ts';
import { bylineLine } from './byline-line.ts';
import { emptyCopy, type GivenCopy } from './given-copy.ts';

const LONGEST_HEADLINE = 160; // units

export function readPlainCopy(text: string): GivenCopy {
  const copy = emptyCopy();
  const [first, second] = splitParagraphs(text);
  let from = text.startsWith('\ufeff') ? 1 : 0;
  if (
    first &&
    second &&
    isHeadline(text.slice(first.start, first.end), text.slice(first.end, second.start))
  ) {
    copy.headline.add(text.slice(first.start, first.end), first.start);
    from = second.start;
    const named = bylineLine(text.slice(second.start, second.end).trim());
    if (named !== null) {
      copy.byline = named;
      from = second.end;
    }
  }
  addLines(copy, text, from);
  return copy;
}

/** The text as it is; only returns are left out, which no check is to stumble over. */
function addLines(copy: GivenCopy, text: string, from: number): void {
  const lead = /^\s*/u.exec(text.slice(from, from + 4_000))?.[0].length ?? 0;
  let at = from + lead;
  for (let next = text.indexOf('\r', at); next >= 0; next = text.indexOf('\r', at)) {
    copy.body.add(text.slice(at, next), at);
    if (text[next + 1] !== '\n') copy.body.add('\n', next, next + 1);
    at = next + 1;
  }
  copy.body.add(text.slice(at), at);
}

/** A short line with an empty one after it, which does not end as a sentence does, or has its words in capitals. */
function isHeadline(line: string, gap: string): boolean {
  if (line.length > LONGEST_HEADLINE || line.includes('\n') || (gap.match(/\n/g)?.length ?? 0) < 2)
    return false;
  if (!/[.!?…:;,。]["”»’)]*$/u.test(line))
    return /\p{L}/u.test(line) && /^["“„«‘'(]?[\p{Lu}\p{Lo}\p{N}]/u.test(line);
  const words = line.match(/\p{L}[\p{L}’'-]{3,}/gu) ?? [];
  return words.length > 3 && words.filter((word) => /^\p{Lu}/u.test(word)).length >= words.length * 0.8;
}
