/** Stacks in the log: the sources' files and lines, though what runs is one file. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, describe, expect, it } from 'vitest';
import { inSources } from './source-places.ts';

const folder = mkdtempSync(join(tmpdir(), 'crier-places-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a place in what was built', () => {
  it('is told as the place in the source', async () => {
    const outfile = join(folder, 'built.js');
    const contents = `// a first line\n\nexport function fail(): never {\n  throw new Error('no such luck');\n}\n`;
    await build({
      stdin: { contents, sourcefile: 'src/stories/fail.ts', loader: 'ts' },
      outfile,
      bundle: true,
      format: 'esm',
      sourcemap: 'linked',
      sourcesContent: false,
    });
    const lines = readFileSync(outfile, 'utf8').split('\n');
    const line = lines.findIndex((each) => each.includes('throw new Error'));
    const column = (lines[line] ?? '').indexOf('new Error');
    for (const file of [outfile, pathToFileURL(outfile).href])
      expect(inSources(`at fail (${file}:${line + 1}:${column + 1})`)).toMatch(
        /^at fail \(.*src\/stories\/fail\.ts:4:9\)$/,
      );
  });

  it('stays as it is where nothing says more: a source, a library, Node itself', () => {
    for (const frame of [
      'at publish (/srv/crier/src/stories/publish.ts:3:5)',
      'at next (/srv/crier/node_modules/fastify/fastify.js:10:2)',
      'at node:internal/process/task_queues:95:5',
      'at async Promise.all (index 0)',
    ])
      expect(inSources(frame)).toBe(frame);
  });
});
