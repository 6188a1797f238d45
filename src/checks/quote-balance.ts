/** Quotation marks without a counterpart, turned the wrong way, or with a space on the inner side. */

import type { Check, Finding } from './check.ts';
import { reason } from './finding-reason.ts';
import type { LoneMark, QuotePair } from './quote-marks.ts';
import type { TextReading } from './reading.ts';

export const quoteUnpaired: Check = {
  name: 'quote-unpaired',
  says: 'A quotation mark has no counterpart.',
  languages: 'all',
  isOn: true,
  find: (reading) => reading.parts.flatMap((part) => [...unpairedIn(part), ...doubledIn(part)]),
};

export const quoteTurned: Check = {
  name: 'quote-turned',
  says: 'A quotation mark points the wrong way.',
  languages: 'all',
  isOn: true,
  find: (reading) => reading.parts.flatMap(turnedIn),
};

export const quoteSpacing: Check = {
  name: 'quote-spacing',
  says: 'A space stands inside a quotation mark, or none outside it.',
  languages: 'all',
  isOn: true,
  find: (reading) => reading.parts.flatMap((part) => spacingIn(part, reading.language)),
};

/** Single signs are too often apostrophes to be told of, and a lone › shows a way through a website. */
function unpairedIn(part: TextReading): Finding[] {
  const lone = part.marks.unpaired.filter(
    (mark) => mark.kind === 'double' || mark.kind === 'guillemet' || mark.kind === 'corner',
  );
  const findings: Finding[] = [];
  for (let at = 0; at < lone.length; at += 1) {
    const [mark, next] = [lone[at] as LoneMark, lone[at + 1]];
    if (isBlockQuote(part, mark, next) || isOverOneLine(part, mark, next)) at += 1;
    else if (!isExcused(part, mark)) findings.push(tellUnpaired(part, mark));
  }
  return findings;
}

function tellUnpaired(part: TextReading, mark: LoneMark): Finding {
  const because = mark.side === 'open' ? reason('quotationNeverClosed') : reason('quotationNeverOpened');
  return part.finding(mark, { check: 'quote-unpaired', severity: 'major', because });
}

const LONGEST_BLOCK = 3_000; // units of a quotation that runs over paragraphs without marks at their heads

/** Opened at the head of one paragraph and closed at the end of a later one: it reads plainly. */
function isBlockQuote(part: TextReading, mark: LoneMark, next: LoneMark | undefined): boolean {
  if (
    !next ||
    mark.side !== 'open' ||
    next.side !== 'close' ||
    mark.kind !== next.kind ||
    next.start - mark.end > LONGEST_BLOCK
  )
    return false;
  const isHead = mark.start === 0 || part.text[mark.start - 1] === '\n';
  return (
    isHead &&
    /^\s*(?:\n|$)/u.test(part.text.slice(next.end, next.end + 3)) &&
    part.text.slice(mark.end, next.start).includes('\n')
  );
}

const LONGEST_BREAK = 600; // units of a quotation that a line end parts

/** Opened on one line and closed on the next, with nothing between but the line's end: whoever sent it broke the line. */
function isOverOneLine(part: TextReading, mark: LoneMark, next: LoneMark | undefined): boolean {
  if (!next || mark.side !== 'open' || next.side !== 'close' || mark.kind !== next.kind) return false;
  const inner = part.text.slice(mark.end, next.start);
  return inner.length < LONGEST_BREAK && /^[^\n]*[^\n.!?…:]\n[^\n]+$/u.test(inner);
}

