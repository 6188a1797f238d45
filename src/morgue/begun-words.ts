/**
 * What begins so, as the words there are. Of a beginning SQLite gathers all that have any of its words before it gives the first; of words
 * it walks the list of each as far as it needs, which in a million stories is a tenth of the time.
 */
import type { Need } from './terms.ts';

/** A tree of words and beginnings, in which more may stand than in another. */
export type WordTree = Need | { any: WordTree[] } | { all: WordTree[] };

const MOST_WORDS = 2_000; // that begin so: more are gathered by SQLite itself

/** Behind every letter that a word can have, in the order of an index. */
export const LAST_LETTER = '\u{10ffff}';

/** The beginnings in what is asked, each once. */
export function beginningsIn(asked: WordTree): string[] {
  if ('begins' in asked) return [asked.begins];
  const parts = 'any' in asked ? asked.any : 'all' in asked ? asked.all : [];
  return [...new Set(parts.flatMap(beginningsIn))];
}

/** What is asked, with the words that begin so in the place of each beginning. `read` gives some of those there are, this many at most. */
export async function withBegunWords<One extends WordTree>(
  asked: One,
  read: (begins: string, most: number) => Promise<string[]>,
): Promise<One> {
  const known = new Map<string, string[]>();
  for (const begins of beginningsIn(asked)) {
    const words = await read(begins, MOST_WORDS + 1);
    if (words.length > 0 && words.length <= MOST_WORDS) known.set(begins, words);
  }
  return known.size === 0 ? asked : (spelledOut(asked, known) as One);
}

function spelledOut(asked: WordTree, known: ReadonlyMap<string, readonly string[]>): WordTree {
  if ('all' in asked) return { all: asked.all.map((each) => spelledOut(each, known)) };
  if ('any' in asked) return { any: asked.any.map((each) => spelledOut(each, known)) };
  const words = 'begins' in asked ? known.get(asked.begins) : undefined;
  return words === undefined ? asked : { any: words.map((word) => ({ word })) };
}
