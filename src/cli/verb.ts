/** What a verb of the command line is, and what most of them begin with. */
import { readSettings, type Settings } from '../kit/settings.ts';

export interface Verb {
  /** One line for `crier help`. */
  says: string;
  /** What `crier VERB --help` prints: how it is typed, an empty line, what it does with that. */
  usage: string;
  /** Does it; the answer is the exit status. */
  run(args: string[]): Promise<number>;
}

/** The settings of this folder, or, when they are not right, null after saying all that is wrong. */
export function settingsOrComplaint(): Settings | null {
  const settings = readSettings(process.cwd());
  if (!('problems' in settings)) return settings;
  process.stderr.write(
    `The settings are not right:\n${settings.problems.map((each) => `  ${each}\n`).join('')}`,
  );
  return null;
}

/** Exit status for settings that are not right. */
export const WRONG_SETTINGS = 2;
