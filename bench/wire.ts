/** The wire beside its peers. Each part is a bench of its own; what is measured of a running wire joins the list. */
import type { Bench, Result } from './result.ts';
import { measureReading } from './wire-reading.ts';
import { measureRunning } from './wire-running.ts';

const parts: Bench[] = [measureReading, measureRunning];

export async function measureWire(): Promise<Result[]> {
  const results: Result[] = [];
  for (const part of parts) results.push(...(await part()));
  return results;
}
