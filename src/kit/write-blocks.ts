/** Blocks written as HTML, always the same for the same copy. Runs at the newsroom and in the editor's browser. */
import type { Block, ListBlock, Run } from './body-shape.ts';

/** What the blocks hold must have gone through `readCopy`; at the newsroom `writeBody` looks at it once more. */
export function writeBlocks(blocks: Block[]): string {
  return blocks.map(writeBlock).join('');
}

/** Text for a place in HTML. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function writeBlock(block: Block): string {
  if ('items' in block) return writeList(block);
  if (block.kind === 'blockquote')
    return `<blockquote>${block.paragraphs.map((runs) => `<p>${writeRuns(runs)}</p>`).join('')}</blockquote>`;
  return `<${block.kind}>${writeRuns(block.runs)}</${block.kind}>`;
}

/** A number that is not the next one stands on the list for its first item, on the item for others. */
function writeList({ kind, items }: ListBlock): string {
  const written = items.map(
    ({ runs, lists, value }, at) =>
      `<li${at > 0 && value !== undefined ? ` value="${value}"` : ''}>${writeRuns(runs)}${lists.map(writeList).join('')}</li>`,
  );
  const start = items[0]?.value;
  return `<${kind}${kind === 'ol' && start !== undefined ? ` start="${start}"` : ''}>${written.join('')}</${kind}>`;
}

/** Marks in one fixed order, link outside, so that the same copy is always the same HTML. */
function writeRuns(runs: Run[]): string {
  let html = '';
  let open: string[] = [];
  for (const run of runs) {
    const wanted = marksOf(run);
    const same = open.findIndex((mark, index) => mark !== wanted[index]);
    const keep = same === -1 ? open.length : same;
    html +=
      closing(open.slice(keep)) +
      wanted
        .slice(keep)
        .map((mark) => `<${mark}>`)
        .join('');
    html += escapeText(run.text).replaceAll('\n', '<br />');
    open = wanted;
  }
  return html + closing(open);
}

function marksOf(run: Run): string[] {
  const marks: string[] = [];
  if (run.href) marks.push(`a href="${escapeText(run.href).replaceAll('"', '&quot;')}" rel="noopener"`);
  if (run.strong) marks.push('strong');
  if (run.em) marks.push('em');
  return marks;
}

function closing(marks: string[]): string {
  return marks
    .toReversed()
    .map((mark) => `</${mark.split(' ')[0]}>`)
    .join('');
}
