/**
 * Elements of a long XML file one after the other, each small: a file of gigabytes is never whole in memory, and neither is one
 * field of four. Control letters, unknown entities and what is not closed are borne; what is cut off is said at the end.
 */
import { Parser } from 'htmlparser2';
import { withoutControls } from '../../kit/letters.ts';

/** An element with what stands in it. Names keep their prefix. */
export interface XmlRecord {
  name: string;
  attributes: Record<string, string>;
  /** Words of its own, without those of its children; cut at LONGEST_FIELD. */
  text: string;
  children: XmlRecord[];
  /** Whether words were cut from it or from a child. */
  isCut: boolean;
}

export const LONGEST_FIELD = 10_000_000; // letters; a book is one, and no story is ten
const DEEPEST = 32; // elements within a record
const MOST_CHILDREN = 200_000; // of one record: a post of that many replies is none

export interface XmlRead {
  /** Names of the elements that are records: each is given whole, and forgotten. */
  records: ReadonlySet<string>;
  /** The usual prefix of a namespace: a file may declare another for it. */
  prefixOf?(namespace: string): string | null;
  /** Whether an element's children are markup of its words. */
  isMarkup?(name: string): boolean;
}

/** What is at the end: whether the root was closed. */
export interface XmlEnd {
  isWhole: boolean;
  root: string | null;
}

/** Reads records in the order of the file; what it returns says how the file ended. */
export async function* xmlRecords(
  text: AsyncIterable<string>,
  read: XmlRead,
): AsyncGenerator<XmlRecord, XmlEnd> {
  const reader = new RecordReader(read);
  const split = new CdataSplitter();
  for await (const piece of text) {
    for (const part of split.parts(piece)) reader.take(part);
    for (const record of reader.ready.splice(0)) yield record;
  }
  reader.take(split.rest());
  reader.end();
  for (const record of reader.ready.splice(0)) yield record;
  return { isWhole: reader.isWhole, root: reader.root };
}

class RecordReader {
  readonly ready: XmlRecord[] = [];
  root: string | null = null;
  isWhole = false;
  readonly #read: XmlRead;
  /** Usual prefixes by those that the file has for them. */
  readonly #prefixes = new Map<string, string>();
  readonly #parser: Parser;
  readonly #open: XmlRecord[] = [];
  readonly #texts: string[][] = [];
  #length = 0;
  #depth = 0;
  #children = 0;
  /** How deep elements are that stand too deep, or are too many. */
  #ignored = 0;

