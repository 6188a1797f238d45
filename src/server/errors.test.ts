import { describe, expect, it } from 'vitest';
import { openDoor } from '../../tests/support/door.ts';
import { openTestNewsroom } from '../../tests/support/newsroom.ts';
import { openLog } from '../kit/log.ts';
import { refuse } from '../kit/refusal.ts';
import { theNewsroomItself } from '../newsroom.ts';
import { setUpMasthead } from '../stories/masthead.ts';

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

describe('a page for what did not work', () => {
  async function openPaper() {
    const newsroom = await openTestNewsroom();
    await setUpMasthead(newsroom, {
      by: theNewsroomItself,
      name: 'Ο Φάρος',
      tagline: '',
      language: 'el',
      timeZone: 'Europe/Athens',
      contact: 'desk@example.org',
    });
    const app = await openDoor(newsroom, (door) => {
      door.get('/broken', () => {
        throw new RangeError('a take without an edition');
      });
      door.get('/often', () => refuse('too-many-tries'));
      door.post('/long', { bodyLimit: 10 }, () => 'taken');
    });
    const ask = (url: string, wanted?: string, more: object = {}) =>
      app.inject({
        url,
        headers: { accept: 'text/html', ...(wanted && { 'accept-language': wanted }) },
        ...more,
      });
    return { newsroom, app, ask };
  }

  it.each([
    [
      'nothing asked for, so the paper’s own',
      '/a/b/c/d',
      undefined,
      'el',
      'Δεν υπάρχει τίποτα σε αυτή τη διεύθυνση',
    ],
    [
      'what the browser asks for',
      '/a/b/c/d',
      'de-AT,de;q=0.9,en;q=0.5',
      'de-AT',
      'Unter dieser Adresse gibt es nichts',
    ],
    ['by weight, not by place', '/a/b/c/d', 'en;q=0.3, fr;q=0.8', 'fr', 'Il n’y a rien à cette adresse'],
    ['the first with words', '/a/b/c/d', 'sw, *;q=0.5, uk;q=0.4', 'uk', 'За цією адресою нічого немає'],
    ['never what has no weight', '/a/b/c/d', 'de;q=0', 'el', 'Δεν υπάρχει τίποτα'],
    ['a flood of tries', '/often', 'ar', 'ar', 'محاولات كثيرة جدًا'],
    ['our own fault', '/broken', 'ru', 'ru', 'Здесь что-то сломалось'],
    ['nonsense for a language', '/a/b/c/d', '<script>, ;;;q=q, x', 'el', 'Δεν υπάρχει τίποτα'],
  ])('speaks the language of its reader: %s', async (_why, url, wanted, language, title) => {
    const { newsroom, app, ask } = await openPaper();
    const page = await ask(url, wanted);
    expect(page.body).toContain(`lang="${language}"`);
    expect(page.body).toContain(title);
    expect(page.body).not.toContain('There is nothing');
    await app.close();
    await newsroom.close();
  });

  it('says in Spanish that what was sent is too large', async () => {
    const { newsroom, app, ask } = await openPaper();
    const page = await ask('/long', 'es', {
      method: 'POST',
      payload: 'words=a+letter+too+long',
      headers: {
        accept: 'text/html',
        'accept-language': 'es',
        'content-type': 'application/x-www-form-urlencoded',
      },
    });
    expect(page.statusCode).toBe(413);
    expect(page.body).toContain('Es demasiado grande para aceptarlo.');
    await app.close();
    await newsroom.close();
  });

  it('at the desk stays in the words of the desk', async () => {
    const { newsroom, app, ask } = await openPaper();
    const page = await ask('/desk/nowhere', 'de');
    expect(page.body).toContain('lang="en"');
    expect(page.body).toContain('Back to the desk');
    await app.close();
    await newsroom.close();
  });
});
