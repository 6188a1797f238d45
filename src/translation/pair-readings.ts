/** What others than our rules said of a sentence is kept with both its sides, and holds while neither has changed. */

import { z } from 'zod';
import { negationCheck } from '../checks/bilingual/negation.ts';
import type { PairFinding } from '../checks/bilingual/translation.ts';
import { type FindingReason, inWords, reason, sayFinding } from '../checks/finding-reason.ts';
import { readShape } from '../store/json-column.ts';
import type { PairReadingRow } from './pair-reading-queries.ts';

const span = z.object({ start: z.number(), end: z.number() });
const eyeAnswer = z.array(
  z.object({
    check: z.string(),
    severity: z.literal('minor'),
    message: z.string(),
    target: span.optional(),
    source: span.optional(),
  }),
);
const backAnswer = z.object({ text: z.string(), agrees: z.boolean() });

const answerOf = <T>(row: PairReadingRow, shape: z.ZodType<T>): T =>
  readShape('pair_readings.answer_json', `${row.pair_id} ${row.way}`, row.answer_json, shape);

/** Whether it was read so with both its sides as they are now. */
export function holds(row: PairReadingRow, both: { source: string; target: string }): boolean {
  return row.source_text === both.source && row.target_text === both.target;
}

const EYE_SAYS = sayFinding(reason('eyeSays', { words: '' }));

/** What an eye says is a model's own: it is kept in its words, with ours before them. */
function seenBy({ message, target, source, ...seen }: z.infer<typeof eyeAnswer>[number]): PairFinding {
  const because = reason('eyeSays', { words: message.replace(EYE_SAYS, '') });
  return { ...seen, because, message, ...(target && { target }), ...(source && { source }) };
}

/** A lost or added “not”, with what the way back made of the sentence. */
function withWayBack({ name, facts }: FindingReason, back: string): FindingReason {
  if (name !== 'wordsLost') return reason('noAddedByWayBack', { back });
  return reason('wordsLostByWayBack', { ...(facts as { words: string }), back });
}

/** What is told of a pair: without a lost “not” that the way back has found again, and with what the eye saw. */
export function withReadings(
  found: PairFinding[],
  rows: readonly PairReadingRow[],
  both: { source: string; target: string },
): PairFinding[] {
  const standing = rows.filter((row) => holds(row, both));
  const eye = standing.find(({ way }) => way === 'eye');
  const back = standing.find(({ way }) => way === 'back');
  const seen = eye ? answerOf(eye, eyeAnswer).map(seenBy) : [];
  const said = back ? answerOf(back, backAnswer) : null;
  const own = found.flatMap((finding) => {
    if (finding.check !== negationCheck.name || !said) return [finding];
    return said.agrees ? [] : [inWords({ ...finding, because: withWayBack(finding.because, said.text) })];
  });
  return [...own, ...seen];
}
