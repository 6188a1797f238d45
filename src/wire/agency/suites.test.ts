/** IPTC's conformance suites for NewsML-G2 and ninjs, from a folder beside the project. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFeed } from '../reading/read-feed.ts';

const corpora = process.env.CRIER_TEST_CORPORA ?? resolve(import.meta.dirname, '../../../../shared/corpora');
const folder = join(corpora, 'agencies');
const isThere = existsSync(folder);
if (!isThere) console.log(`Skipped: no conformance suites at ${folder}.`);

function filesUnder(path: string, part: string): string[] {
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    const inner = join(path, entry.name);
    if (entry.isDirectory()) return filesUnder(inner, part);
    return inner.includes(`/${part}/`) && /\.(?:xml|json)$/.test(entry.name) ? [inner] : [];
  });
}

describe.skipIf(!isThere)('IPTC’s suites', () => {
  it('are read where they should pass', () => {
    const files = filesUnder(folder, 'should_pass');
    const unread = files.filter((file) => readFeed(readFileSync(file)).feed.format === 'unknown');
    expect(files.length).toBeGreaterThan(0);
    expect(unread).toEqual([]);
  });

  it('are refused or read with the fault named where they should fail', () => {
    const files = filesUnder(folder, 'should_fail');
    const silent = files.filter((file) => readFeed(readFileSync(file)).feed.problems.length === 0);
    console.log(`suites: ${files.length - silent.length} of ${files.length} faults named`);
    // What is wrong only by an older version than the file names cannot be seen in it.
    expect(silent.length / files.length).toBeLessThan(0.08);
  });
});
