/** What is said, where a table reads it: behind a cue, or on both sides of it. */
import type { Span } from '../../kit/paragraphs.ts';
import { MASK, trimEnd } from './masked.ts';
import type { TableReader } from './table-phrases.ts';

/** ‘a assuré ne rien savoir’, ‘ha risposto di non averci pensato’: right behind the verb, before what is said. */
const infinitives: Record<string, RegExp> = {
  fr: /^\s+(?=(?:(?:ne\s(?:pas\s|plus\s|rien\s|jamais\s)?|n['’])(?:y\s|en\s|s['’]|se\s|l['’]|le\s|la\s|les\s)*\p{Ll}+(?:er|ir|oir|re)|avoir|être|vouloir|pouvoir|devoir|espérer|ignorer|savoir|souhaiter|regretter)\s)/u,
  es: /^\s+(?=(?:no\s\p{Ll}+(?:ar|er|ir)(?:se|lo|la|le|los|las)?|haber|ser|estar|tener|saber|poder|querer|desconocer|sentirse|ignorar|esperar|confiar)\s)/u,
  it: /^\s+(?=di\s(?:non\s)?\p{Ll}+(?:are|ere|ire|arsi|ersi|irsi|rci|rlo|rla|rli|rne|aver|esser|poter|voler|dover)\s)/u,
};

/** What follows a cue: a quotation, or a clause behind its opening word. */
export function afterCue(
  { masked, phrases, text, quotes, language }: TableReader,
  sentence: Span,
  from: number,
): { span: Span; quoted: boolean } | null {
  const rest = masked.slice(from, sentence.end);
  const opening = phrases.opensAhead.exec(rest);
  const mark = rest.indexOf(MASK);
  const stop = /[.;]\s/u.exec(rest)?.index ?? rest.length;
  const end = trimEnd(text, sentence.end);
  if (opening && (mark < 0 || opening.index < mark)) {
    const start = from + opening.index + (opening[0].length - opening[0].trimStart().length);
    return end - start > 3
      ? {
          span: { start: start + (/^[,،:]\s*/u.exec(text.slice(start))?.[0].length ?? 0), end },
          quoted: false,
        }
      : null;
  }
  if (mark >= 0 && mark < Math.min(stop, 120)) {
    const quote = quotes.find(({ whole }) => whole.start === from + mark);
    const tail = masked.slice(quote?.whole.end ?? from, sentence.end);
    if (quote && /^[\s.,!?;]*$/u.test(tail)) return { span: quote.content, quoted: true };
    if (quote && /:\s*$/u.test(masked.slice(from, quote.whole.start)))
      return { span: quote.content, quoted: true };
    if (quote)
      return {
        span: { start: quote.whole.start, end: /^[,،]/u.test(tail) ? quote.whole.end : end },
        quoted: false,
      };
  }
  const infinitive = infinitives[language.slice(0, 2)]?.exec(rest)?.[0].length;
  if (infinitive !== undefined) return { span: { start: from + infinitive, end }, quoted: false };
  const bare = phrases.bareComma ? /^[^,.:;]{0,60}[,:]\s+/u.exec(rest) : /^\s*[^,.:;]{0,40}:\s+/u.exec(rest);
  if (!bare || from + bare[0].length >= end) return null;
  // ‘X demands Y, said Z’ is Z's.
  if (rest.slice(bare[0].length).search(phrases.verb) === 0) return null;
  return { span: { start: from + bare[0].length, end }, quoted: false };
}

/** The quotations on both sides of ‘…, said X, …’. */
export function quotationsAround(
  { quotes, masked }: TableReader,
  sentence: Span,
  aside: Span,
): Span[] | null {
  const before = quotes.findLast(({ whole }) => whole.start >= sentence.start && whole.end <= aside.start);
  if (!before) return null;
  const lead = masked.slice(sentence.start, before.whole.start).trim();
  const first =
    lead.length > 12 && !/[:,]$/u.test(lead)
      ? { start: sentence.start, end: before.whole.end }
      : before.content;
  const after = quotes.find(({ whole }) => whole.start >= aside.end && whole.end <= sentence.end);
  const joined = after && /^[^\p{L}]*$/u.test(masked.slice(aside.end, after.whole.start));
  return joined ? [first, after.content] : [first];
}

/** The clause on both sides of words set between commas; or woven into it: ‘Verletzt wurde laut Polizei niemand, …’. */
export function aroundAside(
  { text, masked, hopOpening: namesHop }: TableReader,
  sentence: Span,
  aside: Span,
): Span[] | null {
  const spans: Span[] = [];
  const start = /^[\s—–-]*/u.exec(text.slice(sentence.start, aside.start))?.[0].length ?? 0;
  const before = { start: sentence.start + start, end: trimEnd(text, aside.start) };
  const rest = masked.slice(aside.end, sentence.end);
  const isWoven =
    !/[,،—–]\s*$/u.test(text.slice(sentence.start, aside.start)) && /^\s+[\p{L}\p{N}]/u.test(rest);
  const skip = /^[^,،.;]{0,60}[,،]\s*/u.exec(isWoven ? ',' : rest)?.[0].length ?? -1;
  const after = { start: aside.end + Math.max(0, skip), end: trimEnd(text, sentence.end) };
  if (before.end - before.start > 8) spans.push(before);
  if (skip >= 0 && after.end - after.start > 8 && !namesHop.test(text.slice(after.start, after.end)))
    spans.push(after);
  if (spans.length === 0 && after.end - aside.end > 8 && aside.start - sentence.start < 4)
    spans.push({ start: aside.end + 1, end: after.end });
  return spans.length > 0 ? spans : null;
}
