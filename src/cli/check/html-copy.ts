/** HTML as copy: headline, paragraphs and links, each knowing where it stood in the file. */
import { Parser } from 'htmlparser2';
import { emptyCopy, type GivenCopy } from './given-copy.ts';
import type { MappedText } from './mapped.ts';

const SKIPPED = new Set(
  'script style noscript iframe object svg math template textarea select button audio video canvas head'.split(
    ' ',
  ),
);
const BLOCKS = new Set(
  'p div section article header footer main aside figure figcaption table tr caption h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre form nav body html br'.split(
    ' ',
  ),
);
const CODE = new Set(['pre', 'code', 'kbd', 'samp']);

export function readHtmlCopy(html: string): GivenCopy {
  const copy = emptyCopy();
  const reader = new HtmlReader(copy);
  const parser: Parser = new Parser(
    {
      onopentag: (name, attributes) => reader.open(name, attributes),
      onclosetag: (name) => reader.close(name),
      ontext: (text) => reader.text(text, parser.startIndex, parser.endIndex + 1),
    },
    { decodeEntities: true },
  );
  parser.end(html);
  return copy;
}

class HtmlReader {
  readonly #copy: GivenCopy;
  #skipping = 0;
  #inHeadline = 0;
  #links: { start: number; href: string }[] = [];

  constructor(copy: GivenCopy) {
    this.#copy = copy;
  }

  get #into(): MappedText {
    return this.#inHeadline > 0 ? this.#copy.headline : this.#copy.body;
  }

  open(name: string, attributes: Record<string, string>): void {
    if (name === 'html' && attributes.lang) this.#copy.language = attributes.lang;
    if (SKIPPED.has(name) || CODE.has(name)) this.#skipping += 1;
    if (this.#skipping > 0) return;
    if (name === 'h1' && (this.#inHeadline > 0 || this.#copy.headline.length === 0)) this.#inHeadline += 1;
    else if (BLOCKS.has(name)) this.#break(name === 'br' || name === 'li' || name === 'tr' ? '\n' : '\n\n');
    if (name === 'a' && attributes.href !== undefined)
      this.#links.push({ start: this.#into.length, href: attributes.href });
  }

  close(name: string): void {
    if (SKIPPED.has(name) || CODE.has(name)) {
      this.#skipping = Math.max(0, this.#skipping - 1);
      return;
    }
    if (this.#skipping > 0) return;
    if (name === 'h1' && this.#inHeadline > 0) this.#inHeadline -= 1;
    else if (BLOCKS.has(name) && name !== 'br') this.#break(name === 'li' || name === 'tr' ? '\n' : '\n\n');
    if (name === 'a') this.#endLink();
  }

  #endLink(): void {
    const link = this.#links.pop();
    if (link && this.#into === this.#copy.body && this.#copy.body.length > link.start)
      this.#copy.links.push({ ...link, end: this.#copy.body.length });
  }

  /** White space is one space, as a reader sees it; the first of it stands for all. */
  text(text: string, from: number, to: number): void {
    if (this.#skipping > 0) return;
    const into = this.#into;
    if (to - from !== text.length) {
      into.add(/^\s+$/u.test(text) && text !== '\u00a0' ? ' ' : text, from, to);
      return;
    }
    for (const match of text.matchAll(/[ \t\r\n\f]+|[^ \t\r\n\f]+/g)) {
      const at = from + match.index;
      if (/^\S|^\u00a0/u.test(match[0])) into.add(match[0], at);
      else if (into.length > 0 && !this.#atSpace(into)) into.add(' ', at, at + match[0].length);
    }
  }

  #atSpace(into: MappedText): boolean {
    return into.endsWith(' ') || into.endsWith('\n');
  }

  #break(text: '\n' | '\n\n'): void {
    const { body } = this.#copy;
    if (body.length === 0 || body.endsWith('\n\n')) return;
    if (body.endsWith('\n')) {
      if (text === '\n\n') body.addBreak('\n');
    } else body.addBreak(text);
  }
}
