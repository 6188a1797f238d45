/** A list of words as the tables write it: whole words, and stems with a star that any ending may follow. */
import { perLanguage } from './translation.ts';

export interface WordList {
  has(word: string): boolean;
}

/** The list for a table's line, made once. Words are lower case. */
export const wordList = perLanguage((line): WordList => {
  const words = line.split(' ').filter((word) => word !== '');
  const exact = new Set(words.filter((word) => !word.endsWith('*')));
  const stems = words.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1));
  return { has: (word) => exact.has(word) || stems.some((stem) => word.startsWith(stem)) };
});

export interface FoundWord {
  text: string;
  start: number;
  end: number;
}

/** The words of a text in lower case, with their places. Won’t is one word: nobody won. */
export function lowerWords(text: string): FoundWord[] {
  return [...text.toLowerCase().matchAll(/\p{L}+n['’]t(?!\p{L})|[\p{L}\p{M}]+/gu)].map((word) => ({
    text: word[0],
    start: word.index,
    end: word.index + word[0].length,
  }));
}
