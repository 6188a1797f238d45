/** Under which words a thing is filed: those of its title, of all of it, and of its fields, each with a letter before it. */
import { primaryLanguage } from '../kit/language-tag.ts';
import { searchStems } from '../morgue/stems.ts';
import { filedAs, groupsOf } from '../morgue/words.ts';
import { kindLetters, type LookupThing } from './thing.ts';

/** Letters before a word: in the title, anywhere; the second of each is of stems. */
export const LOOKUP_PLACES = { title: ['a', 'x'], anywhere: ['c', 'z'] } as const;
export type LookupPlace = keyof typeof LOOKUP_PLACES;

export const BEGINNING = 'v'; // of a word of a title, two or three letters: what is being typed
export const FIELD = 'f';
export const EVERY = 'q'; // every thing has it: what is asked for by its kind or its day alone

/** How long a beginning is filed for itself; a longer one is shared by few words, which are looked up together. */
export const LONGEST_BEGINNING = 3;
const SHORTEST_BEGINNING = 2;

const MOST_BYTES = 200_000; // of one thing; a story of 20,000 different words is none

/** The words as the index keeps them, each once, all with the letter of the kind. The title's come first. */
export function wordsOfThing(thing: LookupThing): string[] {
  const letter = kindLetters[thing.kind];
  const primary = thing.language === null ? '' : primaryLanguage(thing.language);
  const filed = new Set<string>();
  let bytes = 0;
  const put = (word: string) => {
    if (filed.has(word)) return;
    bytes += Buffer.byteLength(word) + 1;
    if (bytes <= MOST_BYTES) filed.add(word);
  };
  put(letter + EVERY);
  for (const field of thing.fields) put(letter + FIELD + field);
  for (const name of thing.by) for (const word of plainWords(name)) put(`${letter + FIELD}b${word}`);
  const stems = new Map<string, string[]>();
  const stemsOf = (word: string) => {
    const had = stems.get(word) ?? searchStems(word, primary);
    stems.set(word, had);
    return had;
  };
  const file = (text: string, places: LookupPlace[]) => {
    for (const group of groupsOf(text)) {
      const words = filedAs(group).filter((word) => word !== '');
      const written = group.words.flatMap((word) => word.written.flatMap(stemsOf));
      for (const [word, stem] of places.map((place) => LOOKUP_PLACES[place])) {
        for (const each of words) put(letter + word + each);
        for (const each of written) put(letter + stem + each);
      }
      if (!places.includes('title')) continue;
      const isRun = group.words.some(({ run }) => run !== null);
      for (const each of words)
        for (const begun of beginningsOf(each, isRun)) put(letter + BEGINNING + begun);
    }
  };
  file(thing.title, ['title', 'anywhere']);
  file(thing.text, ['anywhere']);
  return [...filed];
}

/** Of what is written without spaces a single letter is a beginning too. */
function beginningsOf(word: string, isRun: boolean): string[] {
  const letters = [...word];
  const shortest = isRun ? 1 : SHORTEST_BEGINNING;
  return Array.from({ length: LONGEST_BEGINNING }, (_, at) => letters.slice(0, at + 1).join('')).slice(
    shortest - 1,
    letters.length,
  );
}

/** The words of a name, folded. */
export function plainWords(text: string): string[] {
  return groupsOf(text).flatMap(({ words }) => words.flatMap(({ forms }) => forms));
}

/** An id as a word of the index: its hyphens would part it. */
export const idWord = (id: string): string => id.replaceAll('-', '');
