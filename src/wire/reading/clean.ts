/**
 * Cleaning: what a website put into its copy for its own ends is recognised and set aside, with the reason, so that it
 * can be seen and put back. Nothing is dropped. It is judged on false alarms first: what might be copy stays copy.
 */
import { isAgencyTail } from '../../kit/agency-lines.ts';
import { type Block, readBlocks } from '../../kit/body-blocks.ts';
import { everyRun } from '../../kit/body-shape.ts';
import { type Furniture, furnitureKind } from '../../kit/furniture-words.ts';
import type { LeftOut, LeftOutKind } from '../../kit/left-out.ts';
import { type BodyHtml, htmlToText, safeBlocks, textToHtml, writeBody } from '../../kit/safe-html.ts';
import { bareHeadline } from './agency-copy.ts';

/** What HTML itself says is no copy; pictures go with an item's media, the marks of notes say nothing. */
const ASIDE_KINDS = ['struck', 'hidden', 'comment', 'footnote'] as const;
type AsideKind = (typeof ASIDE_KINDS)[number];

export function isAsideKind(kind: LeftOutKind): kind is AsideKind {
  return (ASIDE_KINDS as readonly string[]).includes(kind);
}

export type AsideReason =
  | Furniture
  | AsideKind
  | 'repeated'
  | 'headline'
  | 'byline'
  | 'agency-line'
  | 'links';

/** A block of the copy that was set aside. */
export interface Aside {
  /** Where it stood among the blocks of the whole, counted from 0. */
  at: number;
  html: BodyHtml;
  text: string;
  reason: AsideReason;
}

export interface CleanCopy {
  /** The copy without what was set aside; a body in its normal form. */
  html: BodyHtml;
  /** In the order in which it stood. */
  aside: Aside[];
}

/** What stands around the copy: a headline repeated at its beginning is no copy. */
export interface AsideAround {
  headline?: string;
  /** Said again before the copy, it is no copy either. */
  byline?: string;
  /** Blocks that stay whatever they look like, counted from 0; what was left out is counted on from the last of them. */
  keep?: number[];
  /** What was left out when the body was read. */
  leftOut?: LeftOut[];
}

const MOST_ASIDE = 0.5; // share of the letters; where more looks like furniture, we are wrong about it
const REPEATED = 40; // letters from which a paragraph that comes again is no refrain
const MOST_REPEATED = 3; // paragraphs that a website shows twice

/** Sets aside the furniture in a body. */
export function setAside(html: BodyHtml, around: AsideAround = {}): CleanCopy {
  const blocks = readBlocks(html);
  const reasons = reasonsOf(blocks, around);
  for (const at of around.keep ?? []) reasons.delete(at);
  const lettersOf = (at: number): number => letters(textOf(blocks[at] as Block)).length;
  const all = blocks.reduce((sum, _, at) => sum + lettersOf(at), 0);
  const aside = [...reasons.keys()].reduce((sum, at) => sum + lettersOf(at), 0);
  if (aside > all * MOST_ASIDE) reasons.clear();
  const left = leftOutAside(around.leftOut ?? [], blocks.length);
  const back = left.filter(({ at }) => around.keep?.includes(at));
  return {
    html: safeBlocks(withBack(blocks, { reasons, back })),
    aside: [
      ...[...reasons]
        .sort(([one], [other]) => one - other)
        .map(([at, reason]) => {
          const written = writeBody([blocks[at] as Block]);
          return { at, html: written, text: htmlToText(written), reason };
        }),
      ...left.filter((one) => !back.includes(one)).map(({ after: _, ...one }) => one),
    ],
  };
}

/** Numbered on from the blocks, each as a paragraph of its own. */
function leftOutAside(leftOut: LeftOut[], blocks: number): (Aside & { after: number })[] {
  return leftOut.flatMap(({ kind, text, after }, index) =>
    isAsideKind(kind) ? [{ at: blocks + index, html: textToHtml(text), text, reason: kind, after }] : [],
  );
}

/** The blocks that stay, and behind the block in which it stood what an editor wants back. */
function withBack(
  blocks: Block[],
  { reasons, back }: { reasons: Map<number, AsideReason>; back: { html: BodyHtml; after: number }[] },
): Block[] {
  const wanted = (after: number): Block[] =>
    back.filter((one) => Math.min(one.after, blocks.length) === after).flatMap((one) => readBlocks(one.html));
  return [
    ...wanted(0),
    ...blocks.flatMap((block, at) => [...(reasons.has(at) ? [] : [block]), ...wanted(at + 1)]),
  ];
}

