/** A database beside another on the same PostgreSQL server, for a while. */
import { randomUUID } from 'node:crypto';
import { SECOND } from '../kit/clock.ts';

export interface ScratchDatabase {
  /** As the given address, in the new database. */
  address: string;
  /** The same without options, for programs that take none. */
  bare: string;
  drop(): Promise<void>;
}

/** Throws, in words, where the user may not make one. */
export async function openScratchDatabase(beside: string): Promise<ScratchDatabase> {
  const { default: driver } = await import('pg');
  const name = `crier_rehearsal_${randomUUID().replaceAll('-', '').slice(0, 12)}`;
  const ask = async (text: string): Promise<void> => {
    const client = new driver.Client({ connectionString: beside, connectionTimeoutMillis: 5 * SECOND });
    client.on('error', () => {}); // its query tells
    await client.connect();
    await client.query(text).finally(() => client.end());
  };
  await ask(`create database ${name}`).catch((error: Error) => {
    throw new Error(`a database to rehearse in could not be made: ${error.message} (alter role … createdb)`);
  });
  const address = new URL(beside);
  address.pathname = `/${name}`;
  const bare = new URL(address);
  bare.search = '';
  return {
    address: address.href,
    bare: bare.href,
    drop: () => ask(`drop database ${name} with (force)`),
  };
}
