/**
 * Taking in: who wrote for another house has a page here, and no way in. An administrator may take them back, with a password; until
 * then they are as somebody who left.
 */

import { slugOf } from '../kit/slug.ts';
import { type Actor, type Newsroom, recordAct } from '../newsroom.ts';
import { insertStaff, slugsLike, staffByEmail, staffById, updateStaff } from './queries.ts';

export interface ForeignAuthor {
  name: string;
  /** Null where it is not known: nobody can be written to there. */
  email: string | null;
  bio: string;
  /** The last part of their page's address; taken where it is free. */
  slug: string;
}

const LONGEST_NAME = 80; // characters, as for whoever works here

/** Someone of that address is taken for the same person, whoever they are here. */
export async function takeInAuthor(
  inner: Newsroom,
  { author, by }: { author: ForeignAuthor; by: Actor },
): Promise<{ staffId: string; isNew: boolean }> {
  const email = author.email?.trim().toLowerCase() ?? '';
  const known = email === '' ? undefined : await staffByEmail(inner, email);
  if (known) return { staffId: known.id, isNew: false };
  const id = inner.ids.next();
  const at = new Date(inner.clock.now()).toISOString();
  const name = author.name.slice(0, LONGEST_NAME);
  const slug = await freeSlugOf(inner, author);
  const address = /^[^\s@]+@[^\s@]+$/.test(email) ? email : `${id}@moved.invalid`; // RFC 2606: never anybody's
  await insertStaff(inner, { id, name, email: address, slug, role: 'reporter', at, password_due: 1 });
  await updateStaff(inner, id, { bio: author.bio, left_at: inner.clock.now(), updated_at: at });
  await recordAct(inner, { by, act: 'move in', subjectKind: 'staff', subjectId: id, facts: { name } });
  return { staffId: id, isNew: true };
}

async function freeSlugOf(inner: Newsroom, author: ForeignAuthor): Promise<string> {
  const base = slugOf(author.slug) || slugOf(author.name) || 'author';
  const taken = new Set(await slugsLike(inner, base));
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? base : `${base}-${number}`;
    if (!taken.has(slug)) return slug;
  }
}

/** Whether they are on the staff still, under that id. */
export const isStaff = async (newsroom: Newsroom, id: string): Promise<boolean> =>
  (await staffById(newsroom, id)) !== undefined;
