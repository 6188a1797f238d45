/** `crier demo`: The Harbour Post, on a folder of its own. */
import type { Verb } from './verb.ts';

export const demo: Verb = {
  says: 'Runs The Harbour Post, a paper to try things in, on a folder of its own.',
  usage: `crier demo

Prints where to look and how to sign in. All of it is removed at the end; ./data is never touched. CRIER_PORT=4100 takes
another port.
`,
  run: async (args) => (await import('./demo/run-demo.ts')).runDemo(args),
};
