/** What the fields of an export's element say. */
import type { XmlRecord } from './xml-records.ts';

/** The words of a child; empty where there is none. */
export function childWords(record: XmlRecord, name: string): string {
  return record.children.find((child) => child.name === name)?.text.trim() ?? '';
}
