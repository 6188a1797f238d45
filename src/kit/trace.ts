/**
 * Which request something comes of: its number stands in every log line written for it, in the rows of work that follow from
 * it, and in the lines of that work, hours later and in another process.
 */
import { AsyncLocalStorage } from 'node:async_hooks';

export interface Trace {
  /** Does it under that number; null for nobody's. */
  under<T>(id: string | null, work: () => T): T;
  /** The number of what is being done now; null where it is nobody's. */
  id(): string | null;
}

export function openTrace(): Trace {
  const storage = new AsyncLocalStorage<string | null>();
  return {
    under: (id, work) => storage.run(id, work),
    id: () => storage.getStore() ?? null,
  };
}
