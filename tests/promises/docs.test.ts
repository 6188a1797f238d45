/** Promise: the docs say what the code does. Every setting, refusal, route and verb stands in them, and nothing else. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { operations } from '../../src/api/openapi.ts';
import { verbs } from '../../src/cli/cli.ts';
import { settingsDocument } from '../../src/cli/settings.ts';
import { refusals } from '../../src/kit/refusal.ts';
import { openTestServer } from '../support/server.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');

describe('the docs', () => {
  test('settings.md is what `crier settings --docs` prints', () => {
    expect(read('docs/settings.md')).toBe(settingsDocument());
  });

  test('refusals.md lists every refusal with its status and words, and no other', () => {
    const rows = [...read('docs/refusals.md').matchAll(/^\| `([a-z-]+)` \| (\d+) \| (.+) \|$/gm)];
    const written = Object.fromEntries(
      rows.map(([, code, status, words]) => [code, { status: Number(status), words }]),
    );
    expect(written).toEqual(refusals);
  });

  test('operating.md names every verb of the command line with what it says of itself', async () => {
    const page = read('docs/operating.md');
    for (const word of Object.keys(verbs)) expect(page).toContain(`| \`crier ${word}`);
    for (const load of Object.values(verbs)) expect(page).toContain((await load()).says);
  });

  test('routes.md lists every route of every door, and no other', async () => {
    const { routes, close } = await openTestServer();
    const written = [...read('docs/routes.md').matchAll(/^\| `([A-Z]+)` \| `([^`]+)` \|/gm)].map(
      ([, method, path]) => `${method} ${path}`,
    );
    await close();
    expect(written.sort()).toEqual(routes.map(({ method, path }) => `${method} ${path}`).sort());
    // And openapi.json every one that programs read.
    const readByPrograms = routes.filter(
      ({ method, path }) => method === 'GET' && /^\/api\/(?!openapi\.json|wire\/|\*)/.test(path),
    );
    const described = operations.map(({ path }) => path.replace(/\{id\}(\.ninjs\.json)?/, ':id'));
    expect([...new Set(described)].sort()).toEqual(readByPrograms.map(({ path }) => path).sort());
  });

  test('every dependency has its line', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<
      string,
      Record<string, string>
    >;
    const page = read('docs/decisions/dependencies.md');
    const names = [...Object.keys(dependencies ?? {}), ...Object.keys(devDependencies ?? {})];
    expect(names.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  });

  test('a file that a comment of the code names is there', () => {
    const named = /\b(?:docs\/[\w./-]+\.md|tests\/[\w./-]+\.tsx?)/g;
    const missing = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path))
      .flatMap((path) =>
        [...read(`src/${path}`).matchAll(named)]
          .filter(([name]) => !existsSync(join(root, name)))
          .map(([name]) => `src/${path} names ${name}`),
      );
    expect(missing).toEqual([]);
  });

  test('every file and room that ARCHITECTURE.md walks through is there', () => {
    const named = [...read('ARCHITECTURE.md').matchAll(/`([a-z]+(?:\/[a-z0-9-]+)+)`/g)].map(
      ([, path]) => path,
    );
    const missing = named.filter(
      (path) => !['', '.ts', '.tsx'].some((ending) => existsSync(join(root, `src/${path}${ending}`))),
    );
    expect(missing.filter((path) => !existsSync(join(root, path ?? '')))).toEqual([]);
  });

  test('links between the docs lead somewhere', () => {
    const pages = [
      'README.md',
      'ARCHITECTURE.md',
      'CHANGES.md',
      'DESIGN.md',
      ...readdirSync(join(root, 'docs'))
        .filter((name) => name.endsWith('.md'))
        .map((name) => `docs/${name}`),
    ];
    const dead = pages.flatMap((page) =>
      [...withoutCode(read(page)).matchAll(/\]\((?!https?:|#|mailto:)([^)#]+)/g)]
        .map((match) => join(page, '..', match[1] ?? ''))
        .filter((path) => !exists(path))
        .map((path) => `${page} → ${path}`),
    );
    expect(dead).toEqual([]);
  });
});

/** A page without what it shows as code: how a link is typed is no link. */
function withoutCode(page: string): string {
  return page.replace(/^```[\s\S]*?^```$/gm, '').replace(/(`+)(?!`)[^\n]*?[^`\n]\1(?!`)/g, '');
}

function exists(path: string): boolean {
  try {
    readFileSync(join(root, path));
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EISDIR';
  }
}
