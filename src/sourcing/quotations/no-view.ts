/** What looks like somebody's view and is nobody's. */
import type { Span } from '../../kit/paragraphs.ts';
import type { TableReader } from './table-phrases.ts';

/** Per Rossi, la diga è sicura; but ‘un po’ per volta’ is nobody's view. */
export function isOtherPer(
  { text, language }: TableReader,
  sentence: Span,
  cue: Span,
  source: Span | null,
): boolean {
  if (!language.startsWith('it') || text.slice(cue.start, cue.end).toLowerCase() !== 'per') return false;
  const isFirst = /^[\s\p{P}]*$/u.test(text.slice(sentence.start, cue.start));
  return !isFirst || !source || !/\p{Lu}/u.test(text.slice(source.start, source.end));
}

/** ‘Ab jetzt heißt es: warten’: it is called so by nobody. */
export const impersonal = /^(?:hei(?:ß|ss)t|hie(?:ß|ss)) es(?=\s?:)/iu;
