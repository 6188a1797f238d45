/** Settings: none is needed, and what is wrong is said all at once. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readSettings } from './settings.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'crier-test-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const file = (text: string) => writeFileSync(join(folder, 'crier.env'), text);

test('a newsroom needs no setting', () => {
  expect(readSettings(folder, {})).toMatchObject({
    address: 'http://localhost:4000',
    port: 4000,
    data: join(folder, 'data'),
  });
});

test('the address follows the port where none is given', () => {
  expect(readSettings(folder, { CRIER_PORT: '5000' })).toMatchObject({ address: 'http://localhost:5000' });
});

test('the environment wins over the file', () => {
  file('# ours\nCRIER_PORT=5000\nCRIER_LOG_LEVEL = "warn"\n');
  expect(readSettings(folder, { CRIER_PORT: '6000' })).toMatchObject({ port: 6000, logLevel: 'warn' });
});

test('a secret may stand in a file of its own', () => {
  writeFileSync(join(folder, 'url'), 'postgres://a@b/c\n');
  const settings = readSettings(folder, { CRIER_DATABASE_URL_FILE: join(folder, 'url') });
  expect(settings).toMatchObject({ databaseUrl: 'postgres://a@b/c' });
});

test('three mistakes are told at once, by name', () => {
  file('CRIER_PORT=many\nCRIER_COLOUR=red\nCRIER_DATABASE_URL=mysql://x\nnot a line\n');
  const settings = readSettings(folder, {});
  const told = 'problems' in settings ? settings.problems.join('\n') : '';
  expect(told).toContain('CRIER_PORT must be a number from 0 to 65535');
  expect(told).toContain('Not a setting: CRIER_COLOUR');
  expect(told).toContain('CRIER_DATABASE_URL must begin with postgres://');
  expect(told).toContain('line 4 is not NAME=value');
});

test('a contact that a push service would refuse is refused here', () => {
  expect(readSettings(folder, { CRIER_CONTACT: 'desk@post.example' })).toHaveProperty('problems');
  expect(readSettings(folder, { CRIER_CONTACT: 'mailto:desk@post.example' })).toMatchObject({
    contact: 'mailto:desk@post.example',
  });
});

test.each([
  ['no', 0],
  ['yes', 1],
  [' Yes ', 1],
  ['0', 0],
  ['2', 2],
  ['10.0.0.0/8', ['10.0.0.0/8']],
  ['127.0.0.1, fd00::/8 loopback', ['127.0.0.1', 'fd00::/8', 'loopback']],
] as const)('proxies in front may be given as %s', (given, proxies) => {
  expect(readSettings(folder, { CRIER_PROXY: given })).toMatchObject({ proxies });
});

test.each(['maybe', '-1', '10', '1.5', '10.0.0.0/40', 'nginx', 'true', '10.0.0.0/8, nginx'])(
  'proxies given as %s are refused in words',
  (given) => {
    const settings = readSettings(folder, { CRIER_PROXY: given });
    expect('problems' in settings && settings.problems.join()).toContain('CRIER_PROXY must be no, a number');
  },
);
