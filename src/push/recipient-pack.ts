/** Recipients as one block of bytes: handed over to a worker thread without copying a thousand small buffers. */

export interface Recipient {
  id: string;
  /** scheme://host[:port] of its push service. */
  origin: string;
  vapidKeyId: string;
  /** Where its parts stand, one after the other: its point, then secret and address as the newsroom sealed them, opened only in the worker. */
  bytes: Buffer;
  at: number;
  pointLength: number;
  authLength: number;
  endpointLength: number;
}

/** The parts of one, each by itself. */
export interface RecipientParts {
  origin: string;
  p256dh: Buffer;
  authSealed: Buffer;
  endpointSealed: Buffer;
}

export interface RecipientBlock {
  bytes: ArrayBuffer;
  size: number;
  origins: string[];
  keyIds: string[];
}

const HEAD = 10; // bytes: origin, key, and how long point, sealed secret and sealed address are

const GROWS = 65_536; // bytes in which blocks are made, so that the next chunk's recipients fit where these were

/** Each record: five numbers u16, then the parts. `spare`: a block that is needed no more, and written over where they fit. */
export function pack(recipients: readonly Recipient[], spare?: ArrayBuffer): RecipientBlock {
  const origins = new Map<string, number>();
  const keyIds = new Map<string, number>();
  let length = 0;
  for (const one of recipients) length += HEAD + partsLength(one);
  const isEnough = spare !== undefined && spare.byteLength >= length;
  const bytes = isEnough ? spare : new ArrayBuffer(Math.ceil(length / GROWS) * GROWS);
  const out = Buffer.from(bytes);
  let at = 0;
  for (const one of recipients) {
    at = out.writeUInt16BE(numberOf(origins, one.origin), at);
    at = out.writeUInt16BE(numberOf(keyIds, one.vapidKeyId), at);
    at = out.writeUInt16BE(one.pointLength, at);
    at = out.writeUInt16BE(one.authLength, at);
    at = out.writeUInt16BE(one.endpointLength, at);
    at += one.bytes.copy(out, at, one.at, one.at + partsLength(one));
  }
  return { bytes, size: recipients.length, origins: [...origins.keys()], keyIds: [...keyIds.keys()] };
}

const partsLength = (one: Recipient): number => one.pointLength + one.authLength + one.endpointLength;

/** A block as it is read in the worker: where each record begins, and its parts when they are asked for. */
export class Recipients {
  readonly size: number;
  readonly bytes: Buffer;
  readonly #starts: Uint32Array;
  readonly #origins: readonly string[];
  readonly #keyIds: readonly string[];

  constructor({ bytes, size, origins, keyIds }: RecipientBlock) {
    this.size = size;
    this.bytes = Buffer.from(bytes);
    this.#origins = origins;
    this.#keyIds = keyIds;
    this.#starts = new Uint32Array(size);
    let at = 0;
    for (let place = 0; place < size; place += 1) {
      this.#starts[place] = at;
      at += HEAD + this.#long(at, 0) + this.#long(at, 1) + this.#long(at, 2);
    }
  }

  origin(place: number): string {
    return this.#origins[this.bytes.readUInt16BE(this.#start(place))] ?? '';
  }

  vapidKeyId(place: number): string {
    return this.#keyIds[this.bytes.readUInt16BE(this.#start(place) + 2)] ?? '';
  }

  /** Where its mark stands in the bytes: the sealed address's nonce, which no other sealing has; it follows the first byte. */
  markAt(place: number): number {
    const start = this.#start(place);
    return start + HEAD + this.#long(start, 0) + this.#long(start, 1) + 1;
  }

  at(place: number): RecipientParts {
    const start = this.#start(place);
    const auth = start + HEAD + this.#long(start, 0);
    const endpoint = auth + this.#long(start, 1);
    return {
      origin: this.origin(place),
      p256dh: this.bytes.subarray(start + HEAD, auth),
      authSealed: this.bytes.subarray(auth, endpoint),
      endpointSealed: this.bytes.subarray(endpoint, endpoint + this.#long(start, 2)),
    };
  }

  /** How long a part is of the record that begins there: the point, the sealed secret, the sealed address. */
  #long(start: number, part: number): number {
    return this.bytes.readUInt16BE(start + 4 + 2 * part);
  }

  #start(place: number): number {
    return this.#starts[place] as number;
  }
}

function numberOf(names: Map<string, number>, name: string): number {
  const had = names.get(name);
  if (had !== undefined) return had;
  names.set(name, names.size);
  return names.size - 1;
}
