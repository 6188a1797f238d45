/** Runs a verb with its words, or says what it takes. */
import type { Verb } from './verb.ts';

/** Its exit code. */
export async function runVerb(verb: Verb, args: string[]): Promise<number> {
  if (!asksForHelp(args)) return verb.run(args);
  process.stdout.write(verb.usage);
  return 0;
}

/** After `--` come names of files, whatever they look like. */
function asksForHelp(args: string[]): boolean {
  const end = args.indexOf('--');
  return (end === -1 ? args : args.slice(0, end)).some((word) => word === '--help' || word === '-h');
}
