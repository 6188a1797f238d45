/** Blocks written as HTML, always the same for the same copy. Runs at the newsroom and in the editor's browser. */
import type { Block, ListBlock, Run } from './body-shape.ts';
import { writeFrame } from './write-frames.ts';
import { escapeAttribute, escapeText, writeRuns } from './write-runs.ts';

export { escapeAttribute, escapeText };

/** What the blocks hold must have gone through `readCopy`; at the newsroom `writeBody` looks at it once more. */
export function writeBlocks(blocks: Block[]): string {
  const seen = new Set<number>();
  return blocks.map((block) => writeBlock(block, seen)).join('');
}

/** `seen`: footnotes whose mark was written; the way back leads to the first. */
function writeBlock(block: Block, seen: Set<number>): string {
  const runs = (of: Run[]): string => writeRuns(of, seen);
  if ('items' in block) return writeList(block, runs);
  if (block.kind === 'blockquote')
    return `<blockquote>${block.paragraphs.map((of) => `<p>${runs(of)}</p>`).join('')}</blockquote>`;
  if ('runs' in block) return `<${block.kind}>${runs(block.runs)}</${block.kind}>`;
  if (block.kind === 'box')
    return `<aside data-block="box">${block.blocks.map((inner) => writeBlock(inner, seen)).join('')}</aside>`;
  return writeFrame(block, runs);
}

/** A number that is not the next one stands on the list for its first item, on the item for others. */
function writeList({ kind, items }: ListBlock, write: (runs: Run[]) => string): string {
  const written = items.map(
    ({ runs, lists, value }, at) =>
      `<li${at > 0 && value !== undefined ? ` value="${value}"` : ''}>${write(runs)}${lists.map((list) => writeList(list, write)).join('')}</li>`,
  );
  const start = items[0]?.value;
  return `<${kind}${kind === 'ol' && start !== undefined ? ` start="${start}"` : ''}>${written.join('')}</${kind}>`;
}
