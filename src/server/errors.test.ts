import { expect, it } from 'vitest';
import { openDoor } from '../../tests/support/door.ts';
import { openTestNewsroom } from '../../tests/support/newsroom.ts';
import { openLog } from '../kit/log.ts';

it('the number on an error page leads to the line in the log that says what went wrong', async () => {
  const newsroom = await openTestNewsroom();
  const lines: string[] = [];
  const log = openLog('info', { write: (line) => void lines.push(line) });
  const app = await openDoor(Object.assign({}, newsroom, { log }), (door) => {
    door.get('/broken', () => {
      throw new RangeError('a take without an edition');
    });
  });
  const page = await app.inject({ url: '/broken', headers: { accept: 'text/html' } });
  expect(page.statusCode).toBe(500);
  const number = /the number <b>([^<]+)<\/b>/.exec(page.body)?.[1];
  const line = lines.map((each) => JSON.parse(each)).find(({ id }) => id === number);
  expect(line).toMatchObject({
    msg: 'bug',
    path: '/broken',
    error: { type: 'RangeError', message: 'a take without an edition' },
  });
  expect(line.error.stack).toContain('errors.test.ts');
  const told = await app.inject({ url: '/broken', headers: { accept: 'application/json' } });
  const reference = /Reference (\S+)/.exec(told.json().detail)?.[1];
  expect(lines.some((each) => JSON.parse(each).id === reference)).toBe(true);
  await app.close();
  await newsroom.close();
});
