/** Copy as sentences and sentences as copy: what the pairs of an edition are made of, and how its take is written from them. */
import { type Block, type Run, readBlocks } from '../kit/body-blocks.ts';
import { writeBody } from '../kit/safe-html.ts';
import { splitSentences } from '../kit/sentences.ts';
import type { Copy } from '../stories/story.ts';

/** Where a sentence stands: a one-line part of the copy, or a paragraph of the body. */
export type BlockKind = 'headline' | 'dek' | 'p' | 'h2' | 'h3' | 'blockquote' | 'ul' | 'ol';

export interface SentenceUnit {
  /** Which paragraph it stands in, counted from 0 over headline, dek and body. */
  block: number;
  kind: BlockKind;
  runs: Run[];
}

/** Every sentence of the copy, in order. A headline and a dek are one each; lists are taken item by item, without depth. */
export function sentencesOf(
  copy: Pick<Copy, 'headline' | 'dek' | 'bodyHtml'>,
  language: string,
): SentenceUnit[] {
  const paragraphs: { kind: BlockKind; runs: Run[] }[] = [];
  if (copy.headline.trim() !== '') paragraphs.push({ kind: 'headline', runs: plainRuns(copy.headline) });
  if (copy.dek.trim() !== '') paragraphs.push({ kind: 'dek', runs: plainRuns(copy.dek) });
  for (const block of readBlocks(copy.bodyHtml)) paragraphs.push(...paragraphsOf(block));
  return paragraphs.flatMap(({ kind, runs }, block) => {
    const parts = kind === 'headline' || kind === 'dek' ? [runs] : splitRuns(runs, language);
    return parts.map((part) => ({ block, kind, runs: part }));
  });
}

export function plainRuns(text: string): Run[] {
  return text === '' ? [] : [{ text, href: null, strong: false, em: false }];
}

export function textOfRuns(runs: Run[]): string {
  return runs.map((run) => run.text).join('');
}

function paragraphsOf(block: Block): { kind: BlockKind; runs: Run[] }[] {
  if ('paragraphs' in block) return block.paragraphs.map((runs) => ({ kind: 'blockquote', runs }));
  if (!('items' in block)) return [{ kind: block.kind, runs: block.runs }];
  return block.items.flatMap((item) => [
    ...(item.runs.length > 0 ? [{ kind: block.kind, runs: item.runs }] : []),
    ...item.lists.flatMap(paragraphsOf),
  ]);
}

/** The runs of each sentence of a paragraph. */
export function splitRuns(runs: Run[], language: string): Run[][] {
  return splitSentences(textOfRuns(runs), language).map(({ start, end }) => sliceRuns(runs, start, end));
}

/** The runs between two places of their text. */
export function sliceRuns(runs: Run[], start: number, end: number): Run[] {
  const part: Run[] = [];
  let at = 0;
  for (const run of runs) {
    const text = run.text.slice(Math.max(0, start - at), Math.max(0, end - at));
    if (text !== '') part.push({ ...run, text });
    at += run.text.length;
  }
  return part;
}

/** Runs as the HTML of one line, and back. */
export function runsToHtml(runs: Run[]): string {
  return writeBody([{ kind: 'p', runs }]).replace(/^<p>|<\/p>$/g, '');
}

export function htmlToRuns(html: string): Run[] {
  const [block] = readBlocks(`<p>${html}</p>`);
  return block && 'runs' in block ? block.runs : [];
}

export interface WrittenSentence {
  block: number;
  kind: BlockKind;
  html: string;
}

const UNSPACED = new Set(['zh', 'ja', 'th', 'lo', 'km', 'my']);

/** The parts of the copy that the sentences make; those without words are left out. */
export function copyOfSentences(
  sentences: WrittenSentence[],
  language: string,
): Pick<Copy, 'headline' | 'dek' | 'bodyHtml'> {
  const gap = UNSPACED.has(language.split('-')[0] ?? '') ? '' : ' ';
  const paragraphs: { kind: BlockKind; html: string; block: number }[] = [];
  for (const { block, kind, html } of sentences) {
    if (html.trim() === '') continue;
    const last = paragraphs.at(-1);
    if (last?.block === block && last.kind === kind) last.html += gap + html;
    else paragraphs.push({ block, kind, html });
  }
  const line = (kind: BlockKind) =>
    paragraphs
      .filter((each) => each.kind === kind)
      .map(({ html }) => textOfRuns(htmlToRuns(html)))
      .join(' ');
  const body = paragraphs.filter(({ kind }) => kind !== 'headline' && kind !== 'dek');
  return { headline: line('headline'), dek: line('dek'), bodyHtml: writeParagraphs(body) };
}

/** Items of one list and paragraphs of one quotation that stand together are one. */
function writeParagraphs(paragraphs: { kind: BlockKind; html: string }[]): string {
  const blocks: Block[] = [];
  for (const { kind, html } of paragraphs) {
    const runs = htmlToRuns(html);
    const last = blocks.at(-1);
    if (kind === 'blockquote') {
      if (last && 'paragraphs' in last) last.paragraphs.push(runs);
      else blocks.push({ kind, paragraphs: [runs] });
    } else if (kind === 'ul' || kind === 'ol') {
      if (last && 'items' in last && last.kind === kind) last.items.push({ runs, lists: [] });
      else blocks.push({ kind, items: [{ runs, lists: [] }] });
    } else if (kind === 'p' || kind === 'h2' || kind === 'h3') blocks.push({ kind, runs });
  }
  return writeBody(blocks);
}
