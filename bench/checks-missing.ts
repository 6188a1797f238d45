/** Sentences and paragraphs that went missing, or came in, in longer texts: made of DEMETR's sentences, six and eighteen at a time. */
import { checkTranslation } from '../src/checks/bilingual/check-translation.ts';

export interface Sentence {
  source: string;
  target: string;
  language: string;
}

export interface MissingFigures {
  /** Percent of texts in which the missing or added part was found, and no other was. */
  sentence: number;
  paragraph: number;
  added: number;
  /** Percent of whole texts in which something was said to be missing or added. */
  falseAlarms: number;
  texts: number;
}

const IN_TEXT = 9; // sentences of a text, three to a paragraph

export function measureMissing(sentences: Sentence[]): MissingFigures {
  const texts: Sentence[][] = [];
  for (const language of new Set(sentences.map((each) => each.language))) {
    const own = sentences.filter((each) => each.language === language);
    for (let at = 0; at + IN_TEXT <= own.length; at += IN_TEXT) texts.push(own.slice(at, at + IN_TEXT));
  }
  const percent = (is: (text: Sentence[]) => boolean) =>
    Math.round((texts.filter(is).length / Math.max(1, texts.length)) * 1_000) / 10;
  return {
    texts: texts.length,
    falseAlarms: percent((text) => gaps(text, text).length > 0),
    sentence: percent((text) =>
      gaps(
        text,
        text.filter((_each, at) => at !== 4),
      ).some(({ check }) => check === 'translation-missing'),
    ),
    paragraph: percent((text) =>
      gaps(text, text.slice(0, 3).concat(text.slice(6)), [3, 3, 3], [3, 3]).some(
        ({ check }) => check === 'translation-missing',
      ),
    ),
    added: percent((text) =>
      gaps(
        text.filter((_each, at) => at !== 4),
        text,
        [3, 2, 3],
        [3, 3, 3],
      ).some(({ check }) => check === 'translation-added'),
    ),
  };
}

function gaps(
  original: Sentence[],
  translated: Sentence[],
  before = [3, 3, 3],
  after = translated.length === IN_TEXT ? [3, 3, 3] : [3, 2, 3],
) {
  const unspaced = /zh|ja/.test(original[0]?.language ?? '');
  const findings = checkTranslation({
    original: join(
      original.map(({ source }) => source),
      before,
      unspaced ? '' : ' ',
    ),
    originalLanguage: original[0]?.language ?? 'und',
    translation: join(
      translated.map(({ target }) => target),
      after,
      ' ',
    ),
    translationLanguage: 'en',
  });
  return findings.filter(({ check }) => check === 'translation-missing' || check === 'translation-added');
}

function join(sentences: string[], sizes: number[], gap: string): string {
  const starts = sizes.map((_size, index) => sizes.slice(0, index).reduce((sum, size) => sum + size, 0));
  return sizes
    .map((size, index) => sentences.slice(starts[index], (starts[index] ?? 0) + size).join(gap))
    .join('\n\n');
}
