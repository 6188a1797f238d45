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

export interface Packed {
  bytes: ArrayBuffer;
  size: number;
  origins: string[];
  keyIds: string[];
}

/** Each record: origin u16, key u16, then id, point, endpoint and auth, each with its length as u16. */
export function pack(recipients: readonly Recipient[]): Packed {
  const origins = new Map<string, number>();
  const keyIds = new Map<string, number>();
  const parts = recipients.map((one) => [
    Buffer.from(one.id, 'latin1'),
    one.p256dh,
    one.endpointSealed,
    one.authSealed,
  ]);
  const length = parts.reduce(
    (sum, four) => sum + 4 + four.reduce((more, part) => more + 2 + part.length, 0),
    0,
  );
  const bytes = new ArrayBuffer(length);
  const out = Buffer.from(bytes);
  let at = 0;
  for (const [index, one] of recipients.entries()) {
    at = out.writeUInt16BE(numberOf(origins, one.origin), at);
    at = out.writeUInt16BE(numberOf(keyIds, one.vapidKeyId), at);
    for (const part of parts[index] ?? []) {
      at = out.writeUInt16BE(part.length, at);
      out.set(part, at);
      at += part.length;
    }
  }
  return { bytes, size: recipients.length, origins: [...origins.keys()], keyIds: [...keyIds.keys()] };
}

export function unpack(packed: Packed): Recipient[] {
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
