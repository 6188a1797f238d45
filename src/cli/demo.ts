/** `crier demo`: The Harbour Post, on a folder of its own. */
import type { Verb } from './verb.ts';

export const demo: Verb = {
  says: 'Runs The Harbour Post, a paper to try things in, on a folder of its own.',
  run: async (args) => (await import('./demo/run-demo.ts')).runDemo(args),
};
