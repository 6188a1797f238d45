/** The figures of a sentence as sums are done with them: what each can be, and how exactly it is told. */
import type { Quantity } from '../bilingual/number-part.ts';
import { type QuantityReader, readAmounts } from '../bilingual/quantities.ts';
import type { Span } from '../bilingual/translation.ts';

export interface Figure extends Span {
  value: number;
  /** What it can be, each as the span that rounds to it. */
  ranges: readonly Range[];
}

export interface Range {
  low: number;
  high: number;
}

const CALENDAR = /^(?:1[89]|20)\d\d$/u;

/** In order, without years: those stand beside figures that they are no part of. */
export function sumFigures(reader: QuantityReader, sentence: string): Figure[] {
  return readAmounts(reader, sentence)
    .filter((quantity) => (quantity.sure || quantity.digits) && !isYear(reader, sentence, quantity))
    .map((quantity) => figureOf(sentence, quantity));
}

/** A number of four digits without a sign between, and nothing glued to it: 从2000人 is people. */
function isYear({ spaced }: QuantityReader, sentence: string, { start, end }: Quantity): boolean {
  if (!CALENDAR.test(sentence.slice(start, end)) || /[$€£¥]\s?$/u.test(sentence.slice(0, start)))
    return false;
  return spaced || !/^\s?[^年\p{P}\s]/u.test(sentence.slice(end, end + 2));
}

function figureOf(sentence: string, { start, end, value, readings }: Quantity): Figure {
  const values = [...readings].map(Number).filter((each) => Number.isFinite(each));
  const unit = unitOf(sentence.slice(start, end), value);
  const ranges = (values.length > 0 ? values : [value]).map((each) => {
    const half = value === 0 ? 0 : (unit * each) / value / 2;
    return { low: each - half, high: each + half };
  });
  return { start, end, value, ranges };
}

const SURE_DIGITS = 2; // of a figure: 4,000 may be 3,960, and is not 3,600; what is rounder says so in words

/** The last place that it is exact to: a tenth of a million in 3.5 million, a hundred in 4,000. */
function unitOf(words: string, value: number): number {
  const digits = (/^[\p{Nd}.,’'\s\u00a0\u202f\u2009]+/u.exec(words)?.[0] ?? '').replace(/\P{Nd}/gu, '');
  const shown = digits === '' ? value : Number(digits.normalize('NFKC'));
  if (!(shown > 0)) return digits === '' ? 1 : value;
  const place = value / shown;
  const last = String(shown);
  const zeros = place < 1 ? 0 : (/0*$/u.exec(last)?.[0].length ?? 0);
  return place * 10 ** Math.max(0, Math.min(zeros, last.length - SURE_DIGITS));
}

/** Shares are told by a sign or a word behind the figure, in each language that we read; points of them are none. */
export const SHARE =
  '(?:[%٪％](?!\\p{L})|(?:per ?cent|percent|prozent|pour ?cent|por ciento|por cento|per cento|procent|prosent|процент(?:а|ов|ы)?|відсот(?:ок|ки|ків|ка)|τοις εκατό|في المئة|في المائة|بالمئة|بالمائة|la sută|procenta|procentů|procentem?)(?![\\p{L}\\p{M}])|(?:proc|pct|pst)(?!\\p{L})\\.?)(?![\\s-]?(?:points?|punkt|пункт|пунк|puan|μονάδ))';
