/** People whose kinds make up all of them: 12 people, seven women and five men. */
import { once } from '../../kit/once.ts';
import type { PeopleWords } from '../../language/figure-words.ts';
import { quantityReader } from '../bilingual/quantities.ts';
import type { Span } from '../bilingual/translation.ts';
import type { Finding } from '../copy.ts';
import { reason } from '../finding-reason.ts';
import type { TextReading } from '../reading.ts';
import { spanAt } from '../words.ts';
import { figureWords } from './change-patterns.ts';
import { type Figure, sumFigures } from './sentence-figures.ts';

interface PeoplePatterns {
  /** A kind of people, to look for. */
  cue: RegExp;
  /** Behind the number of a kind, and what then stands before the next. */
  kind: RegExp;
  joint: RegExp;
  /** Behind the number of all, up to the first kind. */
  all: RegExp;
  outOf: RegExp;
  /** Before a number that is added to another: 5 dead and 12 injured. */
  and: RegExp;
}

const made = new Map(
  Object.entries(figureWords).flatMap(([language, { people }]) =>
    people ? [[language, once(() => patternsOf(people))] as const] : [],
  ),
);

function patternsOf({ all, kinds, and, outOf }: PeopleWords): PeoplePatterns {
  const word = (list: string) => `(?<!\\p{L})(?:${list})(?!\\p{L})`;
  return {
    cue: new RegExp(word(kinds.join('|')), 'giu'),
    kind: new RegExp(`^\\s(${kinds.join('|')})(?!\\p{L})`, 'iu'),
    joint: new RegExp(`^(?:,\\s(?:${and})\\s|,\\s|\\s(?:${and})\\s)$`, 'iu'),
    all: new RegExp(
      `^\\s(?:\\p{L}+\\s)?${word(all)}(?:\\s\\p{L}+){0,5}(?:,\\s|:\\s|\\s[–—]\\s|—|\\s\\()$`,
      'iu',
    ),
    and: new RegExp(`${word(and)}(?:\\s\\p{L}+)?\\s$`, 'iu'),
    outOf: new RegExp(`${word(outOf)}(?:\\s\\p{L}{2,3})?\\s$`, 'iu'),
  };
}

export function partsIn(part: TextReading): Finding[] {
  const patterns = made.get(part.language)?.();
  if (!patterns) return [];
  const times = new Map<Span, number>();
  for (const { index } of part.matches(patterns.cue)) {
    const sentence = spanAt(part.sentences, index);
    if (sentence) times.set(sentence, (times.get(sentence) ?? 0) + 1);
  }
  return [...times].flatMap(([sentence, count]) => (count > 1 ? inSentence(part, sentence, patterns) : []));
}

interface Kind {
  figure: Figure;
  name: string;
  end: number;
}

const MOST_FIGURES = 40; // of a sentence; one with more is a list

function inSentence(part: TextReading, sentence: Span, patterns: PeoplePatterns): Finding[] {
  const text = part.slice(sentence);
  const figures = sumFigures(quantityReader(part.language), text);
  if (figures.length > MOST_FIGURES) return [];
  return figures.flatMap((whole, at): Finding[] => {
    const first = figures[at + 1];
    if (!first || !patterns.all.test(text.slice(whole.end, first.start))) return [];
    const before = text.slice(figures[at - 1]?.end ?? 0, whole.start);
    if (patterns.outOf.test(before) || patterns.and.test(before)) return [];
    const kinds = kindsFrom(text, figures.slice(at + 1), patterns);
    const last = kinds.at(-1);
    const isWhole = new Set(kinds.map(({ name }) => name)).size === kinds.length && kinds.length > 1;
    if (!last || !isWhole || !isEnded(text, last.end, figures[at + 1 + kinds.length])) return [];
    const sum = kinds.reduce((so, { figure }) => so + figure.value, 0);
    const at0 = sentence.start + first.start;
    if (sum === whole.value || part.isQuoted(at0)) return [];
    const parts = kinds.map(({ figure }) => text.slice(figure.start, figure.end));
    const because = reason('partsMisfit', { parts, sum, whole: text.slice(whole.start, whole.end) });
    return [
      part.finding(
        { start: at0, end: sentence.start + last.end },
        { check: 'figures-misfit', severity: 'major', because },
      ),
    ];
  });
}

/** The kinds that stand in a row, each with its number. */
function kindsFrom(text: string, figures: readonly Figure[], { kind, joint }: PeoplePatterns): Kind[] {
  const kinds: Kind[] = [];
  for (const figure of figures) {
    const last = kinds.at(-1);
    const found = kind.exec(text.slice(figure.end));
    if (!found || (last && !joint.test(text.slice(last.end, figure.start)))) break;
    kinds.push({ figure, name: (found[1] ?? '').toLowerCase(), end: figure.end + found[0].length });
  }
  return kinds;
}

const ROOM = 40; // units behind the last kind in which another number may go on with them

/** The row ends with a sign, and nobody is counted behind it. */
function isEnded(text: string, end: number, next: Figure | undefined): boolean {
  return /^(?:[.,;:!?)—–]|\s[–—]|$)/u.test(text.slice(end)) && (!next || next.start - end > ROOM);
}
