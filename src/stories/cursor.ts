/**
 * Where a page of a list ended, as it stands in the address of the next one: the instant by which the list is sorted and
 * the id of the last thing shown, since several can share an instant (the editions of one story always do).
 */

export interface Cursor {
  /** Milliseconds. */
  at: number;
  /** Empty for "everything before this instant". */
  id: string;
}

/** `1763900000000_0199…`; an address may hold it as it is. */
export function cursorText({ at, id }: Cursor): string {
  return id === '' ? String(at) : `${at}_${id}`;
}

/** The cursor in an address; null for none, or for what is not one. */
export function readCursor(text: unknown): Cursor | null {
  const [, at, id] = (typeof text === 'string' && /^(\d{1,15})(?:_([0-9a-f-]{36}))?$/.exec(text)) || [];
  return at === undefined ? null : { at: Number(at), id: id ?? '' };
}
