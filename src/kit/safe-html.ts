/**
 * Foreign and own HTML made safe: a body is the blocks of docs/body.md and nothing else. Read into blocks and written
 * anew from them; a second, independent allowlist looks at what was written.
 */
import sanitizeHtml from 'sanitize-html';
import { textOfBlocks } from './block-text.ts';
import { type Block, type Run, readBlocks, readCopy } from './body-blocks.ts';
import { plainBlocks } from './plain-blocks.ts';
import { writeBlocks } from './write-blocks.ts';

export { escapeAttribute, escapeText } from './write-blocks.ts';

const WALL: sanitizeHtml.IOptions = {
  allowedTags: [
    ...['p', 'h2', 'h3', 'blockquote', 'ul', 'ol', 'li', 'a', 'strong', 'em', 'br'],
    ...[
      'figure',
      'figcaption',
      'img',
      'video',
      'audio',
      'small',
      'cite',
      'hr',
      'aside',
      'section',
      'sup',
      'pre',
    ],
    ...['table', 'caption', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  allowedAttributes: {
    a: ['href', 'rel', 'id', 'role'],
    ol: ['start'],
    li: ['value', 'id'],
    figure: ['data-size', 'data-block'],
    img: ['data-media', 'src', 'alt'],
    video: ['data-media', 'src'],
    audio: ['data-media', 'src'],
    aside: ['data-block'],
    pre: ['data-block'],
    section: ['role'],
    table: ['data-block'],
    th: ['scope', 'colspan', 'rowspan'],
    td: ['colspan', 'rowspan'],
  },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowedSchemesByTag: { img: ['http', 'https'], video: ['http', 'https'], audio: ['http', 'https'] },
  allowProtocolRelative: false,
  selfClosing: ['br', 'img', 'hr'],
};

declare const madeSafe: unique symbol;
declare const ofABody: unique symbol;

/** HTML that a page may show as it stands. Who may say so of a string is held by tests/house.test.ts. */
export type SafeHtml = string & { readonly [madeSafe]: true };

/** A body in our subset and in its normal form: who is handed one need not make it safe again. Only this file makes it. */
export type BodyHtml = SafeHtml & { readonly [ofABody]: true };

/** A body, or a line, without words. */
export const noHtml = '' as BodyHtml;

/** A body in our subset, in its normal form: made safe twice it is the same. Relative links need a `base`. */
export function safeBody(html: string, base?: string | null): BodyHtml {
  return writeBody(readBlocks(html, base));
}

/** The words of any HTML: paragraphs with an empty line between, list items a line each. `language` is for `q`. */
export function htmlToText(html: string, language: string | null = null): string {
  return textOfBlocks(readCopy(html, { language }).blocks);
}

/** Plain text as a body: an empty line ends a paragraph, nothing in it is markup. */
export function textToHtml(text: string): BodyHtml {
  return safeBlocks(plainBlocks(text));
}

/** Blocks that somebody changed or put together, as a body in its normal form. */
export function safeBlocks(blocks: Block[]): BodyHtml {
  return safeBody(writeBlocks(blocks));
}

/** Blocks as `readBlocks` gives them, as HTML. Of elements without attributes, which most copy is, the list could take nothing. */
export function writeBody(blocks: Block[]): BodyHtml {
  const written = writeBlocks(blocks);
  return (MAY_NEED_WALL.test(written) ? sanitizeHtml(written, WALL) : written) as BodyHtml;
}

/** A tag that is not one of the list's, bare. */
const MAY_NEED_WALL = /<(?!\/?(?:p|h2|h3|blockquote|ul|ol|li|strong|em)>|br \/>)/;

/** Lines as one, with what stands between two sentences. */
export function joinLines(lines: readonly SafeHtml[], gap: '' | ' '): SafeHtml {
  return lines.join(gap) as SafeHtml;
}

/** Runs as the HTML of one line, for an element of the page's own. */
export function writeLine(runs: Run[]): SafeHtml {
  return writeBody([{ kind: 'p', runs }]).replace(/^<p>|<\/p>$/g, '') as SafeHtml;
}
