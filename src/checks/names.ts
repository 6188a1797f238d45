/** Runs of capitalised words, as names are written in scripts that have capitals. */
import type { Span } from '../kit/paragraphs.ts';
import { isCapital, type Word } from './words.ts';

export interface Name extends Span {
  words: Word[];
  /** Whether it opens a sentence, where every word is capitalised. */
  leads: boolean;
}

// Small words that stand within a name and are not capitalised.
const particles = new Set(
  'de da di del della dos das du van von der den ter ten bin ibn abu af av zu zum zur'.split(' '),
);

/** What is needed to find them. */
export interface NamesIn {
  text: string;
  words: readonly Word[];
  sentences: readonly Span[];
}

/** In the order of the text; a run ends at any sign but a space, a hyphen or the stop of an initial. */
export function listNames({ text, words, sentences }: NamesIn): Name[] {
  const names: Name[] = [];
  let run: Word[] = [];
  let leads = false;
  let sentence = 0;
  let before = 0;
  const end = () => {
    while (run.length > 0 && !isCapital(run.at(-1)?.text ?? '')) run.pop();
    const [first, last] = [run[0], run.at(-1)];
    if (first && last) names.push({ start: first.start, end: last.end, words: run, leads });
    run = [];
  };
  for (const word of words) {
    const gap = text.slice(before, word.start);
    while ((sentences[sentence]?.start ?? Number.POSITIVE_INFINITY) < before) sentence += 1;
    const opens = (sentences[sentence]?.start ?? Number.POSITIVE_INFINITY) <= word.start;
    if (run.length > 0 && (opens || !joins(gap, run.at(-1)?.text ?? ''))) end();
    const capital = isCapital(word.text);
    if (capital && run.length === 0) leads = opens || /["“”„«»‘'‹:—–\n]\s*$/u.test(gap);
    if (capital || (run.length > 0 && particles.has(word.text))) run.push(word);
    else end();
    before = word.end;
  }
  end();
  return names;
}

function joins(gap: string, previous: string): boolean {
  if (gap === ' ' || gap === '\u00a0' || gap === '-') return true;
  return gap === '. ' && (previous.length === 1 || /^(?:St|Jr|Sr)$/u.test(previous));
}
