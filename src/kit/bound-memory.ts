/**
 * Less memory for long work that makes much of what is soon thrown away. The engine lets that lie until its heap has doubled, for it
 * takes the whole machine to be its own; told that memory counts, it collects at a third more, and takes more time for it. So it is
 * told while there is too much, and not before.
 */
import { setFlagsFromString } from 'node:v8';

/** Bytes of memory, more than a small paper ever takes: from there on a newsroom at work collects sooner. */
export const AMPLE_MEMORY = 384_000_000;

const EVERY = 100; // ms between two looks at long work

/**
 * Until what it answers with is called. `most`: bytes of the whole process from which on the engine is to collect sooner.
 * `every`: ms between two looks. One at a time in a process: what the engine is told, it is told for all of it.
 */
export function boundMemory(most: number, every: number = EVERY): () => void {
  let isTold = false;
  const tell = (isTooMuch: boolean): void => {
    if (isTooMuch === isTold) return;
    isTold = isTooMuch;
    setFlagsFromString(isTooMuch ? '--optimize-for-size' : '--no-optimize-for-size');
  };
  const looking = setInterval(() => tell(process.memoryUsage.rss() > most), every).unref();
  return () => {
    clearInterval(looking);
    tell(false);
  };
}
