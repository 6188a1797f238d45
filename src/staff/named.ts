/** Who is meant by `@petros`: a colleague by the beginning of their name, as it is typed in a line. */
import { slugOf } from '../kit/slug.ts';
import type { Staff } from './staff.ts';

/** One colleague; or why it is none: nobody of that name, several, or someone who has left. */
export type NamedStaff = { ok: true; staff: Staff } | { ok: false; why: 'nobody' | 'several' | 'left' };

/** By the short name as it is, else by the beginning of it or of any part of the name that only one of those who work here has. */
export function staffNamed(people: readonly Staff[], word: string): NamedStaff {
  const wanted = slugOf(word.replace(/^@/, ''));
  if (wanted === '') return { ok: false, why: 'nobody' };
  const exact = people.find(({ slug }) => slug === wanted);
  const found = exact ? [exact] : people.filter(({ slug }) => `-${slug}`.includes(`-${wanted}`));
  const here = found.filter(({ leftAt }) => leftAt === null);
  const [first, second] = here;
  if (first && !second) return { ok: true, staff: first };
  if (second) return { ok: false, why: 'several' };
  return { ok: false, why: found.length > 0 ? 'left' : 'nobody' };
}
