/**
 * `npm run bench -- day`: what a day at the desk needs to be quick. Each part measures one thing beside its peer, in this run; a
 * word after it names parts: `npm run bench -- day front`.
 */
import type { Result } from './result.ts';
import { say } from './result.ts';

/** Parts by their names, each loaded when it is asked for. */
const parts: Record<string, () => Promise<() => Promise<Result[]>>> = {
  front: async () => (await import('./day-front.ts')).measureFront,
};

export async function measureDay(): Promise<Result[]> {
  const asked = process.argv.slice(3).filter((word) => word in parts);
  const results: Result[] = [];
  for (const name of asked.length > 0 ? asked : Object.keys(parts)) {
    say(`the day: ${name}`);
    const measure = await parts[name]?.();
    results.push(...((await measure?.()) ?? []));
  }
  return results;
}