  constructor(read: XmlRead) {
    this.#read = read;
    this.#parser = new Parser(
      {
        onopentag: (name, attributes) => this.#opened(name, attributes),
        onclosetag: (name, isImplied) => this.#closed(name, isImplied),
        ontext: (words) => this.#said(words),
      },
      { xmlMode: true, decodeEntities: true },
    );
  }

  take({ text, isWords }: XmlPart): void {
    if (isWords) this.#said(text);
    else this.#parser.write(text);
  }

  end(): void {
    this.#parser.end();
  }

  /** Learns the prefixes that an element declares. */
  #declare(attributes: Record<string, string>): void {
    for (const [name, value] of Object.entries(attributes)) {
      const prefix = name.startsWith('xmlns:') ? this.#read.prefixOf?.(value) : undefined;
      if (prefix) this.#prefixes.set(name.slice('xmlns:'.length), prefix);
    }
  }

  #usual(name: string): string {
    const colon = name.indexOf(':');
    const prefix = colon === -1 ? undefined : this.#prefixes.get(name.slice(0, colon));
    return prefix === undefined ? name : prefix + name.slice(colon);
  }

  #opened(said: string, attributes: Record<string, string>): void {
    this.#declare(attributes);
    const name = this.#usual(said);
    this.root ??= name;
    this.#depth += 1;
    const above = this.#open.at(-1);
    if (!above && !this.#read.records.has(name)) return;
    if (this.#ignored > 0 || this.#open.length >= DEEPEST || this.#children > MOST_CHILDREN) {
      this.#ignored += 1;
      return;
    }
    const own: Record<string, string> = {};
    for (const [key, value] of Object.entries(attributes)) own[this.#usual(key)] = apart(value);
    const record: XmlRecord = { name, attributes: own, text: '', children: [], isCut: false };
    this.#open.push(record);
    this.#texts.push([]);
    this.#length = 0;
    this.#children += 1;
  }

  #closed(_name: string, isImplied: boolean): void {
    this.#depth -= 1;
    if (this.#depth === 0) this.isWhole = !isImplied;
    if (this.#ignored > 0) {
      this.#ignored -= 1;
      return;
    }
    const record = this.#open.pop();
    if (!record) return;
    record.text = withoutControls(apart((this.#texts.pop() ?? []).join('')));
    const above = this.#open.at(-1);
    if (above && this.#read.isMarkup?.(above.name)) {
      this.#texts.at(-1)?.push(`<${record.name}>${record.text}</${record.name}>`);
      record.children = [];
    }
    this.#length = above ? (this.#texts.at(-1) ?? []).reduce((sum, part) => sum + part.length, 0) : 0;
    if (above) {
      above.children.push(record);
      above.isCut ||= record.isCut;
    } else {
      this.#children = 0;
      // What the end of the file closed is half a record.
      if (!isImplied) this.ready.push(record);
    }
  }

  #said(words: string): void {
    const here = this.#open.at(-1);
    if (!here || this.#ignored > 0) return;
    const room = LONGEST_FIELD - this.#length;
    if (words.length > room) here.isCut = true;
    if (room <= 0) return;
    this.#texts.at(-1)?.push(words.length > room ? words.slice(0, room) : words);
    this.#length += Math.min(words.length, room);
  }
}

/**
 * The same words as a text of their own. A part of a text holds on to all of it: the name of a post would keep the quarter of a
 * megabyte of the file in which it stood. Half a letter becomes the sign for what is broken.
 */
const apart = (text: string): string =>
  text.length < SHORT && PLAIN.test(text) ? text : Buffer.from(text, 'utf8').toString('utf8');

const SHORT = 13; // letters; the engine copies parts that are shorter
const PLAIN = /^[\x20-\x7e]*$/;

const COMMENT = '<!--';
const COMMENT_END = '-->';
const CDATA = '<![CDATA[';
const CDATA_END = ']]>';

/** A piece of the file that is markup, or words as they stand. */
interface XmlPart {
  text: string;
  isWords: boolean;
}

/**
 * Parts what stands in CDATA sections from markup. The words of a paper stand in them: the parser would go through those letter by
 * letter, and would keep a section until it ends; one of four gigabytes would be four gigabytes of memory.
 */
class CdataSplitter {
  #within: 'markup' | 'comment' | 'words' = 'markup';
  #kept = '';

  *parts(piece: string): Generator<XmlPart> {
    const text = this.#kept + piece;
    let from = 0;
    for (;;) {
      const sign = this.#next(text, from);
      if (sign === null) break;
      yield { text: text.slice(from, sign.at), isWords: this.#within === 'words' };
      from = sign.at + sign.skipped;
      this.#within = sign.within;
    }
    // The end of a piece may be the beginning of a sign.
    const end = Math.max(from, text.length - (CDATA.length - 1));
    this.#kept = text.slice(end);
    if (end > from) yield { text: text.slice(from, end), isWords: this.#within === 'words' };
  }

  /** What was kept for a sign that did not come. */
  rest(): XmlPart {
    return { text: this.#kept, isWords: this.#within === 'words' };
  }

  /** Where the next sign stands that changes what it is; the signs of words are left out, those of comments stay. */
  #next(
    text: string,
    from: number,
  ): { at: number; skipped: number; within: 'markup' | 'comment' | 'words' } | null {
    if (this.#within !== 'markup') {
      const sign = this.#within === 'words' ? CDATA_END : COMMENT_END;
      const at = text.indexOf(sign, from);
      return at === -1 ? null : { at, skipped: sign === CDATA_END ? sign.length : 0, within: 'markup' };
    }
    for (let at = text.indexOf('<!', from); at !== -1; at = text.indexOf('<!', at + 2)) {
      if (text.startsWith(CDATA, at)) return { at, skipped: CDATA.length, within: 'words' };
      if (text.startsWith(COMMENT, at)) return { at, skipped: 0, within: 'comment' };
    }
    return null;
  }
}
