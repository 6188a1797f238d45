/** A short, bounded load on one page on loopback: wrk where it is installed, autocannon otherwise. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const wrk = (process.env.PATH ?? '')
  .split(':')
  .map((folder) => join(folder, 'wrk'))
  .find((path) => existsSync(path));
const autocannon = fileURLToPath(new URL('../node_modules/autocannon/autocannon.js', import.meta.url));

const CONNECTIONS = 32; // kept alive; enough to keep one core busy, few enough for a small machine

export const loader = wrk ? 'wrk' : 'autocannon';

/** Answers a second, over so many seconds. Throws when one of them was not a 200. */
export async function answersASecond(
  url: string,
  headers: Record<string, string>,
  seconds: number,
  connections = CONNECTIONS,
): Promise<number> {
  const given = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`]);
  const asked = { url, given, seconds, connections };
  return wrk ? await withWrk(wrk, asked) : await withAutocannon(asked);
}

interface Load {
  url: string;
  given: string[];
  seconds: number;
  connections: number;
}

async function withWrk(program: string, { url, given, seconds, connections }: Load): Promise<number> {
  const { stdout } = await run(program, ['-t1', `-c${connections}`, `-d${seconds}s`, ...given, url]);
  const wrong = /Non-2xx or 3xx responses: \d+|Socket errors: .*/.exec(stdout)?.[0];
  if (wrong) throw new Error(`${url}: ${wrong}`);
  const rate = /Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1];
  if (!rate) throw new Error(`wrk said: ${stdout}`);
  return Number(rate);
}

async function withAutocannon({ url, given, seconds, connections }: Load): Promise<number> {
  const args = [autocannon, '-j', '-c', String(connections), '-d', String(seconds), ...given, url];
  const { stdout } = await run(process.execPath, args, { maxBuffer: 16 * 1024 * 1024 });
  const { requests, non2xx, errors } = JSON.parse(stdout);
  if (non2xx > 0 || errors > 0) throw new Error(`${url}: ${non2xx} answers were not 2xx, ${errors} errors`);
  return requests.average;
}
