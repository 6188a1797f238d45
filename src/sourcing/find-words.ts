/** Finds words in a body again: by themselves, and among several places by the words before them. */
import type { BodyText } from './body-text.ts';
import { foldForMatch } from './fold.ts';

/** Units of the folded text, the end not included. */
export interface FoldedRange {
  from: number;
  to: number;
}

export const CONTEXT = 60; // characters kept of what stands before: enough to tell two places apart, short enough to survive edits
const MOST_PLACES = 1_000; // of the same words in one body; later ones are not looked at

/** Null when the words are not there. */
export function findWords(body: BodyText, words: string, wordsBefore: string): FoldedRange | null {
  const places = placesOf(body, foldForMatch(words));
  if (places.length === 0 && words.includes('\n'))
    places.push(...placesOf(body, foldForMatch(words, 'part')));
  const before = foldForMatch(wordsBefore);
  let best: FoldedRange | null = null;
  let bestScore = -1;
  for (const place of places) {
    const score =
      (isWhole(body.folded, place) ? CONTEXT + 1 : 0) + sharedEnd(body.folded, place.from, before);
    if (score > bestScore) [best, bestScore] = [place, score];
  }
  return best;
}

/** The words before a place, as they are kept to find it again. */
export function wordsBeforePlace(body: BodyText, place: FoldedRange): string {
  return body.folded
    .slice(Math.max(0, place.from - CONTEXT), place.from)
    .replaceAll('\n', ' ')
    .trim();
}

function placesOf(body: BodyText, words: string): FoldedRange[] {
  const text = body.folded;
  const places: FoldedRange[] = [];
  if (words === '') return places;
  for (
    let at = text.indexOf(words);
    at >= 0 && places.length < MOST_PLACES;
    at = text.indexOf(words, at + 1)
  ) {
    const to = at + words.length;
    if (!isSplit(body, at) && !isSplit(body, to)) places.push({ from: at, to });
  }
  return places;
}

/** Whether the place before this unit is inside a character: ‘cafe’ is not in ‘café’, nor ‘.’ in ‘…’. */
function isSplit({ folded, starts }: BodyText, at: number): boolean {
  const start = starts[at] ?? -1;
  return /^\p{M}/u.test(folded.slice(at, at + 2)) || (start >= 0 && start === starts[at - 1]);
}

/** Whether it neither begins nor ends inside a word; in scripts without spaces no place does better than another. */
function isWhole(text: string, { from, to }: FoldedRange): boolean {
  const before = text.slice(Math.max(0, from - 2), from);
  const within = text.slice(from, to);
  const after = text.slice(to, to + 2);
  const endsWord = /[\p{L}\p{N}]\p{M}?$/u;
  const beginsWord = /^[\p{L}\p{N}]/u;
  const tornBefore = endsWord.test(before) && beginsWord.test(within.slice(0, 2));
  const tornAfter = endsWord.test(within.slice(-2)) && beginsWord.test(after);
  return !tornBefore && !tornAfter;
}

/** How many characters before the place are the same as the end of `before`. */
function sharedEnd(text: string, from: number, before: string): number {
  let shared = 0;
  let at = from - 1;
  if (text[at] === ' ' || text[at] === '\n') at -= 1;
  while (shared < CONTEXT && shared < before.length && at >= 0) {
    const here = text[at] === '\n' ? ' ' : text[at];
    if (here !== before[before.length - 1 - shared]) break;
    shared += 1;
    at -= 1;
  }
  return shared;
}
