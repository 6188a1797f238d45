/** Runs every check over a translation and its original, sentence by sentence. Pure: two texts in, findings out. */
import { inWords, reason } from '../finding-reason.ts';
import { alignSentences } from './align.ts';
import { dateCheck } from './dates.ts';
import { formCheck } from './form.ts';
import { genderCheck } from './gender.ts';
import { lengthCheck } from './length.ts';
import { nameCheck } from './names.ts';
import { negationCheck } from './negation.ts';
import { numberCheck } from './numbers.ts';
import { oppositeCheck } from './opposites.ts';
import { quotationCheck } from './quotations.ts';
import { spellingCheck } from './spelling.ts';
import {
  type Pair,
  type PairCheck,
  type PairedSpans,
  type PairFinding,
  primaryOf,
  type TranslationCopy,
  type TranslationFinding,
} from './translation.ts';
import { untranslatedCheck } from './untranslated.ts';
import { voiceCheck } from './voice.ts';

/** The checks that are on, in the order in which an editor would ask. */
export const translationChecks: readonly PairCheck[] = [
  numberCheck,
  negationCheck,
  nameCheck,
  dateCheck,
  quotationCheck,
  voiceCheck,
  oppositeCheck,
  genderCheck,
  untranslatedCheck,
  lengthCheck,
  formCheck,
  spellingCheck,
];

export const MISSING = 'translation-missing';
export const ADDED = 'translation-added';

const SHOWN = 60; // units of a missing sentence by which it is known
const LONGEST_SENTENCE = 5_000; // units of one sentence that the checks look through; no sentence is longer

/** Every finding, worst first, then in the order of the translation. Spans are in the translation; `source` is in the original. */
export function checkTranslation(copy: TranslationCopy): TranslationFinding[] {
  const pairs = copy.pairs ?? alignSentences(copy);
  const ranks = { critical: 0, major: 1, minor: 2 };
  return pairs
    .flatMap((pair, index) => findingsOf(copy, pairs, pair, index))
    .sort((one, other) => ranks[one.severity] - ranks[other.severity] || one.start - other.start);
}

function findingsOf(
  copy: TranslationCopy,
  pairs: PairedSpans[],
  pair: PairedSpans,
  index: number,
): TranslationFinding[] {
  const { source, target } = pair;
  if (source && !target) return isWords(copy.original, source) ? [missing(copy, pairs, source, index)] : [];
  if (!source && target) return isWords(copy.translation, target) ? [added(copy, target)] : [];
  if (!source || !target) return [];
  const found = checkPair({
    source: copy.original.slice(source.start, Math.min(source.end, source.start + LONGEST_SENTENCE)),
    target: copy.translation.slice(target.start, Math.min(target.end, target.start + LONGEST_SENTENCE)),
    from: primaryOf(copy.originalLanguage),
    to: primaryOf(copy.translationLanguage),
  });
  return found.map((finding) => placed(copy, finding, source.start, target.start, pair));
}

/** What the checks find in one pair; spans are in its sentences. */
export function checkPair(pair: Pair): PairFinding[] {
  const found = translationChecks
    .filter((check) => check.knows(pair.from, pair.to))
    .flatMap((check) => check.find(pair).map(inWords));
  // A sentence that was not translated at all breaks every other rule too: it is said once.
  const whole = found.find(
    (finding) => finding.severity === 'critical' && !finding.target && !finding.source,
  );
  return whole ? [whole] : found;
}

function placed(
  copy: TranslationCopy,
  finding: PairFinding,
  from: number,
  to: number,
  pair: PairedSpans,
): TranslationFinding {
  const whole = pair.target ?? { start: 0, end: 0 };
  const span = finding.target ? { start: to + finding.target.start, end: to + finding.target.end } : whole;
  const source = finding.source
    ? { start: from + finding.source.start, end: from + finding.source.end }
    : pair.source;
  return {
    check: finding.check,
    severity: finding.severity,
    part: 'body',
    ...span,
    text: copy.translation.slice(span.start, span.end),
    because: finding.because,
    message: finding.message,
    ...(finding.suggestion === undefined ? {} : { suggestion: finding.suggestion }),
    ...(source ? { source } : {}),
  };
}

function isWords(text: string, { start, end }: { start: number; end: number }): boolean {
  return /[\p{L}\p{N}]/u.test(text.slice(start, end));
}

/** The place where a missing sentence should be: the end of the last translated one before it. */
function missing(
  copy: TranslationCopy,
  pairs: PairedSpans[],
  source: { start: number; end: number },
  index: number,
): TranslationFinding {
  let before = index - 1;
  while (before >= 0 && !pairs[before]?.target) before -= 1;
  const at = pairs[before]?.target?.end ?? 0;
  const isLong = source.end - source.start > SHOWN;
  const words = `${copy.original.slice(source.start, isLong ? source.start + SHOWN : source.end)}${isLong ? '…' : ''}`;
  return inWords({
    check: MISSING,
    severity: 'critical' as const,
    part: 'body' as const,
    start: at,
    end: at,
    text: '',
    because: reason('originalMissing', { words }),
    source,
  });
}

function added(copy: TranslationCopy, target: { start: number; end: number }): TranslationFinding {
  const text = copy.translation.slice(target.start, target.end);
  return inWords({
    check: ADDED,
    severity: 'major' as const,
    part: 'body' as const,
    ...target,
    text,
    because: reason('notInOriginal'),
  });
}
