/** What sections and topics are called in the other languages of the paper. Where nobody said, the paper's own name stands. */

import { type Actor, type Newsroom, recordAct } from '../newsroom.ts';
import { listNamesElsewhere } from '../stories/names-queries.ts';
import { deleteName, putName } from './names-queries.ts';

export type NamedKind = 'section' | 'topic';

/** By language, BCP 47. */
export type Names = Readonly<Record<string, string>>;

export interface NamedSubject {
  id: string;
  name: string;
  /** What it is called in other languages. */
  names?: Names;
  /** Of the name; absent for the paper's own. */
  language?: string;
}

/** The same things with what they are called elsewhere. */
export async function withNames<Thing extends NamedSubject>(
  newsroom: Newsroom,
  kind: NamedKind,
  things: Thing[],
): Promise<Thing[]> {
  if (things.length === 0) return things;
  const [only] = things;
  const one = things.length === 1 && only ? only.id : null;
  return calledElsewhere(things, await listNamesElsewhere(newsroom, kind, one));
}

/** All things of a kind, as they are found, with what they are called elsewhere: asked for together. */
export async function allWithNames<Thing extends NamedSubject>(
  newsroom: Newsroom,
  kind: NamedKind,
  finding: Promise<Thing[]>,
): Promise<Thing[]> {
  return calledElsewhere(...(await Promise.all([finding, listNamesElsewhere(newsroom, kind)])));
}

function calledElsewhere<Thing extends NamedSubject>(
  things: Thing[],
  rows: { subject_id: string; language: string; name: string }[],
): Thing[] {
  return things.map((thing) => {
    const own = rows.filter(({ subject_id }) => subject_id === thing.id);
    if (own.length === 0) return thing;
    return { ...thing, names: Object.fromEntries(own.map(({ language, name }) => [language, name])) };
  });
}

/** The thing by the name it has in a language; by the paper's own where it has none there. */
export function inTongue<Thing extends NamedSubject>(thing: Thing, language: string): Thing {
  const name = thing.names?.[language];
  return name === undefined ? thing : { ...thing, name, language };
}

/** Gives names in one language; an empty one takes back what was said, and the paper's own name stands again. */
export async function keepNames(
  newsroom: Newsroom,
  given: { language: string; names: { kind: NamedKind; id: string; name: string }[]; by: Actor },
): Promise<void> {
  const { language, names, by } = given;
  await newsroom.transact(async (inner) => {
    for (const { kind, id, name } of names) {
      const line = name.normalize('NFC').replace(/\s+/g, ' ').trim();
      const row = { kind, subject_id: id, language, name: line };
      await deleteName(inner, kind, id, language);
      if (line !== '') await putName(inner, row);
    }
    await recordAct(inner, {
      by,
      act: 'name',
      subjectKind: 'masthead' as const,
      subjectId: 'masthead',
      facts: { language },
    });
    inner.bell.ring('pages', { touched: ['everything'] });
  });
}

/** Names that came from another house: one that is here already stays. */
export async function takeInNames(
  inner: Newsroom,
  { kind, id, names }: { kind: NamedKind; id: string; names: ReadonlyMap<string, string> },
): Promise<void> {
  if (names.size === 0) return;
  const had = new Set((await listNamesElsewhere(inner, kind, id)).map(({ language }) => language));
  for (const [language, name] of names)
    if (!had.has(language)) await putName(inner, { kind, subject_id: id, language, name });
}
