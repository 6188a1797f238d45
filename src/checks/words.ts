/** Words of a text, and finding one's way among spans. */
import type { Span } from '../kit/paragraphs.ts';

export interface Word extends Span {
  text: string;
}

const wordPattern = /[\p{L}\p{M}\p{N}]+(?:[’'ʼ.\-‑][\p{L}\p{M}\p{N}]+)*/gu;

export function wordsIn(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(wordPattern))
    words.push({ start: match.index, end: match.index + match[0].length, text: match[0] });
  return words;
}

/** The span that holds the offset, by bisection; spans must be in order and apart. */
export function spanAt<T extends Span>(spans: readonly T[], at: number): T | undefined {
  let [low, high] = [0, spans.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const span = spans[middle] as T;
    if (at < span.start) high = middle - 1;
    else if (at >= span.end) low = middle + 1;
    else return span;
  }
  return undefined;
}

/** Words of a part that stand within a span. */
export function wordsWithin(words: readonly Word[], { start, end }: Span): Word[] {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle] as Word).start < start) low = middle + 1;
    else high = middle;
  }
  let last = low;
  while (last < words.length && (words[last] as Word).end <= end) last += 1;
  return words.slice(low, last);
}

export function isCapital(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}
