/** `crier check` as a program of its own: tools/build-server.mjs builds it apart, so that it starts without the newsroom. */
import { check } from './check.ts';
import { runVerb } from './run-verb.ts';

/** The words of the command line, `check` first; its exit code. */
export function runAlone([, ...args]: string[]): Promise<number> {
  return runVerb(check, args);
}
