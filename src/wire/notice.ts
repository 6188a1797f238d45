/** What a source did to an item since we made a story of it, in words: the rules, without a store. */
import type { WireNoticesTable } from '../store/tables.ts';

export type NoticeKind = WireNoticesTable['kind'];

/** One version of an item, as far as it matters here. */
export interface Told {
  status: string;
  embargoUntil: number | null;
  headline: string;
  text: string;
}

export interface SaidOfChange {
  kind: NoticeKind;
  words: string;
}

/** What changed for those who made a story of it; null where nothing did that they must know. */
export function whatChanged(
  before: Told,
  after: Told,
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
  return { kind: 'changed', words: `${name} has changed the text. ${correctionIn(before, after)}`.trim() };
}

/** Kinds after which the contract may have the story killed. */
export function mayEndStory(kind: NoticeKind): boolean {
  return kind === 'withdrawn' || kind === 'expired';
}

/** Other spaces, quotation marks or capitals are no change. */
function wordsOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const CORRECTION =
  /^\W*(?:correct(?:s|ed|ion|ing)\b|clarif|διορθ[ώω]|исправл|виправл|corrige|correcci|rectif|berichtig|korrektur|corretto|correzione|تصحيح|düzeltme|sprostowanie)/iu;

/** The source's own note of a correction, where it begins a paragraph that was not there before. */
function correctionIn(before: Told, after: Told): string {
  const paragraphs = (text: string): string[] => text.split(/\n+/).map((each) => each.trim());
  const known = new Set(paragraphs(before.text));
  const note = paragraphs(after.text).find((each) => CORRECTION.test(each) && !known.has(each));
  return note ? `It says: “${note.slice(0, 240)}”` : '';
}
