/** What is asked of the index: a tree of words, and how each engine spells it. */
import { beginningsIn } from '../morgue/begun-words.ts';
import type { Need } from '../morgue/terms.ts';
import { kindLetters, type LookupKind } from './thing.ts';
import { BEGINNING, LONGEST_BEGINNING, LOOKUP_PLACES, type LookupPlace } from './thing-words.ts';

/** A word of the index without the letter of its kind; one that begins so; or some of these together. */
export type Wish = { word: string } | { begins: string } | { any: Wish[] } | { all: Wish[] };

/** The wish for what a term needs in a place. A short beginning is a word of its own, of titles alone. */
export function wishFor(need: Need, place: LookupPlace): Wish {
  const [word, stem] = LOOKUP_PLACES[place];
  if ('word' in need) return { word: word + need.word };
  if ('stem' in need) return { word: stem + need.stem };
  if ('begins' in need) {
    const isShort = [...need.begins].length <= LONGEST_BEGINNING;
    return isShort ? { word: BEGINNING + need.begins } : { begins: word + need.begins };
  }
  if ('any' in need) return { any: need.any.map((each) => wishFor(each, place)) };
  return { all: need.all.map((each) => wishFor(each, place)) };
}

/**
 * The wish without the beginnings that stand in it beside whole words; null where there are none. An index gives the newest of a word
 * at once, and of a beginning only when it has gathered all that begins so.
 */
export function wholeWordsOf(wish: Wish): Wish | null {
  const whole = withoutBeginnings(wish);
  return JSON.stringify(whole) === JSON.stringify(wish) ? null : whole;
}

function withoutBeginnings(wish: Wish): Wish {
  if ('all' in wish) return { all: wish.all.map(withoutBeginnings) };
  if (!('any' in wish)) return wish;
  const whole = wish.any.filter((each) => !('begins' in each));
  return whole.length === 0 ? wish : { any: whole.map(withoutBeginnings) };
}

/**
 * What must be there whatever a beginning in the wish leads to: its other parts. Null where that is nothing, or all of it. Where they
 * have nothing together, nobody needs to gather all that begins so.
 */
export function besideBeginnings(wish: Wish): Wish | null {
  if (!('all' in wish)) return null;
  const beside = wish.all.filter((part) => !hasBeginning(part));
  return beside.length === 0 || beside.length === wish.all.length ? null : { all: beside };
}

const hasBeginning = (wish: Wish): boolean => beginningsIn(wish).length > 0;

/** How an engine quotes a word, says that one begins so, and joins. */
export interface WishSpelling {
  word(word: string): string;
  begins(word: string): string;
  and: string;
  or: string;
}

export function spellWish(wish: Wish, kind: LookupKind, spelling: WishSpelling): string {
  const letter = kindLetters[kind];
  if ('word' in wish) return spelling.word(letter + wish.word);
  if ('begins' in wish) return spelling.begins(letter + wish.begins);
  const [wishes, join] = 'any' in wish ? [wish.any, spelling.or] : [wish.all, spelling.and];
  const [first, ...others] = wishes.map((each) => spellWish(each, kind, spelling));
  return others.length === 0 ? (first ?? '') : `(${[first, ...others].join(` ${join} `)})`;
}

/** Whether the words of one thing, with the letter of its kind, are what is wished for. */
export function meets(wish: Wish, letter: string, words: ReadonlySet<string>): boolean {
  if ('word' in wish) return words.has(letter + wish.word);
  if ('any' in wish) return wish.any.some((each) => meets(each, letter, words));
  if ('all' in wish) return wish.all.every((each) => meets(each, letter, words));
  const begun = letter + wish.begins;
  for (const word of words) if (word.startsWith(begun)) return true;
  return false;
}
