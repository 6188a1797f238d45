/**
 * Reads XML as it comes, well-formed or not: one small tree for the head of a feed and one for each item, on a
 * streaming parser that never throws. Cut off documents keep what was there; depth and number are capped.
 */
import { Parser } from 'htmlparser2';
import { withoutControls } from '../../kit/body-blocks.ts';
import { FULL_TEXT } from './full-text-names.ts';
import { Scope } from './namespaces.ts';

export interface XmlNode {
  /** By our prefixes: `title`, `dc:creator`. */
  name: string;
  attributes: Record<string, string>;
  /** Its own text, entities resolved; with elements in it that are markup of the text, the markup as it stands. */
  text: string;
  /** True if `text` is markup although nothing was escaped. */
  isMarkup: boolean;
  children: XmlNode[];
  base: string | null;
  language: string | null;
  start: number;
  end: number;
}

export interface XmlReading {
  root: XmlNode | null;
  /** Items are here and not in the tree. */
  items: XmlNode[];
  salvaged: boolean;
  problems: string[];
}

const DEEPEST = 256; // elements within elements; the parser's time grows with the square of it
const MOST_ITEMS = 10_000; // of one document; the largest real one known has 2,000

/** What holds text for people. Elements in it are markup of that text. */
const TEXTS = new Set(
  'title description summary content content:encoded tagline subtitle info rights copyright body fullitem xhtml:body xhtml:div dc:description dc:title media:description media:text media:title itunes:summary itunes:subtitle atom:title atom:summary atom:content'.split(
    ' ',
  ),
);

function isText(name: string): boolean {
  return TEXTS.has(name) || FULL_TEXT.test(name);
}

export function readXml(text: string): XmlReading {
  const reader = new TreeReader(text);
  reader.read();
  return reader;
}

class TreeReader implements XmlReading {
  root: XmlNode | null = null;
  readonly items: XmlNode[] = [];
  salvaged = false;
  readonly problems: string[] = [];
  readonly #text: string;
  readonly #parser: Parser;
  readonly #open: XmlNode[] = [];
  readonly #scopes: Scope[] = [];
  /** How many elements of markup are open in the text being read. */
  #markup = 0;
  #innerStart = 0;
  #isInItem = false;
  #isStopped = false;
  #pieces: string[] = [];

