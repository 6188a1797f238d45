/** Checks one file's copy, and puts what was found back at its place in the file. */

import type { Finding, Severity } from '../../checks/check.ts';
import { checkCopy, LONGEST_COPY } from '../../checks/check-copy.ts';
import { findQuotations } from '../../sourcing/find-quotations.ts';
import { languageOf } from '../../wire/reading/language.ts';
import { missingInBare } from './bare-parts.ts';
import { checkableOf, type GivenCopy } from './given-copy.ts';
import type { MappedText } from './mapped.ts';
import { plainLanguageOf } from './plain-language.ts';
import { readGiven } from './read-given.ts';

export interface CheckReport {
  check: string;
  severity: Severity;
  /** UTF-16 offsets in the file's text as given; both 0 where something is missing. */
  start: number;
  end: number;
  text: string;
  message: string;
  suggestion: string | null;
}

export interface CheckedStatement {
  form: string;
  content: { start: number; end: number }[];
  cue: string;
  /** Where the cue and the speaker stand in the file; null where there is none. */
  cueAt: { start: number; end: number } | null;
  speaker: string | null;
  speakerAt: { start: number; end: number } | null;
  said: string;
  hops: { party: string; act: string; url: string | null }[];
  confidence: number;
}

export interface CheckAnswer {
  findings: CheckReport[];
  statements: CheckedStatement[];
  speakers: { name: string; variants: string[]; roles: string[] }[];
  hops: { party: string; act: string; url: string | null }[];
}

export interface CheckRequest {
  /** BCP 47; found out where not given. */
  language: string | null;
  publishedAt: number | null;
  /** The original's text and the name of its file. */
  source: { text: string; name: string } | null;
}

const SAMPLE = 4_000; // units that tell the language

/** Null when there is more copy in it than is read. */
export async function checkText(
  text: string,
  name: string,
  asked: CheckRequest,
): Promise<{ answer: CheckAnswer; language: string } | null> {
  const answer: CheckAnswer = { findings: [], statements: [], speakers: [], hops: [] };
  let language = asked.language ?? '';
  const originals = asked.source ? readGiven(asked.source.text, asked.source.name) : [];
  const copies = readGiven(text, name);
  if (copies.reduce((sum, copy) => sum + copy.body.length, 0) > LONGEST_COPY) return null;
  for (const [index, copy] of copies.entries()) {
    language = await languageFor(copy, asked.language);
    checkOne(answer, text, copy, language, asked);
    const original = originals[index];
    if (original)
      answer.findings.push(
        ...(await besideOriginal(text, copy, language, original, await languageFor(original, null))),
      );
  }
  answer.findings.sort((one, other) => ranks[one.severity] - ranks[other.severity]);
  return { answer, language };
}

const ranks = { critical: 0, major: 1, minor: 2 };

async function languageFor(copy: GivenCopy, said: string | null): Promise<string> {
  if (said) return said;
  const words = `${copy.headline.text}\n${copy.body.text.slice(0, SAMPLE)}`;
  const plain = copy.language === null ? plainLanguageOf(words) : null;
  if (plain) return plain;
  return (await languageOf(words, copy.language)).language ?? '';
}

/** What the translation says otherwise than its original, part by part. */
async function besideOriginal(
  text: string,
  copy: GivenCopy,
  language: string,
  original: GivenCopy,
  originalLanguage: string,
): Promise<CheckReport[]> {
  // Only a translation waits for what is read of two languages.
  const { checkTranslation } = await import('../../checks/bilingual/check-translation.ts');
  const isSplit = copy.headline.length > 0 && original.headline.length > 0;
  const parts = isSplit ? (['headline', 'body'] as const) : (['body'] as const);
  return parts.flatMap((part) =>
    checkTranslation({
      original: wholeOf(original, part, isSplit),
      originalLanguage,
      translation: wholeOf(copy, part, isSplit),
      translationLanguage: language,
    }).map((finding) => told({ ...finding, ...unshifted(finding, copy, part, isSplit) }, copy, text)),
  );
}

/** Where only one of the two has a headline, it is read as the first paragraph of its text. */
function wholeOf(copy: GivenCopy, part: 'headline' | 'body', isSplit: boolean): string {
  const lead = isSplit || copy.headline.length === 0 ? '' : `${copy.headline.text}\n\n`;
  return lead + copy[part].text;
}

function unshifted(finding: Finding, copy: GivenCopy, part: 'headline' | 'body', isSplit: boolean) {
  const { start, end } = finding;
  const shift = isSplit || copy.headline.length === 0 ? 0 : copy.headline.length + 2;
  if (shift > 0 && start < shift)
    return { part: 'headline' as const, start, end: Math.min(end, copy.headline.length) };
  return { part, start: start - shift, end: end - shift };
}

function checkOne(
  answer: CheckAnswer,
  text: string,
  copy: GivenCopy,
  language: string,
  asked: CheckRequest,
): void {
  const publishedAt = asked.publishedAt ?? copy.publishedAt;
  const findings = checkCopy(checkableOf(copy, { language, publishedAt }));
  answer.findings.push(...findings.map((finding) => told(finding, copy, text)));
  if (copy.body.length === 0) return;
  const found = findQuotations(copy.body.text, { language: language || 'und' });
  answer.statements.push(...found.statements.map((each) => statementTold(each, copy.body)));
  answer.speakers.push(...found.speakers.map(({ name, variants, roles }) => ({ name, variants, roles })));
  answer.hops.push(...found.hops.map(({ party, act, url }) => ({ party, act, url })));
  const isPassedOn = found.hops.length > 0 || findings.some(({ check }) => check === 'agency-line');
  const lacks = missingInBare(copy, { language, publishedAt, isPassedOn });
  answer.findings.push(...lacks.map((finding) => told(finding, copy, text)));
}

function statementTold(
  each: ReturnType<typeof findQuotations>['statements'][number],
  body: MappedText,
): CheckedStatement {
  const { form, content, cue, cueAt, speaker, speakerAt, said, hops, confidence } = each;
  return {
    form,
    content: content.map((span) => body.place(span)),
    cue,
    cueAt: cueAt && body.place(cueAt),
    speaker,
    speakerAt: speakerAt && body.place(speakerAt),
    said,
    hops,
    confidence,
  };
}

function told(finding: Finding, copy: GivenCopy, text: string): CheckReport {
  const { check, severity, message } = finding;
  const place = placeOf(finding, copy);
  return {
    check,
    severity,
    ...place,
    text: text.slice(place.start, place.end),
    message,
    suggestion: finding.suggestion ?? null,
  };
}

function placeOf(finding: Finding, copy: GivenCopy): { start: number; end: number } {
  if (finding.end === 0 || finding.part === 'byline' || finding.part === 'hops') return { start: 0, end: 0 };
  return copy[finding.part].place(finding);
}
