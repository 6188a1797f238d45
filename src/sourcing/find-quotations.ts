/**
 * The quotation finder: who says what in a text, by rule. Pure: text in, suggestions out; an editor confirms each. English
 * in full (direct, mixed and indirect speech); el, ru, uk, es, fr, de, it and ar by their own cue words and habits; any
 * other language by its quotation marks alone, without a speaker.
 */
import { findQuoteMarks, type QuoteMarks } from '../checks/quote-marks.ts';
import { type Span, splitParagraphs } from '../kit/paragraphs.ts';
import { readByTable } from './quotations/by-table.ts';
import { readEnglish } from './quotations/english.ts';
import { formTeller } from './quotations/form.ts';
import type { FoundQuotation, FoundStatement, RawStatement } from './quotations/found.ts';
import type { Hearer } from './quotations/hearer-words.ts';
import { addHops } from './quotations/hops-in-copy.ts';
import { nameSpeakers } from './quotations/name-speakers.ts';
import { withNamedBehind } from './quotations/named-behind.ts';

export type { FoundHop, FoundQuotation, FoundSpeaker, FoundStatement } from './quotations/found.ts';

const clock = /^\d{1,2}[:.]\d{2}(?:\s?(?:[ap]\.?m\.?|GMT|CET|Uhr))?\s*[:–—-]?\s+(?=\p{Lu})/u; // before an entry of a day's log
/** ELK BASIN, Wyo. (AP) — : where it was written from, before what is said. */
const dateline =
  /^\p{Lu}[\p{Lu}\s.'’-]{2,30}(?:,\s[\p{L}.]{2,15}(?:\s\d{1,2})?)?\s(?:\([^()]{2,20}\)\s)?(?:—|–|--|-)\s(?=\p{Lu})/u;
const LONGEST = 120_000; // characters that are read: some 20,000 words, longer than anything a paper prints in one piece
const LONGEST_PARAGRAPH = 10_000; // characters; a longer one is read in pieces, so that no rule looks too far

/** `language` is a BCP 47 tag; English where none is given. Linear in the text; very long text is read to a limit. */
export function findQuotations(
  given: string,
  { language = 'en' }: { language?: string } = {},
): FoundQuotation {
  const text = given.length > LONGEST ? given.slice(0, LONGEST) : given;
  const marks = findQuoteMarks(text, language);
  const paragraphs = splitParagraphs(text).flatMap(cut);
  const { statements: read, hearers } = readBy(text, language, paragraphs, marks);
  const raw = withNamedBehind(text, language, marks, read);
  const formOf = formTeller(text, marks);
  const { named, speakers } = nameSpeakers(text, raw, language);
  const statements = raw
    .map((each, index): FoundStatement => {
      const { speaker, sure } = named[index] ?? { speaker: null, sure: 1 };
      return {
        ...stated(text, each),
        form: each.form ?? formOf(each.content),
        speaker,
        confidence: rounded(each.confidence * sure),
      };
    })
    .sort((one, other) => (one.content[0]?.start ?? 0) - (other.content[0]?.start ?? 0));
  return { statements, speakers, hops: addHops(text, language, statements, hearers) };
}

function readBy(
  text: string,
  language: string,
  paragraphs: readonly Span[],
  marks: QuoteMarks,
): { statements: RawStatement[]; hearers: Hearer[] } {
  const short = language.slice(0, 2).toLowerCase();
  if (short === 'en') return { statements: readEnglish(text, paragraphs, marks), hearers: [] };
  return (
    readByTable(text, language, paragraphs, marks) ?? { statements: readMarks(text, marks), hearers: [] }
  );
}

/** A language without rules: what stands in quotation marks, when it is long enough to be speech. */
function readMarks(text: string, marks: QuoteMarks): RawStatement[] {
  return marks.pairs
    .filter(({ level, kind, openEnd, close }) => {
      const words = text.slice(openEnd, close);
      return (
        level === 1 &&
        kind !== 'title' &&
        (words.split(/\s+/u).length >= 4 ||
          /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Thai}]{10}/u.test(words))
      );
    })
    .map(({ openEnd, close }) => ({
      content: [{ start: openEnd, end: close }],
      cue: null,
      source: null,
      confidence: 0.25,
      quoted: true,
    }));
}

function stated(text: string, raw: RawStatement): Omit<FoundStatement, 'form' | 'speaker' | 'confidence'> {
  const content = raw.content
    .toSorted((one, other) => one.start - other.start)
    .map((span, index) => {
      const lead = index === 0 ? text.slice(span.start, span.end) : '';
      const time = (clock.exec(lead) ?? (raw.quoted ? null : dateline.exec(lead)))?.[0].length;
      return time === undefined ? span : { start: span.start + time, end: span.end };
    });
  return {
    content,
    said: content.map(({ start, end }) => text.slice(start, end)).join(' '),
    cue: raw.cue ? text.slice(raw.cue.start, raw.cue.end) : '',
    cueAt: raw.cue,
    speakerAt: raw.source,
    hops: [],
  };
}

function cut({ start, end }: Span): Span[] {
  const pieces: Span[] = [];
  for (let at = start; at < end; at += LONGEST_PARAGRAPH)
    pieces.push({ start: at, end: Math.min(end, at + LONGEST_PARAGRAPH) });
  return pieces;
}

function rounded(confidence: number): number {
  return Math.round(confidence * 100) / 100;
}
