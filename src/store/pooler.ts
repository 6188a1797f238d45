/**
 * Whether an address leads to PostgreSQL itself or to a pooler that gives each transaction another connection (pgbouncer's
 * transaction and statement modes): who listens there hears nothing, and hears what others asked for.
 */
import type pg from 'pg';
import { SECOND } from '../kit/clock.ts';

const CONNECT_MS = 5 * SECOND;

/** True where connections are handed on after each transaction. Throws when the server cannot be reached. */
export async function handsConnectionsOn(address: string): Promise<boolean> {
  const { default: driver } = await import('pg');
  const open = async () => {
    const client = new driver.Client({ connectionString: address, connectionTimeoutMillis: CONNECT_MS });
    client.on('error', () => {}); // its query tells
    await client.connect();
    return client;
  };
  const one = await open();
  try {
    // A server says at the beginning which process serves the connection; a pooler makes a number up.
    const said = (one as pg.Client & { processID?: number }).processID;
    if (said === (await backendOf(one))) return false;
    // One that hands on after each statement takes no transactions, and hangs up.
    const takes = await one.query('begin').then(
      () => one.query('rollback').then(() => true),
      () => false,
    );
    if (!takes) return true;
    const other = await open();
    try {
      return await areSwapped(one, other);
    } finally {
      await other.end();
    }
  } finally {
    await one.end();
  }
}

/** Two transactions at once have two connections; once both are given back, either may be anybody's. */
async function areSwapped(one: pg.Client, other: pg.Client): Promise<boolean> {
  // A pooler gives out what was given back last, or what rested longest: one of the two meets another's.
  for (const again of [one, other]) {
    await one.query('begin');
    await other.query('begin');
    const before = await backendOf(again);
    await one.query('commit');
    await other.query('commit');
    await again.query('begin');
    const after = await backendOf(again);
    await again.query('commit');
    if (after !== before) return true;
  }
  return false;
}

async function backendOf(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  return rows[0]?.pid ?? 0;
}
