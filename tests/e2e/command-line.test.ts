/** `bin/crier` from a checkout, as a person types it. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, symlinkSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const elsewhere = mkdtempSync(join(tmpdir(), 'crier-elsewhere-'));
afterAll(() => rmSync(elsewhere, { recursive: true, force: true }));

function crier(words: string[], { program = join(root, 'bin/crier'), input = '' } = {}) {
  return spawnSync(program, words, { cwd: elsewhere, input, encoding: 'utf8' });
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
    utimesSync(join(root, 'dist/.built'), 0, 0);
    const { status, stdout, stderr } = crier(['read', '-', '--json'], {
      input: '<rss><channel><title>The coast</title></channel></rss>',
    });
    expect(stderr).toContain('Building Crier');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ format: 'rss', title: 'The coast' });
    expect(crier(['help']).stderr).toBe('');
    expect(existsSync(join(root, 'dist.lock'))).toBe(false);
  });

  test('exits with 1 for copy that may not go out, and 2 for a verb that is none', () => {
    expect(crier(['check', '-'], { input: 'The mayor sаid so.' }).status).toBe(1); // a Cyrillic а
    expect(crier(['check', '-'], { input: 'The mayor said so on Monday.' }).status).toBe(0);
    expect(crier(['sing']).status).toBe(2);
  });
});
