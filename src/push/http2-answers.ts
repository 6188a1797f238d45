/** Header blocks that come, put together from their frames and followed in their order (RFC 9113 sections 4.3 and 6.2). */
import { HeaderDecoder } from './hpack-decoder.ts';
import type { HeaderField } from './hpack-table.ts';
import { CODE, ConnectionError, FLAG, FRAME, type Http2Frame, withoutPadding } from './http2-frames.ts';

interface Said {
  /** 0 where none was given, -1 where it was none. */
  status: number;
  retryAfter: string | undefined;
}

/** What is read of the headers of an answer. */
export interface AnswerHeaders extends Said {
  stream: number;
  isEnd: boolean;
}

const LARGEST_BLOCK = 262_144; // bytes of one answer's headers; no service needs a hundredth
const LARGEST_KEPT = 1_024; // bytes of a block that is compared with the next
const MOST_PARTS = 1_000; // frames of one answer's headers: some may be empty

const isWanted = (name: string): boolean => name === ':status' || name === 'retry-after';

export class AnswerReader {
  readonly #decoder = new HeaderDecoder();
  /** The block before, where it asked nothing of the table: the same bytes say the same again. */
  #last: { block: Buffer; said: Said; entered: readonly HeaderField[] } | null = null;
  #block: { stream: number; isEnd: boolean; parts: Buffer[]; length: number } | null = null;

  /** Refuses whatever interrupts a block. */
  mind({ type, stream }: Http2Frame): void {
    if ((type === FRAME.continuation) !== (this.#block !== null))
      throw new ConnectionError(CODE.protocol, 'headers were interrupted, or went on that had not begun');
    if (this.#block && this.#block.stream !== stream)
      throw new ConnectionError(CODE.protocol, 'headers went on for another request');
  }

  /** Takes a HEADERS or CONTINUATION frame; answers when the block is whole. */
  take(each: Http2Frame): AnswerHeaders | null {
    const isWhole = (each.flags & FLAG.endHeaders) !== 0;
    if (isWhole && this.#block === null) return this.#takeWhole(each);
    const part = Buffer.from(each.type === FRAME.headers ? headersIn(each) : each.payload);
    this.#block ??= { stream: each.stream, isEnd: isLast(each), parts: [], length: 0 };
    this.#block.parts.push(part);
    this.#block.length += part.length;
    if (this.#block.length > LARGEST_BLOCK || this.#block.parts.length > MOST_PARTS)
      throw new ConnectionError(CODE.calm, 'headers were too long');
    if (!isWhole) return null;
    const { stream, isEnd, parts } = this.#block;
    this.#block = null;
    return { stream, isEnd, ...this.#read(Buffer.concat(parts)) };
  }

  /** A service says the same to thousands of requests: what is said again need not be read again. */
  #takeWhole(each: Http2Frame): AnswerHeaders {
    const last = this.#last;
    const from = each.at;
    const isPlain = (each.flags & (FLAG.padded | FLAG.priority)) === 0;
    const isSame =
      isPlain &&
      last?.block.length === each.length &&
      each.bytes.compare(last.block, 0, each.length, from, from + each.length) === 0;
    if (isSame) this.#decoder.enter(last.entered);
    const { status, retryAfter } = isSame ? last.said : this.#read(headersIn(each));
    return { stream: each.stream, isEnd: isLast(each), status, retryAfter };
  }

  /** Every block is followed, also of requests that are over: the table depends on it. */
  #read(block: Buffer): Said {
    const said: Said = { status: 0, retryAfter: undefined };
    const take = ({ name, value }: HeaderField): void => {
      if (name === ':status') said.status = /^[1-9]\d\d$/.test(value) ? Number(value) : -1;
      else said.retryAfter ??= value;
    };
    const entered = this.#decoder.decode(block, isWanted, take);
    const isKept = entered !== null && block.length <= LARGEST_KEPT;
    this.#last = isKept ? { block: Buffer.from(block), said, entered } : null;
    return said;
  }
}

const isLast = ({ flags }: Http2Frame): boolean => (flags & FLAG.endStream) !== 0;

function headersIn(each: Http2Frame): Buffer {
  const plain = withoutPadding(each);
  if ((each.flags & FLAG.priority) === 0) return plain;
  if (plain.length < 5) throw new ConnectionError(CODE.frameSize, 'headers ended before they began');
  return plain.subarray(5);
}
