/** Of one kind only a few stand in the list of what wants a hand; where there are more it says so, and leads to all of them. */

export interface Want {
  id: string;
  /** What kind of thing it is, in a word or two. */
  kind: string;
  /** Whose words they are: of copy, with their language, or the desk's own. */
  words: string;
  language: string | null;
  /** What is to be known of it. */
  says: string;
  href: string;
  /** Something is lost, or was not done: it stands first. */
  isLoud: boolean;
  /** When its hour is, or since when it waits. */
  at: number;
}

export const FEW_WANTS = 10; // of one kind: the list is looked through between two phone calls

/** `found` may hold one more than are shown: it is how the list knows that there are others. */
export function fewOf(found: Want[], whole: string): Want[] {
  const shown = found.slice(0, FEW_WANTS);
  const last = shown.at(-1);
  if (found.length <= FEW_WANTS || !last) return shown;
  const { kind, isLoud, at } = last;
  const words = 'And more of them';
  const says = `the first ${FEW_WANTS} stand here`;
  return [...shown, { id: `more-${last.id}`, kind, words, language: null, says, href: whole, isLoud, at }];
}
