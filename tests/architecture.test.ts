/** The map in ARCHITECTURE.md leads to files that are there, and a walk enters none twice without saying why. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const map = readFileSync(`${root}ARCHITECTURE.md`, 'utf8');

const sectionOf = (name: string): string =>
  map
    .split(/^## /m)
    .find((section) => section.startsWith(name))
    ?.slice(name.length) ?? '';

/** What stands in code signs and has a slash: a file or a room of the source, with or without its ending. */
const placesIn = (text: string): string[] =>
  [...text.matchAll(/`((?:[\w.-]+\/)+[\w.-]*)`/g)].map(([, path = '']) => path.replace(/^src\//, ''));

const isThere = (path: string): boolean =>
  ['src/', ''].some((from) => ['', '.ts', '.tsx'].some((end) => existsSync(`${root}${from}${path}${end}`)));

describe('ARCHITECTURE.md', () => {
  test.each(['The life of a story', 'Five walks', 'Where to look'])(
    '%s names files that are there',
    (name) => {
      const places = placesIn(sectionOf(name));
      expect(places.length).toBeGreaterThan(10);
      expect(places.filter((path) => !isThere(path))).toEqual([]);
    },
  );

  const walks = sectionOf('Five walks').split(/^- /m).slice(1);

  test('walks five lives', () => {
    expect(walks.length).toBe(5);
  });

  test.each(walks.map((walk) => [walk.slice(2, walk.indexOf('.')), walk]))(
    '%s: no file twice',
    (_name, walk) => {
      const places = placesIn(walk);
      expect(places.length).toBeGreaterThan(5);
      expect(places.filter((path, at) => places.indexOf(path) !== at)).toEqual([]);
    },
  );
});
