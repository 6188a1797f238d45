/**
 * Which sentence stands beside which, when nobody has said: dynamic programming over lengths, as Gale and Church do it, with
 * what both sides share (numbers, names, quotations, marks at the end) as anchors. Paragraphs are paired first, then the
 * sentences in them, so time stays close to linear in a long text.
 */
import { paragraphsIn, splitSentences } from '../../kit/sentences.ts';
import { RELATIVE } from './length.ts';
import { foldLatin } from './names.ts';
import { quantityReader, readQuantities } from './quantities.ts';
import { type PairedSpans, primaryOf, type Span, type TranslationCopy } from './translation.ts';

/** The pairs of a translation, in the order of both texts. A sentence without a counterpart has null beside it. */
export function alignSentences(copy: TranslationCopy): PairedSpans[] {
  const [from, to] = [primaryOf(copy.originalLanguage), primaryOf(copy.translationLanguage)];
  const original = new Side(copy.original, from);
  const translated = new Side(copy.translation, to);
  const paragraphs = pairUp(
    original.units(paragraphsIn(copy.original)),
    translated.units(paragraphsIn(copy.translation)),
  );
  return paragraphs.flatMap(({ source, target }): PairedSpans[] => {
    const here = original.sentences(source);
    const there = translated.sentences(target);
    if (source.length === 0) return there.map((unit) => ({ source: null, target: unit }));
    if (target.length === 0) return here.map((unit) => ({ source: unit, target: null }));
    return pairUp(here, there).map((pair) => ({ source: around(pair.source), target: around(pair.target) }));
  });
}

function around(units: Span[]): Span | null {
  const [first, last] = [units[0], units.at(-1)];
  return first && last ? { start: first.start, end: last.end } : null;
}

interface Unit extends Span {
  /** Letters, as if in English. */
  length: number;
  anchors: Set<string>;
}

class Side {
  readonly #text: string;
  readonly #language: string;
  readonly #weight: number;
  readonly #reader: ReturnType<typeof quantityReader>;

  constructor(text: string, language: string) {
    this.#text = text;
    this.#language = language;
    this.#weight = 1 / (RELATIVE[language] ?? 1);
    this.#reader = quantityReader(language);
  }

  units(spans: Span[]): Unit[] {
    return spans.map((span) => this.#unit(span));
  }

  sentences(paragraphs: Span[]): Unit[] {
    return paragraphs.flatMap(({ start, end }) =>
      splitSentences(this.#text.slice(start, end), this.#language).map((span) =>
        this.#unit({ start: start + span.start, end: start + span.end }),
      ),
    );
  }

  #unit({ start, end }: Span): Unit {
    const text = this.#text.slice(start, Math.min(end, start + LONGEST));
    return { start, end, length: (end - start || 1) * this.#weight, anchors: this.#anchors(text) };
  }

  #anchors(text: string): Set<string> {
    const anchors = new Set<string>();
    for (const quantity of readQuantities(this.#reader, text)) {
      if (quantity.digits || quantity.value > 12)
        for (const reading of quantity.readings) anchors.add(reading);
    }
    for (const name of text.matchAll(/(?<=\s)\p{Lu}[\p{Ll}\p{M}]{2,}|\p{Lu}{2,}/gu))
      anchors.add(foldLatin(name[0]).slice(0, 4));
    if (/["“«„「]/.test(text)) anchors.add('"');
    if (/[?？؟]\s*["”»]?\s*$/.test(text)) anchors.add('?');
    return anchors;
  }
}

const LONGEST = 4_000; // units of a sentence or paragraph looked through for anchors
const BAND = 60; // places off the diagonal that are tried: a translation drops a page at most
const SKIP = 3; // minus the logarithm of how rarely a sentence has no counterpart
const MERGE = 3; // the same for two sentences that became one
const MERGE_MORE = 5; // and for three that became one, or two that became two others
const SPREAD = 7; // variance of length, per letter: 6.8 between close languages, more between far ones
const WORST = 14; // past this, lengths say no more

interface Step {
  cost: number;
  left: number;
  right: number;
}

const MOVES: readonly [number, number, number][] = [
  [1, 1, 0],
  [1, 0, SKIP],
  [0, 1, SKIP],
  [2, 1, MERGE],
  [1, 2, MERGE],
  [2, 2, MERGE_MORE],
  [3, 1, MERGE_MORE],
  [1, 3, MERGE_MORE],
];

/** The cheapest way through both lists. */
function pairUp(left: Unit[], right: Unit[]): { source: Unit[]; target: Unit[] }[] {
  const grid = walk(left, right);
  const pairs: { source: Unit[]; target: Unit[] }[] = [];
  let [at, beside] = [left.length, right.length];
  while (at > 0 || beside > 0) {
    const step = grid.get(key(at, beside)) ?? { cost: 0, left: at > 0 ? 1 : 0, right: at > 0 ? 0 : 1 };
    pairs.push({ source: left.slice(at - step.left, at), target: right.slice(beside - step.right, beside) });
    at -= step.left;
    beside -= step.right;
  }
  return pairs.reverse();
}

const key = (at: number, beside: number): number => at * 100_003 + beside;
const sum = (units: Unit[]): number => units.reduce((total, unit) => total + unit.length, 0);

function walk(left: Unit[], right: Unit[]): Map<number, Step> {
  const grid = new Map<number, Step>([[key(0, 0), { cost: 0, left: 0, right: 0 }]]);
  const slope = right.length / Math.max(1, left.length);
  for (let at = 0; at <= left.length; at += 1) {
    const middle = Math.round(at * slope);
    const band = Math.max(BAND, Math.abs(right.length - left.length) + 2);
    for (
      let beside = Math.max(0, middle - band);
      beside <= Math.min(right.length, middle + band);
      beside += 1
    ) {
      const from = grid.get(key(at, beside));
      if (!from) continue;
      for (const [down, across, toll] of MOVES) {
        if (at + down > left.length || beside + across > right.length) continue;
        const cost =
          from.cost + toll + costOf(left.slice(at, at + down), right.slice(beside, beside + across));
        const place = key(at + down, beside + across);
        if (cost < (grid.get(place)?.cost ?? Number.POSITIVE_INFINITY))
          grid.set(place, { cost, left: down, right: across });
      }
    }
  }
  return grid;
}

/** How unlike two stretches are: by length, as Gale and Church measure it, less what they share. */
function costOf(source: Unit[], target: Unit[]): number {
  if (source.length === 0 || target.length === 0) return 0;
  const [here, there] = [sum(source), sum(target)];
  const apart = (there - here) ** 2 / (Math.max(here, there, 20) * SPREAD);
  return Math.min(WORST, apart / 2) + sharedAnchors(source, target);
}

const ANCHOR = 2; // what all the numbers and names in common are worth

/** Below nought where they share numbers and names, above where one has what the other lacks. */
function sharedAnchors(source: Unit[], target: Unit[]): number {
  const [here, there] = [gather(source), gather(target)];
  if (here.size === 0 && there.size === 0) return 0;
  let same = 0;
  for (const anchor of here) if (there.has(anchor)) same += 1;
  const most = Math.max(here.size, there.size);
  const share = (same / Math.max(1, Math.min(here.size, there.size)) + same / most) / 2;
  return ANCHOR * (0.5 - 1.5 * share);
}

function gather(units: Unit[]): Set<string> {
  if (units.length === 1) return units[0]?.anchors ?? new Set();
  return new Set(units.flatMap((unit) => [...unit.anchors]));
}
