/** The files of a folder that `crier move-out` made, as they are read: whole ones, and those with an object a line. */
import { createReadStream } from 'node:fs';
import { access, readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { PlainRow } from '../../store/table-rows.ts';
import { UnreadableSource } from '../records.ts';

/** Throws `UnreadableSource` where it is not there, or is no JSON. */
export async function readFolderJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    if (!(error instanceof SyntaxError) && (error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new UnreadableSource(error instanceof SyntaxError ? 'It is no whole JSON.' : 'It is not there.');
  }
}

/** Nothing for a file that is not there. */
export async function* folderLines(path: string): AsyncGenerator<PlainRow> {
  const isThere = await access(path).then(
    () => true,
    () => false,
  );
  if (!isThere) return; // an older folder has fewer tables
  for await (const line of createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Infinity }))
    if (line.trim() !== '') yield JSON.parse(line) as PlainRow;
}
