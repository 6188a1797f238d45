/** What runs in a thread of the pool (threads.ts): one job after the other, each a function of a module. */
import { parentPort } from 'node:worker_threads';

interface Told {
  module: string;
  work: string;
  argument: unknown;
}

parentPort?.on('message', ({ module, work, argument }: Told) => {
  run(module, work, argument).then(
    (value) => parentPort?.postMessage({ ok: true, value }),
    // The thread stays fit for the next job; what was thrown is told and is for the one who asked to log.
    (error: unknown) => parentPort?.postMessage({ ok: false, why: 'broken', words: String(error) }),
  );
});

async function run(module: string, work: string, argument: unknown): Promise<unknown> {
  const functions = (await import(module)) as Record<string, (argument: unknown) => unknown>;
  return functions[work]?.(argument);
}