/** The same sign twice on both sides of the same words: an engine writes «« for one. */
function doubledIn(part: TextReading): Finding[] {
  const { pairs } = part.marks;
  return pairs.flatMap((pair, at) => {
    const inner = pairs[at + 1];
    const isDoubled =
      inner && inner.open === pair.openEnd && inner.closeEnd === pair.close && inner.kind === pair.kind;
    if (
      !isDoubled ||
      /^["']/u.test(part.text[pair.open] ?? '') ||
      part.text[pair.open] !== part.text[inner.open]
    )
      return [];
    const span = { start: pair.open, end: inner.openEnd };
    const because = reason('markTwice');
    const suggestion = part.text.slice(pair.open, pair.openEnd);
    return [part.finding(span, { check: 'quote-unpaired', severity: 'minor', because, suggestion })];
  });
}

function isExcused(part: TextReading, mark: LoneMark): boolean {
  const around = [
    part.text.slice(Math.max(0, mark.start - 1), mark.start),
    part.text.slice(mark.end, mark.end + 1),
  ];
  const isAiry = mark.kind === 'guillemet' && part.language === 'fr'; // its marks stand between spaces
  if (!isAiry && around.every((sign) => sign === ' ')) return true;
  const isCutShort =
    mark.side === 'open' && mark.start >= (part.paragraphs.at(-1)?.start ?? 0) && endsInDots(part.text);
  return isCutShort || isMeasure(part.text, mark) || isSharedClose(part, mark);
}

/** ЗАО «Завод «Север»: in Russian and Ukrainian one mark closes the name and the name within it. */
function isSharedClose({ language, text }: TextReading, { side, text: sign, end }: LoneMark): boolean {
  if ((language !== 'ru' && language !== 'uk') || side !== 'open' || sign !== '«') return false;
  return /^\p{L}[^«»\n.!?:]{1,80} «[^«»\n]{1,80}»/u.test(text.slice(end, end + 170));
}

function endsInDots(text: string): boolean {
  return /(?:\.\.\.|…)\s*$/u.test(text.slice(-20));
}

function isMeasure(text: string, mark: LoneMark): boolean {
  return (
    /[\d)]$/u.test(text.slice(Math.max(0, mark.start - 1), mark.start)) &&
    mark.kind === 'double' &&
    /["″”]/u.test(mark.text)
  );
}

/** In German “ closes what „ opened: where it opens as well, it is the opening mark that is wrong. */
function turnedOf({ language, text }: TextReading, { open, close, turned }: QuotePair): QuotePair['turned'] {
  const isGerman = language === 'de' && text[open] === '“' && text[close] === '“';
  return isGerman ? ['open'] : turned;
}

/** Signs that are turned again and again are a piece's own way of writing them, or were already so at its source. */
function turnedIn(part: TextReading): Finding[] {
  const turned = part.marks.pairs
    .filter(({ kind }) => kind !== 'single')
    .flatMap((pair) =>
      turnedOf(part, pair).map((side) => ({
        side,
        span:
          side === 'open'
            ? { start: pair.open, end: pair.openEnd }
            : { start: pair.close, end: pair.closeEnd },
      })),
    )
    .filter(
      ({ span }) =>
        (part.language === 'fr' && part.text[span.start] === '»') ||
        !/^\s/u.test(part.text.slice(span.end, span.end + 1)) ||
        !/(?:^|\s)$/u.test(part.text[span.start - 1] ?? ''),
    );
  if (turned.length > 1 && turned.every(({ span }) => isAtEdge(part.text, span))) return [];
  if (turned.length > MOST_TURNED) return [];
  return turned.map(({ side, span }) => {
    const because = side === 'open' ? reason('closingMarkOpens') : reason('openingMarkCloses');
    const opening = part.language === 'de' ? '„' : '“';
    const suggestion = { '“': side === 'open' ? opening : '”', '”': opening, '«': '»', '»': '«' }[
      part.slice(span)
    ];
    return part.finding(span, { check: 'quote-turned', severity: 'minor', because, suggestion });
  });
}

const MOST_TURNED = 4; // in one part; more are a habit

function isAtEdge(text: string, { start, end }: { start: number; end: number }): boolean {
  return start === 0 || end === text.length || text[start - 1] === '\n' || text[end] === '\n';
}

function spacingIn(part: TextReading, language: string): Finding[] {
  const findings: Finding[] = [];
  for (const pair of part.marks.pairs) {
    if (
      (pair.kind !== 'double' && pair.kind !== 'guillemet') ||
      part.text[pair.open - 1] === '=' ||
      unspaced.has(language)
    )
      continue;
    if (spaced.has(language)) findings.push(...outerSpace(part, pair));
    if (!(pair.kind === 'guillemet' && airy.has(language))) findings.push(...innerSpace(part, pair));
    findings.push(...commaInside(part, pair));
  }
  return findings;
}

/** finished “, though nobody …”: the comma belongs before the mark that opens. */
function commaInside(part: TextReading, pair: QuotePair): Finding[] {
  const sign = /^[,;](?=[ \u00a0]\p{L})/u.exec(part.text.slice(pair.openEnd, pair.openEnd + 4))?.[0];
  if (!sign || !/[\p{L}\p{N}] ?$/u.test(part.text.slice(Math.max(0, pair.open - 2), pair.open))) return [];
  const before = part.text[pair.open - 1] === ' ' ? 1 : 0;
  const span = { start: pair.open - before, end: pair.openEnd + 2 };
  const because = reason('commaInside');
  const suggestion = `${sign} ${part.text.slice(pair.open, pair.openEnd)}`;
  return [part.finding(span, { check: 'quote-spacing', severity: 'minor', because, suggestion })];
}

/** Where « so » is written with spaces, by all or, as in Dutch, by some; and where the language is not known. */
const airy = new Set(['fr', 'br', 'nl', '']);

const unspaced = new Set(['zh', 'ja', 'th', 'ko']);

const spaced = new Set(['en', 'el', 'ru', 'uk', 'es', 'fr', 'de', 'it']);

/** A word that touches a mark from outside; an ending of one letter or two may (the “so”s of this world). */
function outerSpace(part: TextReading, pair: QuotePair): Finding[] {
  const told = {
    check: 'quote-spacing',
    severity: 'minor',
    because: reason('noSpaceOutside'),
  } as const;
  const findings: Finding[] = [];
  const inner = part.text.slice(pair.openEnd, pair.close);
  if (!/\s/u.test(inner)) return []; // a part of a word may stand in marks: “re”opened
  const after = /^\p{L}{3,}/u.exec(part.text.slice(pair.closeEnd, pair.closeEnd + 30))?.[0];
  const before = /\p{L}{3,}$/u.exec(part.text.slice(Math.max(0, pair.open - 30), pair.open))?.[0];
  if (after)
    findings.push(
      part.finding(
        { start: pair.close, end: pair.closeEnd },
        { ...told, suggestion: `${part.text.slice(pair.close, pair.closeEnd)} ` },
      ),
    );
  if (before)
    findings.push(
      part.finding(
        { start: pair.open, end: pair.openEnd },
        { ...told, suggestion: ` ${part.text.slice(pair.open, pair.openEnd)}` },
      ),
    );
  return findings;
}

function innerSpace(part: TextReading, pair: QuotePair): Finding[] {
  const inner = part.text.slice(pair.openEnd, pair.close);
  const findings: Finding[] = [];
  const told = {
    check: 'quote-spacing',
    severity: 'minor',
    because: reason('spaceInside'),
    suggestion: '',
  } as const;
  const lead = /^[ \u00a0\u202f]+(?=[\p{L}\p{N}])/u.exec(inner)?.[0].length ?? 0;
  const tail = /(?<=[\p{L}\p{N}.,!?…])[ \u00a0\u202f]+$/u.exec(inner)?.[0].length ?? 0;
  if (lead > 0) findings.push(part.finding({ start: pair.openEnd, end: pair.openEnd + lead }, told));
  if (tail > 0 && !/(?:…|\.[ \u00a0]?\.)[ \u00a0]*$/u.test(inner))
    findings.push(part.finding({ start: pair.close - tail, end: pair.close }, told));
  return findings;
}
