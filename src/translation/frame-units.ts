/**
 * Blocks that are more than words, between the sentences of a translation. The first line of such a block carries its
 * shape in its kind, the block itself with a slot for each line; further lines say which slot is theirs. A block without
 * words to translate goes along with the paragraph before it, or with the first. Figures stand as they are.
 */
import { type Block, isWords, mapLines, type OfLine, type Run } from '../kit/body-shape.ts';
import { plainRun } from '../kit/runs.ts';

/** What a line is, and its words. */
export interface UnitParagraph<Kind extends string> {
  kind: Kind;
  runs: Run[];
}

const SLOT = '\u0001';
const FRAME = 'frame ';
const AFTER = '\n';
const BEFORE = '\n^';

/** The paragraphs of blocks; `ofWords` takes those apart that are words alone. */
export function unitParagraphs<Kind extends string>(
  blocks: Block[],
  ofWords: (
    block: Extract<Block, { runs: unknown } | { paragraphs: unknown } | { items: unknown }>,
  ) => UnitParagraph<Kind>[],
): UnitParagraph<string>[] {
  const all: UnitParagraph<string>[] = [];
  let waiting = '';
  for (const block of blocks) {
    const own: UnitParagraph<string>[] = isWords(block) ? ofWords(block) : frameParagraphs(block);
    const [first] = own;
    const last = all.at(-1);
    if (first) {
      first.kind += waiting;
      waiting = '';
      all.push(...own);
    } else if (last && !isWords(block)) last.kind += AFTER + JSON.stringify(block);
    else if (!isWords(block)) waiting += BEFORE + JSON.stringify(block);
  }
  return all;
}

function frameParagraphs(block: Block): UnitParagraph<string>[] {
  const lines: Run[][] = [];
  const shape = mapWords(block, (runs) => {
    if (!runs.some(({ text }) => /\p{L}/u.test(text))) return runs;
    lines.push(runs);
    return [plainRun(SLOT)];
  });
  return lines.map((runs, at) => ({ kind: at === 0 ? FRAME + JSON.stringify(shape) : `+${at}`, runs }));
}

/** As `mapLines`, with what a picture says to those who do not see it as a line of its own. */
function mapWords(block: Block, of: OfLine): Block {
  if (block.kind === 'figure') {
    const alt = block.alt === '' ? [] : of([plainRun(block.alt)]);
    return { ...block, alt: alt.map(({ text }) => text).join(''), caption: of(block.caption) };
  }
  if (block.kind === 'gallery') {
    const figures = block.figures.map((figure) => mapWords(figure, of) as typeof figure);
    return { ...block, figures, caption: of(block.caption) };
  }
  if (block.kind === 'pre' && block.of === 'code') return block; // no language that people speak
  if (block.kind === 'box') return { ...block, blocks: block.blocks.map((inner) => mapWords(inner, of)) };
  return mapLines(block, of);
}

/** A kind without the blocks that go along with it. */
export function bareKind(kind: string): string {
  return kind.split('\n', 1)[0] ?? kind;
}

/** The blocks that stand before and after the paragraph of that kind. */
export function alongWith(kind: string): { before: Block[]; after: Block[] } {
  const [, ...along] = kind.split('\n');
  const read = (isBefore: boolean): Block[] =>
    along
      .filter((each) => each.startsWith('^') === isBefore)
      .map((each) => JSON.parse(each.replace(/^\^/, '')) as Block);
  return { before: read(true), after: read(false) };
}

/** Whether a kind begins a frame, goes on in one, or is neither. */
export function framePlace(kind: string): { shape: Block | null; slot: number } | null {
  const bare = bareKind(kind);
  if (bare.startsWith(FRAME)) return { shape: JSON.parse(bare.slice(FRAME.length)) as Block, slot: 0 };
  return /^\+\d+$/.test(bare) ? { shape: null, slot: Number(bare) } : null;
}

/** How many lines of words the shape of a kind has. */
export function slotsOf(kind: string): number {
  return bareKind(kind).split(JSON.stringify(SLOT).slice(1, -1)).length - 1;
}

/** The block of a shape, with words in its slots; a slot without words is empty. */
export function filled(shape: Block, words: Map<number, Run[]>): Block {
  let slot = -1;
  return mapWords(shape, (runs) => {
    if (runs.length !== 1 || runs[0]?.text !== SLOT) return runs;
    slot += 1;
    return words.get(slot) ?? [];
  });
}
