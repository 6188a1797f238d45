/** Snippets: a few words round the first place where something was found, in parts. */
import { wordsOf } from './fold.ts';

export interface SnippetPart {
  text: string;
  /** True for a word that was looked for. */
  found: boolean;
}

const BEFORE = 8; // words
const AFTER = 24;

/** `terms` are folded; the last may be the beginning of a word. Empty when none is in the text. */
export function snippetOf(text: string, terms: string[]): SnippetPart[] {
  const last = terms.at(-1) ?? '';
  const isSought = (word: string) => terms.includes(word) || (last !== '' && word.startsWith(last));
  const words = wordsOf(text);
  const first = words.findIndex(({ word }) => isSought(word));
  if (first < 0) return [];
  const shown = words.slice(Math.max(0, first - BEFORE), first + AFTER);
  const start = first > BEFORE ? (shown[0]?.from ?? 0) : 0;
  const cut = first + AFTER < words.length;
  const end = cut ? (shown.at(-1)?.to ?? text.length) : text.length;
  const parts: SnippetPart[] = [{ text: first > BEFORE ? '… ' : '', found: false }];
  let at = start;
  for (const { word, from, to } of shown) {
    if (!isSought(word)) continue;
    parts.push({ text: text.slice(at, from), found: false }, { text: text.slice(from, to), found: true });
    at = to;
  }
  parts.push({ text: text.slice(at, end) + (cut ? ' …' : ''), found: false });
  return parts
    .map(({ text: words, found }) => ({ text: words.replace(/\s+/g, ' '), found }))
    .filter((part) => part.text !== '');
}
