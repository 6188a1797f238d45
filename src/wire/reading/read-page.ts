/** The article of a web page, by Readability, made safe. Pure, and run in a thread: pages are large, and a stranger's. */
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { parse, serialize } from 'parse5';
import { decode } from '../../kit/decode.ts';
import type { LeftOut } from '../../kit/left-out.ts';
import { type BodyHtml, htmlToText } from '../../kit/safe-html.ts';
import { readWireBody } from './understood.ts';

export interface PageBytes {
  bytes: Uint8Array;
  contentType: string | null;
  address: string;
}

export interface Article {
  title: string;
  byline: string;
  html: BodyHtml;
  text: string;
  encoding: string;
  /** What of its text is no copy. */
  leftOut: LeftOut[];
}

const MOST_ELEMENTS = 40_000; // of one page; the largest known has a quarter of it
const LEAST = 200; // characters; less is a notice about cookies, not an article

/** Null for a page without an article. */
export function readPage({ bytes, contentType, address }: PageBytes): Article | null {
  const { text, encoding } = decode(bytes, contentType);
  // As browsers read it (HTML, 13.2.6): head and body may be left out, and without them Readability finds nothing.
  const { document } = parseHTML(serialize(parse(text)));
  const article = new Readability(document as unknown as Document, {
    maxElemsToParse: MOST_ELEMENTS,
    keepClasses: false,
  }).parse();
  if (!article?.content) return null;
  const { html, leftOut } = readWireBody(article.content, { base: address, language: null });
  const body = htmlToText(html);
  if (body.length < LEAST) return null;
  return { title: article.title ?? '', byline: article.byline ?? '', html, leftOut, text: body, encoding };
}
