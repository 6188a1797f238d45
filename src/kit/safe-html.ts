/**
 * Foreign and own HTML made safe: a body is p h2 h3 blockquote ul ol li a strong em br and nothing else. Read into
 * blocks and written anew from them; a second, independent allowlist looks at what was written.
 */
import sanitizeHtml from 'sanitize-html';
import { type Block, type ListBlock, type Run, readBlocks } from './body-blocks.ts';

const WALL: sanitizeHtml.IOptions = {
  allowedTags: ['p', 'h2', 'h3', 'blockquote', 'ul', 'ol', 'li', 'a', 'strong', 'em', 'br'],
  allowedAttributes: { a: ['href', 'rel'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  selfClosing: ['br'],
};

/** A body in our subset, in its normal form: made safe twice it is the same. Relative links need a `base`. */
export function safeBody(html: string, base?: string | null): string {
  return writeBody(readBlocks(html, base));
}

/** The words of any HTML: paragraphs with an empty line between, list items a line each. */
export function htmlToText(html: string): string {
  return readBlocks(html)
    .map((block) => {
      if (block.kind === 'blockquote') return block.paragraphs.map(wordsOf).join('\n\n');
      return 'items' in block ? listWords(block) : wordsOf(block.runs);
    })
    .join('\n\n');
}

/** Plain text as a body: an empty line ends a paragraph, nothing in it is markup. */
export function textToHtml(text: string): string {
  const blocks = text
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n/)
    .map((part): Block => ({ kind: 'p', runs: [plain(part.trim().replace(/[ \t]*\n[ \t]*/g, '\n'))] }));
  return safeBody(writeBody(blocks));
}

/** Text for a place in HTML. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Blocks as HTML; what they were read from must have gone through `readBlocks`. */
export function writeBody(blocks: Block[]): string {
  return sanitizeHtml(blocks.map(writeBlock).join(''), WALL);
}

function writeBlock(block: Block): string {
  if ('items' in block) return writeList(block);
  if (block.kind === 'blockquote')
    return `<blockquote>${block.paragraphs.map((runs) => `<p>${writeRuns(runs)}</p>`).join('')}</blockquote>`;
  return `<${block.kind}>${writeRuns(block.runs)}</${block.kind}>`;
}

function writeList({ kind, items }: ListBlock): string {
  const written = items.map(
    (item) => `<li>${writeRuns(item.runs)}${item.lists.map(writeList).join('')}</li>`,
  );
  return `<${kind}>${written.join('')}</${kind}>`;
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

function wordsOf(runs: Run[]): string {
  return runs.map((run) => run.text).join('');
}

function listWords(list: ListBlock): string {
  return list.items
    .map((item) =>
      [wordsOf(item.runs), ...item.lists.map(listWords)].filter((part) => part !== '').join('\n'),
    )
    .join('\n');
}

function plain(text: string): Run {
  return { text, href: null, strong: false, em: false };
}
