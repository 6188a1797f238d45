/** Header blocks that come, put together from their frames and followed in their order (RFC 9113 sections 4.3 and 6.2). */
import { HeaderDecoder } from './hpack-decoder.ts';
import type { HeaderField } from './hpack-table.ts';
import { CODE, ConnectionError, FLAG, FRAME, type Http2Frame, withoutPadding } from './http2-frames.ts';

/** What is read of the headers of an answer. */
export interface AnswerHeaders {
  stream: number;
  /** 0 where none was given, -1 where it was none. */
  status: number;
  retryAfter: string | undefined;
  isEnd: boolean;
}

const LARGEST_BLOCK = 262_144; // bytes of one answer's headers; no service needs a hundredth
const MOST_PARTS = 1_000; // frames of one answer's headers: some may be empty

const isWanted = (name: string): boolean => name === ':status' || name === 'retry-after';

export class AnswerReader {
  readonly #decoder = new HeaderDecoder();
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
    const part = Buffer.from(each.type === FRAME.headers ? headersIn(each) : each.payload);
    const isEnd = (each.flags & FLAG.endStream) !== 0;
    this.#block ??= { stream: each.stream, isEnd, parts: [], length: 0 };
    this.#block.parts.push(part);
    this.#block.length += part.length;
    if (this.#block.length > LARGEST_BLOCK || this.#block.parts.length > MOST_PARTS)
      throw new ConnectionError(CODE.calm, 'headers were too long');
    return (each.flags & FLAG.endHeaders) === 0 ? null : this.#read();
  }

  /** Every block is followed, also of requests that are over: the table depends on it. */
  #read(): AnswerHeaders | null {
    if (!this.#block) return null;
    const { stream, isEnd, parts } = this.#block;
    this.#block = null;
    const said: AnswerHeaders = { stream, status: 0, retryAfter: undefined, isEnd };
    const take = ({ name, value }: HeaderField): void => {
      if (name === ':status') said.status = /^[1-9]\d\d$/.test(value) ? Number(value) : -1;
      else said.retryAfter ??= value;
    };
    this.#decoder.decode(Buffer.concat(parts), isWanted, take);
    return said;
  }
}

function headersIn(each: Http2Frame): Buffer {
  const plain = withoutPadding(each);
  if ((each.flags & FLAG.priority) === 0) return plain;
  if (plain.length < 5) throw new ConnectionError(CODE.frameSize, 'headers ended before they began');
  return plain.subarray(5);
}
