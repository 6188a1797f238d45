/** Who says what in a language that has a table of cue words: by patterns over sentences whose quotations are masked. */
import type { QuoteMarks } from '../../checks/quote-marks.ts';
import { once } from '../../kit/once.ts';
import type { Span } from '../../kit/paragraphs.ts';
import { splitSentences } from '../../kit/sentences.ts';
import { cueTables } from './cue-tables.ts';
import { readDialogue } from './dialogue.ts';
import type { RawStatement } from './found.ts';
import { hearersIn } from './heard-by.ts';
import type { Hearer } from './hearer-words.ts';
import { hopOpening } from './hop-tables.ts';
import { readIncise } from './incise.ts';
import { blankOut, MASK, maskQuotations, trim, trimEnd } from './masked.ts';
import { phraseAfter, phraseBefore, phrasesOf, type TableReader } from './table-phrases.ts';

const LONG_QUOTATION = 4; // words

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
  const reader: TableReader = {
    text,
    masked: blankOut(masked, hearers),
    quotes: quotes.filter(({ whole }) => !isWithin(hearers, whole)),
    ...patterns,
    language,
    hearers,
  };
  const statements: RawStatement[] = [];
  for (const paragraph of paragraphs) {
    const spoken = readDialogue(reader, paragraph);
    if (spoken) statements.push(...spoken);
    else readParagraph(reader, language, paragraph, statements);
  }
  return { statements, hearers };
}

/** An outlet in quotation marks is a name and not speech. */
function isWithin(hearers: readonly Hearer[], { start, end }: Span): boolean {
  return hearers.some((hearer) => hearer.start <= start && end <= hearer.end);
}

function readParagraph(
  reader: TableReader,
  language: string,
  paragraph: Span,
  statements: RawStatement[],
): void {
  let last: RawStatement | null = null;
  for (const sentence of sentencesIn(reader, language, paragraph)) {
    const here = readSentence(reader, sentence);
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
      const within = readIncise(reader, quote.content);
      if (within)
        here.push({
          ...{ ...within, implied: !within.source, quoted: true, form: 'direct' },
          confidence: certainty(reader, within.content, within.source, 0.9),
        });
      else if (alone && last) last.content.push(quote.content);
      else if (words >= LONG_QUOTATION)
        here.push({ content: [quote.content], cue: null, source: null, confidence: 0.3, quoted: true });
    }
    statements.push(...here);
    last = here.findLast(({ quoted, source, cue }) => quoted && (source ?? cue)) ?? last;
  }
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
  const statements: RawStatement[] = [];
  for (const match of here.matchAll(phrases.verb)) {
    const cue = { start: sentence.start + match.index, end: sentence.start + match.index + match[0].length };
    const statement = byVerb(reader, sentence, cue);
    if (statement && !statements.some((each) => sharesContent(each, statement))) statements.push(statement);
  }
  for (const match of here.matchAll(phrases.according)) {
    const cue = { start: sentence.start + match.index, end: sentence.start + match.index + match[0].length };
    const source = phraseAfter(reader, cue.end, sentence.end, true);
    const content = source && aroundAside(reader, sentence, { start: cue.start, end: source.end });
    if (content) statements.push({ content, cue, source, confidence: 0.7, quoted: false });
  }
  return statements;
}

function sharesContent(one: RawStatement, other: RawStatement): boolean {
  return (
    one.content.some((a) => other.content.some((b) => a.start < b.end && b.start < a.end)) &&
    one.quoted &&
    other.quoted
  );
}

function byVerb(reader: TableReader, sentence: Span, cue: Span): RawStatement | null {
  const { masked, phrases } = reader;
  const before = masked.slice(sentence.start, cue.start);
  const quoteBefore = /\ue000[\s,،.;—–-]*$/u.test(before.replace(phrases.betweenEnd, ''));
  const commaBefore = /(?:^|[^\s])\s*[,،—–]\s*$/u.test(before.replace(phrases.betweenEnd, ''));
  if (!quoteBefore && phrases.unlessAfter?.test(before)) return null;
  if (masked.slice(cue.start, cue.end) === 'so' && !quoteBefore) return null; // German: ‘„…“, so der Sprecher’
  if (quoteBefore || commaBefore) {
    const source = namedAfter(reader, phraseAfter(reader, cue.end, sentence.end, false), sentence.end);
    const opened = phrases.opensHere.test(masked.slice(source?.end ?? cue.end, sentence.end));
    if (quoteBefore || (source && !opened)) {
      const helped = before.replace(phrases.betweenEnd, '').length; // ‘…, a dit’: the helping word is no part of what is said
      const aside = { start: sentence.start + helped, end: source?.end ?? cue.end };
      const own = quoteBefore ? (source ?? phraseBefore(reader, sentence, cue.start)) : source;
      const content = quoteBefore
        ? quotationsAround(reader, sentence, aside)
        : aroundAside(reader, sentence, aside);
      if (content)
        return {
          content,
          cue,
          source: own,
          implied: !own && phrases.dropsSubject,
          confidence: certainty(reader, content, own, 0.9),
          quoted: quoteBefore,
        };
    }
  }
  const source =
    phraseBefore(reader, sentence, cue.start) ?? phraseAfter(reader, cue.end, sentence.end, false);
  const from = source && source.start > cue.end ? source.end : cue.end;
  const content = afterCue(reader, sentence, from);
  if (!content || (!source && !phrases.dropsSubject)) return null;
  return {
    content: [content.span],
    cue,
    source,
    implied: !source,
    confidence: certainty(reader, [content.span], source, content.quoted ? 0.9 : 0.7),
    quoted: content.quoted,
  };
}

