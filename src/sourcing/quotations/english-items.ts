/** English paragraphs as sentences of items: tokens, and whole quotations as one item each. */
import type { QuoteMarks } from '../../checks/quote-marks.ts';
import type { Span } from '../../kit/paragraphs.ts';
import type { formsOfCues } from './english-words.ts';
import { type Token, tagWords } from './tagged.ts';

type Words = ReturnType<typeof formsOfCues>;

/** A token, or the part of a quotation that stands in this paragraph: then `pos` is QUOTE. */
export interface SpeechItem extends Token {
  quote: QuotedPart | null;
}

export interface QuotedPart {
  /** What stands within the marks. */
  content: Span;
  inner: Token[];
  /** Whether the quotation begins before, or goes on after, this paragraph. */
  goesOn: boolean;
  comesOn: boolean;
  /** Whether a mark has the wrong shape or is missing. */
  damaged: boolean;
}

export interface Sentence {
  items: SpeechItem[];
}

/** Where each outermost quotation stands, cut at paragraph ends. */
export function speechParts(text: string, paragraphs: readonly Span[], marks: QuoteMarks): QuotedPart[][] {
  const parts: QuotedPart[][] = paragraphs.map(() => []);
  let from = 0;
  for (const quote of marks.pairs.filter(({ level }) => level === 1)) {
    while (from < paragraphs.length - 1 && (paragraphs[from]?.end ?? 0) <= quote.open) from += 1;
    const begins = [{ end: quote.openEnd }, ...quote.continued].map(({ end }) => end);
    for (let at = from; at < paragraphs.length && (paragraphs[at]?.start ?? 0) < quote.close; at += 1) {
      const paragraph = paragraphs[at] as Span;
      const start =
        begins.find((begin) => begin > paragraph.start && begin <= paragraph.end) ?? paragraph.start;
      parts[at]?.push({
        content: trimmed(text, { start, end: Math.min(quote.close, paragraph.end) }),
        inner: [],
        comesOn: quote.open < paragraph.start,
        goesOn: quote.close >= paragraph.end,
        damaged: quote.turned.length > 0,
      });
    }
  }
  return parts;
}

function trimmed(text: string, { start, end }: Span): Span {
  let [from, to] = [start, end];
  while (from < to && /\s/.test(text[from] ?? '')) from += 1;
  while (to > from && /\s/.test(text[to - 1] ?? '')) to -= 1;
  return { start: from, end: to };
}

const LONGEST = 160; // items: beyond this it is a list, and the rules would look at every pair of its words

/** A paragraph's sentences. What is within marks ends none but at its own end. */
export function speechSentences(text: string, span: Span, parts: QuotedPart[], words: Words): Sentence[] {
  const items = itemsOf(text, span, parts);
  const sentences: Sentence[] = [];
  let from = 0;
  for (let at = 0; at < items.length; at += 1) {
    if (at - from < LONGEST && !endsSentence(text, items, at, words)) continue;
    sentences.push({ items: named(items.slice(from, at + 1), words) });
    from = at + 1;
  }
  if (from < items.length) sentences.push({ items: named(items.slice(from), words) });
  return sentences;
}

function itemsOf(text: string, span: Span, parts: QuotedPart[]): SpeechItem[] {
  const items: SpeechItem[] = [];
  let next = 0;
  for (const token of tagWords(text, span)) {
    while (
      next < parts.length &&
      (parts[next]?.content.end ?? 0) < token.start &&
      items.at(-1)?.quote !== parts[next]
    )
      next += 1;
    const part = parts
      .slice(Math.max(0, next - 1), next + 2)
      .find(
        ({ content }) =>
          token.start >= content.start - 2 && token.end <= content.end + 2 && isOf(token, content),
      );
    if (!part) {
      items.push({ ...token, quote: null });
      continue;
    }
    const last = items.at(-1);
    if (last?.quote === part) last.end = token.end;
    else items.push({ start: token.start, end: token.end, text: '"', lower: '"', pos: 'QUOTE', quote: part });
    if (token.start >= part.content.start && token.end <= part.content.end) part.inner.push(token);
  }
  return items;
}

