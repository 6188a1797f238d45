/**
 * Quotation marks and what they hold: which sign opens, which closes, how deep, and what has no counterpart. Marks of any
 * language are read by their shape, and where a shape says nothing, or is wrong, by the space around it. A quotation may
 * run over paragraphs when each goes on with an opening mark. Apostrophes and inches are told apart.
 */
import type { Span } from '../kit/paragraphs.ts';
import { type MarkKind, readSigns, type Sign } from './mark-signs.ts';

export type { MarkKind } from './mark-signs.ts';

/** Two marks that belong together. Offsets are UTF-16 units; what is quoted is from `openEnd` to `close`. */
export interface QuotePair {
  open: number;
  openEnd: number;
  close: number;
  closeEnd: number;
  /** 1 outside any other pair, 2 within one, and so on. */
  level: number;
  kind: MarkKind;
  /** Marks that open a further paragraph of the same quotation. */
  continued: Span[];
  /** Which of the two has the wrong shape for where it stands: a closing curl that opens, an opening one that closes. */
  turned: ('open' | 'close')[];
}

/** A mark without a counterpart. */
export interface LoneMark extends Span {
  side: 'open' | 'close';
  kind: MarkKind;
  text: string;
}

export interface QuoteMarks {
  /** By where they open. */
  pairs: QuotePair[];
  /** In the order of the text. */
  unpaired: LoneMark[];
}

interface Opened {
  sign: Sign;
  continued: Span[];
  turned: boolean;
}

// Here “ closes what „ opened, ” opens as well as closes, and »so« is as usual as «so»: space decides before shape.
const looseShapes = new Set(
  'bg bs cs da de et fi hr hu is lt lv mk nb nn no pl ro sk sl sq sr sv'.split(' '),
);

/** `language` is a BCP 47 tag; without one, shape and space decide. Linear in the text, whatever marks it holds. */
export function findQuoteMarks(text: string, language = ''): QuoteMarks {
  const reader = new MarkReader(text, looseShapes.has(language.slice(0, 2).toLowerCase()));
  const signs = readSigns(text);
  const strongAfter = strongCloses(signs, text);
  for (const [index, sign] of signs.entries()) reader.read(sign, signs[index + 1], strongAfter[index] ?? -1);
  return reader.end();
}

class MarkReader {
  readonly #text: string;
  readonly #loose: boolean;
  readonly #pairs: QuotePair[] = [];
  readonly #unpaired: LoneMark[] = [];
  #stack: Opened[] = [];
  #openOf = new Map<MarkKind, number>();
  #doubles: string[] = []; // signs of the open double pairs
  #paragraph = 0;

  constructor(text: string, loose: boolean) {
    this.#text = text;
    this.#loose = loose;
  }

