/** What runs in a thread of the pool (threads.ts): one job after the other, each a function of a module. */
import { type MessagePort, parentPort } from 'node:worker_threads';

interface Told {
  module: string;
  work: string;
  argument: unknown;
}

if (parentPort) answerInTurn(parentPort);

/** Answers come in the order of the jobs, also where one waits for something and the next would not. */
function answerInTurn(port: MessagePort): void {
  let done = Promise.resolve();
  port.on('message', (told: Told) => {
    done = done.then(() => answer(port, told));
  });
}

function answer(port: MessagePort, { module, work, argument }: Told): Promise<void> {
  return run(module, work, argument).then(
    (value) => port.postMessage({ ok: true, value }),
    // The thread stays fit for the next job; what was thrown is told and is for the one who asked to log.
    (error: unknown) => port.postMessage({ ok: false, why: 'broken', words: String(error) }),
  );
}

async function run(module: string, work: string, argument: unknown): Promise<unknown> {
  const functions = (await import(module)) as Record<string, (argument: unknown) => unknown>;
  return functions[work]?.(argument);
}
