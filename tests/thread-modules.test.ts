/** Modules that run as threads are files of their own once built; one that is not in the build's list is missed at run time. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Every place in the source that names a module to be run as a thread, or to be imported by one. */
function namedInSource(): string[] {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter(
    (path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path),
  );
  return files.flatMap((path) => {
    const text = readFileSync(join(root, 'src', path), 'utf8').replace(/^\s*(?:\/?\*|\/\/).*$/gm, ''); // comments aside
    return [...text.matchAll(/\b(?:ownModule|openOwnThread)\(\s*'([^']+)'/g)].map((found) => found[1] ?? '');
  });
}

test('the build has a file for each module that is run as a thread, and for no other', async () => {
  const tool = new URL('../tools/build-server.mjs', import.meta.url).href;
  const { threadModules } = (await import(tool)) as { threadModules: string[] };
  const named = [...new Set(namedInSource())].sort();
  expect(named.length).toBeGreaterThan(4);
  expect(threadModules.map((path) => path.replace(/^src\/|\.ts$/g, '')).sort()).toEqual(named);
  // They lie flat beside each other, so that their last names must differ.
  const names = threadModules.map((path) => path.slice(path.lastIndexOf('/') + 1));
  expect(new Set(names).size).toBe(names.length);
});
