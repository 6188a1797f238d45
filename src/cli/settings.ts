/** `crier settings`: every setting with the value in force, secrets masked. `--docs` prints docs/settings.md. */
import { objectStoreWords } from '../kit/object-store.ts';
import { describeSettings, readSettings, type Settings } from '../kit/settings.ts';
import type { Verb } from './verb.ts';

export const settings: Verb = {
  says: 'Prints every setting and its value in force.',
  usage: `crier settings [--docs]

Settings come from the environment and from crier.env in this folder. Secrets are not shown. --docs prints docs/settings.md.
Exit: 2 when something in them is not right; all of it is said.
`,
  async run(args) {
    if (args.includes('--docs')) {
      process.stdout.write(settingsDocument());
      return 0;
    }
    const inForce = readSettings(process.cwd());
    if ('problems' in inForce) {
      process.stderr.write(`${inForce.problems.join('\n')}\n`);
      return 2;
    }
    for (const line of describeSettings()) {
      const value = shown(inForce, line);
      process.stdout.write(`${line.name}=${value}\n    ${line.says}\n`);
    }
    return 0;
  },
};

function shown(inForce: Settings, { key, secret }: { key: keyof Settings; secret: boolean }): string {
  const value = inForce[key];
  if (value === undefined) return '';
  if (secret) return '(set)';
  return typeof value === 'object' && 'endpoint' in value ? objectStoreWords(value) : String(value);
}

/** The text of docs/settings.md, made from the settings themselves. */
export function settingsDocument(): string {
  const rows = describeSettings().map(
    ({ name, says, fallback, secret }) =>
      `| \`${name}\` | ${fallback === '' ? '' : `\`${fallback}\``} | ${says}${secret ? ' Secret.' : ''} |`,
  );
  return `# Settings

No setting is needed. Each is read from the environment, or from a file \`crier.env\` of \`NAME=value\` lines in the
folder Crier is started in; the environment wins. \`NAME_FILE\` names a file that holds the value, for secrets. What is
wrong is said all at once, and Crier does not start. This page is printed by \`crier settings --docs\`.

| setting | default | what it is |
|---|---|---|
${rows.join('\n')}
`;
}
