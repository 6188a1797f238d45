/** What the desk finds: its kinds, and who may open which. */
import { covers, type Role } from '../staff/roles.ts';

export const lookupKinds = ['item', 'draft', 'published', 'media', 'speaker', 'source', 'person'] as const;

export type LookupKind = (typeof lookupKinds)[number];

/** The letter before each word of the index: every kind has its own lists, so that one is no longer for the others. */
export const kindLetters: Record<LookupKind, string> = {
  item: 'i',
  draft: 'd',
  published: 'p',
  media: 'm',
  speaker: 'k',
  source: 'o',
  person: 'h',
};

/** The role that opens what was found, as the pages themselves have it; null for everybody who is signed in. */
const opens: Record<LookupKind, Role | null> = {
  item: 'reporter',
  draft: 'reporter',
  published: 'reporter',
  media: 'reporter',
  speaker: 'reporter',
  source: 'editor',
  person: null,
};

/** Nobody finds what they may not open. */
export function mayFind(role: Role, kind: LookupKind): boolean {
  const needed = opens[kind];
  return needed === null || covers(role, needed);
}

/** A thing as it is filed. */
export interface LookupThing {
  kind: LookupKind;
  id: string;
  at: number;
  stamp: string;
  language: string | null;
  /** What it is called. */
  title: string;
  /** What else is looked through. */
  text: string;
  /** Names of persons in it, which `by:` looks through. */
  by: string[];
  /** Values of the other fields, see fields.ts: 's' and a source's id. */
  fields: string[];
}
