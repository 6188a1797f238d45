/** Recipients as one block of bytes: handed over to a worker thread without copying a thousand small buffers. */

export interface Recipient {
  id: string;
  /** scheme://host[:port] of its push service. */
  origin: string;
  /** Sealed by the newsroom; opened only in the worker. */
  endpointSealed: Uint8Array;
  authSealed: Uint8Array;
  p256dh: Uint8Array;
  vapidKeyId: string;
}

export interface RecipientBlock {
  bytes: ArrayBuffer;
  size: number;
  origins: string[];
  keyIds: string[];
}

/** Each record: origin u16, key u16, then id, point, endpoint and auth, each with its length as u16. */
export function pack(recipients: readonly Recipient[]): RecipientBlock {
  const origins = new Map<string, number>();
  const keyIds = new Map<string, number>();
  let length = 0;
  for (const one of recipients)
    length += 12 + one.id.length + one.p256dh.length + one.endpointSealed.length + one.authSealed.length;
  const bytes = new ArrayBuffer(length);
  const out = Buffer.from(bytes);
  let at = 0;
  const put = (part: Uint8Array): void => {
    at = out.writeUInt16BE(part.length, at);
    out.set(part, at);
    at += part.length;
  };
  for (const one of recipients) {
    at = out.writeUInt16BE(numberOf(origins, one.origin), at);
    at = out.writeUInt16BE(numberOf(keyIds, one.vapidKeyId), at);
    at = out.writeUInt16BE(one.id.length, at);
    at += out.write(one.id, at, 'latin1');
    put(one.p256dh);
    put(one.endpointSealed);
    put(one.authSealed);
  }
  return { bytes, size: recipients.length, origins: [...origins.keys()], keyIds: [...keyIds.keys()] };
}

export function unpack(packed: RecipientBlock): Recipient[] {
  const all = Buffer.from(packed.bytes);
  let at = 0;
  const number = (): number => {
    at += 2;
    return all.readUInt16BE(at - 2);
  };
  const part = (): Buffer => {
    const length = number();
    at += length;
    return all.subarray(at - length, at);
  };
  return Array.from({ length: packed.size }, () => {
    const origin = packed.origins[number()] ?? '';
    const vapidKeyId = packed.keyIds[number()] ?? '';
    const [id, p256dh, endpointSealed, authSealed] = [part(), part(), part(), part()];
    return { id: id.toString('latin1'), origin, vapidKeyId, p256dh, endpointSealed, authSealed };
  });
}

function numberOf(names: Map<string, number>, name: string): number {
  const had = names.get(name);
  if (had !== undefined) return had;
  names.set(name, names.size);
  return names.size - 1;
}
