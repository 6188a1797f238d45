/** The few blocks that a body is made of. */

/** Text with its marks; a line break is `\n`. */
export interface Run {
  text: string;
  href: string | null;
  strong: boolean;
  em: boolean;
}

export interface ListItem {
  runs: Run[];
  lists: ListBlock[];
  /** Its number, where that is not one more than the number before it: standings begin at 4, countdowns fall. */
  value?: number;
}

export interface TextBlock {
  kind: 'p' | 'h2' | 'h3';
  runs: Run[];
}

export interface QuoteBlock {
  kind: 'blockquote';
  paragraphs: Run[][];
}

export interface ListBlock {
  kind: 'ul' | 'ol';
  items: ListItem[];
}

export type Block = TextBlock | QuoteBlock | ListBlock;

/** Every run of a block, in the order in which they are read. */
export function everyRun(block: Block): Run[] {
  if ('runs' in block) return block.runs;
  if ('paragraphs' in block) return block.paragraphs.flat();
  return block.items.flatMap((item) => [...item.runs, ...item.lists.flatMap(everyRun)]);
}
