/** Who says what in a language that has a table of cue words: by patterns over sentences whose quotations are masked. */
import type { QuoteMarks } from '../../checks/quote-marks.ts';
import { once } from '../../kit/once.ts';
import type { Span } from '../../kit/paragraphs.ts';
import { splitSentences } from '../../kit/sentences.ts';
import { withoutCarriers } from './carriers.ts';
import { readContinued } from './continued.ts';
import { cueTables } from './cue-tables.ts';
import { readDialogue } from './dialogue.ts';
import type { RawStatement } from './found.ts';
import { hearersIn } from './heard-by.ts';
import type { Hearer } from './hearer-words.ts';
import { hopOpening } from './hop-tables.ts';
import { readIncise } from './incise.ts';
import { blankOut, maskQuotations, trim } from './masked.ts';
import { impersonal, isOtherPer } from './no-view.ts';
import { isOwnName } from './own-name.ts';
import { afterCue, aroundAside, quotationsAround } from './table-content.ts';
import { afterLabel, calledIt } from './table-naming.ts';
import { namedAfter, phraseAfter, phraseBefore, phrasesOf, type TableReader } from './table-phrases.ts';
import { openingSubject, tableSubject } from './table-subjects.ts';
import { cutAtContrast, endBefore } from './two-speakers.ts';
import { byPlace } from './unlisted-cue.ts';

const LONG_QUOTATION = 4; // words
const SHORT_QUOTATION = 3; // words of a whole sentence in marks, next to one that names who speaks

/** The patterns of each table, made when its language is first read. */
const readers = Object.fromEntries(
  Object.entries(cueTables).map(([language, table]) => [
    language,
    once(() => ({ phrases: phrasesOf(table), hopOpening: hopOpening(language) })),
  ]),
);

/** Null for a language without a table. */
export function readByTable(
  text: string,
  language: string,
  paragraphs: readonly Span[],
  marks: QuoteMarks,
): { statements: RawStatement[]; hearers: Hearer[] } | null {
  const patterns = readers[language.slice(0, 2).toLowerCase()]?.();
  if (!patterns) return null;
  const quotes = marks.pairs
    .filter(({ level, kind, close, openEnd }) => level === 1 && kind !== 'title' && close > openEnd)
    .map((pair) => ({
      content: trim(text, { start: pair.openEnd, end: pair.close }),
      whole: { start: pair.open, end: pair.closeEnd },
      damaged: pair.turned.length > 0,
    }));
  const masked = maskQuotations(text, quotes);
  const hearers = hearersIn(text, masked, language);
  const ownNames = quotes.filter(
    ({ whole }) => !isWithin(hearers, whole) && isOwnName(text, whole, patterns.phrases.verb),
  );
  const covered = [...hearers, ...ownNames.map(({ whole }) => whole)].sort(
    (one, other) => one.start - other.start,
  );
  const reader: TableReader = {
    text,
    masked: blankOut(masked, covered),
    quotes: quotes.filter((quote) => !ownNames.includes(quote) && !isWithin(hearers, quote.whole)),
    ...patterns,
    language,
    hearers,
  };
  const statements: RawStatement[] = readContinued(reader, marks);
  let before: Span | null = null;
  for (const paragraph of paragraphs) {
    const spoken = readDialogue(reader, paragraph);
    if (spoken) statements.push(...spoken);
    else before = readParagraph(reader, language, paragraph, statements, before);
  }
  return { statements, hearers };
}

/** An outlet in quotation marks is a name and not speech. */
function isWithin(hearers: readonly Hearer[], { start, end }: Span): boolean {
  return hearers.some((hearer) => hearer.start <= start && end <= hearer.end);
}

