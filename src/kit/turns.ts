/** Turns: heavy work one after the other, or a few at once, with a breath between, so that what others ask meanwhile waits for one of them. */
import { setImmediate } from 'node:timers/promises';

export interface Turns {
  /** Does the work when those before are done. */
  take<Answer>(work: () => Promise<Answer>): Promise<Answer>;
}

/** `places`: how many are at work at once. */
export function openTurns(places = 1): Turns {
  const waiting: (() => void)[] = [];
  let free = places;
  return {
    async take(work) {
      if (free > 0) free -= 1;
      else await new Promise<void>((begin) => waiting.push(begin));
      try {
        return await work();
      } finally {
        // What goes wrong is told to who asked; the next one's turn comes all the same.
        void breathe().then(() => {
          const next = waiting.shift();
          if (next) next();
          else free += 1;
        });
      }
    },
  };
}

/** Lets what has arrived meanwhile be answered. */
async function breathe(): Promise<void> {
  await setImmediate();
}
