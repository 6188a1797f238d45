/** The command line: one file a verb, loaded only when asked for. */
import { runVerb } from './run-verb.ts';
import type { Verb } from './verb.ts';

/** Every verb, by its word. */
export const verbs: Record<string, () => Promise<Verb>> = {
  serve: async () => (await import('./serve.ts')).serve,
  demo: async () => (await import('./demo.ts')).demo,
  migrate: async () => (await import('./migrate.ts')).migrate,
  settings: async () => (await import('./settings.ts')).settings,
  'add-editor': async () => (await import('./add-editor.ts')).addEditor,
  reader: async () => (await import('./reader.ts')).reader,
  backup: async () => (await import('./backup.ts')).backup,
  restore: async () => (await import('./restore.ts')).restore,
  upgrade: async () => (await import('./upgrade.ts')).upgrade,
  read: async () => (await import('./read.ts')).read,
  check: async () => (await import('./check.ts')).check,
  'move-out': async () => (await import('./move-out.ts')).moveOutVerb,
  'move-in': async () => (await import('./move-in.ts')).moveInVerb,
  doctor: async () => (await import('./doctor/doctor.ts')).doctor,
  help: async () => help,
};

const help: Verb = {
  says: 'Says what crier can do.',
  usage: `crier help

crier VERB --help says more of one.
`,
  async run() {
    const lines = await Promise.all(
      Object.entries(verbs).map(async ([word, load]) => `  ${word.padEnd(10)} ${(await load()).says}`),
    );
    process.stdout.write(`crier VERB\n\n${lines.join('\n')}\n\ncrier VERB --help says more of one.\n`);
    return 0;
  },
};

const NO_SUCH_VERB = 2;

export async function run(words: string[]): Promise<number> {
  const [word = 'help', ...args] = words;
  const load = verbs[word.replace(/^--?/, '')];
  if (!load) {
    process.stderr.write(`There is no “${word}”. crier help says what there is.\n`);
    return NO_SUCH_VERB;
  }
  return runVerb(await load(), args);
}
