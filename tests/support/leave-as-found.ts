/** Many test files share a process, and a newsroom that opens takes its files from everybody else: what comes after finds things as they were. */
import { afterAll } from 'vitest';

const umask = process.umask();

afterAll(() => {
  process.umask(umask);
});
