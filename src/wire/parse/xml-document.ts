/**
 * A whole XML document as a tree, for agency files: they are small, and their sense is in how elements stand in each
 * other. Read by a parser that never throws; depth, number and size are capped; nothing outside is fetched, no entity
 * that the document defines is expanded.
 */
import { Parser } from 'htmlparser2';
import { withoutControls } from '../../kit/body-blocks.ts';

export interface Element {
  /** Without its prefix, in the letters it came in. */
  name: string;
  /** The namespace it is in; empty if it says none. */
  space: string;
  attributes: Record<string, string>;
  children: (Element | string)[];
  /** `xml:lang` or `lang`, its own or from above. */
  language: string | null;
  start: number;
  end: number;
}

export interface XmlDocument {
  root: Element | null;
  salvaged: boolean;
  problems: string[];
}

const DEEPEST = 256; // elements within elements, as for feeds
const MOST_ELEMENTS = 400_000; // of one document; the largest agency message known has 60,000

export function readDocument(text: string): XmlDocument {
  return new DocumentReader(text).read();
}

class DocumentReader implements XmlDocument {
  root: Element | null = null;
  salvaged = false;
  readonly problems: string[] = [];
  readonly #text: string;
  readonly #parser: Parser;
  readonly #open: Element[] = [];
  readonly #spaces: ReadonlyMap<string, string>[] = [];
  #count = 0;
  #isStopped = false;

  constructor(text: string) {
    this.#text = text;
    this.#parser = new Parser(
      {
        onopentag: (name, attributes) => this.#opened(name, attributes),
        onclosetag: (_, isImplied) => this.#closed(isImplied),
        ontext: (piece) => this.#said(piece),
      },
      { xmlMode: true, decodeEntities: true },
    );
  }

  read(): XmlDocument {
    this.#parser.write(this.#text);
    if (this.#isStopped) for (const node of this.#open) node.end = this.#text.length;
    else this.#parser.end();
    const { root, salvaged, problems } = this;
    return { root, salvaged, problems };
  }

  #opened(written: string, attributes: Record<string, string>): void {
    if (this.#isStopped) return;
    this.#count += 1;
    if (this.#open.length >= DEEPEST) this.#stop('It nests too deep to be read to its end.');
    else if (this.#count > MOST_ELEMENTS) this.#stop('It has too many elements to be read to its end.');
    if (this.#isStopped) return;
    const above = this.#open.at(-1);
    const spaces = this.#spacesIn(attributes);
    const colon = written.indexOf(':');
    const prefix = colon === -1 ? '' : written.slice(0, colon);
    const node: Element = {
      name: written.slice(colon + 1),
      space: spaces.get(prefix) ?? '',
      attributes,
      children: [],
      language: attributes['xml:lang'] ?? attributes.lang ?? above?.language ?? null,
      start: this.#parser.startIndex,
      end: this.#text.length,
    };
    if (above) above.children.push(node);
    else this.root ??= node;
    this.#open.push(node);
    this.#spaces.push(spaces);
  }

  #spacesIn(attributes: Record<string, string>): ReadonlyMap<string, string> {
    const above = this.#spaces.at(-1) ?? new Map<string, string>();
    let own: Map<string, string> | null = null;
    for (const name in attributes) {
      if (!name.startsWith('xmlns')) continue;
      own ??= new Map(above);
      own.set(name.slice('xmlns:'.length), attributes[name] ?? '');
    }
    return own ?? above;
  }

  #closed(isImplied: boolean): void {
    if (this.#isStopped) return;
    const node = this.#open.pop();
    this.#spaces.pop();
    if (!node) return;
    const closedItself = isImplied && this.#text[this.#parser.endIndex - 1] === '/';
    node.end = this.#parser.endIndex + 1;
    if (!isImplied || (closedItself && this.#parser.startIndex === node.start)) return;
    if (!this.salvaged)
      this.problems.push('It is cut off or its elements are not closed; what is there was read.');
    this.salvaged = true;
  }

  #said(piece: string): void {
    const node = this.#open.at(-1);
    if (!node || this.#isStopped) return;
    const last = node.children.length - 1;
    const before = node.children[last];
    if (typeof before === 'string') node.children[last] = before + piece;
    else node.children.push(piece);
  }

  #stop(problem: string): void {
    this.#isStopped = true;
    this.salvaged = true;
    this.problems.push(problem);
    this.#parser.pause();
  }
}

/** Child elements, all or of one name. */
export function childrenOf(node: Element | null | undefined, name?: string): Element[] {
  if (!node) return [];
  return node.children.filter(
    (child): child is Element => typeof child !== 'string' && (name === undefined || child.name === name),
  );
}

/** The first child of that name, and the first of the next name in it, and so on. */
export function childOf(node: Element | null | undefined, ...path: string[]): Element | undefined {
  let at = node ?? undefined;
  for (const name of path) at = childrenOf(at, name)[0];
  return at;
}

/** Elements of one name anywhere inside, in the order in which they stand. */
export function allOf(node: Element | null | undefined, name: string): Element[] {
  if (!node) return [];
  const found: Element[] = [];
  const waiting = [...childrenOf(node)].reverse();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.name === name) found.push(next);
    waiting.push(...childrenOf(next).reverse());
  }
  return found;
}

/** All text inside, on one line. */
export function xmlWords(node: Element | null | undefined): string {
  return withoutControls(textOf(node))
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
}

/** All text inside, as it stands. */
export function textOf(node: Element | null | undefined): string {
  if (!node) return '';
  let text = '';
  const waiting: (Element | string)[] = [...node.children].reverse();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next === 'string') text += next;
    else waiting.push(...[...next.children].reverse());
  }
  return text;
}

export function attributeOf(node: Element | null | undefined, ...names: string[]): string {
  for (const name of names) {
    const value = node?.attributes[name]?.trim();
    if (value) return value;
  }
  return '';
}

/** The name of the document's first element, found without reading the document. Empty if there is none. */
export function rootNameOf(text: string): string {
  const head = /<(?:!--|\?|!DOCTYPE|([A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*))/g;
  for (let found = head.exec(text); found && found.index < HEAD; found = head.exec(text)) {
    if (found[2] !== undefined) return found[2];
    const closing = found[0] === '<!--' ? '-->' : found[0] === '<?' ? '?>' : '>';
    const end =
      found[0] === '<!DOCTYPE' ? endOfDoctype(text, found.index) : text.indexOf(closing, found.index);
    if (end === -1) return '';
    head.lastIndex = end;
  }
  return '';
}

const HEAD = 65_536; // characters in which the first element must begin

/** A document type may hold declarations of its own between brackets. */
function endOfDoctype(text: string, from: number): number {
  const close = text.indexOf('>', from);
  const open = text.indexOf('[', from);
  if (open === -1 || open > close) return close;
  const inner = text.indexOf(']', open);
  return inner === -1 ? -1 : text.indexOf('>', inner);
}
