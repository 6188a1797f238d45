/**
 * What is found in a text passage by passage, remembered by the passage's words: of a story that is saved every few seconds
 * all but one stands as it stood, and need not be gone through anew. A passage ends at an empty line.
 */
import type { Span } from '../kit/paragraphs.ts';
import { remember } from '../kit/remember.ts';
import { splitSentences } from '../kit/sentences.ts';
import { type Word, wordsIn } from './words.ts';

const PASSAGES = 1_500; // that are remembered: fifty stories of thirty paragraphs, 3 kB each

/** What was found in it, by what was looked for. */
type Known = Map<unknown, readonly unknown[]>;

interface Passage extends Span {
  /** With the empty lines beside it and one unit beyond, so that a pattern sees there what it would see in the whole. */
  around: string;
  /** Where that begins in the whole. */
  from: number;
  known: Known;
}

const knownPassage = remember((_key: string): Known => new Map(), PASSAGES);

const nothing: readonly never[] = [];

/** A text in its passages. */
export class Passages {
  readonly #text: string;
  readonly #all: Passage[];

  constructor(text: string) {
    this.#text = text;
    this.#all = passagesIn(text);
  }

  /** As `text.matchAll(pattern)`, for a pattern of which no match holds an empty line, or turns on what is beyond one. */
  matches(pattern: RegExp): RegExpExecArray[] {
    return this.#all.flatMap(({ start, end, around, from, known }) =>
      kept(known, pattern, () =>
        [...around.matchAll(pattern)].filter(({ index }) => from + index >= start && from + index < end),
      ).map((match) => moved(match, from)),
    );
  }

  words(): Word[] {
    return this.#spans(wordsIn, (text) => wordsIn(text));
  }

  sentences(language: string): Span[] {
    // A mark that asks in Greek is known by the letters before it, wherever they stand.
    if (/[;\u037e]/u.test(this.#text) && /\p{Script=Greek}/u.test(this.#text))
      return splitSentences(this.#text, language || undefined);
    return this.#spans(language, (text) => splitSentences(text, language || undefined));
  }

  #spans<One extends Span>(key: unknown, find: (text: string) => One[]): One[] {
    return this.#all.flatMap(({ start, end, known }) =>
      kept(known, key, () => find(this.#text.slice(start, end))).map((one) => ({
        ...one,
        start: one.start + start,
        end: one.end + start,
      })),
    );
  }
}

function kept<One>(known: Known, key: unknown, find: () => One[]): readonly One[] {
  const before = known.get(key) as readonly One[] | undefined;
  if (before) return before;
  const all = find();
  const found = all.length === 0 ? nothing : all; // most patterns find nothing in most passages
  known.set(key, found);
  return found as readonly One[];
}

function passagesIn(text: string): Passage[] {
  const passages: Passage[] = [];
  let from = 0;
  for (let start = afterLines(text, 0); start < text.length; ) {
    const gap = text.indexOf('\n\n', start);
    const end = gap < 0 ? text.length : gap;
    const next = afterLines(text, end);
    const around = text.slice(from, next + 1);
    // A pattern may ask whether the text begins here, or ends.
    const isEdge = `${from === 0 ? '^' : ''}${next >= text.length ? '$' : ''}`;
    const known = knownPassage(`${isEdge}${start - from} ${end - start} ${around}`);
    passages.push({ start, end, around, from, known });
    [start, from] = [next, end - 1];
  }
  return passages;
}

/** Where the text goes on. */
function afterLines(text: string, at: number): number {
  let next = at;
  while (text[next] === '\n') next += 1;
  return next;
}

function moved(match: RegExpExecArray, by: number): RegExpExecArray {
  const { index, input, groups } = match;
  return Object.assign([...match], { index: index + by, input, groups }) as RegExpExecArray;
}
