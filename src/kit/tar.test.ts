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

  test('says the size of a file too large for its header in a pax header, as the system’s tar reads it', async () => {
    const path = fresh();
    const bytes = (size: number) => Buffer.alloc(size, size % 251);
    const sizes = [100, 101, 999, 1_000, 70_000]; // around what the header may say here
    const entries = sizes.map((size) => ({ name: `large-${size}`, from: bytes(size) }));
    const sums = (digests: Record<string, string>) => ({
      name: 'sums',
      from: Buffer.from(JSON.stringify(digests)),
    });
    const written = await writeTar(path, entries, AT, sums, 100);
    expect(await digestTar(path)).toEqual(written);
    expect(execFileSync('tar', ['-tf', path], { encoding: 'utf8' }).trim().split('\n')).toEqual([
      ...entries.map(({ name }) => name),
      'sums',
    ]);
    execFileSync('tar', ['-xf', path, '-C', folder]);
    for (const size of sizes)
      expect(readFileSync(join(folder, `large-${size}`)).equals(bytes(size))).toBe(true);
  });

  // Reads and writes 8 GiB twice: CRIER_TEST_LARGE=yes, and a disk that has them.
  test.skipIf(process.env.CRIER_TEST_LARGE === undefined)(
    'of a file of more than 8 GiB is whole',
    async () => {
      const path = fresh();
      const size = 8 * 1024 ** 3 + 513;
      writeFileSync(join(folder, 'sparse'), '');
      truncateSync(join(folder, 'sparse'), size);
      const written = await writeTar(path, [{ name: 'database', from: join(folder, 'sparse') }], AT);
      expect(await digestTar(path)).toEqual(written);
      expect(execFileSync('tar', ['-tvf', path], { encoding: 'utf8' })).toContain(` ${size} `);
    },
    1_200_000,
  );

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
