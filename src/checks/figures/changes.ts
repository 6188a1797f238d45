/** A change beside its two figures: rose 25 per cent, from 4,000 to 6,000; doubled from 300 to 500. */
import { quantityReader } from '../bilingual/quantities.ts';
import type { Span } from '../bilingual/translation.ts';
import type { Finding } from '../copy.ts';
import { reason } from '../finding-reason.ts';
import type { TextReading } from '../reading.ts';
import { spanAt } from '../words.ts';
import { type ChangePatterns, changePatterns } from './change-patterns.ts';
import { type Figure, type Range, sumFigures } from './sentence-figures.ts';

/** A change as a sentence tells it. */
interface Change extends Span {
  /** What it multiplies with, or by how many per cent it goes up or down. */
  times: number | null;
  share: Range | null;
  /** In figures; null where it is told in a word. */
  given: string | null;
}

interface Sums {
  text: string;
  figures: readonly Figure[];
  changes: readonly Change[];
  patterns: ChangePatterns;
}

export function changesIn(part: TextReading): Finding[] {
  const patterns = changePatterns(part.language);
  if (!patterns) return [];
  const sentences = new Set(
    part.matches(patterns.cue).flatMap(({ index }) => spanAt(part.sentences, index) ?? []),
  );
  return [...sentences].flatMap((sentence) => inSentence(part, sentence, patterns));
}

function inSentence(part: TextReading, sentence: Span, patterns: ChangePatterns): Finding[] {
  const text = part.slice(sentence);
  const read = sumFigures(quantityReader(part.language), text);
  if (read.length < 2 || read.length > MOST_FIGURES || patterns.otherwise?.test(text)) return [];
  const changes = [...sharesIn(text, read, patterns), ...wordsIn(text, patterns)];
  const figures = read.filter((figure) => !changes.some((change) => overlaps(change, figure)));
  const sums = { text, figures, changes, patterns };
  return changes.flatMap((change) => findingsOf(part, sentence, sums, change));
}

const MOST_FIGURES = 40; // of a sentence; one with more is a list

function findingsOf(part: TextReading, sentence: Span, sums: Sums, change: Change): Finding[] {
  const pair = pairOf(sums, change);
  if (!pair || fits(change, pair) || isOfDay(part, sentence, pair)) return [];
  const at = { start: sentence.start + change.start, end: sentence.start + change.end };
  if (part.isQuoted(at.start)) return [];
  const told = isPoints(sums, change, pair)
    ? { severity: 'minor' as const, because: pointsMeant(sums.text, pair) }
    : { severity: 'major' as const, because: because(sums.text, change, pair) };
  return [part.finding(at, { check: 'figures-misfit', ...told })];
}

const overlaps = (one: Span, other: Span) => one.start < other.end && other.start < one.end;

/** Shares by which something went up or down, or may have: whether they did, the figures beside say. */
function sharesIn(text: string, figures: readonly Figure[], patterns: ChangePatterns): Change[] {
  if (!patterns.up.test(text) && !patterns.down.test(text)) return [];
  return figures.flatMap((figure, at): Change[] => {
    const lead = before(text, figure);
    const isBefore = patterns.shareBefore?.test(lead) === true;
    const behind = patterns.shareBehind.exec(text.slice(figure.end, figures[at + 1]?.start))?.[0];
    if (!isBefore && behind === undefined) return [];
    const end = figure.end + (isBefore ? 0 : (behind?.length ?? 0));
    if (!isBefore && !patterns.by.test(lead) && !patterns.moves.test(text.slice(end))) return [];
    const [range] = figure.ranges;
    if (!range || figure.value <= 0) return [];
    const start = figure.start - (isBefore ? (/(?:yüzde |%)$/iu.exec(lead)?.[0].length ?? 0) : 0);
    const slack = Math.max(range.high - range.low, figure.value % 10 === 0 ? ROUND : 0);
    const share = { low: figure.value - slack, high: figure.value + slack };
    return [{ start, end, times: null, share, given: text.slice(figure.start, figure.end) }];
  });
}

const REACH = 100; // units between a change and its figures, and before it, that are looked at
const ROUND = 2; // per cent by which tens are told roundly without a word that says so

