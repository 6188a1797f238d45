/** Frames of HTTP/2 (RFC 9113 sections 4 and 6): the bytes of those that we send, and those that come, cut out of what arrives. */

export const FRAME = {
  data: 0,
  headers: 1,
  priority: 2,
  reset: 3,
  settings: 4,
  promise: 5,
  ping: 6,
  goaway: 7,
  window: 8,
  continuation: 9,
} as const;

/** Section 7. */
export const CODE = {
  none: 0,
  protocol: 1,
  internal: 2,
  flowControl: 3,
  streamClosed: 5,
  frameSize: 6,
  refused: 7,
  cancel: 8,
  compression: 9,
  calm: 11,
} as const;

/** Section 6.5.2. */
export const SETTING = {
  tableSize: 1,
  push: 2,
  streams: 3,
  window: 4,
  frameSize: 5,
} as const;

export const FLAG = { ack: 1, endStream: 1, endHeaders: 4, padded: 8, priority: 32 } as const;

export const PREFACE = Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'); // section 3.4
export const FRAME_HEAD = 9; // bytes before every payload
export const LARGEST_FRAME = 16_384; // bytes of payload, where no setting says otherwise
export const FIRST_WINDOW = 65_535; // bytes, of a stream and of the connection, where no setting says otherwise
export const LARGEST_WINDOW = 2 ** 31 - 1;

/** What breaks a connection, with the code that the other side is told. */
export class ConnectionError extends Error {
  readonly code: number;

  constructor(code: number, words: string) {
    super(words);
    this.code = code;
  }
}

/** A frame that came: where its payload stands in the bytes that arrived. */
export class Http2Frame {
  readonly type: number;
  readonly flags: number;
  readonly stream: number;
  readonly length: number;
  readonly bytes: Buffer;
  /** Where the payload begins. */
  readonly at: number;

  constructor(bytes: Buffer, at: number, length: number) {
    this.type = bytes[at + 3] as number;
    this.flags = bytes[at + 4] as number;
    this.stream = bytes.readUInt32BE(at + 5) & 0x7fff_ffff; // the first bit means nothing and is passed over (section 4.1)
    this.length = length;
    this.bytes = bytes;
    this.at = at + FRAME_HEAD;
  }

  /** A view, for whoever needs one: to make it costs more than to read a number. */
  get payload(): Buffer {
    return this.bytes.subarray(this.at, this.at + this.length);
  }

  /** The first 32 bits of the payload. */
  get number(): number {
    return this.bytes.readUInt32BE(this.at);
  }
}

export function frame(type: number, flags: number, stream: number, payload: Uint8Array): Buffer {
  const bytes = Buffer.allocUnsafe(FRAME_HEAD + payload.length);
  putHead(bytes, 0, { length: payload.length, type, flags, stream });
  bytes.set(payload, FRAME_HEAD);
  return bytes;
}

interface FrameHead {
  length: number;
  type: number;
  flags: number;
  stream: number;
}

/** Writes the nine bytes before a payload; answers where they end. */
export function putHead(into: Buffer, at: number, { length, type, flags, stream }: FrameHead): number {
  into[at] = length >>> 16;
  into[at + 1] = length >>> 8;
  into[at + 2] = length;
  into[at + 3] = type;
  into[at + 4] = flags;
  return into.writeUInt32BE(stream, at + 5);
}

/** A frame that holds one number of 32 bits: a reset's code, a window's growth. */
export function numberFrame(type: number, stream: number, value: number): Buffer {
  const payload = Buffer.allocUnsafe(4);
  payload.writeUInt32BE(value, 0);
  return frame(type, 0, stream, payload);
}

export function settingsFrame(settings: readonly (readonly [id: number, value: number])[]): Buffer {
  const payload = Buffer.allocUnsafe(settings.length * 6);
  for (const [place, [id, value]] of settings.entries()) {
    payload.writeUInt16BE(id, place * 6);
    payload.writeUInt32BE(value, place * 6 + 2);
  }
  return frame(FRAME.settings, 0, 0, payload);
}

const NOTHING = Buffer.alloc(0);

/** Cuts what arrives into frames, however it was split on the way. Throws ConnectionError for one that is too large. */
export class FrameReader {
  #kept: Buffer = NOTHING;

  /** Adds what arrived and hands over each frame that is whole; it is good until the next call. */
  read(arrived: Buffer, take: (frame: Http2Frame) => void): void {
    const bytes = this.#kept.length === 0 ? arrived : Buffer.concat([this.#kept, arrived]);
    let at = 0;
    while (bytes.length - at >= FRAME_HEAD) {
      const length = ((bytes[at] as number) << 16) | bytes.readUInt16BE(at + 1);
      if (length > LARGEST_FRAME) throw new ConnectionError(CODE.frameSize, 'a frame was too large');
      const end = at + FRAME_HEAD + length;
      if (end > bytes.length) break;
      take(new Http2Frame(bytes, at, length));
      at = end;
    }
    this.#kept = at < bytes.length ? Buffer.from(bytes.subarray(at)) : NOTHING;
  }
}

/** The payload without its padding and, in front of it, its length (sections 6.1 and 6.2). */
export function withoutPadding(each: Http2Frame): Buffer {
  const { flags, payload } = each;
  if ((flags & FLAG.padded) === 0) return payload;
  const padding = payload[0];
  if (padding === undefined || padding >= payload.length)
    throw new ConnectionError(CODE.protocol, 'a frame was padded beyond its end');
  return payload.subarray(1, payload.length - padding);
}

/** Refuses a frame that is not as long as its kind always is (section 6). */
export function wantSize({ length }: Http2Frame, size: number): void {
  if (length !== size) throw new ConnectionError(CODE.frameSize, 'a frame was not as long as its kind is');
}

/** Our word that it is over (section 6.8); of requests of theirs we took none. */
export function goodbye(code: number): Buffer {
  const payload = Buffer.alloc(8);
  payload.writeUInt32BE(code, 4);
  return frame(FRAME.goaway, 0, 0, payload);
}

const BLAMES: readonly number[] = [
  CODE.protocol,
  CODE.flowControl,
  CODE.streamClosed,
  CODE.frameSize,
  CODE.compression,
]; // with which the other side says that it did not understand us

/** Theirs: the last request that they looked at, and whether they say that we did wrong. */
export function readGoodbye({ stream, payload }: Http2Frame): { last: number; blamesUs: boolean } {
  if (stream !== 0) throw new ConnectionError(CODE.protocol, 'a goodbye came for a request');
  if (payload.length < 8) throw new ConnectionError(CODE.frameSize, 'a goodbye was cut off');
  const last = payload.readUInt32BE(0) & LARGEST_WINDOW;
  return { last, blamesUs: BLAMES.includes(payload.readUInt32BE(4)) };
}
