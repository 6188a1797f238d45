/** A name in quotation marks that is no speech: a team, a firm or a ship within the phrase that names who speaks. */
import type { Span } from '../../kit/paragraphs.ts';

const LONGEST_OWN_NAME = 3; // words in marks that are a name

/** ‘сказал тренер «Лады» Павел Овчинников’: a team or a firm in marks, within the phrase that names who speaks. */
export function isOwnName(text: string, { start, end }: Span, verb: RegExp): boolean {
  const inner = text.slice(start + 1, end - 1).trim();
  if (!/^\p{Lu}/u.test(inner) || /[.!?…,]$/u.test(inner) || inner.split(/\s+/u).length > LONGEST_OWN_NAME)
    return false;
  const before = /(\p{Ll}+) $/u.exec(text.slice(Math.max(0, start - 30), start))?.[1];
  if (before === undefined || before.search(verb) >= 0) return false;
  const after = text.slice(end, end + 40);
  // ‘Управляющая компания «Уют» пообещала’: speech has a comma or a dash before its verb.
  return (
    /^ \p{Lu}\p{Ll}+(?: \p{Lu}|[.,])/u.test(after) ||
    (/^ \p{Ll}/u.test(after) && after.slice(1).search(verb) === 0)
  );
}