/** `named`: whom the sentence before it is about; answers whom its own last one is. */
function readParagraph(
  reader: TableReader,
  language: string,
  paragraph: Span,
  statements: RawStatement[],
  named: Span | null,
): Span | null {
  let last: RawStatement | null = null;
  let before = named;
  for (const sentence of sentencesIn(reader, language, paragraph)) {
    const read = withoutCarriers(reader.text, readSentence(reader, sentence));
    const here: RawStatement[] = read.map((each) => ({ ...each, before }));
    for (const quote of reader.quotes.filter(
      ({ whole }) => whole.start >= sentence.start && whole.end <= sentence.end,
    )) {
      if (
        here.some(({ content }) =>
          content.some((span) => span.start <= quote.content.start && quote.content.end <= span.end),
        )
      )
        continue;
      const words = reader.text.slice(quote.content.start, quote.content.end).split(/\s+/u).length;
      const alone = /^[\s\p{P}\ue000]*$/u.test(reader.masked.slice(sentence.start, sentence.end));
      const placed = byPlace(reader, sentence, quote);
      const within = placed ? null : readIncise(reader, quote.content);
      if (placed) here.push({ ...placed, before });
      else if (within)
        here.push({
          ...within,
          implied: !within.source,
          quoted: true,
          form: 'direct',
          confidence: certainty(reader, within.content, within.source !== null, 0.9),
        });
      else if (alone && last?.quoted) last.content.push(quote.content);
      else if (alone && last?.source && words >= SHORT_QUOTATION) here.push(goingOn(quote.content, last));
      else if (words >= LONG_QUOTATION)
        here.push({ content: [quote.content], cue: null, source: null, confidence: 0.3, quoted: true });
    }
    statements.push(...here);
    last =
      here.findLast(({ quoted, source, cue }) => quoted && (source ?? cue)) ??
      here.findLast(({ source }) => source) ??
      last;
    if (here.some(({ source }) => source)) before = null;
    else before = openingSubject(reader, sentence, sentence.end) ?? before;
  }
  return before;
}

/** ‘X sagte, die Pumpen seien alt. „Niemand hat sie angesehen.“’: the same speaker, in a statement of its own. */
function goingOn(content: Span, { cue, source }: RawStatement): RawStatement {
  return { content: [content], cue, source, confidence: 0.75, quoted: true };
}

/** Sentences whose ends are not within a quotation; a cue in lower case after one goes with it. */
function sentencesIn({ masked, text }: TableReader, language: string, paragraph: Span): Span[] {
  const sentences: Span[] = [];
  const part = masked.slice(paragraph.start, paragraph.end);
  for (const { start, end } of splitSentences(part, language)) {
    const span = { start: start + paragraph.start, end: end + paragraph.start };
    sentences.push(...cutAfterQuotations(text, masked, span));
  }
  return sentences;
}

