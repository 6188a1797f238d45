/** The way out of a connection of HTTP/2: headers, and bodies as far as the windows of the other side let them (RFC 9113 section 5.2). */
import { HeaderEncoder, type KnownBlock, pathSize, putPath } from './hpack-encoder.ts';
import { FLAG, FRAME, FRAME_HEAD, frame, LARGEST_FRAME, putHead } from './http2-frames.ts';
import { firstWindow, type OpenStream, type SessionRequest } from './http2-stream.ts';

const PAGE = 65_536; // bytes that leave in one write: eighty requests, and four records of TLS
const PAGES_KEPT = 4; // for the next writes

export class Sending {
  readonly encoder = new HeaderEncoder();
  /** Of the connection. */
  readonly window = firstWindow();
  /** Streams whose body waits for a window, in their order. */
  readonly #waiting = new Set<OpenStream>();
  readonly #write: (bytes: Buffer, done: () => void) => void;
  readonly #pages: Buffer[] = [];
  /** What leaves next, as far as `#length`. */
  #page: Buffer = Buffer.alloc(0);
  #length = 0;
  #isComing = false;
  #isOver = false;

  constructor(write: (bytes: Buffer, done: () => void) => void) {
    this.#write = write;
  }

  /** Whether a body waits: what came behind it would only wait here too. */
  get isHeldUp(): boolean {
    return this.#waiting.size > 0;
  }

  /** A frame of any kind. What is put within one turn leaves in one piece: a write costs more than a request. */
  put(bytes: Buffer): void {
    if (this.#isOver) return;
    this.#makeRoom(bytes.length);
    this.#page.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  request(stream: OpenStream, { common, path, body }: SessionRequest): void {
    if (this.#isOver) return;
    const known = this.encoder.known(common);
    const isWhole =
      this.#waiting.size === 0 &&
      body.length <= Math.min(this.window.window, stream.window, LARGEST_FRAME) &&
      path.length < LARGEST_FRAME / 2;
    if (known && isWhole) this.#inOneGo(stream, { known, path, body });
    else {
      this.#headers(stream.id, Buffer.concat(this.encoder.encode(common, path)));
      stream.rest = Buffer.alloc(body.length);
      body.put(stream.rest, 0);
      this.body(stream);
    }
  }

  /** Most requests: headers that the other side knows all but the path of, and a body that fits its windows, written in place. */
  #inOneGo(
    stream: OpenStream,
    { known, path, body }: Pick<SessionRequest, 'path' | 'body'> & { known: KnownBlock },
  ): void {
    const { id } = stream;
    const { before, after } = known;
    const length = before.length + pathSize(path) + after.length;
    this.#makeRoom(2 * FRAME_HEAD + length + body.length);
    const page = this.#page;
    let at = this.#length;
    at = putHead(page, at, { length, type: FRAME.headers, flags: FLAG.endHeaders, stream: id });
    page.set(before, at);
    at = putPath(page, at + before.length, path);
    page.set(after, at);
    at += after.length;
    at = putHead(page, at, { length: body.length, type: FRAME.data, flags: FLAG.endStream, stream: id });
    body.put(page, at);
    this.#length = at + body.length;
    this.window.window -= body.length;
    stream.window -= body.length;
  }

  #headers(stream: number, block: Buffer): void {
    if (block.length > LARGEST_FRAME) this.#longHeaders(stream, block);
    else this.put(frame(FRAME.headers, FLAG.endHeaders, stream, block));
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
      this.put(frame(FRAME.data, flags, stream.id, part));
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
    if (this.#length === 0 || this.#isOver) return;
    const page = this.#page;
    const bytes = page.subarray(0, this.#length);
    this.#page = this.#pages.pop() ?? Buffer.alloc(0);
    this.#length = 0;
    this.#write(bytes, () => {
      if (page.length === PAGE && this.#pages.length < PAGES_KEPT) this.#pages.push(page);
    });
  }

  /** Sends what is left; from then on nothing. */
  end(): void {
    this.flush();
    this.#isOver = true;
  }

  #makeRoom(bytes: number): void {
    if (this.#length + bytes > this.#page.length) {
      this.flush();
      if (this.#page.length < bytes) this.#page = Buffer.allocUnsafeSlow(Math.max(bytes, PAGE));
    }
    if (this.#isComing) return;
    this.#isComing = true;
    queueMicrotask(() => this.flush());
  }
}
