/** What the fields of an export's element say. */
import type { XmlRecord } from './xml-records.ts';

/** The words of a child; empty where there is none. */
export function childWords(record: XmlRecord, name: string): string {
  return record.children.find((child) => child.name === name)?.text.trim() ?? '';
}

/**
 * A nicename as one file may write it two ways: with per cent signs, in letters of either size, or as it reads. One that was cut
 * in the middle of a letter stays as it stands.
 */
export function plainNicename(nicename: string): string {
  try {
    return decodeURIComponent(nicename).normalize('NFC').toLowerCase();
  } catch {
    return nicename.toLowerCase(); // a per cent sign that is one, or half a letter
  }
}