/** «…» Он ушёл: a quotation that ends with a stop ends the sentence when a capital follows. */
function cutAfterQuotations(text: string, masked: string, { start, end }: Span): Span[] {
  const spans: Span[] = [];
  let from = start;
  for (const match of masked.slice(start, end).matchAll(/\ue000(?=\s+(?:\p{Lu}|\ue000))/gu)) {
    const at = start + match.index + 1;
    if (!/[.!?…][»”“"’'\s]*$/u.test(text.slice(Math.max(start, at - 5), at))) continue;
    spans.push({ start: from, end: at });
    from = at;
  }
  spans.push({ start: from, end });
  return spans;
}

function readSentence(reader: TableReader, sentence: Span): RawStatement[] {
  const { masked, phrases } = reader;
  const here = masked.slice(sentence.start, sentence.end);
  const labelled = afterLabel(reader, sentence);
  if (labelled) return [labelled];
  const statements: RawStatement[] = [];
  for (const match of here.matchAll(phrases.verb)) {
    const cue = { start: sentence.start + match.index, end: sentence.start + match.index + match[0].length };
    const statement = byVerb(reader, sentence, cue, statements);
    if (statement && !statements.some((each) => sharesContent(each, statement))) statements.push(statement);
  }
  for (const statement of calledIt(reader, sentence, statements))
    if (!statements.some((each) => covers(each, statement))) statements.push(statement);
  for (const match of here.matchAll(phrases.according)) {
    const cue = { start: sentence.start + match.index, end: sentence.start + match.index + match[0].length };
    const source = namedAfter(reader, phraseAfter(reader, cue.end, sentence.end, true), sentence.end);
    if (isOtherPer(reader, sentence, cue, source)) continue;
    const content = source && aroundAside(reader, sentence, { start: cue.start, end: source.end });
    if (content) statements.push({ content, cue, source, confidence: 0.7, quoted: false });
  }
  cutAtContrast(reader.masked, statements);
  return statements;
}

// ‘«…», scritto da Paolo Russo’: a work and whose it is.
const writtenBy = /^\p{Ll}+(?:t[oa] (?:da|dal|dalla) |[éiut]e? par |[dth]o por )/u;

function covers(one: RawStatement, other: RawStatement): boolean {
  return one.content.some((a) => other.content.some((b) => a.start <= b.start && b.end <= a.end));
}

function sharesContent(one: RawStatement, other: RawStatement): boolean {
  return (
    one.content.some((a) => other.content.some((b) => a.start < b.end && b.start < a.end)) &&
    one.quoted &&
    other.quoted
  );
}

function byVerb(
  reader: TableReader,
  sentence: Span,
  cue: Span,
  earlier: readonly RawStatement[],
): RawStatement | null {
  const { masked, phrases } = reader;
  const before = masked.slice(sentence.start, cue.start);
  const bare = before.replace(phrases.betweenEnd, '');
  const quoteBefore = /\ue000[\s,،.;—–-]*$/u.test(bare);
  const commaBefore = /(?:^|[^\s])\s*[,،—–]\s*$/u.test(bare);
  if (!quoteBefore && phrases.unlessAfter?.test(before)) return null;
  if (quoteBefore && writtenBy.test(masked.slice(cue.start, sentence.end))) return null;
  if (impersonal.test(masked.slice(cue.start, sentence.end))) return null;
  if (masked.slice(cue.start, cue.end) === 'so' && !quoteBefore) return null; // German: ‘„…“, so der Sprecher’
  const aside = quoteBefore || commaBefore ? asAside(reader, sentence, cue, quoteBefore) : null;
  return aside ?? byClause(reader, sentence, cue, earlier);
}

/** ‘…, said X’ behind what is said, or in its middle. */
function asAside(reader: TableReader, sentence: Span, cue: Span, quoteBefore: boolean): RawStatement | null {
  const { masked, phrases } = reader;
  const source = namedAfter(reader, phraseAfter(reader, cue.end, sentence.end, false), sentence.end);
  const opened = phrases.opensHere.test(masked.slice(source?.end ?? cue.end, sentence.end));
  const isLast = /^[\s.!…]*$/u.test(masked.slice(cue.end, sentence.end));
  const isDropped = !source && phrases.dropsSubject && isLast; // ‘…, añadió.’
  if (!quoteBefore && !isDropped && (!source || opened)) return null;
  const helped = masked.slice(sentence.start, cue.start).replace(phrases.betweenEnd, '').length; // ‘…, a dit’: no part of what is said
  const aside = { start: sentence.start + helped, end: source?.end ?? cue.end };
  const own = quoteBefore ? (source ?? phraseBefore(reader, sentence, cue.start)) : source;
  const content = quoteBefore
    ? quotationsAround(reader, sentence, aside)
    : aroundAside(reader, sentence, aside);
  if (!content) return null;
  const implied = !own && phrases.dropsSubject;
  return {
    content,
    cue,
    source: own,
    implied,
    confidence: certainty(
      reader,
      content,
      own !== null || implied,
      quoteBefore ? 0.9 : isDropped ? 0.75 : 0.9,
    ),
    quoted: quoteBefore,
  };
}

/** ‘X said that …’. A clause that shares its subject with the one before ends what that one says. */
function byClause(
  reader: TableReader,
  sentence: Span,
  cue: Span,
  earlier: readonly RawStatement[],
): RawStatement | null {
  const { phrases } = reader;
  const { source, joinedAt } = tableSubject(reader, sentence, cue, earlier);
  const from = source && source.start > cue.end ? source.end : cue.end;
  const content = afterCue(reader, sentence, from);
  if (!content || (!source && !phrases.dropsSubject)) return null;
  if (joinedAt !== null) endBefore(earlier, joinedAt);
  return {
    content: [content.span],
    cue,
    source,
    implied: !source,
    confidence: certainty(reader, [content.span], true, content.quoted ? 0.9 : 0.7),
    quoted: content.quoted,
  };
}

function certainty(
  { quotes }: TableReader,
  content: readonly Span[],
  hasSpeaker: boolean,
  sure: number,
): number {
  const damaged = quotes.some(
    (quote) =>
      quote.damaged &&
      content.some(({ start, end }) => quote.content.start >= start && quote.content.end <= end),
  );
  return sure * (damaged ? 0.7 : 1) * (hasSpeaker ? 1 : 0.75);
}