/** ‘…, said the head of the canton, Petra Vogt’: the name behind the post is who it is. */
function namedAfter({ text }: TableReader, source: Span | null, end: number): Span | null {
  if (!source || /\p{Lu}/u.test(text.slice(source.start, source.end))) return source;
  const name = /^[,،]\s*(\p{Lu}[\p{L}\p{M}’'-]+(?:\s+\p{Lu}[\p{L}\p{M}’'-]+){1,3})(?=[,.;]|\s*$)/u.exec(
    text.slice(source.end, end),
  );
  if (!name?.[1]) return source;
  const at = source.end + name[0].length;
  return { start: at - name[1].length, end: at };
}

function certainty(
  { quotes }: TableReader,
  content: readonly Span[],
  source: Span | null,
  sure: number,
): number {
  const damaged = quotes.some(
    (quote) =>
      quote.damaged &&
      content.some(({ start, end }) => quote.content.start >= start && quote.content.end <= end),
  );
  return sure * (damaged ? 0.7 : 1) * (source ? 1 : 0.75);
}

/** What follows a cue: a quotation, or a clause behind its opening word. */
function afterCue(
  { masked, phrases, text, quotes }: TableReader,
  sentence: Span,
  from: number,
): { span: Span; quoted: boolean } | null {
  const rest = masked.slice(from, sentence.end);
  const opening = phrases.opensAhead.exec(rest);
  const mark = rest.indexOf(MASK);
  const stop = /[.;]\s/u.exec(rest)?.index ?? rest.length;
  const end = trimEnd(text, sentence.end);
  if (opening && (mark < 0 || opening.index < mark)) {
    const start = from + opening.index + (opening[0].length - opening[0].trimStart().length);
    return end - start > 3
      ? {
          span: { start: start + (/^[,،:]\s*/u.exec(text.slice(start))?.[0].length ?? 0), end },
          quoted: false,
        }
      : null;
  }
  if (mark >= 0 && mark < Math.min(stop, 120)) {
    const quote = quotes.find(({ whole }) => whole.start === from + mark);
    const tail = masked.slice(quote?.whole.end ?? from, sentence.end);
    if (quote && /^[\s.,!?;]*$/u.test(tail)) return { span: quote.content, quoted: true };
    if (quote && /:\s*$/u.test(masked.slice(from, quote.whole.start)))
      return { span: quote.content, quoted: true };
    if (quote)
      return {
        span: { start: quote.whole.start, end: /^[,،]/u.test(tail) ? quote.whole.end : end },
        quoted: false,
      };
  }
  const bare = phrases.bareComma ? /^[^,.:;]{0,60}[,:]\s+/u.exec(rest) : /^\s*[^,.:;]{0,40}:\s+/u.exec(rest);
  if (!bare || from + bare[0].length >= end) return null;
  // ‘X demands Y, said Z’ is Z's.
  if (rest.slice(bare[0].length).search(phrases.verb) === 0) return null;
  return { span: { start: from + bare[0].length, end }, quoted: false };
}

/** The quotations on both sides of ‘…, said X, …’. */
function quotationsAround({ quotes, masked }: TableReader, sentence: Span, aside: Span): Span[] | null {
  const before = quotes.findLast(({ whole }) => whole.start >= sentence.start && whole.end <= aside.start);
  if (!before) return null;
  const lead = masked.slice(sentence.start, before.whole.start).trim();
  const first =
    lead.length > 12 && !/[:,]$/u.test(lead)
      ? { start: sentence.start, end: before.whole.end }
      : before.content;
  const after = quotes.find(({ whole }) => whole.start >= aside.end && whole.end <= sentence.end);
  const joined = after && /^[^\p{L}]*$/u.test(masked.slice(aside.end, after.whole.start));
  return joined ? [first, after.content] : [first];
}

/** The clause on both sides of words set between commas; or woven into it: ‘Verletzt wurde laut Polizei niemand, …’. */
function aroundAside(
  { text, masked, hopOpening: namesHop }: TableReader,
  sentence: Span,
  aside: Span,
): Span[] | null {
  const spans: Span[] = [];
  const start = /^[\s—–-]*/u.exec(text.slice(sentence.start, aside.start))?.[0].length ?? 0;
  const before = { start: sentence.start + start, end: trimEnd(text, aside.start) };
  const rest = masked.slice(aside.end, sentence.end);
  const isWoven =
    !/[,،—–]\s*$/u.test(text.slice(sentence.start, aside.start)) && /^\s+[\p{L}\p{N}]/u.test(rest);
  const skip = /^[^,،.;]{0,60}[,،]\s*/u.exec(isWoven ? ',' : rest)?.[0].length ?? -1;
  const after = { start: aside.end + Math.max(0, skip), end: trimEnd(text, sentence.end) };
  if (before.end - before.start > 8) spans.push(before);
  if (skip >= 0 && after.end - after.start > 8 && !namesHop.test(text.slice(after.start, after.end)))
    spans.push(after);
  if (spans.length === 0 && after.end - aside.end > 8 && aside.start - sentence.start < 4)
    spans.push({ start: aside.end + 1, end: after.end });
  return spans.length > 0 ? spans : null;
}
