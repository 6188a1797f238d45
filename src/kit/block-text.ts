/** The words of blocks as plain text. */
import { type Block, type ListBlock, linesOf, type Run, wordsOfRuns } from './body-shape.ts';
import { preText } from './preformatted.ts';

export interface TextOfBlocks {
  /** What parts the cells of a row. A tab for people; for checks an empty line, so that no cell goes on in the next. */
  cells?: string;
}

/** Paragraphs with an empty line between, list items and rows of a table a line each; neither credits nor alts. */
export function textOfBlocks(blocks: Block[], { cells = '\t' }: TextOfBlocks = {}): string {
  return blocks
    .map((block) => textOf(block, cells))
    .filter((text) => text !== '')
    .join('\n\n');
}

function textOf(block: Block, cells: string): string {
  if ('items' in block) return listWords(block);
  if (block.kind === 'box') return textOfBlocks(block.blocks, { cells });
  if (block.kind === 'pre') return preText(block, wordsOfRuns);
  if (block.kind !== 'table') return linesOf(block).map(wordsOfRuns).join('\n\n');
  const rows = block.rows.map((row) =>
    row
      .map(({ runs }) => oneLine(runs, cells))
      .filter((cell) => cells === '\t' || cell !== '')
      .join(cells)
      .trimEnd(),
  );
  const lines = [
    wordsOfRuns(block.caption),
    rows.filter((row) => row !== '').join(cells === '\t' ? '\n' : cells),
  ];
  return lines.filter((line) => line !== '').join('\n\n');
}

function oneLine(runs: Run[], cells: string): string {
  const words = wordsOfRuns(runs);
  return cells === '\t' ? words.replaceAll('\n', ' ') : words;
}

function listWords(list: ListBlock): string {
  return list.items
    .map((item) =>
      [wordsOfRuns(item.runs), ...item.lists.map(listWords)].filter((part) => part !== '').join('\n'),
    )
    .join('\n');
}

/**
 * The running words of what came in, as they have always been compared: without captions, notes and what opens
 * elsewhere, a table's rows as paragraphs. What a picture's caption says makes no new version of an item.
 */
export function runningText(blocks: Block[]): string {
  return blocks
    .flatMap((block): string[] => {
      if (block.kind === 'box') return [runningText(block.blocks)];
      if (block.kind === 'table')
        return block.rows.map((row) =>
          row
            .map(({ runs }) => oneLine(runs, '\t'))
            .filter(Boolean)
            .join(' '),
        );
      if (
        block.kind === 'pull' ||
        block.kind === 'pre' ||
        block.kind === 'embed' ||
        'runs' in block ||
        'paragraphs' in block ||
        'items' in block
      )
        return [textOf(block, '\t')];
      return [];
    })
    .filter((text) => text !== '')
    .join('\n\n');
}
