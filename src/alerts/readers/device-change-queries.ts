/** The questions behind the page that says why devices came and went. Private to this room. */

import { sql } from 'kysely';
import { z } from 'zod';
import { MINUTE } from '../../kit/clock.ts';
import type { Newsroom } from '../../newsroom.ts';
import { readableRows, readShape } from '../../store/json-column.ts';

const QUARTER = 15 * MINUTE; // both engines divide whole numbers to a whole number

/** Devices that joined, by the quarter of an hour; those that left again stand in `leftByQuarter`. */
export async function joinedByQuarter(newsroom: Newsroom, since: number) {
  const rows = await newsroom.store
    .selectFrom('devices')
    .select([
      sql<number>`created_at / ${sql.lit(QUARTER)}`.as('quarter'),
      (of) => of.fn.countAll<number>().as('devices'),
    ])
    .where('created_at', '>=', since)
    .groupBy(sql`quarter`)
    .execute();
  const left = await leavings(newsroom, since);
  return [
    ...rows.map((row) => ({ quarter: Number(row.quarter) * QUARTER, devices: Number(row.devices) })),
    ...left.flatMap(({ joinedAt }) => (joinedAt === undefined ? [] : [{ quarter: joinedAt, devices: 1 }])),
  ];
}

/** Devices that their push service no longer knows. */
export async function goneByQuarter(newsroom: Newsroom, since: number) {
  const rows = await newsroom.store
    .selectFrom('devices')
    .select([
      sql<number>`gone_at / ${sql.lit(QUARTER)}`.as('quarter'),
      'gone_why',
      (of) => of.fn.countAll<number>().as('devices'),
    ])
    .where('gone_at', '>=', since)
    .groupBy([sql`quarter`, 'gone_why'])
    .execute();
  return rows.map((row) => ({
    quarter: Number(row.quarter) * QUARTER,
    devices: Number(row.devices),
    why: row.gone_why ?? 'its push service no longer knows it',
    what: 'gone' as const,
  }));
}

/** Devices of which nothing is left but a line of the audit: their reader ended it, or their browser came back as another. */
export async function leftByQuarter(newsroom: Newsroom, since: number) {
  const rows = await leavings(newsroom, since);
  return rows.map(({ at, why, act }) => ({
    quarter: at,
    devices: 1,
    why,
    what: act === 'replace' ? ('replaced' as const) : ('left' as const),
  }));
}

const leaving = z.object({ why: z.string(), joinedAt: z.number().optional() });

async function leavings(newsroom: Newsroom, since: number) {
  const rows = await newsroom.store
    .selectFrom('audit')
    .select(['id', 'act', 'at', 'facts_json'])
    .where('subject_kind', '=', 'device')
    .where('act', 'in', ['unsubscribe', 'replace'])
    .where('at', '>=', since)
    .execute();
  return readableRows(newsroom.log, rows, ({ id, act, at, facts_json }) => {
    const { why, joinedAt } = readShape('audit.facts_json', id, facts_json, leaving);
    return { act, at, why, joinedAt };
  });
}
