/** How words are compared: in small letters, without accents, a Greek final sigma as any other. */

const WORD = /[\p{L}\p{N}\p{M}]+/gu;

export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('ς', 'σ')
    .replace(/ـ/g, ''); // the Arabic stroke that only makes a word longer
}

/** The words of a text with where they stand, each folded. */
export function wordsOf(text: string): { word: string; from: number; to: number }[] {
  return [...text.matchAll(WORD)].map((match) => ({
    word: fold(match[0]),
    from: match.index,
    to: match.index + match[0].length,
  }));
}
