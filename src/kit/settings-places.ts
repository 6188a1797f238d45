/** Where settings come from: the environment, `crier.env`, and files that hold one secret each. */
import { existsSync, readFileSync } from 'node:fs';

const TEST_ONLY = /^CRIER_TEST_/; // read by tests/support only; a newsroom must not stumble over them

/** What of the environment is ours. */
export function environmentSettings(environment: NodeJS.ProcessEnv): Record<string, string> {
  const mine = Object.entries(environment).filter(
    (entry): entry is [string, string] =>
      entry[0].startsWith('CRIER_') && !TEST_ONLY.test(entry[0]) && entry[1] !== undefined,
  );
  return Object.fromEntries(mine);
}

/** `NAME=value` lines of a file; what is none becomes a problem. */
export function fileSettings(path: string, problems: string[]): Record<string, string> {
  if (!existsSync(path)) return {};
  const given: Record<string, string> = {};
  for (const [index, line] of readFileSync(path, 'utf8').split(/\r?\n/).entries()) {
    if (/^\s*(#|$)/.test(line)) continue;
    const [, name, value] = /^\s*([A-Z_]+)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    if (name === undefined || value === undefined)
      problems.push(`crier.env line ${index + 1} is not NAME=value.`);
    else given[name] = value.replace(/^(["'])(.*)\1$/, '$2');
  }
  return given;
}

/** With the values that stand in files of their own: `NAME_FILE`. */
export function withFiles(given: Record<string, string>, problems: string[]): Record<string, string> {
  const whole: Record<string, string> = {};
  for (const [name, value] of Object.entries(given)) {
    if (!name.endsWith('_FILE')) {
      if (value !== '') whole[name] = value;
    } else if (existsSync(value)) {
      whole[name.slice(0, -'_FILE'.length)] = readFileSync(value, 'utf8').trim();
    } else {
      problems.push(`${name} names a file that is not there: ${value}`);
    }
  }
  return whole;
}