/** Whether a token is of a quotation: within it, or one of its marks. */
function isOf(token: Token, content: Span): boolean {
  if (token.start >= content.start && token.end <= content.end) return true;
  return (
    /^["“”„'‘’`«»]+$/u.test(token.text) && (token.end >= content.start - 1 || token.start <= content.end + 1)
  );
}

/** What ends a quotation, marks of those within it left aside. */
export function lastSign(text: string, { start, end }: Span): string {
  let at = end - 1;
  while (at > start && /[\s"'“”‘’]/.test(text[at] ?? '')) at -= 1;
  return text[at] ?? '';
}

function endsSentence(text: string, items: SpeechItem[], at: number, words: Words): boolean {
  const item = items[at] as SpeechItem;
  const next = items[at + 1];
  if (!next) return true;
  if (item.quote) {
    const end = lastSign(text, item.quote.content);
    const begins = next.quote !== null || /^[\p{Lu}\p{N}]/u.test(next.text);
    if (end === '.') return begins;
    return /[!?…]/.test(end) && begins && !isShortAttribution(items, at + 1, words);
  }
  if (!/^[.!?…]+$/.test(item.text) || isAbbreviation(items, at)) return false;
  return next.quote !== null || !/^[\p{Ll},;:)]/u.test(next.text);
}

const shortened =
  /^(?:Sens|Reps|Govs|Dels?|Gens|Drs|Profs|Revs|Attys?|Supt|Asst|Cmdr|Brig|Sgts?|Messrs|Sept|Oct|Nov|Dec|Jan|Feb|Aug)$/;

/** The stop in D-N.Y., which nothing parts from what follows, and behind Sens. before its names. */
function isAbbreviation(items: SpeechItem[], at: number): boolean {
  const [before, item, next] = [items[at - 1], items[at], items[at + 1]];
  if (!item || !next || item.text !== '.') return false;
  return (next.start === item.end && !next.quote) || (before !== undefined && shortened.test(before.text));
}

/** Headlines In Which Every Word Has Its Capital. */
function isTitleCase(items: SpeechItem[], words: Words): boolean {
  if (items.some(({ text, quote, pos }) => !quote && pos === 'VERB' && words.lemmas.has(text))) return false;
  const long = items.filter(({ text, quote }) => !quote && /^\p{L}{4,}$/u.test(text));
  return long.length >= 4 && long.filter(({ text }) => /^\p{Lu}/u.test(text)).length > long.length * 0.8;
}

function isHeadlineVerb({ lower, quote }: SpeechItem, words: Words): boolean {
  return !quote && /(?:[a-z]{2}s|ed|said)$/.test(lower) && words.cues.has(words.lemmas.get(lower) ?? '');
}

/** What is written with a capital inside a sentence is a name, whatever the tagger holds it for. */
function named(given: SpeechItem[], words: Words): SpeechItem[] {
  const items = given.map((item, at) => mended(given, item, at));
  if (isTitleCase(items, words))
    return items.map((item, at) => (at > 0 && isHeadlineVerb(item, words) ? { ...item, pos: 'VERB' } : item));
  return items.map((item, at) => {
    if (
      item.quote ||
      !/^\p{Lu}[\p{Ll}\p{Lu}’'-]/u.test(item.text) ||
      !/^(?:VERB|ADJ|ADV|X|INTJ|NOUN|AUX|SCONJ)$/.test(item.pos)
    )
      return item;
    const before = items[at - 1];
    const opens = before === undefined || before.quote !== null || /^[.:!?—–(]$/.test(before.text);
    const isSpeaking =
      words.lemmas.has(items[at + 1]?.lower ?? '') &&
      /^(?:VERB|NOUN)$/.test(item.pos) &&
      !words.lemmas.has(item.lower) &&
      !/ing$/.test(item.lower);
    return (opens && !isSpeaking) || (item.pos === 'NOUN' && opens) ? item : { ...item, pos: 'PROPN' };
  });
}

/** Where the tagger is known to err: a compound's end, ‘lead researcher’, a think tank, the WHO, Mr. He. */
function mended(items: readonly SpeechItem[], item: SpeechItem, at: number): SpeechItem {
  const [before, next] = [items[at - 1], items[at + 1]];
  if (item.quote) return item;
  const isBound = before?.text === '-' && before.end === item.start;
  if (item.pos === 'VERB' && isBound && /(?:ed|en|ing)$/.test(item.lower)) return { ...item, pos: 'ADJ' };
  if (item.lower === 'think' && /^tanks?$/.test(next?.lower ?? '')) return { ...item, pos: 'NOUN' };
  if (item.lower === 'lead' && next?.pos === 'NOUN' && (!before || before.quote))
    return { ...item, pos: 'ADJ' };
  const isInitials = /^(?:WHO|IT|US)$/.test(item.text) && !/^\p{Lu}{2,}$/u.test(`${before?.text}`);
  const isSurname = item.text === 'He' && next?.pos === 'PROPN' && items[at + 2]?.text === ',';
  return isInitials || isSurname ? { ...item, lower: item.text, pos: 'PROPN' } : item;
}

const NICKNAME = 4; // words of a name in marks, the marks with them: Marcia “Cia” Price

/** “Why?” Smith said. “Go!” the mayor added. */
function isShortAttribution(items: SpeechItem[], from: number, words: Words): boolean {
  for (let at = from; at < Math.min(items.length, from + 24); at += 1) {
    const item = items[at] as SpeechItem;
    if (item.quote && item.quote.inner.length > NICKNAME) return false;
    if (at > from && words.cues.get(words.lemmas.get(item.lower) ?? '')?.aside && item.pos === 'VERB') {
      const after = items[at + 1];
      return (
        !after ||
        !(
          after.quote ||
          after.lower === 'that' ||
          after.pos === 'PRON' ||
          after.pos === 'SCONJ' ||
          after.text === ':'
        )
      );
    }
    if (!/^(?:NOUN|PROPN|PRON|DET|ADJ|ADP|PART|NUM|ADV|QUOTE)$/.test(item.pos) && !/^[,()-]$/.test(item.text))
      return false;
  }
  return false;
}
