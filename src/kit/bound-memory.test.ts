/** Memory kept from growing, seen in a process of its own: the engine's way of collecting is one for the whole process. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const module = fileURLToPath(new URL('./bound-memory.ts', import.meta.url));

/** Makes much that is soon thrown away while `most` bounds it, and says how often the engine was told what. */
const script = (most: string): string => `
  import { createRequire } from 'node:module';
  const v8 = createRequire(import.meta.url)('node:v8');
  const told = [];
  const was = v8.setFlagsFromString;
  v8.setFlagsFromString = (flag) => { told.push(flag); was(flag); };
  (await import('node:module')).syncBuiltinESMExports();
  const { boundMemory } = await import(${JSON.stringify(module)});
  const letGo = boundMemory(${most});
  for (let look = 0; look < 200 && told.length === 0 && look < Number(process.argv[1]); look += 1)
    await new Promise((done) => setTimeout(done, 50));
  letGo();
  await new Promise((done) => setTimeout(done, 150));
  process.stdout.write(JSON.stringify(told));
`;

function toldWith(most: string, looks: number): string[] {
  const words = ['--import', 'tsx', '--input-type=module', '--eval', script(most), String(looks)];
  const ran = spawnSync(process.execPath, words, { encoding: 'utf8' });
  if (ran.status !== 0) throw new Error(ran.stderr);
  return JSON.parse(ran.stdout);
}

test('the engine is told once that memory counts, and in the end that it does no longer', () => {
  expect(toldWith('1', 200)).toEqual(['--optimize-for-size', '--no-optimize-for-size']);
});

test('while there is little it is told nothing', () => {
  expect(toldWith('1e12', 6)).toEqual([]);
});
