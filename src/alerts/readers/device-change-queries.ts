/** The questions behind the page that says why devices came and went. Private to this room. */
import { sql } from 'kysely';
import { MINUTE } from '../../kit/clock.ts';
import type { Newsroom } from '../../newsroom.ts';

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

async function leavings(newsroom: Newsroom, since: number) {
  const rows = await newsroom.store
    .selectFrom('audit')
    .select(['act', 'at', 'facts_json'])
    .where('subject_kind', '=', 'device')
    .where('act', 'in', ['unsubscribe', 'replace'])
    .where('at', '>=', since)
    .execute();
  return rows.map(({ act, at, facts_json }) => {
    const facts = JSON.parse(facts_json) as { why: string; joinedAt?: number };
    return { act, at, why: facts.why, joinedAt: facts.joinedAt };
  });
}