  read(sign: Sign, next: Sign | undefined, strongAfter: number): void {
    if (sign.paragraph !== this.#paragraph && this.#enter(sign)) return;
    const side = this.#sideOf(sign, next);
    if (side === 'open') this.#open(sign);
    else if (this.#isOpen(sign.kind)) this.#close(sign, strongAfter);
    else if (sign.kind !== 'single') this.#unpaired.push(lone(sign, 'close')); // a single one is an apostrophe
  }

  end(): QuoteMarks {
    this.#drop(0);
    const byStart = (one: { start: number }, other: { start: number }) => one.start - other.start;
    return {
      pairs: this.#pairs.sort((one, other) => one.open - other.open),
      unpaired: this.#unpaired.sort(byStart),
    };
  }

  /** A new paragraph: what is open goes on only when this one begins with its mark again. True when the sign was that. */
  #enter(sign: Sign): boolean {
    const skipped = sign.paragraph > this.#paragraph + 1;
    this.#paragraph = sign.paragraph;
    const outer = this.#stack[0];
    const goesOn = outer && !skipped && sign.leads && sign.kind === outer.sign.kind && sign.stand !== 'close';
    this.#drop(goesOn ? 1 : 0);
    if (goesOn) outer.continued.push({ start: sign.start, end: sign.end });
    return Boolean(goesOn);
  }

  #isOpen(kind: MarkKind): boolean {
    return (this.#openOf.get(kind) ?? 0) > 0;
  }

  #sideOf(sign: Sign, next: Sign | undefined): 'open' | 'close' {
    const top = this.#stack.at(-1)?.sign;
    const { stand, shape } = sign;
    if (sign.text === '“' && this.#isOpen('double') && this.#doubles.at(-1) === '„')
      return stand === 'open' && next?.paragraph === sign.paragraph ? 'open' : 'close';
    if (shape === 'either') return stand ?? (this.#isOpen(sign.kind) ? 'close' : 'open');
    if (sign.leads && this.#stack.length === 0) return 'open'; // whatever its shape, nothing is there to be closed
    if (stand === null && isBeforeStop(this.#text, sign))
      return shape === 'open' && this.#isOpen(sign.kind) && !this.#isNestedBelow(sign) ? 'close' : shape;
    if (stand === null && shape === 'close' && !this.#isOpen(sign.kind) && isAfterColon(this.#text, sign))
      return 'open';
    if (stand === null || stand === shape) return shape;
    if (this.#loose || sign.kind === 'double' || sign.kind === 'guillemet') {
      // Shape and space disagree. An opening shape that stands like a closing one closes only what is open.
      if (stand === 'close') return this.#isOpen(sign.kind) ? 'close' : shape;
      return top?.kind === sign.kind && !this.#loose ? shape : 'open';
    }
    return shape;
  }

  /** Whether it repeats the very sign that opened what is open, as „ and “ do not. */
  #isNestedBelow(sign: Sign): boolean {
    return this.#stack.at(-1)?.sign.text !== sign.text;
  }

  #open(sign: Sign): void {
    const top = this.#stack.at(-1);
    const repeats = top?.sign.kind === sign.kind && top.sign.text === sign.text && sign.shape === 'either';
    if (repeats) this.#drop(this.#stack.length - 1); // straight marks do not nest: the one before was never closed
    const turned = sign.shape === 'close' && !this.#loose;
    this.#stack.push({ sign, continued: [], turned });
    this.#count(sign, 1);
  }

  #count(sign: Sign, change: 1 | -1): void {
    this.#openOf.set(sign.kind, (this.#openOf.get(sign.kind) ?? 0) + change);
    if (sign.kind !== 'double') return;
    if (change === 1) this.#doubles.push(sign.text);
    else this.#doubles.pop();
  }

  #close(sign: Sign, strongAfter: number): void {
    if (sign.kind === 'single' && strongAfter >= 0 && isPossessive(this.#text, sign)) return;
    let at = this.#stack.length - 1;
    while (at >= 0 && this.#stack[at]?.sign.kind !== sign.kind) at -= 1;
    this.#drop(at + 1);
    const opened = this.#stack.pop();
    if (!opened) return;
    this.#count(opened.sign, -1);
    const isLow = opened.sign.text === '„' || opened.sign.text === '‚';
    const turned: QuotePair['turned'] = opened.turned ? ['open'] : [];
    if (sign.shape === 'open' && !isLow && !this.#loose) turned.push('close');
    this.#pairs.push({
      open: opened.sign.start,
      openEnd: opened.sign.end,
      close: sign.start,
      closeEnd: sign.end,
      level: this.#stack.length + 1,
      kind: sign.kind,
      continued: opened.continued,
      turned,
    });
  }

  /** Everything open above this depth has no counterpart. */
  #drop(depth: number): void {
    while (this.#stack.length > depth) {
      const { sign, continued } = this.#stack.pop() as Opened;
      this.#count(sign, -1);
      const last = continued.at(-1);
      this.#unpaired.push(last ? { ...lone(sign, 'open'), ...last } : lone(sign, 'open'));
    }
  }
}

/** A space on one side and a stop on the other: « so «, he said. */
function isBeforeStop(text: string, { start, end }: Sign): boolean {
  return /\s/u.test(text[start - 1] ?? '') && /[.,;:!?]/u.test(text[end] ?? '');
}

/** He said: » So ». */
function isAfterColon(text: string, { start, end }: Sign): boolean {
  return /:\s{0,2}$/u.test(text.slice(Math.max(0, start - 3), start)) && /\s/u.test(text[end] ?? '');
}

function lone(sign: Sign, side: 'open' | 'close'): LoneMark {
  return { start: sign.start, end: sign.end, side, kind: sign.kind, text: sign.text };
}

/** ‘The workers’ plan holds,’: s, then a word that goes on. */
function isPossessive(text: string, sign: Sign): boolean {
  return (
    /[sSzZxX]$/u.test(text.slice(Math.max(0, sign.start - 1), sign.start)) &&
    /^\s\p{Ll}/u.test(text.slice(sign.end, sign.end + 3))
  );
}

/** For each sign the next single one in its paragraph that surely closes, with no single opening between; or -1. */
function strongCloses(signs: Sign[], text: string): number[] {
  const found: number[] = new Array(signs.length).fill(-1);
  for (let at = signs.length - 2; at >= 0; at -= 1) {
    const next = signs[at + 1] as Sign;
    if (next.paragraph !== signs[at]?.paragraph) continue;
    const closes = next.kind === 'single' && next.stand === 'close' && !isPossessive(text, next);
    if (closes) found[at] = at + 1;
    else if (next.kind !== 'single' || next.stand !== 'open') found[at] = found[at + 1] ?? -1;
  }
  return found;
}
