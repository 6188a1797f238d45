/** `crier settings`: every setting with the value in force, secrets masked. `--docs` prints docs/settings.md. */
import { describeSettings, readSettings, type Settings } from '../kit/settings.ts';
import type { Verb } from './verb.ts';

export const settings: Verb = {
  says: 'Prints every setting and its value in force.',
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
      const value = shown(inForce, line.name, line.secret);
      process.stdout.write(`${line.name}=${value}\n    ${line.says}\n`);
    }
    return 0;
  },
};

const keys: Record<string, keyof Settings> = {
  CRIER_ADDRESS: 'address',
  CRIER_HOST: 'host',
  CRIER_PORT: 'port',
  CRIER_DATA: 'data',
  CRIER_DATABASE_URL: 'databaseUrl',
  CRIER_LOG_LEVEL: 'logLevel',
  CRIER_CONTACT: 'contact',
  CRIER_TRUSTED_HOSTS: 'trustedHosts',
  CRIER_PUSH_SERVICES: 'pushServices',
  CRIER_PROXY: 'behindProxy',
  CRIER_FEED_SECONDS: 'feedSeconds',
};

function shown(inForce: Settings, name: string, secret: boolean): string {
  const key = keys[name];
  const value = key === undefined ? undefined : inForce[key];
  if (value === undefined) return '';
  return secret ? '(set)' : String(value);
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
