/** The blocks that a body is made of. docs/body.md has each with its HTML; the one reader, writer and wall follow it. */

/** Text with its marks; a line break is `\n`. */
export interface Run {
  text: string;
  href: string | null;
  strong: boolean;
  em: boolean;
  /** The mark of a footnote, by the footnote's number; its text is `NOTE_SIGN`. */
  note?: number;
}

/** What stands in a text for the mark of a footnote: Unicode's place of an object, which copy cannot hold otherwise. */
export const NOTE_SIGN = '\ufffc';

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

/** How wide a block of media stands on a page: as the text, wider than it, from edge to edge. */
export type MediaSize = 'text' | 'wide' | 'full';

export interface FigureBlock {
  kind: 'figure';
  /** Of the newsroom's own; null where it is not ours yet. */
  media: string | null;
  /** Where it stands elsewhere; readers are never sent there. Null for our own. */
  href: string | null;
  size: MediaSize;
  /** Empty where the picture says nothing that the words do not. */
  alt: string;
  caption: Run[];
  /** As it is written here; empty where the media's own is shown. */
  credit: string;
}

/** A video or a sound; the poster and the captions of our own are the media's. */
export interface RecordingBlock {
  kind: 'video' | 'audio';
  /** Of the newsroom's own; null where it is not ours yet. */
  media: string | null;
  /** The file where it stands elsewhere; readers are shown a link to it. Null for our own. */
  href: string | null;
  size: MediaSize;
  caption: Run[];
  credit: string;
}

export interface GalleryBlock {
  kind: 'gallery';
  figures: FigureBlock[];
  caption: Run[];
}

/** A cell; where it is wider or taller than one, the cells that it covers are not there. */
export interface Cell {
  runs: Run[];
  columns: number;
  rows: number;
}

export interface TableBlock {
  kind: 'table';
  caption: Run[];
  /** How many rows at its top are headers. */
  headRows: number;
  /** Whether the first cell of each row is the row's header. */
  hasHeadColumn: boolean;
  rows: Cell[][];
}

/** A post or a video from elsewhere: a still that opens there. */
export interface EmbedBlock {
  kind: 'embed';
  href: string;
  title: Run[];
  author: string;
  /** 'YouTube'. */
  site: string;
  /** A picture of ours that shows it; null without one. */
  still: string | null;
}

/** Words of the story drawn out large. */
export interface PullBlock {
  kind: 'pull';
  words: Run[];
  by: Run[];
}

/** A line as it stands, with how far in it begins; one without words parts two stanzas. */
export interface PreLine {
  indent: number;
  /** Spaces within are as many as were typed. */
  runs: Run[];
}

/** Lines that say something by where they begin: verse, code, figures in columns. */
export interface PreBlock {
  kind: 'pre';
  of: 'verse' | 'code';
  lines: PreLine[];
}

/** What stands beside the story: facts, a chronology. No box stands in a box. */
export interface BoxBlock {
  kind: 'box';
  blocks: Block[];
}

export interface RuleBlock {
  kind: 'rule';
}

/** The footnotes, last of a body, in the order of their marks: the first is 1. */
export interface NotesBlock {
  kind: 'notes';
  notes: Run[][];
}

export type Block =
  | TextBlock
  | QuoteBlock
  | ListBlock
  | FigureBlock
  | RecordingBlock
  | GalleryBlock
  | TableBlock
  | EmbedBlock
  | PullBlock
  | PreBlock
  | BoxBlock
  | RuleBlock
  | NotesBlock;

/** Gives new runs for those of one line of copy. */
export type OfLine = (runs: Run[]) => Run[];

/**
 * The block with each of its lines of copy replaced, in the order in which they are read: paragraphs, items, captions,
 * cells, titles, notes. The one walk over a block that all other walks are made of.
 */
export function mapLines<B extends Block>(block: B, of: OfLine): B {
  return mappedBlock(block, of) as B;
}

function mappedBlock(block: Block, of: OfLine): Block {
  switch (block.kind) {
    case 'p':
    case 'h2':
    case 'h3':
      return { ...block, runs: of(block.runs) };
    case 'blockquote':
      return { ...block, paragraphs: block.paragraphs.map(of) };
    case 'ul':
    case 'ol':
      return mappedList(block, of);
    case 'gallery': {
      const figures = block.figures.map((figure) => mapLines(figure, of));
      return { ...block, figures, caption: of(block.caption) };
    }
    case 'table':
      return mappedTable(block, of);
    case 'embed':
      return { ...block, title: of(block.title) };
    case 'pull':
      return { ...block, words: of(block.words), by: of(block.by) };
    case 'pre':
      return { ...block, lines: block.lines.map((line) => ({ ...line, runs: of(line.runs) })) };
    case 'box':
      return { ...block, blocks: block.blocks.map((inner) => mappedBlock(inner, of)) };
    case 'notes':
      return { ...block, notes: block.notes.map(of) };
    case 'rule':
      return block;
    default:
      return { ...block, caption: of(block.caption) };
  }
}

function mappedList(list: ListBlock, of: OfLine): ListBlock {
  const items = list.items.map((item) => {
    const runs = of(item.runs);
    return { ...item, runs, lists: item.lists.map((inner) => mappedList(inner, of)) };
  });
  return { ...list, items };
}

function mappedTable(table: TableBlock, of: OfLine): TableBlock {
  const caption = of(table.caption);
  return {
    ...table,
    caption,
    rows: table.rows.map((row) => row.map((cell) => ({ ...cell, runs: of(cell.runs) }))),
  };
}

/** The lines of copy in a block, in the order in which they are read; none is empty. */
export function linesOf(block: Block): Run[][] {
  const lines: Run[][] = [];
  mappedBlock(block, (runs) => {
    if (runs.length > 0) lines.push(runs);
    return runs;
  });
  return lines;
}

/** Every run of a block, in the order in which they are read. */
export function everyRun(block: Block): Run[] {
  return linesOf(block).flat();
}

/** The words of runs, without the marks of footnotes. */
export function wordsOfRuns(runs: readonly Run[]): string {
  return runs.map((run) => (run.note === undefined ? run.text : '')).join('');
}

/** True of a block that is words alone, as a body of paragraphs, headings, quotations and lists is. */
export function isWords(block: Block): block is TextBlock | QuoteBlock | ListBlock {
  return 'runs' in block || 'paragraphs' in block || 'items' in block;
}
