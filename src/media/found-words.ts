/** What a piece of media is found by: caption, credit, file name, person, date and place, as search compares letters. */
import { foldForSearch } from '../morgue/fold.ts';

interface Named {
  alt: string;
  caption: string;
  credit: string;
  headline: string;
  creator: string;
  name: string;
  place: string;
  persons: string;
  taken_at: string;
}

const LONGEST = 8_000; // characters

export function foundWords(row: Named): string {
  const words = [row.caption, row.alt, row.headline, row.credit, row.creator, row.persons, row.place];
  return foldForSearch([...words, row.name, row.taken_at.slice(0, 10)].join(' '))
    .replace(/[%_\\]/g, ' ')
    .slice(0, LONGEST);
}

/** The words that were asked for, as they are compared: without the signs that `like` reads as its own. */
export function askedWords(asked: string): string[] {
  return foldForSearch(asked)
    .split(/[\s,;%_\\]+/)
    .filter((word) => word !== '')
    .slice(0, 12);
}
