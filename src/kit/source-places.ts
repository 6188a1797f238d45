/** Where a line of what was built stands in the sources: a stack in the log names the file that one would open. */
import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { fileURLToPath } from 'node:url';
import { remember } from './remember.ts';

const FILES = 10; // of ours that are built: the newsroom and what threads run
const PLACE = /((?:file:\/\/)?\/[^()\n]+\.c?js):(\d+):(\d+)/;

/** Read when something is first logged that went wrong: it costs a tenth of a second and some megabytes. */
const mapOf = remember((file: string): SourceMap | null => {
  try {
    const path = file.startsWith('file:') ? fileURLToPath(file) : file;
    return new SourceMap(JSON.parse(readFileSync(`${path}.map`, 'utf8')));
  } catch {
    return null; // a library, Node itself, a map that somebody has removed: the place stays as it is
  }
}, FILES);

/** `at publish (/…/dist/crier.cjs:9012:11)` as `at publish (src/stories/publish.ts:41:9)`; other lines as they are. */
export function inSources(frame: string): string {
  return frame.replace(PLACE, (place, file: string, line: string, column: string) => {
    const entry = mapOf(file)?.findEntry(Number(line) - 1, Number(column) - 1);
    if (!entry || !('originalSource' in entry)) return place;
    const { originalSource, originalLine, originalColumn } = entry;
    return `${originalSource.replace(/^(\.\.\/)+/, '')}:${originalLine + 1}:${originalColumn + 1}`;
  });
}
