/** How lists of words are written down: line by line, so that each can be read, mended and reviewed. */

/** Words with one space between them. */
export function wordLines(text: string): string {
  return text.trim().split(/\s+/).join(' ');
}

/** Alternatives of a regular expression, one a line. */
export function oneOf(text: string): string {
  return text
    .trim()
    .split('\n')
    .map((line) => line.trim())
    .join('|');
}

/** A word in a regular expression, of any script. */
export const WORD = "[\\p{L}\\p{M}’'-]+";

/** What may stand between two words of one sentence outside its quotations, as little as possible. */
export const WITHIN = '[^.!?;«»“”"\\n]{1,120}?';
