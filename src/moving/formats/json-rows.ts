/** The rows of another house's JSON, one at a time: a file may be of gigabytes, and is never whole in memory. */
import { JSONParser } from '@streamparser/json';
import { type JsonObject, objectOf } from '../json-values.ts';
import { UnreadableSource } from '../records.ts';
import { fileText } from './open-file.ts';

export interface JsonRow {
  /** The name of the list that it stands in; empty where the file itself is the list. */
  list: string;
  row: JsonObject;
}

const LONGEST_ROW = 64_000_000; // letters; of a post with all its forms some hundred thousand

/**
 * Gives the things at `pathOf` (a JSONPath of names, indexes and `*`) of the file's first letters. `hear` is told how many bytes
 * were read. Refuses in words what is no JSON, is cut off, or has a thing of over 64 million letters; rows before that place came.
 */
export async function* jsonRows(
  path: string,
  pathOf: (head: string) => string,
  hear?: (bytes: number) => void,
): AsyncGenerator<JsonRow> {
  let parser: JSONParser | null = null;
  const found: JsonRow[] = [];
  const wrong: string[] = [];
  let letters = 0; // since the last row
  for await (const text of fileText(path, hear)) {
    if (!parser) {
      parser = new JSONParser({ paths: [pathOf(text)], keepStack: false });
      parser.onValue = ({ value, stack }) =>
        found.push({ list: String(stack.at(-1)?.key ?? ''), row: objectOf(value) });
      parser.onError = ({ message }) => wrong.push(message);
    }
    parser.write(text);
    letters = found.length > 0 ? 0 : letters + text.length;
    yield* found.splice(0);
    if (wrong[0] !== undefined) throw new UnreadableSource(`This is no whole JSON: ${wrong[0]}`);
    if (letters > LONGEST_ROW)
      throw new UnreadableSource(
        `A thing in it is longer than ${LONGEST_ROW / 1_000_000} million letters, which is no post.`,
      );
  }
  if (!parser?.isEnded) throw new UnreadableSource('The file is cut off: it is no whole JSON.');
}

/** Rows of a file that is a list, or that has lists by names. */
export const rowsOrLists = (head: string): string => (/^\s*\[/.test(head) ? '$.*' : '$.*.*');
