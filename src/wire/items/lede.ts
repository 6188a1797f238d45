/** What an item gives twice: a summary that is nothing but how its text begins. */

const ALIKE = 60; // letters in which a summary and the text must agree to be the same beginning

/** Whether a summary says only how the text begins: it would be read twice. */
export function isLede(summary: string, text: string): boolean {
  const letters = (words: string): string => words.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();
  return letters(text.slice(0, 2_000)).includes(letters(summary).slice(0, ALIKE));
}
