/** Quotations: one that lost its marks, got marks it had not, or runs on over words that were ours. */
import { type FindingReason, reason } from '../finding-reason.ts';
import { findQuoteMarks } from '../quote-marks.ts';
import { isSaidAside } from './said-aside.ts';
import type { Pair, PairCheck, PairDraft, Span } from './translation.ts';

export const quotationCheck: PairCheck = {
  name: 'translation-quotation',
  says: 'A quotation is missing, new, or longer than in the original.',
  knows: () => true,
  find: findQuotations,
};

const WORDS = 4; // words from which marks hold somebody's words, and not a title or a term

function findQuotations({ source, target, from, to }: Pair): PairDraft[] {
  const [there, here] = [quotesIn(source, from), quotesIn(target, to)];
  const [was, is] = [there.find((quote) => quote.long), here.find((quote) => quote.long)];
  if (isDialogue(source, target) || isDialogue(target, source)) return [];
  if (was && here.length === 0 && !hasMarks(target) && !isWhole(source, was) && !isTitle(source, was, target))
    return [told(reason('marksLost'), undefined, was)];
  if (
    is &&
    there.length === 0 &&
    !hasMarks(source) &&
    !isWhole(target, is) &&
    !isSaidAside(source, from) &&
    !isTitle(target, is, source)
  )
    return [told(reason('marksAdded'), is, undefined)];
  if (there.length === 1 && here.length === 1 && was && is)
    return runsOn({ source, target, from, to }, was, is);
  return [];
}

/** – Woda stała po kolana – opowiada sołtyska; dijo: —No nos vamos: a dash says what marks say elsewhere. A list has its dashes on both sides. */
const isDialogue = (text: string, other: string): boolean =>
  /^\s*[-–—]\s?[\p{Lu}\p{Lo}\p{N}¿¡]|:\s[-–—]\s?[\p{Lu}\p{Lo}¿¡]/u.test(text) && !/^\s*[-–—]/u.test(other);

/** A sentence that is all in marks stands in the midst of a longer quotation, whose marks another language sets elsewhere. */
function isWhole(text: string, { start, end }: Span): boolean {
  return !/[\p{L}\p{N}]/u.test(text.slice(0, start) + text.slice(end));
}

/** « On a Wing and a Prayer » (1992): a work, which other languages set in another type; by its year, or since it stands there too. */
function isTitle(text: string, { start, end }: Span, other: string): boolean {
  const words = text.slice(start, end).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  return (
    /^,? ?\((?:[^()\d]{0,40})(?:1[89]|20)\d\d\)/u.test(text.slice(end, end + 52)) ||
    other.includes(words) ||
    ((end - start) * 2 < text.length && TITLE.test(other))
  );
}

/** A work or a body whose words have capitals, as English writes both where other languages set marks: Salmon Fishing in the Yemen. */
const TITLE =
  /(?<=[\p{L},(]\s)\p{Lu}\p{Ll}+(?:\s(?:of|the|in|on|and|for|a|to|&|\p{Lu}[\p{Ll}’']*)){1,6}\s\p{Lu}\p{Ll}+/u;

interface Quote extends Span {
  long: boolean;
}

function quotesIn(text: string, language: string): Quote[] {
  const { pairs } = findQuoteMarks(text, language);
  return pairs
    .filter((pair) => pair.level === 1)
    .map(({ open, openEnd, close, closeEnd }) => ({
      start: open,
      end: closeEnd,
      long: isLong(text.slice(openEnd, close)),
    }));
}

function isLong(words: string): boolean {
  return (
    (words.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) >= WORDS ||
    (/\p{Script=Han}/u.test(words) && words.length >= 8)
  );
}

/** Any mark at all, also half a pair: a quotation may begin in one sentence and end in another. */
const hasMarks = (text: string): boolean =>
  /["“”„«»‹›「」『』《》＂]|''|‘|(?<!\p{L})'|'(?!\p{L})/u.test(text);

const MORE = 0.35; // of the sentence that came into the marks, or fell out of them

/** The share of the sentence inside the marks is about the same in every language. */
function runsOn({ source, target }: Pair, was: Quote, is: Quote): PairDraft[] {
  const share = (quote: Quote, text: string) => (quote.end - quote.start) / Math.max(1, text.trim().length);
  const change = share(is, target) - share(was, source);
  if (Math.abs(change) < MORE) return [];
  const because = change > 0 ? reason('quotationLonger') : reason('quotationShorter');
  return [told(because, is, was)];
}

function told(because: FindingReason, target: Span | undefined, source: Span | undefined): PairDraft {
  return {
    check: quotationCheck.name,
    severity: 'major',
    because,
    ...(target ? { target: bare(target) } : {}),
    ...(source ? { source: bare(source) } : {}),
  };
}

const bare = ({ start, end }: Span): Span => ({ start, end });
