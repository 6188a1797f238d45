/** A pair as the desk reads it: both sides, what the checks found, and what a second engine says of it. */

import { createHash } from 'node:crypto';
import type { PairFinding } from '../checks/bilingual/translation.ts';
import { inWords } from '../checks/finding-reason.ts';
import { findQuoteMarks } from '../checks/quote-marks.ts';
import { longQuotations, roundTrip, roundTripReason } from '../checks/round-trip.ts';
import type { SafeHtml } from '../kit/safe-html.ts';
import { readWords } from '../store/json-column.ts';
import { type Disagreement, disagreements } from './compare-versions.ts';
import type { PairChecker } from './keep-findings.ts';
import type { PairReadingRow } from './pair-reading-queries.ts';
import { withReadings } from './pair-readings.ts';
import type { PairRow, SecondVersionRow } from './queries.ts';
import { htmlToRuns, textOfRuns } from './sentence-units.ts';
import { findUnknownWords, withUnknownWords } from './unknown-words.ts';

export interface DeskFinding extends PairFinding {
  /** The words that it speaks of; with its check they name it. */
  words: string;
  /** Why it was dismissed; null while it stands. */
  settled: string | null;
}

export interface DeskPair {
  id: string;
  block: number;
  kind: string;
  sourceHtml: SafeHtml;
  sourceText: string;
  targetHtml: SafeHtml;
  targetText: string;
  state: PairRow['state'];
  reason: string;
  /** 'DeepL', with the version where it says so; null for an editor's own words. */
  engine: string | null;
  marksLost: boolean;
  /** What the original says now; empty when it says nothing any more; null while it is as it was. */
  staleHtml: SafeHtml | null;
  findings: DeskFinding[];
  /** What another engine says, until an editor has chosen. */
  second: SecondVersion | null;
  /** Another whenever anything of the pair is: by it an open page knows what to fetch again. */
  stamp: string;
}

export interface SecondVersion {
  text: string;
  engine: string;
  /** Where the two are not of one mind; `here` is in what stands in the edition. */
  disagreements: Disagreement[];
}

/** How pairs are read: in which languages, against which answers of editors; without answers they are not checked. */
export interface PairReading {
  from: string;
  to: string;
  settled: Map<string, string> | null;
  checker: PairChecker;
  /** The whole original: a name at the beginning of one sentence stands inside another. */
  original: string;
  /** The language by way of which it came back into `to`; null where it did not. */
  backBy: string | null;
  /** What a reader's eye and a translation back said of each sentence. */
  readings: ReadonlyMap<string, PairReadingRow[]>;
}

export function deskPair(
  pair: PairRow,
  second: SecondVersionRow | undefined,
  { from, to, settled, checker, original, backBy, readings }: PairReading,
): DeskPair {
  const both = { source: sourceOf(pair), target: pair.target_text };
  const hasBoth = settled !== null && both.source !== '' && both.target !== '';
  const unknown = findUnknownWords(
    { ...both, original },
    readWords('sentence_pairs.unknown_json', pair.id, pair.unknown_json),
  );
  const found = hasBoth
    ? [
        ...withReadings(
          withUnknownWords(checker({ ...both, from, to }), unknown),
          readings.get(pair.id) ?? [],
          both,
        ),
        ...roundTrips(pair.target_text, to, backBy),
      ]
    : [];
  const shown = {
    id: pair.id,
    block: pair.block,
    kind: pair.block_kind,
    sourceHtml: pair.source_html,
    sourceText: pair.source_text,
    targetHtml: pair.target_html,
    targetText: pair.target_text,
    state: pair.state,
    reason: pair.reason,
    engine: pair.engine_name === null ? null : engineWords(pair.engine_name, pair.version),
    marksLost: pair.marks_lost === 1,
    staleHtml: pair.stale_html,
    second: second ? secondOf(pair, second, to) : null,
    findings: found.map((finding) => {
      const words = wordsOf(finding, both.source, both.target);
      return { ...finding, words, settled: settled?.get(`${pair.id} ${finding.check} ${words}`) ?? null };
    }),
  };
  return {
    ...shown,
    stamp: createHash('sha1').update(JSON.stringify(shown)).digest('base64url').slice(0, 10),
  };
}

/** Quotations that were said in this language and are a translation back into it. */
function roundTrips(target: string, language: string, backBy: string | null): PairFinding[] {
  if (backBy === null) return [];
  const said = inWords({ because: roundTripReason(language, backBy) });
  return longQuotations(findQuoteMarks(target, language).pairs, target).map(
    ({ open, openEnd, close, closeEnd }) => ({
      check: roundTrip.name,
      severity: 'major',
      ...said,
      target: { start: open, end: closeEnd },
      suggestion: target.slice(openEnd, close).trim(),
    }),
  );
}

/** Whether what the checks say of it is remembered. */
export function isChecked(pair: PairRow, { from, to, checker }: PairReading): boolean {
  return checker.knows({ source: sourceOf(pair), target: pair.target_text, from, to });
}

/** What the original says now. */
const sourceOf = (pair: PairRow): string =>
  pair.stale_html === null ? pair.source_text : textOfRuns(htmlToRuns(pair.stale_html));

const engineWords = (name: string, version: string | null): string =>
  version === null ? name : `${name}, ${version}`;

function secondOf(pair: PairRow, second: SecondVersionRow, language: string): SecondVersion {
  return {
    text: second.target_text,
    engine: engineWords(second.engine_name, second.version),
    disagreements: disagreements(pair.target_text, second.target_text, language),
  };
}

/** The words by which a finding is known again: what it points at, on either side. */
function wordsOf(finding: PairFinding, source: string, target: string): string {
  const cut = (text: string, span: { start: number; end: number } | undefined) =>
    span ? text.slice(span.start, span.end) : '';
  return `${cut(target, finding.target)}|${cut(source, finding.source)}`.slice(0, 200);
}