function wordsIn(text: string, { words, nearly }: ChangePatterns): Change[] {
  return words.flatMap(({ pattern, times, share }) =>
    [...text.matchAll(pattern)]
      .filter(({ index }) => !nearly.test(text.slice(Math.max(0, index - NEAR), index)))
      .map(({ index, 0: word }): Change => {
        const slack = Math.max(LEAST_PART, (share ?? 0) * OF_PART);
        const range = share === null ? null : { low: share - slack, high: share + slack };
        return { start: index, end: index + word.length, times, share: range, given: null };
      }),
  );
}

const NEAR = 28; // units before a change in which a word takes its edge off
const LEAST_PART = 2.5; // per cent by which a third or a quarter is told roundly, at least
const OF_PART = 0.12; // of the part itself

interface FigurePair {
  old: Figure;
  new: Figure;
}

/** The two figures that stand right beside a change: around it, behind it, or before it. */
function pairOf(sums: Sums, change: Change): FigurePair | null {
  return pairAround(sums, change) ?? pairBehind(sums, change) ?? pairBefore(sums, change);
}

const before = (text: string, { start }: Span) => text.slice(Math.max(0, start - REACH), start);

/** Rose 25 per cent, from 4,000 to 5,000; rose 25 per cent to 5,000 from 4,000. */
function pairBehind({ text, figures, patterns }: Sums, change: Change): FigurePair | null {
  const [one, other] = figures.filter(({ start }) => start >= change.end);
  if (!one || !other) return null;
  if (other.end - change.end > 2 * REACH) return null;
  const [lead, middle] = [text.slice(change.end, one.start), text.slice(one.end, other.start)];
  const isOldFirst = patterns.toOld.test(lead) && isOldToNew(patterns, middle);
  if (isOldFirst && patterns.behindNew.test(text.slice(other.end))) return { old: one, new: other };
  // Where one word says by and from, as the French de does, a share before another is the one that was.
  const isOld = patterns.beforeOld.test(before(text, change)) && patterns.shareBehind.test(middle);
  if (!isOld && patterns.newToOld?.test(middle) && patterns.toNew.test(lead)) return { old: other, new: one };
  return null;
}

const MOST_WORDS = 5; // between the two: what is counted, and when

/** A word that goes on with something else parts them: from 93,000 tons a week earlier and compared to 59,000. */
const isOldToNew = ({ oldToNew, and }: ChangePatterns, middle: string) =>
  oldToNew.test(middle) && middle.trim().split(/\s+/u).length <= MOST_WORDS + 1 && and?.test(middle) !== true;

/** 5,000, up 25 per cent from 4,000. */
function pairAround({ text, figures, patterns }: Sums, change: Change): FigurePair | null {
  const now = figures.findLast(({ end }) => end <= change.start);
  const old = figures.find(({ start }) => start >= change.end);
  if (!now || !old || change.given === null || old.start - now.end > 2 * REACH) return null;
  if (patterns.nearly.test(before(text, now).slice(-NEAR))) return null;
  const isPair =
    patterns.newToChange.test(text.slice(now.end, change.start)) &&
    patterns.changeToOld.test(text.slice(change.end, old.start));
  return isPair ? { old, new: now } : null;
}

/** From 4,000 to 5,000, a rise of 25 per cent. */
function pairBefore({ text, figures, patterns }: Sums, change: Change): FigurePair | null {
  const [old, now] = figures.filter(({ end }) => end <= change.start).slice(-2);
  if (!old || !now || change.start - old.end > 2 * REACH) return null;
  const last = patterns.toChange.exec(text.slice(now.end, change.start));
  if (!last || !patterns.beforeOld.test(before(text, old))) return null;
  if (!isOldToNew(patterns, text.slice(old.end, now.start))) return null;
  if (!patterns.behindNew.test(text.slice(now.end))) return null;
  if (change.given === null) return { old, new: now };
  const isApart = [last.groups?.sign, last.groups?.by, patterns.shareBefore].some((each) => each);
  return isApart && patterns.ends.test(text.slice(change.end)) ? { old, new: now } : null;
}

