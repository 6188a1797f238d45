/**
 * Copy as an editor without script writes it: paragraphs with an empty line between, `## ` and `### ` for headings,
 * `> ` for a quotation, `- ` or `1. ` for lists, `**bold**`, `*italic*`, `[words](address)`. A backslash takes a sign
 * as it is. Numbers of a list are kept as they are typed; the same again is the next one (`1. 1. 1.`), unless a zero before
 * it says that it is meant. What htmlToCopyText writes, copyTextToHtml reads back as the same body.
 */
import { readBlocks } from './body-blocks.ts';
import { readFormBlocks, writeFormBlocks } from './form-blocks.ts';
import { type BodyHtml, safeBlocks } from './safe-html.ts';

/** The copy of a plain form as a safe body; a link to a page of ours (`/city/x`) is resolved against `base`. */
export function copyTextToHtml(text: string, base: string | null = null): BodyHtml {
  return safeBlocks(readFormBlocks(text, base));
}

/** A body as the plain form shows it. */
export function htmlToCopyText(html: string): string {
  return writeFormBlocks(readBlocks(html));
}
