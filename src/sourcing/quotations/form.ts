/** Whether what is said stands in quotation marks: all of it, some of it, or none. */
import type { QuoteMarks } from '../../checks/quote-marks.ts';
import type { Span } from '../../kit/paragraphs.ts';
import type { Form } from '../statement.ts';

/** Tells the form of spans of one text, by binary search. */
export function formTeller(text: string, marks: QuoteMarks): (content: readonly Span[]) => Form {
  const quoted = marks.pairs.filter(({ level }) => level === 1);
  return (content) => {
    let [inside, outside] = [false, false];
    for (const span of content) {
      let at = firstReaching(quoted, span.start);
      let covered = span.start;
      for (; at < quoted.length && (quoted[at]?.open ?? 0) < span.end; at += 1) {
        const { open, openEnd, close, closeEnd } = quoted[at] as QuoteMarks['pairs'][number];
        if (hasWords(text, covered, Math.min(open, span.end))) outside = true;
        if (hasWords(text, Math.max(openEnd, span.start), Math.min(close, span.end))) inside = true;
        covered = Math.max(covered, closeEnd);
      }
      if (hasWords(text, covered, span.end)) outside = true;
    }
    if (inside) return outside ? 'mixed' : 'direct';
    return 'indirect';
  };
}

function firstReaching(pairs: QuoteMarks['pairs'], start: number): number {
  let [low, high] = [0, pairs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pairs[middle]?.close ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  return low;
}

function hasWords(text: string, start: number, end: number): boolean {
  return end > start && /[\p{L}\p{N}]/u.test(text.slice(start, end));
}
