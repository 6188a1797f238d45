/** Turns: heavy work one after the other, with a breath between, so that what others ask meanwhile waits for one of them. */
import { setImmediate } from 'node:timers/promises';

export interface Turns {
  /** Does the work when those before are done. */
  take<Answer>(work: () => Promise<Answer>): Promise<Answer>;
}

export function openTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  return {
    take(work) {
      const mine = last.then(work);
      // What goes wrong is told to who asked; the next one's turn comes all the same.
      last = mine.then(breathe, breathe);
      return mine;
    },
  };
}

/** Lets what has arrived meanwhile be answered. */
async function breathe(): Promise<void> {
  await setImmediate();
}
