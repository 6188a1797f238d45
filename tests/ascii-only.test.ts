/** The newsroom's bundle is written in ASCII: patterns mean what they meant, and the map still says where each thing came from. */
import { SourceMap, type SourceMapPayload } from 'node:module';
import { transform } from 'esbuild';
import { describe, expect, it } from 'vitest';

const tool = new URL('../tools/ascii-only.mjs', import.meta.url).href;
const { asciiOnly } = (await import(tool)) as {
  asciiOnly(code: string, map: string): { code: string; map: string };
};

const source = `export const quote = /[’“”«]+$/u; export const dash = /[–—]/; export const boat = /⛵|🚢|[🚢]/u;
export const said = 'Čeština “so”'; export function last() { throw new Error('here'); }
export const escaped = /a\\’b/, slashes = /\\\\’/;
const name = 'so'; export const raw = String.raw\`naïve \\d \\\\ “\${name + '\\t'}” \\u2019
  second\\’ line\`; export const after = raw.length;
`;

async function built() {
  const { code, map } = await transform(source, { sourcemap: 'external', sourcefile: 'a.ts', format: 'cjs' });
  return { before: { code, map }, after: asciiOnly(code, map) };
}

describe('a bundle in ASCII', () => {
  it('has no other letter, and its patterns and strings mean the same', async () => {
    const { before, after } = await built();
    expect(before.code).toMatch(/[\u0080-\uffff]/);
    expect(after.code).not.toMatch(/[\u0080-\uffff]/);
    const run = (code: string) => {
      const module = { exports: {} as Record<string, RegExp> };
      new Function('module', 'exports', code)(module, module.exports);
      return module.exports;
    };
    const [one, other] = [run(before.code), run(after.code)];
    expect(one.raw).toContain('\\u2019');
    expect(other.raw).toBe(one.raw);
    expect(other.after).toBe(one.after);
    expect(other.said).toBe('Čeština “so”');
    for (const name of ['quote', 'dash', 'boat', 'escaped', 'slashes'])
      for (const text of ['so”', 'a–b', '🚢', '⛵', 'a’b', '\\’', '’', 'none', '\\u2019', 'u2019'])
        expect(other[name]?.exec(text)?.[0]).toBe(one[name]?.exec(text)?.[0]);
  });

  it('leads from every place behind a letter to where it came from', async () => {
    const { before, after } = await built();
    const placeOf = ({ code, map }: { code: string; map: string }, words: string) => {
      const lines = code.split('\n');
      const line = lines.findIndex((each) => each.includes(words));
      const column = lines[line]?.indexOf(words) ?? -1;
      return new SourceMap(JSON.parse(map) as SourceMapPayload).findEntry(line, column);
    };
    for (const words of ['dash =', 'boat =', 'said =', 'throw new', 'slashes =', 'after =']) {
      const [was, is] = [placeOf(before, words), placeOf(after, words)];
      expect('originalLine' in was).toBe(true);
      const place = (entry: object) => {
        const { originalLine, originalColumn } = entry as { originalLine: number; originalColumn: number };
        return { originalLine, originalColumn };
      };
      expect(place(is)).toEqual(place(was));
    }
  });

  it('is refused where a call within a raw template cannot be told from its text', () => {
    const code = ['String.raw`a$', '{nameOf({})}`'].join('');
    expect(() => asciiOnly(code, '{"mappings":""}')).toThrow('raw template');
  });
});
