/**
 * Foreign and own HTML made safe: a body is p h2 h3 blockquote ul ol li a strong em br and nothing else. Read into
 * blocks and written anew from them; a second, independent allowlist looks at what was written.
 */
import sanitizeHtml from 'sanitize-html';
import { type Block, readBlocks, readCopy } from './body-blocks.ts';
import type { ListBlock, Run } from './body-shape.ts';
import { plainBlocks } from './plain-blocks.ts';
import { writeBlocks } from './write-blocks.ts';

export { escapeText } from './write-blocks.ts';

const WALL: sanitizeHtml.IOptions = {
  allowedTags: ['p', 'h2', 'h3', 'blockquote', 'ul', 'ol', 'li', 'a', 'strong', 'em', 'br'],
  allowedAttributes: { a: ['href', 'rel'], ol: ['start'], li: ['value'] },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowProtocolRelative: false,
  selfClosing: ['br'],
};

/** A body in our subset, in its normal form: made safe twice it is the same. Relative links need a `base`. */
export function safeBody(html: string, base?: string | null): string {
  return writeBody(readBlocks(html, base));
}

/** The words of any HTML: paragraphs with an empty line between, list items a line each. `language` is for `q`. */
export function htmlToText(html: string, language: string | null = null): string {
  return readCopy(html, { language })
    .blocks.map((block) => {
      if (block.kind === 'blockquote') return block.paragraphs.map(wordsOf).join('\n\n');
      return 'items' in block ? listWords(block) : wordsOf(block.runs);
    })
    .join('\n\n');
}

/** Plain text as a body: an empty line ends a paragraph, nothing in it is markup. */
export function textToHtml(text: string): string {
  return safeBody(writeBody(plainBlocks(text)));
}

/** Blocks as HTML; what they were read from must have gone through `readBlocks`. */
export function writeBody(blocks: Block[]): string {
  return sanitizeHtml(writeBlocks(blocks), WALL);
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
