import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { digestTar, writeTar } from './tar.ts';

const folder = mkdtempSync(join(tmpdir(), 'crier-tar-'));
afterAll(() => rmSync(folder, { recursive: true }));

const AT = Date.UTC(2026, 10, 23);
let count = 0;
const fresh = () => {
  count += 1;
  return join(folder, `${count}.tar`);
};

describe('an archive', () => {
  test('is unpacked by the system’s tar into the same bytes, whatever their number', async () => {
    const path = fresh();
    const sizes = [0, 1, 511, 512, 513, 70_000];
    const bytes = (size: number) => Buffer.alloc(size, size % 251);
    writeFileSync(join(folder, 'on-disk'), bytes(70_000));
    const from = (size: number) => (size === 70_000 ? join(folder, 'on-disk') : bytes(size));
    await writeTar(
      path,
      sizes.map((size) => ({ name: `media/λιμάνι-${size}`, from: from(size) })),
      AT,
    );
    execFileSync('tar', ['-xf', path, '-C', folder]);
    for (const size of sizes)
      expect(readFileSync(join(folder, `media/λιμάνι-${size}`)).equals(bytes(size))).toBe(true);
  });

  test('is read back as it was written, with an entry made of the others at its end', async () => {
    const path = fresh();
    const entries = [{ name: 'one', from: Buffer.from('1') }];
    const last = (digests: Record<string, string>) => ({
      name: 'sums',
      from: Buffer.from(digests.one ?? ''),
    });
    const written = await writeTar(path, entries, AT, last);
    expect(Object.keys(written)).toEqual(['one', 'sums']);
    expect(await digestTar(path)).toEqual(written);
  });

  test('that was changed or cut off on the disk is not taken for whole', async () => {
    const path = fresh();
    const written = await writeTar(path, [{ name: 'one', from: Buffer.alloc(4_000, 7) }], AT);
    const whole = readFileSync(path);
    const changed = Buffer.from(whole);
    changed[600] = 8;
    writeFileSync(path, changed);
    expect(await digestTar(path)).not.toEqual(written);
    changed[3] = 1;
    writeFileSync(path, changed);
    await expect(digestTar(path)).rejects.toThrow('does not add up');
    writeFileSync(path, whole);
    truncateSync(path, 2_000);
    await expect(digestTar(path)).rejects.toThrow('cut off');
  });

  test('takes no name that does not fit', async () => {
    const entry = { name: 'n'.repeat(101), from: Buffer.from('') };
    await expect(writeTar(fresh(), [entry], AT)).rejects.toThrow('does not fit');
  });
});
