/** What a source did to an item since we made a story of it, in words: the rules, without a store. */
import type { WireNoticesTable } from '../../store/wire-tables.ts';
import { type NumberMark, numbersOf } from '../events/compare.ts';

export type NoticeKind = WireNoticesTable['kind'];

/** One version of an item, as far as it matters here. */
export interface NoticeWords {
  status: string;
  embargoUntil: number | null;
  headline: string;
  text: string;
  language: string | null;
}

export interface SaidOfChange {
  kind: NoticeKind;
  words: string;
}

/** What changed for those who made a story of it; null where nothing did that they must know. */
export function whatChanged(
  before: NoticeWords,
  after: NoticeWords,
  { name, now }: { name: string; now: number },
): SaidOfChange | null {
  if (after.status !== before.status) {
    if (after.status === 'canceled')
      return { kind: 'withdrawn', words: `${name} has withdrawn this report.` };
    if (after.status === 'withheld')
      return { kind: 'withheld', words: `${name} withholds this report for now.` };
    return { kind: 'back', words: `${name} lets this report be used again.` };
  }
  const until = after.embargoUntil ?? 0;
  if (until > now && until !== before.embargoUntil)
    return { kind: 'embargoed', words: `${name} has put this report under embargo.` };
  if (wordsOf(before.headline) !== wordsOf(after.headline))
    return { kind: 'headline', words: `${name} has another headline: “${after.headline}”` };
  if (wordsOf(before.text) === wordsOf(after.text)) return null;
  const told = [`${name} has changed the text.`, ...numbersIn(before, after), correctionIn(before, after)];
  return { kind: 'changed', words: told.filter(Boolean).join(' ') };
}

/** Kinds after which the contract may have the story killed. */
export function mayEndStory(kind: NoticeKind): boolean {
  return kind === 'withdrawn' || kind === 'expired';
}

const MOST_NUMBERS = 3; // told in a line; all of them are marked in the text

/** Numbers of the same thing that became others: what a story made of it has most likely wrong now. */
function numbersIn(before: NoticeWords, after: NoticeWords): string[] {
  const [was, is] = [numbersOf(before), numbersOf(after)];
  const has = (numbers: NumberMark[], { value }: NumberMark) => numbers.some((each) => each.value === value);
  return was
    .flatMap((old) => {
      const fresh = is.find((each) => old.of !== '' && each.of === old.of && !has(was, each));
      return fresh && !has(is, old) ? [`“${old.shown}” is now “${fresh.shown}”.`] : [];
    })
    .slice(0, MOST_NUMBERS);
}

/** Other spaces, quotation marks or capitals are no change. */
function wordsOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const CORRECTION = new RegExp(
  `^[^\\p{L}]*(?:${[
    'correct(?:s|ed|ion|ing)|clarif|διορθ[ώω]|διόρθωσ|διευκρ|επανόρθ|исправл|уточн|поправк|виправл|corrige|correcci|aclaraci',
    'fe de erratas|fe de errores|rectif|erratum|précision|berichtig|korrektur|richtigstell|klarstell|corretto|correzione',
    'errata corrige|تصحيح|تصويب|توضيح|düzeltme|sprostowanie',
  ].join('|')})`,
  'iu',
);

/** The source's own note of a correction, where it begins a paragraph that was not there before. */
function correctionIn(before: NoticeWords, after: NoticeWords): string {
  const paragraphs = (text: string): string[] => text.split(/\n+/).map((each) => each.trim());
  const known = new Set(paragraphs(before.text));
  const note = paragraphs(after.text).find((each) => CORRECTION.test(each) && !known.has(each));
  return note ? `It says: “${note.slice(0, 240)}”` : '';
}