/** A day of a month or an hour is no amount: from 3 to 6 October. */
function isOfDay(part: TextReading, { start }: Span, pair: FigurePair): boolean {
  const whole = (figure: Figure) => ({ start: start + figure.start, end: start + figure.end });
  const [old, fresh] = [whole(pair.old), whole(pair.new)];
  if (part.dates.some((date) => overlaps(date, old) || overlaps(date, fresh))) return true;
  const behind = part.text.slice(fresh.end, fresh.end + LONGEST_HOUR);
  return HOUR.test(behind) || (part.language === 'en' && ENGLISH_HOUR.test(behind));
}

const HOUR = /^\s?(?:uhr|heures|h\b|часов|点|時)/iu;
const ENGLISH_HOUR = /^\s?(?:[ap]\.?\s?m\b|o[’']clock)/iu; // German am is at the
const LONGEST_HOUR = 10; // units

const DOUBLED = { low: 0.86, high: 1.2 }; // of what it multiplies with: 1.75 times and 2.4 times pass for doubled
const MOST = 20; // times: figures further apart are not of one thing, or one lacks its million

/** Up or down is not asked: a currency that rises costs less of the other, and a faster runner needs less time. */
function fits({ times, share }: Change, pair: FigurePair): boolean {
  const ratios = ratiosOf(pair);
  if (ratios.length === 0) return true; // of two things, or in two measures
  return ratios.some((ratio) => {
    if (times !== null) return isTimes(ratio, times);
    const grown = { low: (ratio.low - 1) * 100, high: (ratio.high - 1) * 100 };
    const wanted = share ?? grown;
    return meet(grown, wanted) || meet(turned(grown), wanted);
  });
}

/** What the one may be of the other, for each way of reading them that makes two amounts of one thing. */
function ratiosOf({ old, new: now }: FigurePair): Range[] {
  return old.ranges
    .flatMap((was) => now.ranges.map((is) => ({ was, is })))
    .filter(({ was, is }) => was.low > 0 && is.low > 0)
    .map(({ was, is }) => ({ low: is.low / was.high, high: is.high / was.low }))
    .filter(({ low, high }) => high <= MOST && low >= 1 / MOST);
}

const meet = (one: Range, other: Range) => one.low <= other.high && other.low <= one.high;
const turned = ({ low, high }: Range): Range => ({ low: -high, high: -low });

/** Of shares, 5 per cent from 20 to 25 per cent are points. */
function isPoints({ text, patterns }: Sums, { share }: Change, { old, new: now }: FigurePair): boolean {
  const isOfShares =
    patterns.shareBehind.test(text.slice(now.end)) || patterns.shareBefore?.test(before(text, now));
  if (!share || !isOfShares) return false;
  return old.ranges.some((was) =>
    now.ranges.some((is) => {
      const apart = { low: is.low - was.high, high: is.high - was.low };
      return meet(apart, share) || meet(turned(apart), share);
    }),
  );
}

/** Doubled, and in a language whose word says only twice, also halved. */
function isTimes(ratio: Range, times: number): boolean {
  const wanted = { low: times * DOUBLED.low, high: times * DOUBLED.high };
  return meet(ratio, wanted) || (times > 1 && meet({ low: 1 / ratio.high, high: 1 / ratio.low }, wanted));
}

function pointsMeant(text: string, { old, new: now }: FigurePair) {
  const [from, to] = [text.slice(old.start, old.end), text.slice(now.start, now.end)];
  return reason('pointsMeant', {
    from,
    to,
    points: rounded(now.value - old.value),
    percent: rounded((now.value / old.value - 1) * 100),
  });
}

/** Its size, as exactly as a reader wants it. */
function rounded(change: number): number {
  const size = Math.abs(change);
  return size < 10 ? Math.round(size * 10) / 10 : Math.round(size);
}

function because(text: string, { start, end, given }: Change, pair: FigurePair) {
  const times = ratiosOf(pair).map(({ low, high }) => Math.sqrt(low * high));
  times.sort((one, other) => Math.abs(Math.log(one)) - Math.abs(Math.log(other)));
  const change = ((times[0] ?? 1) - 1) * 100;
  const facts = {
    from: text.slice(pair.old.start, pair.old.end),
    to: text.slice(pair.new.start, pair.new.end),
    percent: rounded(change),
    isMore: change >= 0,
  };
  return given === null
    ? reason('changeMisnamed', { ...facts, words: text.slice(start, end) })
    : reason('changeMisfit', { ...facts, given });
}