  constructor(text: string) {
    this.#text = text;
    this.#parser = new Parser(
      {
        onopentag: (name, attributes) => this.#opened(name, attributes),
        onclosetag: (_, isImplied) => this.#closed(isImplied),
        ontext: (piece) => this.#pieces.push(piece),
      },
      { xmlMode: true, decodeEntities: true },
    );
  }

  read(): void {
    this.#parser.write(this.#text);
    if (this.#isStopped) while (this.#open.length > 0) this.#closed(true);
    else this.#parser.end();
  }

  #opened(written: string, attributes: Record<string, string>): void {
    if (this.#isStopped) return;
    const above = this.#open.at(-1);
    if (this.#open.length + this.#markup >= DEEPEST) {
      this.#stop('It nests too deep to be read to its end.');
      return;
    }
    if (above && (this.#markup > 0 || isText(above.name))) {
      this.#markup += 1;
      return;
    }
    this.#flush();
    const scope = this.#scopes.at(-1)?.inside(attributes) ?? Scope.ofRoot(written, attributes);
    this.#scopes.push(scope);
    const name = scope.nameOf(written);
    const node: XmlNode = {
      name,
      attributes,
      text: '',
      isMarkup: false,
      children: [],
      base:
        attributes['xml:base'] !== undefined
          ? resolved(attributes['xml:base'], above?.base)
          : (above?.base ?? null),
      language: attributes['xml:lang'] ?? above?.language ?? null,
      start: this.#parser.startIndex,
      end: 0,
    };
    this.#innerStart = this.#parser.endIndex + 1;
    this.#place(node, above);
    this.#open.push(node);
  }

  #place(node: XmlNode, above: XmlNode | undefined): void {
    this.root ??= node;
    const isNamedItem = (node.name === 'item' || node.name === 'entry') && above !== undefined;
    // An item right within another of its kind is one that was not closed before it.
    const isUnclosed =
      isNamedItem && this.#isInItem && above === this.items.at(-1) && above.name === node.name;
    if (isUnclosed) {
      above.end = node.start;
      this.#cutOff();
    }
    const isItem = isNamedItem && (!this.#isInItem || isUnclosed);
    if (isItem && this.items.length >= MOST_ITEMS) {
      this.#stop(`It has more than ${MOST_ITEMS} items; the rest was not read.`);
    } else if (isItem) {
      this.#isInItem = true;
      this.items.push(node);
    } else above?.children.push(node);
  }

  #closed(isImplied: boolean): void {
    if (this.#markup > 0) {
      this.#markup -= 1;
      const top = this.#open.at(-1);
      if (top) top.isMarkup = true;
      return;
    }
    const node = this.#open.pop();
    if (!node) return;
    this.#scopes.pop();
    // `<link …/>` closes itself, which the parser calls implied too.
    const closedItself =
      isImplied && this.#text[this.#parser.endIndex - 1] === '/' && this.#parser.startIndex === node.start;
    const end = isImplied && !closedItself ? this.#endWhereImplied(node) : this.#parser.endIndex + 1;
    if (node.end === 0) node.end = end;
    if (node.isMarkup) {
      const inner = this.#text.slice(this.#innerStart, isImplied ? end : this.#parser.startIndex);
      node.text = withoutPrefixes(withoutControls(inner));
      this.#pieces = [];
    } else this.#flush(node);
    if (isImplied && !closedItself) this.#cutOff();
    if (node === this.items.at(-1)) this.#isInItem = false;
  }

  /** An element that nobody closed ends where the one around it does, or with the document. */
  #endWhereImplied(node: XmlNode): number {
    return this.#parser.startIndex > node.start ? this.#parser.startIndex : this.#text.length;
  }

  #cutOff(): void {
    if (this.salvaged) return;
    this.salvaged = true;
    this.problems.push('It is cut off or its elements are not closed; what is there was read.');
  }

  /** Gives the text read so far to the element it stands in. */
  #flush(to: XmlNode | undefined = this.#open.at(-1)): void {
    if (this.#pieces.length === 0) return;
    const text = this.#pieces.length === 1 ? (this.#pieces[0] ?? '') : this.#pieces.join('');
    if (to) to.text += to.children.length > 0 || text.trim() === '' ? text.trim() : withoutControls(text);
    this.#pieces = [];
  }

  #stop(problem: string): void {
    this.#isStopped = true;
    this.salvaged = true;
    this.problems.push(problem);
    this.#parser.pause();
  }
}

/** Elements of HTML that have no end. */
const EMPTY = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/i;

/** What closes itself in XML would stay open in HTML. XHTML in a feed may be written with a prefix of its own; CDATA in the middle of markup is text. */
function withoutPrefixes(markup: string): string {
  return markup
    .replace(/<(\/?)(?:xhtml|html|xh|h):/g, '<$1')
    .replace(/<([a-z][\w-]*)((?:\s[^<>]*)?)\/>/gi, (tag, name: string, marks: string) =>
      EMPTY.test(name) ? tag : `<${name}${marks}></${name}>`,
    )
    .replace(/<!\[CDATA\[(.*?)\]\]>/gs, (_, text: string) =>
      text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
    );
}

/** An address made absolute, as far as that can be. */
export function resolved(address: string, base: string | null | undefined): string {
  const trimmed = address.trim();
  return base && URL.canParse(trimmed, base) && !URL.canParse(trimmed)
    ? new URL(trimmed, base).href
    : trimmed;
}
