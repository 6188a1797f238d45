/** The way out of a connection of HTTP/2: headers, and bodies as far as the windows of the other side let them (RFC 9113 section 5.2). */
import { type CommonFields, HeaderEncoder } from './hpack-encoder.ts';
import { FLAG, FRAME, FRAME_HEAD, frame, LARGEST_FRAME, putHead } from './http2-frames.ts';
import { firstWindow, type OpenStream } from './http2-stream.ts';

export class Sending {
  readonly encoder = new HeaderEncoder();
  /** Of the connection. */
  readonly window = firstWindow();
  /** Streams whose body waits for a window, in their order. */
  readonly #waiting = new Set<OpenStream>();
  readonly #write: (bytes: Buffer) => void;
  #out: Buffer[] = [];
  #isComing = false;
  #isOver = false;

  constructor(write: (bytes: Buffer) => void) {
    this.#write = write;
  }

  /** Whether a body waits: what came behind it would only wait here too. */
  get isHeldUp(): boolean {
    return this.#waiting.size > 0;
  }

  /** A frame of any kind. What is put within one turn leaves in one piece: a write costs more than a request. */
  put(bytes: Buffer): void {
    this.#out.push(bytes);
    if (this.#isComing || this.#isOver) return;
    this.#isComing = true;
    queueMicrotask(() => this.flush());
  }

  request(stream: OpenStream, common: CommonFields, path: string): void {
    const parts = this.encoder.encode(common, path);
    const length = parts.reduce((sum, part) => sum + part.length, 0);
    if (length > LARGEST_FRAME) this.#longHeaders(stream.id, Buffer.concat(parts));
    else {
      this.put(headOf({ length, type: FRAME.headers, flags: FLAG.endHeaders, stream: stream.id }));
      this.#out.push(...parts);
    }
    this.body(stream);
  }

  #longHeaders(stream: number, block: Buffer): void {
    for (let at = 0; at < block.length; at += LARGEST_FRAME) {
      const flags = at + LARGEST_FRAME >= block.length ? FLAG.endHeaders : 0;
      const type = at === 0 ? FRAME.headers : FRAME.continuation;
      this.put(frame(type, flags, stream, block.subarray(at, at + LARGEST_FRAME)));
    }
  }

  /** As much of a body as both windows take; the rest waits. */
  body(stream: OpenStream): void {
    while (stream.rest) {
      const most = Math.min(this.window.window, stream.window, LARGEST_FRAME);
      if (most <= 0 && stream.rest.length > 0) {
        this.#waiting.add(stream);
        return;
      }
      const part = stream.rest.length <= most ? stream.rest : stream.rest.subarray(0, most);
      const isLast = part.length === stream.rest.length;
      const flags = isLast ? FLAG.endStream : 0;
      this.put(headOf({ length: part.length, type: FRAME.data, flags, stream: stream.id }));
      this.#out.push(part);
      this.window.window -= part.length;
      stream.window -= part.length;
      stream.rest = isLast ? null : stream.rest.subarray(part.length);
    }
    this.#waiting.delete(stream);
  }

  /** A window has grown. */
  waiting(): void {
    for (const stream of this.#waiting) {
      if (this.window.window <= 0) return;
      this.body(stream);
    }
  }

  drop(stream: OpenStream): void {
    this.#waiting.delete(stream);
  }

  flush(): void {
    this.#isComing = false;
    if (this.#out.length === 0 || this.#isOver) return;
    const out = this.#out;
    this.#out = [];
    this.#write(Buffer.concat(out));
  }

  /** Sends what is left; from then on nothing. */
  end(): void {
    this.flush();
    this.#isOver = true;
  }
}

function headOf(head: { length: number; type: number; flags: number; stream: number }): Buffer {
  const bytes = Buffer.allocUnsafe(FRAME_HEAD);
  putHead(bytes, 0, head);
  return bytes;
}
