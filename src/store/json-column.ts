/**
 * Columns that hold structures, read in one place. The database promises only text: an older version, a hand or a half-written
 * restore may have left something else. What is not of the shape that its reader counts on is refused here, with table, column
 * and row, and not somewhere on the way to a page.
 */
import type { ZodType } from 'zod';
import type { Log } from '../kit/log.ts';

/** A value that is not what its column holds. Its message names the place, and quotes nothing: it may be a reader's words. */
export class BrokenColumn extends Error {
  /** `table.column` */
  readonly column: string;
  /** Of the row, as its table knows it. */
  readonly id: string;

  constructor(column: string, id: string, wanted: string) {
    super(`${column} of ${id} is not ${wanted}`);
    this.column = column;
    this.id = id;
  }
}

/** A list of words: names, languages, ids. */
export function readWords(column: string, id: string, json: string): string[] {
  return checked(column, id, json, 'a list of words', (value): value is string[] => isListOf(value, isWord));
}

/** A list of numbers. */
export function readNumbers(column: string, id: string, json: string): number[] {
  return checked(column, id, json, 'a list of numbers', (value): value is number[] =>
    isListOf(value, isNumber),
  );
}

/** Words, each with its number. */
export function readWeights(column: string, id: string, json: string): [string, number][] {
  return checked(column, id, json, 'a list of words and numbers', (value): value is [string, number][] =>
    isListOf(value, isWeight),
  );
}

/** A list of structures. Which members each has, its own room knows. */
export function readRecords<T extends object>(column: string, id: string, json: string): T[] {
  return checked(column, id, json, 'a list of structures', (value): value is T[] =>
    isListOf(value, isRecord),
  );
}

/** One structure, with a name for each member. */
export function readRecord<T extends object>(column: string, id: string, json: string): T {
  return checked(column, id, json, 'a structure', (value): value is T => isRecord(value));
}

/** A structure whose members are checked one by one: where a wrong one would be acted on, not only shown. */
export function readShape<T>(column: string, id: string, json: string, shape: ZodType<T>): T {
  const { data, success } = shape.safeParse(parsed(column, id, json));
  if (!success) throw new BrokenColumn(column, id, 'the structure that it should be');
  return data;
}

/** The rows that can be read: a broken one is told to the log and left out, so that one row takes no list down. */
export function readableRows<R, T>(log: Log, rows: readonly R[], read: (row: R) => T): T[] {
  return rows.flatMap((row) => {
    try {
      return [read(row)];
    } catch (error) {
      if (!(error instanceof BrokenColumn)) throw error;
      const { column, id } = error;
      log.error('a row is left out: a column does not hold what it should', { column, row: id });
      return [];
    }
  });
}

function checked<T>(
  column: string,
  id: string,
  json: string,
  wanted: string,
  isOne: (value: unknown) => value is T,
): T {
  const value = parsed(column, id, json);
  if (!isOne(value)) throw new BrokenColumn(column, id, wanted);
  return value;
}

function parsed(column: string, id: string, json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new BrokenColumn(column, id, 'JSON'); // where the text breaks off helps nobody
  }
}

const isNumber = (value: unknown): boolean => typeof value === 'number';
const isWeight = (value: unknown): boolean =>
  Array.isArray(value) && value.length === 2 && isWord(value[0]) && isNumber(value[1]);
const isWord = (value: unknown): boolean => typeof value === 'string';
const isRecord = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isListOf = (value: unknown, is: (each: unknown) => boolean): boolean =>
  Array.isArray(value) && value.every(is);
