/** Tells what form a file has, by its content before its name, and reads its copy. */
import type { GivenCopy } from './given-copy.ts';
import { readHtmlCopy } from './html-copy.ts';
import { readItemCopies } from './item-copy.ts';
import { readMarkdownCopy } from './markdown-copy.ts';
import { readPlainCopy } from './plain-copy.ts';

const isHtml =
  /^\s*(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|article|section|main|div|p|h[1-6]|blockquote|ul|ol|span|figure)[\s>]/iu;
const isItem = /^\s*(?:<\?xml|<(?:rss|feed|rdf:RDF|nitf|newsItem|newsMessage|NewsML|atom:)|[{[]\s*["{[}\]])/u;
const isMarkdown = /^(?:---\r?\n[\s\S]{1,4000}?\r?\n---\s*$|#{1,3} \S)/mu;

/** The pieces that a file holds: one, or one for each item. Its name decides nothing that its content can tell. */
export function readGiven(text: string, name: string): GivenCopy[] {
  const head = text.slice(0, 8_000).replace(/^\ufeff/u, '');
  if (isItem.test(head)) {
    const items = readItemCopies(text);
    if (items.length > 0) return items;
  }
  if (isHtml.test(head) || (/\.x?html?$/iu.test(name) && /<\/(?:p|div|h\d|a|li|body)>/iu.test(text)))
    return [isTooDeep(text) ? readPlainCopy(text) : readHtmlCopy(text)];
  const isMarked = /\.(?:md|markdown)$/iu.test(name) || (!/\.txt$/iu.test(name) && isMarkdown.test(head));
  return [isMarked ? readMarkdownCopy(text) : readPlainCopy(text)];
}

const DEEPEST = 1_000; // open elements; a parser's time grows with them, and no page has as many

function isTooDeep(html: string): boolean {
  let depth = 0;
  for (const [, slash] of html.matchAll(
    /<(\/?)(?!(?:br|hr|img|input|meta|link|wbr|source|area|base|col|embed|param|track|p|li|td|th|tr|d[dt]|option)\b)[a-z]/giu,
  )) {
    depth = slash === '/' ? Math.max(0, depth - 1) : depth + 1;
    if (depth > DEEPEST) return true;
  }
  return false;
}
