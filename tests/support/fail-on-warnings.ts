/** The database driver warns, once a process, of what its next edition refuses: a second query on a connection that is still at work. */
import { afterAll, expect } from 'vitest';

const warned: string[] = [];
process.on('warning', ({ message, stack }) => {
  if (message.includes('client.query()')) warned.push(stack ?? message);
});

afterAll(() => expect(warned.splice(0), 'asked in parallel on one connection').toEqual([]));
