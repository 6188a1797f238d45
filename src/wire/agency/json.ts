/** Small questions to JSON of unknown shape. */
import { withoutControls } from '../../kit/body-blocks.ts';

export type Json = Record<string, unknown>;

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value as a list: itself, or one of itself; nothing of nothing. */
export function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}

/** Text, and numbers as text; anything else is empty. */
export function said(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

/** The same on one line. */
export function jsonLine(value: unknown): string {
  return withoutControls(said(value))
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
}

/** The first of the names that says something. */
export function anyOf(json: Json, ...names: string[]): unknown {
  for (const name of names) {
    const value = json[name];
    if (value !== undefined && value !== null && value !== '') return value;
  }
  return undefined;
}
