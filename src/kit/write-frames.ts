/** Blocks that hold more than words, as HTML: figures, galleries, tables, recordings, embeds, pulled quotations, notes. */
import type {
  Block,
  BoxBlock,
  EmbedBlock,
  FigureBlock,
  ListBlock,
  NotesBlock,
  QuoteBlock,
  Run,
  TableBlock,
  TextBlock,
} from './body-shape.ts';
import { writePre } from './preformatted.ts';
import { escapeAttribute, escapeText } from './write-runs.ts';

/** A block that is neither words alone nor holds other blocks. */
export type FrameBlock = Exclude<Block, TextBlock | QuoteBlock | ListBlock | BoxBlock>;

type WriteRuns = (runs: Run[]) => string;

/** `write` writes a line of copy. */
export function writeFrame(block: FrameBlock, write: WriteRuns): string {
  switch (block.kind) {
    case 'figure':
      return writeFigure(block, write);
    case 'video':
    case 'audio': {
      const element = `<${block.kind} ${placeOf(block)}></${block.kind}>`;
      return `<figure${sizeOf(block)}>${element}${captionOf(block, write)}</figure>`;
    }
    case 'gallery': {
      const figures = block.figures.map((figure) => writeFigure(figure, write)).join('');
      return `<figure data-block="gallery">${figures}${captionOf(block, write)}</figure>`;
    }
    case 'table':
      return writeTable(block, write);
    case 'embed':
      return writeEmbed(block, write);
    case 'pull':
      return `<figure data-block="pull"><blockquote><p>${write(block.words)}</p></blockquote>${captionOf({ caption: block.by }, write)}</figure>`;
    case 'pre':
      return writePre(block, write);
    case 'rule':
      return '<hr />';
    case 'notes':
      return writeNotes(block, write);
  }
}

function writeFigure(figure: FigureBlock, write: WriteRuns): string {
  const img = `<img ${placeOf(figure)} alt="${escapeAttribute(figure.alt)}" />`;
  return `<figure${sizeOf(figure)}>${img}${captionOf(figure, write)}</figure>`;
}

function placeOf({ media, href }: { media: string | null; href: string | null }): string {
  return media === null ? `src="${escapeAttribute(href ?? '')}"` : `data-media="${escapeAttribute(media)}"`;
}

function sizeOf({ size }: { size: string }): string {
  return size === 'text' ? '' : ` data-size="${size}"`;
}

function captionOf({ caption, credit = '' }: { caption: Run[]; credit?: string }, write: WriteRuns): string {
  const parts = [write(caption), credit === '' ? '' : `<small>${escapeText(credit)}</small>`];
  const words = parts.filter((part) => part !== '').join(' ');
  return words === '' ? '' : `<figcaption>${words}</figcaption>`;
}

/** `data-block` says that it is one, however few its cells and however long their words. */
function writeTable({ caption, headRows, hasHeadColumn, rows }: TableBlock, write: WriteRuns): string {
  const begins = rowsThatBegin(rows);
  const written = rows.map((row, at) => {
    const isHead = at < headRows;
    const cells = row.map(({ runs, columns, rows: high }, index) => {
      const isTh = isHead || (hasHeadColumn && index === 0 && begins.has(at));
      const name = isTh ? 'th' : 'td';
      const scope = isTh ? ` scope="${isHead ? 'col' : 'row'}"` : '';
      const spans = `${columns > 1 ? ` colspan="${columns}"` : ''}${high > 1 ? ` rowspan="${high}"` : ''}`;
      return `<${name}${scope}${spans}>${write(runs)}</${name}>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  const [head, body] = [written.slice(0, headRows), written.slice(headRows)];
  const parts = [
    caption.length > 0 ? `<caption>${write(caption)}</caption>` : '',
    head.length > 0 ? `<thead>${head.join('')}</thead>` : '',
    body.length > 0 ? `<tbody>${body.join('')}</tbody>` : '',
  ];
  return `<table data-block="table">${parts.join('')}</table>`;
}

/** Rows whose first cell stands in the first column: in the others, a cell that began above covers it. */
export function rowsThatBegin(rows: TableBlock['rows']): Set<number> {
  const begins = new Set<number>();
  for (let at = 0; at < rows.length; at += rows[at]?.[0]?.rows ?? 1) begins.add(at);
  return begins;
}

function writeEmbed({ href, title, author, site, still }: EmbedBlock, write: WriteRuns): string {
  const link = `<a href="${escapeAttribute(href)}" rel="noopener">${write(title) || escapeText(href)}</a>`;
  const img = still === null ? '' : `<img data-media="${escapeAttribute(still)}" alt="" />`;
  const said = [
    author === '' ? '' : `<cite>${escapeText(author)}</cite>`,
    site === '' ? '' : `<small>${escapeText(site)}</small>`,
  ].filter((part) => part !== '');
  const caption = said.length === 0 ? '' : `<figcaption>${said.join(' ')}</figcaption>`;
  return `<figure data-block="embed">${link}${img}${caption}</figure>`;
}

/** DPUB-ARIA 1.1: `doc-endnotes` around them, `doc-backlink` on the way back. */
function writeNotes({ notes }: NotesBlock, write: WriteRuns): string {
  const items = notes.map((runs, at) => {
    const back = `<a href="#fnref-${at + 1}" role="doc-backlink">↩</a>`;
    return `<li id="fn-${at + 1}">${write(runs)} ${back}</li>`;
  });
  return `<section role="doc-endnotes"><ol>${items.join('')}</ol></section>`;
}
