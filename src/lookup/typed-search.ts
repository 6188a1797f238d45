/** A search as it was typed: its words, and its fields. Nothing in it is a command that could be misspelt into an error. */
import { lookupFields } from './fields.ts';

export interface TypedSearch {
  words: string;
  /** In the order in which they were typed; names in small letters. */
  fields: { field: string; value: string }[];
}

const LONGEST_SEARCH = 1_000; // characters; more narrow nothing down
const MOST_FIELDS = 12;

/** Words in quotation marks of any kind; a name, a colon and its value, which may stand in quotation marks; a word. */
const PART =
  /(?<![^\s])(?:(?<name>\p{L}+)[:：](?:["“”„«](?<quoted>[^"“”„«»]*)["“”»]?|(?<value>[^\s]*))|["“„«](?<words>[^"“”„«»]*)["“”»]?)|(?<other>\S+)/gu;

export function readTyped(typed: string): TypedSearch {
  const words: string[] = [];
  const fields: TypedSearch['fields'] = [];
  for (const part of typed.slice(0, LONGEST_SEARCH).replaceAll('\0', ' ').matchAll(PART)) {
    const { name, quoted, value = '', words: inMarks, other } = part.groups ?? {};
    const field = name?.toLowerCase();
    const isKnown = lookupFields.some((each) => each === field);
    // An address, and a word that ends in a colon as headlines have it, are words.
    const isField = field !== undefined && (isKnown || (quoted ?? value) !== '') && !value.startsWith('//');
    if (isField && fields.length < MOST_FIELDS) fields.push({ field, value: (quoted ?? value).trim() });
    else words.push(inMarks ?? other ?? part[0]);
  }
  return { words: words.join(' '), fields };
}
