/** The questions that the desk's page asks of alerts and devices. Private to this room. */
import { z } from 'zod';
import type { Newsroom } from '../../newsroom.ts';
import { readableRows, readShape } from '../../store/json-column.ts';
import { STRIKES } from '../chunk.ts';

/** The records of all chunks of an alert. */
export async function chunkRecords(newsroom: Newsroom, alertId: string) {
  return newsroom.store
    .selectFrom('alert_chunks')
    .select(['id', 'origin', 'outcomes', 'figures_json'])
    .where('alert_id', '=', alertId)
    .execute();
}

export async function deviceCounts(newsroom: Newsroom) {
  const living = newsroom.store.selectFrom('devices').where('gone_at', 'is', null);
  const one = async (query: typeof living) => {
    const row = await query.select((of) => of.fn.countAll<number>().as('devices')).executeTakeFirstOrThrow();
    return Number(row.devices);
  };
  const reached = living.where('welcomed_at', 'is not', null).where('strikes', '<', STRIKES);
  const byOrigin = await reached
    .select(['origin', (of) => of.fn.countAll<number>().as('devices')])
    .groupBy('origin')
    .orderBy('devices', 'desc')
    .execute();
  return {
    reachable: await one(reached),
    unconfirmed: await one(living.where('welcomed_at', 'is', null)),
    quarantined: await one(living.where('welcomed_at', 'is not', null).where('strikes', '>=', STRIKES)),
    byOrigin: byOrigin.map(({ origin, devices }) => ({ origin, devices: Number(devices) })),
  };
}

export async function goneDevices(newsroom: Newsroom, limit: number) {
  const rows = await newsroom.store
    .selectFrom('devices')
    .select(['origin', 'gone_why', 'gone_at'])
    .where('gone_at', 'is not', null)
    .orderBy('gone_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ origin: row.origin, why: row.gone_why ?? '', at: row.gone_at ?? 0 }));
}

const leaving = z.object({ origin: z.string(), why: z.string() });

/** Those whose reader ended it: nothing is left of them but the audit's line. */
export async function leftDevices(newsroom: Newsroom, limit: number) {
  const rows = await newsroom.store
    .selectFrom('audit')
    .select(['id', 'facts_json', 'at'])
    .where('subject_kind', '=', 'device')
    .where('act', '=', 'unsubscribe')
    .orderBy('at', 'desc')
    .limit(limit)
    .execute();
  return readableRows(newsroom.log, rows, (row) => {
    const { origin, why } = readShape('audit.facts_json', row.id, row.facts_json, leaving);
    return { origin, why, at: row.at };
  });
}
