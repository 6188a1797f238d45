/** PostgreSQL's own programs for copies of a database; they must be of the server's version or newer. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const runProgram = promisify(execFile);

/** Writes a dump of the database into `file`. Throws, in words, where pg_dump is missing or refuses. */
export async function dumpPostgres(address: string, file: string): Promise<void> {
  const schema = schemaIn(address);
  const only = schema === null ? [] : [`--schema=${schema}`];
  await run('pg_dump', [
    '--format=custom',
    '--no-owner',
    '--no-privileges',
    ...only,
    `--file=${file}`,
    address,
  ]);
}

/** Puts a dump into an empty database. */
export async function restorePostgres(file: string, address: string): Promise<void> {
  await run('pg_restore', ['--no-owner', '--no-privileges', '--exit-on-error', `--dbname=${address}`, file]);
}

/** The schema that an address names in its options; null for the database's own. */
export function schemaIn(address: string): string | null {
  return /search_path=(\w+)/.exec(new URL(address).searchParams.get('options') ?? '')?.[1] ?? null;
}

async function run(program: string, words: string[]): Promise<void> {
  try {
    await runProgram(program, words);
  } catch (error) {
    const { code, stderr } = error as { code?: unknown; stderr?: string };
    if (code === 'ENOENT') throw new Error(`${program} is not installed (Debian: postgresql-client)`);
    throw new Error(`${program} says: ${(stderr ?? String(error)).trim().split('\n').slice(0, 3).join(' ')}`);
  }
}