/** The copy as it was before those parts of it were set aside. */
export function putBack(html: BodyHtml, aside: Aside[]): BodyHtml {
  const blocks = readBlocks(html);
  for (const one of aside.toSorted((a, b) => a.at - b.at))
    blocks.splice(Math.min(one.at, blocks.length), 0, ...readBlocks(one.html));
  return safeBlocks(blocks);
}

function reasonsOf(blocks: Block[], around: AsideAround): Map<number, AsideReason> {
  const reasons = new Map<number, AsideReason>();
  const seen = new Set<string>();
  for (const [at, block] of blocks.entries()) {
    const reason = reasonOf(block, { at, isFirst: at === 0, around, seen });
    if (reason) reasons.set(at, reason);
  }
  const again = [...reasons].filter(([, reason]) => reason === 'repeated');
  // Copy that says many things twice is made so: recipes, timetables, results.
  if (again.length > MOST_REPEATED) for (const [at] of again) reasons.delete(at);
  for (const at of linksAfter(blocks, reasons)) reasons.set(at, 'links');
  for (const at of agencyLines(blocks)) reasons.set(at, 'agency-line');
  return reasons;
}

interface Standing {
  at: number;
  isFirst: boolean;
  around: AsideAround;
  seen: Set<string>;
}

function reasonOf(block: Block, { at, isFirst, around, seen }: Standing): AsideReason | null {
  const text = textOf(block);
  const key = letters(text);
  if (key === '') return null;
  if (at < 2 && around.headline && isHeadline(key, around.headline)) return 'headline';
  if (at < 3 && around.byline && letters(bareByline(text)) === letters(bareByline(around.byline)))
    return 'byline';
  if (key.length >= REPEATED && block.kind === 'p' && seen.has(key)) return 'repeated';
  seen.add(key);
  const furniture = furnitureOf(block, text);
  // What opens the copy is its lede or its dateline, unless it is plainly a button.
  return furniture && isFirst && text.length > 80 ? null : furniture;
}

function isHeadline(key: string, headline: string): boolean {
  return key === letters(headline) || key === letters(bareHeadline(headline));
}

/** Without the word that leads to the name. */
function bareByline(byline: string): string {
  return byline.replace(BY, '').trim();
}

const BY =
  /^\s*(?:by|written by|text:?|par|von|de|por|di|da|door|av|af|autor(?:in|a)?:?|автор[ы]?:?|от|του|της|γράφει (?:ο|η)|ρεπορτάζ:?|بقلم:?|كتبت?:?)(?:\s+|(?<=:))/iu;

/** Who reported and edited, at the end: said to newsrooms. */
function agencyLines(blocks: Block[]): number[] {
  const found: number[] = [];
  for (let at = blocks.length - 1; at > 0 && isAgencyTail(textOf(blocks[at] as Block)); at -= 1)
    found.push(at);
  return found;
}

function furnitureOf(block: Block, text: string): AsideReason | null {
  if (block.kind === 'blockquote' || isSpeech(text)) return null;
  const kind = furnitureKind(text);
  return kind === 'read-also' && !isPointer(block, text) ? null : kind;
}

/** Words like “Read more …” are a pointer where they end, lead on with a colon, or lead into a link. */
function isPointer(block: Block, text: string): boolean {
  if (block.kind === 'h2' || block.kind === 'h3') return text.length <= 80;
  const linked = linkedLetters(block);
  const all = letters(text).length;
  if (linked > all * 0.4) return true;
  return /^[^:.!?]{2,60}:\s*\S/u.test(text)
    ? text.length <= 200 && !/[.!?]\s+\S.*[.!?]$/u.test(text)
    : text.length <= 40;
}

/** Somebody's words, or a question and its answer, are never furniture. */
function isSpeech(text: string): boolean {
  return /^[\s]*[“"„«‘—–]\s?\p{L}/u.test(text) && /[”"»’“]|[.!?]$/u.test(text) && text.length > 60;
}

/** After a heading like “Related stories”: lists and paragraphs that are nothing but links, up to the first that is not. */
function linksAfter(blocks: Block[], reasons: Map<number, AsideReason>): number[] {
  const found: number[] = [];
  for (const [at, reason] of reasons) {
    if (reason !== 'read-also') continue;
    for (let next = at + 1; next < blocks.length && !reasons.has(next) && isAllLinks(blocks[next]); next += 1)
      found.push(next);
  }
  return found;
}

function isAllLinks(block: Block | undefined): boolean {
  if (!block) return false;
  const all = letters(textOf(block)).length;
  return all > 0 && linkedLetters(block) >= all * 0.9;
}

function linkedLetters(block: Block): number {
  return everyRun(block)
    .filter((run) => run.href !== null)
    .reduce((sum, run) => sum + letters(run.text).length, 0);
}

function textOf(block: Block): string {
  return everyRun(block)
    .map((run) => run.text)
    .join('runs' in block ? '' : ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function letters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();
}
