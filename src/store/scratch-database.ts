/** A database beside another on the same PostgreSQL server, for a while. */
import { randomUUID } from 'node:crypto';
import { DAY, SECOND } from '../kit/clock.ts';

export interface ScratchDatabase {
  /** As the given address, in the new database. */
  address: string;
  /** The same without options, for programs that take none. */
  bare: string;
  drop(): Promise<void>;
}

/** When it was made, and by which process: what one that was killed left there is known a day later, and dropped. */
const scratchName = (now: number): string =>
  `crier_rehearsal_${now.toString(36)}_${process.pid}_${randomUUID().slice(0, 8)}`;

const isLeft = (name: string, now: number): boolean => {
  const made = Number.parseInt(name.split('_')[2] ?? '', 36);
  return /^crier_rehearsal_[a-z0-9]+_\d+_[a-f0-9]+$/.test(name) && made < now - DAY;
};

/** Throws, in words, where the user may not make one. */
export async function openScratchDatabase(beside: string, now: number): Promise<ScratchDatabase> {
  const { default: driver } = await import('pg');
  const name = scratchName(now);
  const ask = async (text: string): Promise<string[]> => {
    const client = new driver.Client({ connectionString: beside, connectionTimeoutMillis: 5 * SECOND });
    client.on('error', () => {}); // its query tells
    await client.connect();
    const { rows } = await client.query<{ datname?: string }>(text).finally(() => client.end());
    return rows.map(({ datname = '' }) => datname);
  };
  const drop = async (one: string) => void (await ask(`drop database if exists ${one} with (force)`));
  const all = await ask(`select datname from pg_database where datname like 'crier\\_rehearsal\\_%'`);
  for (const left of all.filter((each) => isLeft(each, now))) await drop(left).catch(() => {}); // another user's, who drops it
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
    drop: () => drop(name),
  };
}
