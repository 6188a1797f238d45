/** Whom a chunk tells, read from the store in one piece: every byte of every device, whichever store, and nobody else. */
import { randomBytes } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { subscribed } from '../../tests/support/alert-cast.ts';
import { onEachEngine } from '../../tests/support/newsroom.ts';
import { FakeDevice } from '../../tests/support/push-service.ts';
import type { Recipient } from '../push/recipient-pack.ts';
import { recipientsOf } from './recipient-queries.ts';

const SERVICES = ['https://updates.push.services.mozilla.com', 'https://fcm.googleapis.com'];

onEachEngine('the recipients of a chunk', (open) => {
  let ids: string[];
  beforeAll(async () => {
    for (let at = 0; at < 12; at += 1)
      await subscribed(open(), new FakeDevice(SERVICES[at % 2] as string), { follows: [] });
    ids = (await open().store.selectFrom('devices').select('id').orderBy('id').execute()).map(({ id }) => id);
    // Bytes as they may come: of every value, nought among them, and of other lengths than the first device's.
    for (const [at, id] of ids.entries())
      await open()
        .store.updateTable('devices')
        .set({
          p256dh: Buffer.alloc(65, at),
          auth_sealed: Buffer.concat([Buffer.alloc(at), randomBytes(45)]),
          endpoint_sealed: Buffer.from(Array.from({ length: 256 + 1_700 * at }, (_, place) => place % 256)),
        })
        .where('id', '=', id)
        .execute();
  });

  const asKept = async (wanted: readonly string[]) => {
    const rows = await open()
      .store.selectFrom('devices')
      .selectAll()
      .where('id', 'in', wanted)
      .orderBy('id')
      .execute();
    return rows.map((row) => ({
      id: row.id,
      origin: row.origin,
      vapidKeyId: row.vapid_key_id,
      parts: [row.p256dh, row.auth_sealed, row.endpoint_sealed].map((part) =>
        Buffer.from(part).toString('hex'),
      ),
    }));
  };
  const asRead = (recipients: readonly Recipient[]) =>
    recipients
      .map(({ id, origin, vapidKeyId, bytes, at, pointLength, authLength, endpointLength }) => {
        const [auth, endpoint] = [at + pointLength, at + pointLength + authLength];
        const parts = [
          bytes.subarray(at, auth),
          bytes.subarray(auth, endpoint),
          bytes.subarray(endpoint, endpoint + endpointLength),
        ];
        return { id, origin, vapidKeyId, parts: parts.map((part) => part.toString('hex')) };
      })
      .sort((one, other) => (one.id < other.id ? -1 : 1));

  it('are read byte by byte as they are kept, of several services', async () => {
    expect(asRead(await recipientsOf(open(), ids))).toEqual(await asKept(ids));
  });

  it('are those that were asked for, close together or far apart', async () => {
    for (const wanted of [
      ids.slice(2, 9).filter((_, at) => at !== 3),
      [ids[0] ?? '', ids[11] ?? ''],
      ids.slice(5, 6),
    ])
      expect(asRead(await recipientsOf(open(), wanted))).toEqual(await asKept(wanted));
    expect(await recipientsOf(open(), [])).toEqual([]);
  });

  it('are without those that are gone', async () => {
    const gone = ids[4] ?? '';
    await open()
      .store.updateTable('devices')
      .set({ gone_at: 1, gone_why: 'it left' })
      .where('id', '=', gone)
      .execute();
    const there = (await recipientsOf(open(), ids)).map(({ id }) => id).sort();
    expect(there).toEqual(ids.filter((id) => id !== gone));
  });
});
