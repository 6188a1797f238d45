/** A text with what somebody says covered, so that rules read only the words around it; offsets hold. */
import type { Span } from '../../kit/paragraphs.ts';

/** Stands for every character of a quotation, marks included. */
export const MASK = '\ue000';

export function maskQuotations(text: string, quotes: readonly { whole: Span }[]): string {
  let masked = '';
  let at = 0;
  for (const { whole } of quotes) {
    if (whole.start < at) continue;
    masked += text.slice(at, whole.start) + MASK.repeat(whole.end - whole.start);
    at = whole.end;
  }
  return masked + text.slice(at);
}

/** Without some of its words: blanks stand for them. */
export function blankOut(masked: string, spans: readonly Span[]): string {
  let blanked = '';
  let at = 0;
  for (const { start, end } of spans) {
    blanked += masked.slice(at, start) + ' '.repeat(end - start);
    at = end;
  }
  return blanked + masked.slice(at);
}

/** The place of the last letter or number before it. */
export function trimEnd(text: string, end: number): number {
  let at = end;
  while (at > 0 && /[\s.,;:،؛!?—–-]/u.test(text[at - 1] ?? '')) at -= 1;
  return at;
}

/** Without the spaces at its ends. */
export function trim(text: string, { start, end }: Span): Span {
  let [from, to] = [start, end];
  while (from < to && /\s/u.test(text[from] ?? '')) from += 1;
  while (to > from && /\s/u.test(text[to - 1] ?? '')) to -= 1;
  return { start: from, end: to };
}
