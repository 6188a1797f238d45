/**
 * Header blocks as we send them (RFC 7541). What repeats is entered into the table once and then named by a byte; a reader's
 * address is secret and never the same, so it is sent as a literal that no table may take in (section 7.1.3).
 */
import { DynamicTable, type HeaderField, sizeOf, staticTable } from './hpack-table.ts';
import { huffmanEncode, huffmanLength } from './huffman.ts';

/** What all requests of one telling to one service have in common. The same object for all of them: it is known by identity. */
export interface CommonFields {
  /** Pseudo-header fields that stand before `:path`. */
  before: readonly HeaderField[];
  after: readonly HeaderField[];
}

export interface KnownBlock {
  before: Buffer;
  after: Buffer;
}

interface Kept extends KnownBlock {
  /** The table as it was when these bytes were right: nothing entered since, and nothing fell out. */
  added: number;
  length: number;
}

const INDEXED = 0x80;
const ADDED = 0x40;
const RESIZED = 0x20;
const NOT_ADDED = 0x00;
const PATH = 0x10 | 4; // a literal that is never indexed, whose name is entry 4 of the static table
const LARGEST_SHARE = 0.5; // of the table, for one entry: a larger one would push out what repeats

const staticNumbers = new Map<string, number>();
const staticNames = new Map<string, number>();
for (const [place, { name, value }] of staticTable.entries()) {
  if (value !== '') staticNumbers.set(keyOf(name, value), place + 1);
  if (!staticNames.has(name)) staticNames.set(name, place + 1);
}

function keyOf(name: string, value: string): string {
  return `${name}\0${value}`;
}

export class HeaderEncoder {
  readonly #table = new DynamicTable();
  /** Which was the how-manieth entry. */
  readonly #entered = new Map<string, number>();
  readonly #kept = new WeakMap<CommonFields, Kept>();
  /** Sizes that the other side has to be told of with the next block (section 4.2): the smallest since, and the last. */
  #resize: { smallest: number; last: number } | null = null;

  /** The most bytes the other side lets our table have; it is told of a change with the next block. */
  limit(most: number): void {
    const last = Math.min(most, 4_096); // more would only be memory
    if (last === this.#table.most && !this.#resize) return;
    this.#resize = { smallest: Math.min(last, this.#resize?.smallest ?? last), last };
    this.#table.resize(this.#resize.smallest);
    this.#table.resize(last);
  }

  /** The bytes around the path of a block, where one of these fields was sent before and says the same again; else null. */
  known(common: CommonFields): KnownBlock | null {
    if (this.#resize) return null;
    const known = this.#kept.get(common);
    const { added, length } = this.#table;
    return known?.added === added && known.length === length ? known : null;
  }

  /** The block of one request, in parts that follow each other. `path` is of single-byte signs. */
  encode(common: CommonFields, path: string): Buffer[] {
    const head: Buffer[] = [];
    if (this.#resize) {
      const { smallest, last } = this.#resize;
      if (smallest < last) head.push(integer(RESIZED, 5, smallest));
      head.push(integer(RESIZED, 5, last));
      this.#resize = null;
    }
    const secret = Buffer.allocUnsafe(pathSize(path));
    putPath(secret, 0, path);
    const known = this.known(common);
    if (known) return [...head, known.before, secret, known.after];
    const { added } = this.#table;
    const before = Buffer.concat(common.before.map((field) => this.#field(field)));
    const after = Buffer.concat(common.after.map((field) => this.#field(field)));
    // Bytes in which nothing was entered say the same as long as nothing else is.
    if (this.#table.added === added)
      this.#kept.set(common, { added, length: this.#table.length, before, after });
    return [...head, before, secret, after];
  }

  #field(field: HeaderField): Buffer {
    const key = keyOf(field.name, field.value);
    const number = staticNumbers.get(key) ?? this.#numberIn(key);
    if (number !== null) return integer(INDEXED, 7, number);
    const isKept = sizeOf(field) <= this.#table.most * LARGEST_SHARE;
    const name = staticNames.get(field.name);
    const first = isKept ? integer(ADDED, 6, name ?? 0) : integer(NOT_ADDED, 4, name ?? 0);
    const parts = [first, ...(name ? [] : [text(field.name)]), text(field.value)];
    if (isKept) this.#entered.set(key, this.#table.add(field));
    return Buffer.concat(parts);
  }

  #numberIn(key: string): number | null {
    const nth = this.#entered.get(key);
    if (nth === undefined) return null;
    const number = this.#table.numberOf(nth);
    if (number === null) this.#entered.delete(key);
    return number === null ? null : staticTable.length + 1 + number;
  }
}

/** What `putPath` writes, in bytes, of a path of single-byte signs. */
export function pathSize(path: string): number {
  return 1 + integerSize(7, path.length) + path.length;
}

/** Writes the path as a literal that no table may take in; answers where it ends. */
export function putPath(into: Buffer, at: number, path: string): number {
  into[at] = PATH;
  const text = putInteger(into, at + 1, { first: 0, prefix: 7, value: path.length });
  return text + into.write(path, text, 'latin1');
}

function integerSize(prefix: number, value: number): number {
  let size = 1;
  for (let rest = value - ((1 << prefix) - 1); rest >= 0; rest = rest < 128 ? -1 : Math.floor(rest / 128))
    size += 1;
  return size;
}

function putInteger(
  into: Buffer,
  at: number,
  { first, prefix, value }: { first: number; prefix: number; value: number },
): number {
  const most = (1 << prefix) - 1;
  if (value < most) return into.writeUInt8(first | value, at);
  let end = into.writeUInt8(first | most, at);
  let rest = value - most;
  for (; rest >= 128; rest = Math.floor(rest / 128)) end = into.writeUInt8((rest % 128) | 128, end);
  return into.writeUInt8(rest, end);
}

/** A number behind some bits of a first byte (section 5.1). */
export function integer(first: number, prefix: number, value: number): Buffer {
  const bytes = Buffer.allocUnsafe(integerSize(prefix, value));
  putInteger(bytes, 0, { first, prefix, value });
  return bytes;
}

/** A string, in the Huffman code where that is shorter (section 5.2). */
export function text(value: string): Buffer {
  const plain = Buffer.from(value, 'latin1');
  const short = huffmanLength(plain) < plain.length;
  const bytes = short ? huffmanEncode(plain) : plain;
  return Buffer.concat([integer(short ? 0x80 : 0, 7, bytes.length), bytes]);
}
