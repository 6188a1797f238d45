/** `bin/crier` from a checkout, as a person types it. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { verbs } from '../../src/cli/cli.ts';
import { staleCheckout } from '../support/checkout.ts';
import { spawnCrier } from './support/crier.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const elsewhere = mkdtempSync(join(tmpdir(), 'crier-elsewhere-'));
afterAll(() => rmSync(elsewhere, { recursive: true, force: true }));

function crier(words: string[], { program = join(root, 'bin/crier'), input = '', data = '' } = {}) {
  const env = { ...process.env, CRIER_DATA: data || join(elsewhere, 'none') };
  return spawnSync(program, words, { cwd: elsewhere, input, encoding: 'utf8', env });
}

describe('bin/crier', () => {
  test('runs from another folder, and through a link', () => {
    const link = join(elsewhere, 'crier');
    symlinkSync(join(root, 'bin/crier'), link);
    for (const program of [join(root, 'bin/crier'), link]) {
      const { status, stdout } = crier(['help'], { program });
      expect(status).toBe(0);
      expect(stdout).toContain('Runs the newsroom.');
    }
  });

  test('builds first when the sources are newer, and keeps standard output for the verb', () => {
    const checkout = staleCheckout();
    onTestFinished(checkout.remove);
    const program = join(checkout.folder, 'bin/crier');
    const { status, stdout, stderr } = crier(['read', '-', '--json'], {
      program,
      input: '<rss><channel><title>The coast</title></channel></rss>',
    });
    expect(stderr).toContain('Building Crier');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ format: 'rss', title: 'The coast' });
    expect(crier(['help'], { program }).stderr).toBe('');
    expect(existsSync(join(checkout.folder, 'dist.lock'))).toBe(false);
  });

  test('exits with 1 for copy that may not go out, and 2 for a verb that is none', () => {
    expect(crier(['check', '-'], { input: 'The mayor sаid so.' }).status).toBe(1); // a Cyrillic а
    expect(crier(['check', '-'], { input: 'The mayor said so on Monday.' }).status).toBe(0);
    expect(crier(['sing']).status).toBe(2);
  });

  test('says of copy in any script what its source says of it', () => {
    const input = [
      'The boat is back\n\nThe pilot was missing , and the boat (which came ) was empty. “ We wait,” said Ada Lind .',
      'Η «Λίρα» γύρισε , είπε η Άντα Λιντ .',
      '«Мы остаёмся », — сказал мэр Иван Мосс в 10⁶ раз.',
      'قالت ليند: « سنبقى » .',
    ].join('\n\n');
    const built = crier(['check', '--json', '-'], { input });
    const tsx = join(root, 'node_modules/tsx/dist/cli.mjs');
    const source = crier([tsx, join(root, 'src/main.ts'), 'check', '--json', '-'], {
      program: process.execPath,
      input,
    });
    expect(JSON.parse(built.stdout)).toEqual(JSON.parse(source.stdout));
    expect(built.stdout).toContain('quote-spacing');
  });

  test('says more of each verb with --help, and does nothing else', async () => {
    for (const verb of Object.keys(verbs)) {
      const { status, stdout, stderr } = crier([verb, '--help']);
      expect({ verb, status, stderr }).toEqual({ verb, status: 0, stderr: '' });
      expect(stdout.startsWith(`crier ${verb}`), verb).toBe(true);
    }
    expect(existsSync(join(elsewhere, 'none'))).toBe(false);
  });

  test('backs up a newsroom that is at work into one file, which a new newsroom opens', async () => {
    const newsroom = await spawnCrier();
    const file = join(elsewhere, 'post.tar');
    const killed = join(elsewhere, '.crier-backup-4194305-xY12'); // of a process that cannot be: above Linux's highest
    mkdirSync(killed);
    expect(crier(['backup', file]).stderr).toContain('There is no newsroom');
    const made = crier(['backup', file], { data: newsroom.data });
    expect(made.stdout, made.stderr).toContain('and read them back');
    expect(existsSync(killed)).toBe(false);
    expect(crier(['backup', file], { data: newsroom.data })).toMatchObject({ status: 1 });
    await newsroom.stop();
    const data = join(elsewhere, 'restored');
    mkdirSync(data);
    execFileSync('tar', ['-xf', file, '-C', data]);
    execFileSync('sha256sum', ['--check', '--quiet', 'SHA256SUMS'], { cwd: data });
    const restored = await spawnCrier({ data });
    expect(restored.setupLink()).toContain('/desk/setup?token=');
    await restored.stop();
  });
});
