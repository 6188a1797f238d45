/** Verbs that work on a newsroom are typed by newcomers too, in a folder where nothing is yet: they get words, not a trace. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wxr } from '../../tests/support/wxr.ts';

const main = fileURLToPath(new URL('../main.ts', import.meta.url));

describe('in a folder where no newsroom is yet', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'crier-empty-'));
    writeFileSync(join(folder, 'paper.xml'), wxr([{ id: 1, title: 'Ferries', html: 'No ship left.' }]));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const typed = (...words: string[]) =>
    spawnSync(process.execPath, ['--import', 'tsx', main, ...words], {
      encoding: 'utf8',
      env: { ...process.env, CRIER_DATA: mkdtempSync(join(folder, 'data-')) },
    });

  it.each([
    ['move-in', () => ['move-in', join(folder, 'paper.xml')]],
    ['move-out', () => ['move-out', join(folder, 'out')]],
  ])('%s says how a newsroom is made', (_, words) => {
    const { status, stdout, stderr } = typed(...words());
    expect({ status, stdout, stderr }).toEqual({
      status: 1,
      stdout: '',
      stderr:
        'This newsroom is not set up yet: start it with crier serve and open the link that it prints.\n',
    });
  });

  it('Ghost’s export is not moved before it is said where the paper stood', () => {
    const ghost = join(folder, 'ghost.json');
    writeFileSync(
      ghost,
      JSON.stringify({ db: [{ meta: { version: '6.0.0' }, data: { posts: [], tags: [] } }] }),
    );
    const { status, stdout, stderr } = typed('move-in', ghost, '--go');
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toBe(
      `${ghost}: Say with --from where the paper stood (--from https://post.example): the file does not, and by it alone are old addresses, pictures and links within the paper known.\n`,
    );
    expect(typed('move-in', ghost, '--go', '--from', 'https://post.example').stderr).toMatch(
      /not set up yet/,
    );
  });

  it('a reader asks what is kept, and nothing is', () => {
    const { status, stdout } = typed('reader', 'ana@reader.example', '--export');
    expect({ status, kept: JSON.parse(stdout) }).toEqual({
      status: 0,
      kept: { address: 'ana@reader.example', replies: [] },
    });
  });

  it('someone can be put on the staff', () => {
    const { status, stdout } = typed('add-editor', 'Maria Leontis', 'maria@post.example');
    expect(status).toBe(0);
    expect(stdout).toContain('Maria Leontis may sign in as editor');
  });
});
