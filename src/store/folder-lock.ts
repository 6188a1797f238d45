/**
 * A folder has one newsroom at work. The lock is SQLite's own on an empty file, so the system lets go of it when the process
 * ends, in whichever way: there is no mark that a crash leaves behind, and no number that another process may get.
 */
import { join } from 'node:path';
import { openSqliteFile } from './sqlite-file.ts';

const NAME = 'serving.lock';

/** Holds the folder until the answer is called or the process ends; null when another has it. `name`: of what is held, if it is less. */
export function holdFolder(folder: string, name = NAME): (() => void) | null {
  const file = openSqliteFile(join(folder, name));
  try {
    file.pragma('busy_timeout = 0');
    file.prepare('begin exclusive').run([]);
    return () => file.close();
  } catch (error) {
    file.close();
    if ((error as { code?: string }).code === 'SQLITE_BUSY') return null;
    throw error;
  }
}
