/**
 * Letters that were broken in the other house, as a move of its own database once left them: `CristÃ³bal`. Its readers saw them so; here
 * they are read rightly, by the rule by which the desk is told of such letters in copy, and it is said what was mended.
 */
import { findMisread } from '../../checks/misreadings.ts';

export interface WholeLetters {
  text: string;
  /** The first that was mended, with what it is now; null where nothing was. */
  example: { was: string; is: string } | null;
}

const AROUND = /[\p{L}\p{M}\p{N}]*$/u;
const BEHIND = /^[\p{L}\p{M}\p{N}]*/u;

/** Words, or HTML. What cannot be told stays as it is. */
export function mendedLetters(text: string): WholeLetters {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: everything else is ASCII
  if (/^[\u0000-\u007f]*$/.test(text)) return { text, example: null };
  const written: string[] = [];
  let example: WholeLetters['example'] = null;
  let from = 0;
  for (const { start, end, mended } of findMisread(text)) {
    if (mended === null || start < from) continue;
    written.push(text.slice(from, start), mended);
    from = end;
    const before = AROUND.exec(text.slice(Math.max(0, start - 40), start))?.[0] ?? '';
    const after = BEHIND.exec(text.slice(end, end + 40))?.[0] ?? '';
    example ??= { was: before + text.slice(start, end) + after, is: before + mended + after };
  }
  return { text: written.length === 0 ? text : written.join('') + text.slice(from), example };
}
