/** Two engines' versions of one sentence: where they disagree on a number, a name or a “not”. Pure. */
import { nameCheck } from '../checks/bilingual/names.ts';
import { negationCheck } from '../checks/bilingual/negation.ts';
import { numberCheck } from '../checks/bilingual/numbers.ts';
import type { PairDraft, Span } from '../checks/bilingual/translation.ts';

export interface Disagreement {
  about: 'number' | 'name' | 'not';
  /** Where it is in each of the two; null where one does not say it at all. */
  here: Span | null;
  there: Span | null;
}

const checks = [
  { about: 'number', check: numberCheck },
  { about: 'name', check: nameCheck },
  { about: 'not', check: negationCheck },
] as const;

/** Checks whose findings a second engine may settle: it read the same sentence. */
export const worthAsking: ReadonlySet<string> = new Set([
  ...checks.map(({ check }) => check.name),
  'translation-unit',
]);

/** Both versions are in the same language; the checks read one as if it were the other's original. */
export function disagreements(here: string, there: string, language: string): Disagreement[] {
  const found = checks.flatMap(({ about, check }) => [
    ...check
      .find({ source: there, target: here, from: language, to: language })
      .map((finding) => placed(about, finding)),
    ...check
      .find({ source: here, target: there, from: language, to: language })
      .map((finding) => turned(placed(about, finding))),
  ]);
  return found.filter((one, index) => !found.slice(0, index).some((earlier) => tellsAll(earlier, one)));
}

function placed(about: Disagreement['about'], { target, source }: PairDraft): Disagreement {
  const bare = (span: Span | undefined) => (span ? { start: span.start, end: span.end } : null);
  return { about, here: bare(target), there: bare(source) };
}

const turned = ({ about, here, there }: Disagreement): Disagreement => ({ about, here: there, there: here });

/** The same seen from the other side, or less of it. */
function tellsAll(one: Disagreement, other: Disagreement): boolean {
  const isSame = (a: Span | null, b: Span | null) =>
    b === null || (a !== null && a.start <= b.start && a.end >= b.end);
  return one.about === other.about && isSame(one.here, other.here) && isSame(one.there, other.there);
}

export interface Stretch {
  text: string;
  isMarked: boolean;
}

/** A text cut where something in it is marked. */
export function stretches(text: string, marks: Span[]): Stretch[] {
  const parts: Stretch[] = [];
  let at = 0;
  for (const { start, end } of marks.toSorted((one, other) => one.start - other.start)) {
    if (start < at) continue;
    if (start > at) parts.push({ text: text.slice(at, start), isMarked: false });
    parts.push({ text: text.slice(start, end), isMarked: true });
    at = end;
  }
  return at < text.length ? [...parts, { text: text.slice(at), isMarked: false }] : parts;
}
