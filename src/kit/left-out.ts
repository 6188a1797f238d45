/** What of a text did not become copy, and how it is said. */

/** A part that was left out; those with words can be put back. */
export interface LeftOut {
  kind: LeftOutKind;
  /** Its words; empty where it has none. */
  text: string;
  /** The number of blocks before it. */
  after: number;
}

/** One and many. A table's words stay, as a line for each row. */
const NAMES = {
  picture: ['picture', 'pictures'],
  recording: ['recording', 'recordings'],
  embed: ['embedded page', 'embedded pages'],
  caption: ['caption', 'captions'],
  comment: ['comment', 'comments'],
  struck: ['struck-out passage', 'struck-out passages'],
  hidden: ['hidden passage', 'hidden passages'],
  footnote: ['footnote', 'footnotes'],
  'note-mark': ['mark of a note', 'marks of notes'],
  table: ['table', 'tables'],
  link: ['address that cannot be used', 'addresses that cannot be used'],
} as const;

export type LeftOutKind = keyof typeof NAMES;

/** 'struck-out passage'. */
export function leftOutName(kind: LeftOutKind): string {
  return NAMES[kind][0];
}

/** '1 picture and 2 comments were left out.'; a table is made lines. Empty where nothing was left out. */
export function leftOutWords(all: LeftOut[]): string {
  const counts = new Map<LeftOutKind, number>();
  for (const { kind } of all) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const tables = counts.get('table') ?? 0;
  counts.delete('table');
  const parts = [...counts].map(([kind, count]) => `${count} ${NAMES[kind][count === 1 ? 0 : 1]}`);
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const sentences = parts.length === 0 ? [] : [`${listed(parts)} ${total === 1 ? 'was' : 'were'} left out.`];
  if (tables > 0) sentences.push(`${tables} ${NAMES.table[tables === 1 ? 0 : 1]} became lines of text.`);
  return sentences.join(' ');
}

function listed(parts: string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
