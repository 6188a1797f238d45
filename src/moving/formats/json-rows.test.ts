import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { jsonRows, rowsOrLists } from './json-rows.ts';

describe('rows of a JSON file', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'crier-rows-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  async function read(text: string, pathOf = rowsOrLists) {
    const path = join(folder, 'export.json');
    writeFileSync(path, text);
    const rows: { list: string; row: object }[] = [];
    const heard: number[] = [];
    try {
      for await (const row of jsonRows(path, pathOf, (bytes) => heard.push(bytes))) rows.push(row);
      return { rows, heard, wrong: null };
    } catch (error) {
      return { rows, heard, wrong: (error as Error).message };
    }
  }

  test('come whole and in their order, also where a letter stands on the edge of two pieces', async () => {
    const posts = Array.from({ length: 3_000 }, (_, at) => ({
      id: at,
      title: `Φέρι «${'🚢é\\"'.repeat(at % 90)}»`,
      tags: [{ id: `t${at}` }],
    }));
    const text = `${JSON.stringify(posts, null, 1)}\n`;
    const { rows, heard, wrong } = await read(text);
    expect(wrong).toBeNull();
    expect(rows).toEqual(posts.map((row) => ({ list: '', row })));
    expect(heard.length).toBeGreaterThan(1);
    expect(heard.reduce((sum, bytes) => sum + bytes)).toBe(Buffer.byteLength(text));
  });

  test('of several lists say in which they stand; what is no thing is empty', async () => {
    const { rows } = await read('{"stories":[{"id":1}],"empty":[],"users":[{"id":2},3]}');
    expect(rows).toEqual([
      { list: 'stories', row: { id: 1 } },
      { list: 'users', row: { id: 2 } },
      { list: 'users', row: {} },
    ]);
  });

  test('are found where the caller says that they stand', async () => {
    const { rows } = await read(
      '{"db":[{"meta":{"x":1},"data":{"posts":[{"id":1}]}}]}',
      () => '$.db.*.data.*.*',
    );
    expect(rows).toEqual([{ list: 'posts', row: { id: 1 } }]);
  });

  test.each([
    ['[{"id":1},{"id":2', 'cut off'],
    ['', 'cut off'],
    ['[{"id":1},}]', 'no whole JSON'],
    ['[{"id":1}] and more', 'no whole JSON'],
    ['<!doctype html><title>Sign in</title>', 'no whole JSON'],
  ])('of %j are refused in words', async (text, words) => {
    const { rows, wrong } = await read(text);
    expect(wrong).toContain(words);
    expect(rows.length).toBeLessThanOrEqual(1);
  });
});
