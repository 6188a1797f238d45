/** Every sign in a text that may be a quotation mark, with what stands around it. Apostrophes and inches are left out. */
import { type Span, splitParagraphs } from '../kit/paragraphs.ts';

export type MarkKind = 'double' | 'single' | 'guillemet' | 'angle' | 'corner' | 'white-corner' | 'title';

/** One sign: a character, or two that stand for one, as '' and `` do. */
export interface Sign extends Span {
  text: string;
  kind: MarkKind;
  /** What its shape says: straight ones may be either. */
  shape: 'open' | 'close' | 'either';
  /** What the space around it says; null where that says nothing. */
  stand: 'open' | 'close' | null;
  /** Index of its paragraph. */
  paragraph: number;
  /** Whether it is the first thing in its paragraph. */
  leads: boolean;
}

const shapes: Record<string, [MarkKind, Sign['shape']]> = {
  '"': ['double', 'either'],
  '＂': ['double', 'either'],
  '″': ['double', 'either'],
  '“': ['double', 'open'],
  '”': ['double', 'close'],
  '„': ['double', 'open'],
  '‟': ['double', 'open'],
  "''": ['double', 'either'],
  '``': ['double', 'open'],
  "'": ['single', 'either'],
  '′': ['single', 'either'],
  '`': ['single', 'open'],
  '‘': ['single', 'open'],
  '’': ['single', 'close'],
  '‚': ['single', 'open'],
  '‛': ['single', 'open'],
  '«': ['guillemet', 'open'],
  '»': ['guillemet', 'close'],
  '‹': ['angle', 'open'],
  '›': ['angle', 'close'],
  '「': ['corner', 'open'],
  '」': ['corner', 'close'],
  '『': ['white-corner', 'open'],
  '』': ['white-corner', 'close'],
  '《': ['title', 'open'],
  '》': ['title', 'close'],
};
const signPattern = /''(?!')|``|["＂″“”„‟'′`‘’‚‛«»‹›「」『』《》]/gu;
const LOOK = 8; // characters after a sign that are enough to know an apostrophe
const spaceUnit = /[\s\u00a0\u202f\u2009\u200b\ufeff\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/u; // marks of direction stand where a space would
const opensAround = /[([{\u2010-\u2015\-/|>=*_¿¡]/u; // an opening mark may follow these directly
const closesAround = /[.,;:!?)\]}…\u2010-\u2015\-/|<*_。、，！？；：）·]/u; // a closing mark may stand before these directly
// Words that begin with an apostrophe: what was left out stands before them.
const elided = /^(?:\d\ds?|em|til|tis|twas|twill|cause|cos|nother|round|bout)(?![\p{L}\p{N}])/iu;

/** In the order of the text. Linear in its length. */
export function readSigns(text: string): Sign[] {
  const paragraphs = joinLines(text, splitParagraphs(text));
  const signs: Sign[] = [];
  let paragraph = 0;
  let beyond = -1; // where the sign before ended, when nothing stands between: neighbours are looked at beyond it
  let before = '';
  for (const match of text.matchAll(signPattern)) {
    const start = match.index;
    const end = start + match[0].length;
    while ((paragraphs[paragraph]?.end ?? text.length) < end && paragraph < paragraphs.length - 1)
      paragraph += 1;
    const leads = start === paragraphs[paragraph]?.start;
    if (beyond !== start) before = leads || start === 0 ? '' : (text[start - 1] ?? '');
    beyond = end;
    const [kind, shape] = shapes[match[0]] ?? ['double', 'either'];
    signs.push({ start, end, text: match[0], kind, shape, stand: null, paragraph, leads });
    standOf(signs, before, paragraphs);
  }
  for (let at = signs.length - 1, after = ''; at >= 0; at -= 1) {
    const sign = signs[at] as Sign;
    if (signs[at + 1]?.start !== sign.end) after = text[sign.end] ?? '';
    if (sign.end === paragraphs[sign.paragraph]?.end) after = '';
    sign.stand = stand(sign.stand === 'open', after);
  }
  return signs.filter((sign) => !isApostrophe(text, sign) && !isInch(text, sign));
}

/** A line that goes on in lower case, or in letters that have none after a comma or a word, is one paragraph with the one before. */
function joinLines(text: string, paragraphs: Span[]): Span[] {
  const joined: Span[] = [];
  for (const paragraph of paragraphs) {
    const last = joined.at(-1);
    const gap = last && text.slice(last.end, paragraph.start);
    const goesOn = last && gap && gap.length < LOOK && gap.indexOf('\n') === gap.lastIndexOf('\n');
    const next = String.fromCodePoint(text.codePointAt(paragraph.start) ?? 0);
    if (
      goesOn &&
      (/\p{Ll}/u.test(next) || (/\p{Lo}/u.test(next) && /[\p{Lo},،]/u.test(text[last.end - 1] ?? '')))
    )
      last.end = paragraph.end;
    else joined.push({ ...paragraph });
  }
  return joined;
}

/** For now only the left side is known: 'open' keeps it until the right side is. */
function standOf(signs: Sign[], before: string, paragraphs: Span[]): void {
  const sign = signs.at(-1);
  if (!sign) return;
  const free = sign.start === paragraphs[sign.paragraph]?.start || isFree(before, opensAround);
  sign.stand = free ? 'open' : 'close';
}

function stand(freeBefore: boolean, after: string): Sign['stand'] {
  const freeAfter = isFree(after, closesAround);
  if (freeBefore === freeAfter) return null;
  return freeBefore ? 'open' : 'close';
}

function isFree(neighbour: string, allowed: RegExp): boolean {
  return neighbour === '' || spaceUnit.test(neighbour) || allowed.test(neighbour);
}

/** A single sign inside a word, or where a word has lost a letter. */
function isApostrophe(text: string, sign: Sign): boolean {
  if (sign.kind !== 'single' || sign.text === '‚') return false;
  const before = text[sign.start - 1] ?? '';
  const after = text.slice(sign.end, sign.end + LOOK);
  if (/[\p{L}\p{N}\p{M}.]/u.test(before) && /^(?:s|t|d|ll|re|ve|m)(?![\p{L}\p{N}])/u.test(after)) return true;
  if (/[\p{L}\p{N}\p{M}]/u.test(before) && /^[\p{L}\p{N}]/u.test(after)) return true;
  if (/^['’]?n['’]/iu.test(text.slice(sign.start, sign.end + LOOK))) return true; // rock ’n’ roll
  if (/\bn$/iu.test(text.slice(Math.max(0, sign.start - 2), sign.start))) return true;
  if (sign.stand !== 'open') return false;
  return sign.shape === 'open'
    ? /^\d\ds?(?![\d’'])/u.test(after)
    : elided.test(after) && !after.includes(sign.text);
}

/** 5'10", 12″: a measure, not a mark. And a sign within a word, as Hebrew writes ד"ר. */
function isInch(text: string, sign: Sign): boolean {
  if (sign.shape !== 'either') return false;
  const before = text.slice(Math.max(0, sign.start - 3), sign.start);
  if (
    /["″]/u.test(sign.text) &&
    /['′’]\s?\d{1,2}$/u.test(text.slice(Math.max(0, sign.start - 4), sign.start))
  )
    return true;
  if (
    sign.kind === 'single' &&
    /\d$/u.test(before) &&
    /^\s?\d{1,2}["″]/u.test(text.slice(sign.end, sign.end + 4))
  )
    return true;
  return /\p{Script=Hebrew}$/u.test(before) && /^\p{Script=Hebrew}/u.test(text.slice(sign.end, sign.end + 1));
}
