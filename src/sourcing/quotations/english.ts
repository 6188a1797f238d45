/** Who says what in English: the rules put together, sentence by sentence. */
import type { QuoteMarks } from '../../checks/quote-marks.ts';
import { once } from '../../kit/once.ts';
import type { Span } from '../../kit/paragraphs.ts';
import { speechParts, speechSentences } from './english-items.ts';
import { QuotationRun } from './english-quotations.ts';
import { readSentence } from './english-sentence.ts';
import { formsOfCues } from './english-words.ts';
import type { RawStatement } from './found.ts';

const cueForms = once(formsOfCues);

/** Statements in the order in which their cues stand. */
export function readEnglish(text: string, paragraphs: readonly Span[], marks: QuoteMarks): RawStatement[] {
  const words = cueForms();
  const parts = speechParts(text, paragraphs, marks);
  const run = new QuotationRun(text);
  for (const [index, paragraph] of paragraphs.entries()) {
    const sentences = speechSentences(text, paragraph, parts[index] ?? [], words);
    run.beginParagraph();
    for (const sentence of sentences) run.add(sentence, readSentence(text, sentence, words));
    run.endParagraph();
  }
  return run.end(words);
}
