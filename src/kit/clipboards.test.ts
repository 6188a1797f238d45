/** Clipboards of word processors, sheets, mail programs and a PDF viewer, read by the rules that the editor uses. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readCopy } from './body-blocks.ts';
import { leftOutWords } from './left-out.ts';
import { safeBody } from './safe-html.ts';
import { writeBlocks } from './write-blocks.ts';

const folder = fileURLToPath(new URL('../../tests/fixtures/clipboard/', import.meta.url));
const expected: Record<string, { body: string; said: string; words: string[] }> = JSON.parse(
  readFileSync(`${folder}expected.json`, 'utf8'),
);

describe('a clipboard', () => {
  it.each(Object.keys(expected).filter((name) => name !== 'firefox-pdf'))('of %s', (name) => {
    const html = readFileSync(`${folder}${name}.html`, 'utf8');
    const { blocks, leftOut } = readCopy(html, { isPasted: true });
    const body = writeBlocks(blocks);
    expect(body).toBe(expected[name]?.body);
    expect(leftOutWords(leftOut)).toBe(expected[name]?.said);
    expect(leftOut.flatMap(({ text }) => text || [])).toEqual(expected[name]?.words);
    expect(safeBody(body), 'the newsroom keeps it as it is').toBe(body);
  });
});
