/**
 * Words that an engine did not know, or knew and could not bend: it says so with a mark, which must not reach copy; the desk is
 * told at the place instead.
 */
import type { PairFinding } from '../checks/bilingual/translation.ts';
import { inWords, reason } from '../checks/finding-reason.ts';

export const UNKNOWN = 'translation-unknown-word';

/** The text without Apertium's marks ('*Walmart', '#turn', '@x'), and the words that had one. */
export function takeMarks(text: string, source: string): { text: string; unknown: string[] } {
  const unknown = new Set<string>();
  const bare = text.replace(MARKED, (whole, mark: string, word: string) => {
    // A word that is not known stands as in the original; a label or a name with a sign of its own stands there too.
    const isMark = !source.includes(mark) || (mark === '*' && holds(source, word));
    if (!isMark) return whole;
    unknown.add(word);
    return word;
  });
  return { text: bare, unknown: [...unknown] };
}

const MARKED = /(?<![\p{L}\p{N}])([*#@])(\p{L}[\p{L}\p{M}\p{N}’'-]*)/gu;

const holds = (text: string, word: string): boolean => text.toLowerCase().includes(word.toLowerCase());

/** What the desk is told of them: those that still stand in the translation, but for names that the whole original shows to be such. */
export function findUnknownWords(
  { source, target, original }: { source: string; target: string; original: string },
  words: readonly string[],
): PairFinding[] {
  return words
    .filter((word) => !isName(original, word))
    .flatMap((word) => {
      const start = placeOf(target, word);
      if (start < 0) return [];
      const because = reason(holds(source, word) ? 'engineKnewNot' : 'engineBentNot', { word });
      const span = { start, end: start + word.length };
      return [inWords({ check: UNKNOWN, severity: 'major' as const, because, target: span })];
    });
}

/** One finding for one place: a check that says less of these very words gives way, one that says it of more has said it. */
export function withUnknownWords(found: PairFinding[], unknown: PairFinding[]): PairFinding[] {
  const covers = (one: PairFinding, other: PairFinding) =>
    one.target !== undefined &&
    other.target !== undefined &&
    one.target.start <= other.target.start &&
    one.target.end >= other.target.end;
  const said = (finding: PairFinding) =>
    found.some(
      (other) =>
        UNTRANSLATED.has(other.check) &&
        (!other.target || (covers(other, finding) && !covers(finding, other))),
    );
  const fresh = unknown.filter((finding) => !said(finding));
  return [
    ...found.filter(
      (other) => !UNTRANSLATED.has(other.check) || !fresh.some((finding) => covers(finding, other)),
    ),
    ...fresh,
  ];
}

const UNTRANSLATED = new Set(['translation-untranslated']);

/** A capital inside a sentence somewhere: a name is right as it stands. */
function isName(original: string, word: string): boolean {
  if (!/^\p{Lu}/u.test(word)) return false;
  for (let at = placeOf(original, word); at >= 0; at = placeOf(original, word, at + 1))
    if (/[\p{L}\p{N},;]["”»’)]*\s+["“«‘(]*$/u.test(original.slice(Math.max(0, at - 10), at))) return true;
  return false;
}

/** Where it stands as a whole word; -1 where it does not. */
function placeOf(text: string, word: string, from = 0): number {
  for (let at = text.indexOf(word, from); at >= 0; at = text.indexOf(word, at + 1))
    if (!/[\p{L}\p{N}]/u.test(text[at - 1] ?? '') && !/[\p{L}\p{N}]/u.test(text[at + word.length] ?? ''))
      return at;
  return -1;
}
