/** A mark by which items are compared, with what of it counts in each comparison found out once. Pure. */
import { happenings } from './news-words.ts';

export interface EventMark {
  /** As marks.ts writes it. */
  readonly name: string;
  readonly kind: EventMarkKind;
}

/** One object for all marks of a kind: there are hundreds of thousands of marks. */
export interface EventMarkKind {
  /** How much it says beside the others. */
  readonly tells: number;
  readonly is: 'name' | 'number' | 'kind' | 'country' | 'word';
  /** A number of two digits and more, or something that happens. */
  readonly isHappening: boolean;
}

const kind = (is: EventMarkKind['is'], tells: number, isHappening = false): EventMarkKind => ({
  is,
  tells,
  isHappening,
});

const NAME = kind('name', 1);
const COUNTRY = kind('country', 0.7);
const WORD = kind('word', 0.45);
const THING = kind('kind', 0.5);
const HAPPENING = kind('kind', 0.5, true);
/** By how many digits they have, three standing for more; a time of the day is longer than its digits. */
const NUMBERS = [0, 0.2, 0.5, 0.9].map(
  (tells) => [kind('number', tells), kind('number', tells, true)] as const,
);

export function kindOfMark(name: string): EventMarkKind {
  if (name.startsWith('n')) return NAME;
  if (name.startsWith('#')) return numberKind(name);
  if (name.startsWith('k')) return happenings.has(name.slice(2)) ? HAPPENING : THING;
  return name.startsWith('c') ? COUNTRY : WORD;
}

function numberKind(name: string): EventMarkKind {
  const digits = name.replace(/[^0-9]/g, '').length;
  const [short, long] = NUMBERS[Math.min(NUMBERS.length - 1, digits)] ?? [WORD, WORD];
  return name.length > 2 ? long : short;
}
