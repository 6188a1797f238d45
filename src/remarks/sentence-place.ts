/** Where a sentence of a take is in the next one: as it was, rewritten where it stood, or gone. Pure. */

import { bodyCopyOf } from '../kit/body-copy.ts';
import type { BodyHtml } from '../kit/safe-html.ts';
import { splitSentences } from '../kit/sentences.ts';

/** What a reader reads of a take one after the other: headline, dek, and the sentences of its body. */
export function sentencesOfTake(
  { headline, dek, bodyHtml }: { headline: string; dek: string; bodyHtml: BodyHtml },
  language: string,
): string[] {
  const body = bodyCopyOf(bodyHtml).checkedText();
  const sentences = splitSentences(body, language).map(({ start, end }) => body.slice(start, end));
  return [headline, dek, ...sentences].map(bare);
}

const bare = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

const ALIKE = 0.34; // of the words of both: less is another sentence
const WITHIN = 0.7; // of the words of the shorter: it was joined with another, or cut

/** The place of the sentence that stood at `place`; null where it is gone. */
export function placeAfter(
  before: readonly string[],
  after: readonly string[],
  place: number,
): number | null {
  const sentence = before[place];
  if (sentence === undefined || sentence === '') return null;
  const same = sameAfter(before, after, place);
  if (same !== null) return same;
  // Headline and dek are what they are, however they are rewritten.
  if (place < 2) return after[place] ? place : null;
  const [from, to] = gapAround(before, after, place);
  let best: { at: number; share: number } | null = null;
  for (let at = from; at < to; at += 1) {
    const share = shareOf(sentence, after[at] ?? '');
    if (share > (best?.share ?? 0)) best = { at, share };
  }
  return best ? best.at : null;
}

/** The same words: of several that are alike, the one that comes as many-th. */
function sameAfter(before: readonly string[], after: readonly string[], place: number): number | null {
  const sentence = before[place];
  const earlier = before.slice(0, place).filter((each) => each === sentence).length;
  const places = after.flatMap((each, at) => (each === sentence ? [at] : []));
  return places[Math.min(earlier, places.length - 1)] ?? null;
}

/** Between which sentences that stayed it would stand. */
function gapAround(before: readonly string[], after: readonly string[], place: number): [number, number] {
  let from = 2;
  for (let at = place - 1; at >= 2; at -= 1) {
    const found = sameAfter(before, after, at);
    if (found !== null) {
      from = found + 1;
      break;
    }
  }
  let to = after.length;
  for (let at = place + 1; at < before.length; at += 1) {
    const found = sameAfter(before, after, at);
    if (found !== null && found >= from) {
      to = found;
      break;
    }
  }
  return [from, to];
}

/** How much two sentences have in common; 0 where that is too little to be one. */
function shareOf(one: string, other: string): number {
  const [ours, theirs] = [wordsIn(one), wordsIn(other)];
  const left = new Map<string, number>();
  for (const word of theirs) left.set(word, (left.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of ours) {
    const has = left.get(word) ?? 0;
    if (has === 0) continue;
    left.set(word, has - 1);
    common += 1;
  }
  if (common === 0) return 0;
  const both = (2 * common) / (ours.length + theirs.length);
  const shorter = common / Math.min(ours.length, theirs.length);
  const isPart = shorter >= WITHIN && common >= 3;
  return both >= ALIKE || isPart ? Math.max(both, isPart ? shorter / 2 : 0) : 0;
}

/** Words, or, of scripts that part none, letters two by two. */
function wordsIn(text: string): string[] {
  const folded = text.toLowerCase();
  if (!/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u.test(folded))
    return folded.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  const letters = [...folded.replace(/[^\p{L}\p{N}\p{M}]/gu, '')];
  return letters.slice(1).map((letter, at) => `${letters[at]}${letter}`);
}
