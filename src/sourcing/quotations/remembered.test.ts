/** What a paragraph was found to say is remembered: a text is read as if it never had been, wherever its paragraphs stood before. */
import { describe, expect, it } from 'vitest';
import { readCopyPieces } from '../../../tests/support/copy-pieces.ts';
import { findQuoteMarks } from '../../checks/quote-marks.ts';
import { splitParagraphs } from '../../kit/paragraphs.ts';
import { readEnglish } from './english.ts';
import { speechParts, speechSentences } from './english-items.ts';
import { QuotationRun } from './english-quotations.ts';
import { readSentence } from './english-sentence.ts';
import { formsOfCues } from './english-words.ts';
import type { RawStatement } from './found.ts';

const bodies = readCopyPieces()
  .filter(({ language }) => language === 'en')
  .flatMap(({ clean, broken }) => [clean.bodyText, broken.bodyText])
  .concat(
    '“We saw the lights go out,” Eleni Doukas said.\n\n“Then nobody came,” she added. “Nobody at all came that night.”',
    '“The quay is closed, and it stays closed.\n\n“It stays closed until Monday,” said Nikos Vardas.',
    'KENT: We saw it from the pier.\n\nVARDAS: We did not see it at all.',
  );
const words = formsOfCues();

/** The same rules over the whole text, where it stands, with nothing kept. */
function readAtOnce(text: string): RawStatement[] {
  const [paragraphs, marks] = [splitParagraphs(text), findQuoteMarks(text, 'en')];
  const parts = speechParts(text, paragraphs, marks);
  const run = new QuotationRun(text);
  for (const [index, paragraph] of paragraphs.entries()) {
    run.beginParagraph();
    for (const sentence of speechSentences(text, paragraph, parts[index] ?? [], words))
      run.add(sentence, readSentence(text, sentence, words));
    run.endParagraph();
  }
  return run.end(words);
}

const read = (text: string) => readEnglish(text, splitParagraphs(text), findQuoteMarks(text, 'en'));

describe('English that was read before', () => {
  it('is read as by the rules over the whole text, alone and behind other copy', () => {
    for (const [at, body] of bodies.entries()) {
      expect(read(body)).toEqual(readAtOnce(body));
      const behind = `${bodies[at - 1] ?? ''}\n\nThe council met on Tuesday.\n\n${body}`;
      expect(read(behind)).toEqual(readAtOnce(behind));
    }
  });

  it('is not changed by whoever was handed it', () => {
    const text = bodies.at(-3) ?? '';
    const before = JSON.stringify(read(text));
    for (const statement of read(text)) statement.content.push({ start: 0, end: 1 });
    expect(JSON.stringify(read(text))).toBe(before);
  });
});
