/** The noun: what a reader says is wrong about a sentence of a translation. No database. */
import { z } from 'zod';
import type { Tables } from '../store/tables.ts';
import { cleanText, isSeen, strangersText } from './reply.ts';

export type ObjectionState = Tables['objections']['state'];

/** The sentence as the reader has it before them. */
export interface ObjectedSentence {
  editionId: string;
  pairId: string;
  original: string;
  translated: string;
  engine: string | null;
}

export const LONGEST_REASON = 600; // characters: what is wrong with one sentence
export const LONGEST_BETTER = 1_000; // a long sentence, twice

const lengthOf = (text: string) => [...text].length;

/** What a reader sends. Its messages are codes that the site's words have sentences for. */
const objectionForm = z.object({
  reason: strangersText(LONGEST_REASON, 'reasonLong')
    .transform(cleanText)
    .refine(isSeen, 'reasonMissing')
    .refine((reason) => lengthOf(reason) <= LONGEST_REASON, 'reasonLong'),
  better: strangersText(LONGEST_BETTER, 'betterLong')
    .transform(cleanText)
    .transform((better) => (isSeen(better) ? better : ''))
    .refine((better) => lengthOf(better) <= LONGEST_BETTER, 'betterLong'),
});

export type ObjectionForm = z.output<typeof objectionForm>;

/** The form's values, or what is wrong with each field. */
export function readObjection(
  given: unknown,
): { objection: ObjectionForm } | { faults: Record<string, string> } {
  const read = objectionForm.safeParse(given);
  if (read.success) return { objection: read.data };
  const faults: Record<string, string> = {};
  for (const issue of read.error.issues) faults[String(issue.path[0])] ??= issue.message;
  return { faults };
}
