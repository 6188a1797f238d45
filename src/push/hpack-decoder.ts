/** Header blocks as they come (RFC 7541): all of a block is followed, so that the table stays right; what nobody wants is skipped. */
import { DEFAULT_TABLE_SIZE, DynamicTable, type HeaderField, staticTable } from './hpack-table.ts';
import { huffmanDecode } from './huffman.ts';

/** A block that cannot be followed. The table is lost with it, and so is the connection (RFC 9113 section 4.3). */
export class HeaderBlockError extends Error {}

const LARGEST_NUMBER = 2 ** 28; // no length or index of ours comes near

export class HeaderDecoder {
  readonly #table = new DynamicTable();
  readonly #most: number;
  // Of the block that is being read: what it entered, and whether it asked for an entry or changed the table's size.
  #entered: HeaderField[] = [];
  #isAsked = false;

  /** `most`: bytes that we let the other side's table have, as our settings said. */
  constructor(most = DEFAULT_TABLE_SIZE) {
    this.#most = most;
  }

  /**
   * Follows a block and hands over the fields of it that are `wanted`, in order. Throws HeaderBlockError. Strings of fields
   * that are neither wanted nor entered are stepped over by their length. Answers what it entered into the table where it asked
   * nothing of it: then the same bytes say the same again, whatever came between, and `enter` is all that is left to do.
   */
  decode(
    block: Uint8Array,
    wanted: (name: string) => boolean,
    take: (field: HeaderField) => void,
  ): readonly HeaderField[] | null {
    const reader = new BlockReader(block);
    this.#entered = [];
    this.#isAsked = false;
    let isFirst = true;
    while (!reader.isDone) {
      const first = reader.peek();
      if ((first & 0xe0) === 0x20) {
        if (!isFirst) throw new HeaderBlockError('a size changes within a block');
        this.#resize(reader.integer(5));
        this.#isAsked = true;
        continue;
      }
      isFirst = false;
      if (first & 0x80) {
        const field = this.#at(reader.integer(7));
        if (wanted(field.name)) take(field);
      } else this.#literal(reader, { wanted, take, isEntered: (first & 0x40) !== 0 });
    }
    return this.#isAsked ? null : this.#entered;
  }

  /** What a block entered that is the same as one before. */
  enter(fields: readonly HeaderField[]): void {
    for (const field of fields) this.#table.add(field);
  }

  #literal(
    reader: BlockReader,
    {
      wanted,
      take,
      isEntered,
    }: { wanted: (name: string) => boolean; take: (field: HeaderField) => void; isEntered: boolean },
  ): void {
    const number = reader.integer(isEntered ? 6 : 4);
    const name = number === 0 ? reader.text() : this.#at(number).name;
    const isWanted = wanted(name);
    if (!isEntered && !isWanted) {
      reader.skipText();
      return;
    }
    const field = { name, value: reader.text() };
    if (isEntered) {
      this.#table.add(field);
      this.#entered.push(field);
    }
    if (isWanted) take(field);
  }

  #at(number: number): HeaderField {
    this.#isAsked ||= number > staticTable.length;
    const field =
      number <= staticTable.length
        ? staticTable[number - 1]
        : this.#table.fromNewest(number - staticTable.length - 1);
    if (!field) throw new HeaderBlockError(`there is no entry ${number}`);
    return field;
  }

  #resize(most: number): void {
    if (most > this.#most) throw new HeaderBlockError('the table was made larger than we allow');
    this.#table.resize(most);
  }
}

class BlockReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get isDone(): boolean {
    return this.#at >= this.#bytes.length;
  }

  peek(): number {
    return this.#bytes[this.#at] as number;
  }

  #next(): number {
    const byte = this.#bytes[this.#at++];
    if (byte === undefined) throw new HeaderBlockError('the block ends within a field');
    return byte;
  }

  /** Section 5.1. */
  integer(prefix: number): number {
    const most = (1 << prefix) - 1;
    let value = this.#next() & most;
    if (value < most) return value;
    for (let weight = 1; ; weight *= 128) {
      const byte = this.#next();
      value += (byte & 127) * weight;
      if (value > LARGEST_NUMBER) throw new HeaderBlockError('a number is too large');
      if ((byte & 128) === 0) return value;
      if (weight > LARGEST_NUMBER) throw new HeaderBlockError('a number does not end');
    }
  }

  /** Section 5.2; single-byte signs. */
  text(): string {
    const isCoded = (this.#bytesLeft() && this.peek() & 0x80) !== 0;
    const bytes = this.#take(this.integer(7));
    const plain = isCoded ? huffmanDecode(bytes) : bytes;
    if (!plain) throw new HeaderBlockError('a string is not in the Huffman code');
    return Buffer.from(plain.buffer, plain.byteOffset, plain.byteLength).toString('latin1');
  }

  skipText(): void {
    this.#take(this.integer(7));
  }

  #bytesLeft(): number {
    return this.#bytes.length - this.#at;
  }

  #take(length: number): Uint8Array {
    if (length > this.#bytesLeft()) throw new HeaderBlockError('a string is longer than its block');
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }
}
