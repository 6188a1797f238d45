/** English text as tokens with their parts of speech. */
import { englishModel } from '../../checks/english-model.ts';
import type { Span } from '../../kit/paragraphs.ts';

export interface Token extends Span {
  text: string;
  lower: string;
  /** Universal part of speech: VERB, NOUN, PROPN, PRON, … */
  pos: string;
}

const LONGEST_WORD = 80; // characters: the tokenizer takes quadratic time on what has no end, and no word is longer

/** The tokens of one stretch of text; offsets are those of the whole. */
export function tagWords(text: string, { start, end }: Span): Token[] {
  const model = englishModel();
  // What no tagger reads gives way to spaces of the same length, so that offsets hold.
  const part = text
    .slice(start, end)
    .replace(/[^\s]{80,}/g, (word) => (word.length > LONGEST_WORD ? ' '.repeat(word.length) : word))
    .replace(/[^\p{L}\p{N}\p{P}\p{S}\p{M}\s]|[\ufe00-\ufe0f]/gu, (sign) => ' '.repeat(sign.length));
  const tokens = model.readDoc(part).tokens();
  const values = tokens.out(model.its.value).map(String);
  const tags = tokens.out(model.its.pos).map(String);
  const found: Token[] = [];
  let at = 0;
  for (const [index, value] of values.entries()) {
    const here = part.indexOf(value, at);
    if (here < 0 || value.trim() === '') continue;
    at = here + value.length;
    if (value === '):') {
      // A smiley to the tagger; behind a name it is a bracket and a colon.
      found.push(mark(')', start + here), mark(':', start + here + 1));
      continue;
    }
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

function mark(text: string, start: number): Token {
  return { start, end: start + 1, text, lower: text, pos: 'PUNCT' };
}
