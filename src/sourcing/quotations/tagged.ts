/** English text as tokens with their parts of speech. The model is loaded when first needed: 0.3 s and some 50 MB. */
import { createRequire } from 'node:module';
import { once } from '../../kit/once.ts';
import type { Span } from '../../kit/paragraphs.ts';

export interface Token extends Span {
  text: string;
  lower: string;
  /** Universal part of speech: VERB, NOUN, PROPN, PRON, … */
  pos: string;
}

interface Wink {
  its: { value: unknown; pos: unknown; precedingSpaces: unknown };
  readDoc(text: string): { tokens(): { out(what: unknown): string[] } };
}

const LONGEST_WORD = 80; // characters: the tokenizer takes quadratic time on what has no end, and no word is longer

/** The tagger, loaded once for the process: data of a package, not state of ours. */
const tagger = once((): Wink => {
  const load = createRequire(import.meta.url);
  return load('wink-nlp')(load('wink-eng-lite-web-model'), ['pos']) as Wink;
});

/** The tokens of one stretch of text; offsets are those of the whole. */
export function tagWords(text: string, { start, end }: Span): Token[] {
  const wink = tagger();
  // What no tagger reads gives way to spaces of the same length, so that offsets hold.
  const part = text
    .slice(start, end)
    .replace(/[^\s]{80,}/g, (word) => (word.length > LONGEST_WORD ? ' '.repeat(word.length) : word))
    .replace(/[^\p{L}\p{N}\p{P}\p{S}\p{M}\s]|[\ufe00-\ufe0f]/gu, (sign) => ' '.repeat(sign.length));
  const tokens = wink.readDoc(part).tokens();
  const values = tokens.out(wink.its.value);
  const tags = tokens.out(wink.its.pos);
  const found: Token[] = [];
  let at = 0;
  for (const [index, value] of values.entries()) {
    const here = part.indexOf(value, at);
    if (here < 0 || value.trim() === '') continue;
    at = here + value.length;
    found.push({
      start: start + here,
      end: start + at,
      text: value,
      lower: value.toLowerCase().replace('’', "'"),
      pos: tags[index] ?? 'X',
    });
  }
  return found;
}
