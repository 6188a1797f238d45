/** Values of somebody else's JSON, which may be anything: read as what is wanted, or as nothing. */

export type JsonObject = Record<string, unknown>;

export const objectOf = (value: unknown): JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};

export const listIn = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

export const objectsIn = (value: unknown): JsonObject[] => listIn(value).map(objectOf);

/** A text, or a number as one; empty for anything else. */
export const textIn = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

/** The same, or null where there is none. */
export const textOrNull = (value: unknown): string | null => textIn(value).trim() || null;

/** What a text of another house is as JSON; undefined where it is none, or cut off. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // JSON.parse has no other way to say no
  }
}
