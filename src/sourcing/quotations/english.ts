/**
 * Who says what in English: the rules put together, sentence by sentence. What a paragraph says by itself is remembered: copy that is
 * written on is read again after every save, and most of it stands as it stood.
 */
import type { QuoteMarks } from '../../checks/quote-marks.ts';
import { once } from '../../kit/once.ts';
import type { Span } from '../../kit/paragraphs.ts';
import { rememberAsked } from '../../kit/remember.ts';
import { withoutCarriers } from './carriers.ts';
import { type QuotedPart, type Sentence, speechParts, speechSentences } from './english-items.ts';
import { QuotationRun } from './english-quotations.ts';
import { readSentence } from './english-sentence.ts';
import { formsOfCues } from './english-words.ts';
import type { RawStatement } from './found.ts';

const PARAGRAPHS = 2_000; // that are remembered: of some fifty pieces

const cueForms = once(formsOfCues);

interface SentenceReading {
  sentence: Sentence;
  statements: RawStatement[];
}

/** Offsets are those of the paragraph. `parts`: where quotations stand in it, and whether they begin before it or go on after it. */
const readParagraph = rememberAsked(
  ({ text, parts }: { text: string; parts: readonly QuotedPart[] }): SentenceReading[] => {
    const words = cueForms();
    const own = parts.map((part) => ({ ...part, inner: [] }));
    return speechSentences(text, { start: 0, end: text.length }, own, words).map((sentence) => ({
      sentence,
      statements: withoutCarriers(text, readSentence(text, sentence, words)),
    }));
  },
  PARAGRAPHS,
);

/** Statements in the order in which their cues stand. */
export function readEnglish(text: string, paragraphs: readonly Span[], marks: QuoteMarks): RawStatement[] {
  const parts = speechParts(text, paragraphs, marks);
  const run = new QuotationRun(text);
  for (const [index, { start, end }] of paragraphs.entries()) {
    const own = (parts[index] ?? []).map((part) => ({ ...part, content: movedSpan(part.content, -start) }));
    run.beginParagraph();
    for (const read of readParagraph({ text: text.slice(start, end), parts: own })) {
      const { sentence, statements } = moved(read, start);
      run.add(sentence, statements);
    }
    run.endParagraph();
  }
  return run.end(cueForms());
}

/** The same where its paragraph stands in the text; what is remembered is not changed by whoever goes on with it. */
function moved({ sentence, statements }: SentenceReading, by: number): SentenceReading {
  const quotes = new Map<QuotedPart, QuotedPart>();
  const movedQuote = (quote: QuotedPart): QuotedPart => {
    const known = quotes.get(quote);
    if (known) return known;
    const inner = quote.inner.map((token) => ({ ...token, ...movedSpan(token, by) }));
    const made = { ...quote, content: movedSpan(quote.content, by), inner };
    quotes.set(quote, made);
    return made;
  };
  return {
    sentence: {
      items: sentence.items.map((item) => ({
        ...item,
        ...movedSpan(item, by),
        quote: item.quote && movedQuote(item.quote),
      })),
    },
    statements: statements.map((statement) => ({
      ...statement,
      content: statement.content.map((span) => movedSpan(span, by)),
      cue: statement.cue && movedSpan(statement.cue, by),
      source: statement.source && movedSpan(statement.source, by),
    })),
  };
}

const movedSpan = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });
