/** A backup unpacked into an empty folder, and each of its parts compared with what the backup says it should be. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { isSealedFile, openSealedFile } from '../../kit/sealed-file.ts';
import { DIGESTS } from './take-backup.ts';

const runProgram = promisify(execFile);

/** Answers how many parts there were. Throws, in words, when it is not whole, or `secret` does not open it. */
export async function restoreBackup({
  file,
  folder,
  secret,
}: {
  file: string;
  folder: string;
  secret?: string | undefined;
}): Promise<number> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).length > 0) throw new Error(`${folder} is not empty`);
  const opened = join(folder, '.opened.tar');
  const isSealed = await isSealedFile(file);
  if (isSealed && secret === undefined) throw new Error('it is sealed: CRIER_BACKUP_KEY has to be set');
  if (isSealed) await openSealedFile(file, opened, secret ?? '');
  try {
    await runProgram('tar', ['-xf', isSealed ? opened : file, '-C', folder]);
  } catch (error) {
    throw new Error(
      `it is no whole archive (${(error as { stderr?: string }).stderr?.trim().split('\n')[0] ?? error})`,
    );
  } finally {
    await rm(opened, { force: true });
  }
  return compareParts(folder);
}

async function compareParts(folder: string): Promise<number> {
  const list = join(folder, DIGESTS);
  if (!existsSync(list))
    throw new Error('it is no backup of a newsroom, or half of one: it has no list of its parts');
  const lines = (await readFile(list, 'utf8')).split('\n').filter((line) => line !== '');
  for (const line of lines) {
    const [digest, name = ''] = line.split(/ {2}/);
    const part = join(folder, name);
    if (!existsSync(part)) throw new Error(`${name} is missing in it`);
    if ((await digestOf(part)) !== digest) throw new Error(`${name} is not what was put into it`);
  }
  await rm(list);
  return lines.length;
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of createReadStream(path)) hash.update(part as Buffer);
  return hash.digest('hex');
}
