/** What stands in both texts letter for letter: a song’s title, a slogan in the original’s words. It was not translated on purpose. */
import type { Pair } from './translation.ts';

const WORDS = 3; // words side by side from which it is no accident
const run = /[\p{Lu}\p{N}][\p{L}\p{M}’'-]*(?:[ \u00a0][\p{L}\p{M}\p{N}’'-]+){2,9}/gu;

/** Both texts with such words blanked, so that every place stays where it is. */
export function withoutShared(pair: Pair): Pair {
  if (pair.from === pair.to) return pair;
  let { source, target } = pair;
  for (const [words] of pair.target.matchAll(run)) {
    const shared = longestShared(words, pair.source);
    if (shared === null) continue;
    source = blanked(source, shared);
    target = blanked(target, shared);
  }
  return { ...pair, source, target };
}

/** The words from the first on that the other text has too. */
function longestShared(words: string, text: string): string | null {
  const parts = words.split(/(?<=[ \u00a0])/u);
  for (let count = parts.length; count >= WORDS; count -= 1) {
    const shared = parts.slice(0, count).join('').trimEnd();
    if (text.includes(shared)) return shared;
  }
  return null;
}

function blanked(text: string, words: string): string {
  const at = text.indexOf(words);
  return at < 0 ? text : text.slice(0, at) + ' '.repeat(words.length) + text.slice(at + words.length);
}
