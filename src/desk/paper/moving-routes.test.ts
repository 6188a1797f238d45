/** The desk's page of moves: how far, what came, and each doubt with the old page beside the new, until somebody has looked. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Visitor } from '../../../tests/support/door.ts';
import { moveTexts, setUp } from '../../../tests/support/moving.ts';
import { openTestNewsroom, type TestNewsroom } from '../../../tests/support/newsroom.ts';
import { openWholeDesk, type WholeDesk } from '../../../tests/support/whole-desk.ts';
import { wxr } from '../../../tests/support/wxr.ts';

let newsroom: TestNewsroom;
let desk: WholeDesk;
let editor: Visitor;

beforeAll(async () => {
  newsroom = await openTestNewsroom();
  await setUp(newsroom);
  desk = await openWholeDesk(newsroom);
  editor = await desk.signedIn('editor', 'Ada Lind');
});
afterAll(async () => {
  await desk.app.close();
  await newsroom.close();
});

describe('the page of moves', () => {
  test('is empty before anything came, and is no reporter’s', async () => {
    const { body } = await editor.get('/desk/moving');
    expect(body).toContain('Nothing was moved in yet.');
    expect(body).toContain('Nothing is doubtful.');
    const reporter = await desk.signedIn('reporter', 'Ivan Moss');
    expect((await reporter.get('/desk/moving')).statusCode).toBe(403);
  });

  test('shows what came, and what to look at with both pages', async () => {
    await moveTexts(newsroom, [
      wxr([
        {
          id: 1,
          title: 'Odd <script>alert(1)</script>',
          slug: 'odd',
          html: '[mystery a="1"]<p>Words</p>[/mystery]',
        },
        { id: 2, title: 'Sticky', slug: 'sticky', sticky: true },
      ]),
    ]);
    const { body } = await editor.get('/desk/moving');
    expect(body).toContain('2 taken in');
    expect(body).toContain('The shortcode [mystery] is not known here');
    expect(body).toContain('href="https://old.example/2019/05/odd/"');
    expect(body).toContain('old.example/2019/05/odd</bdi>');
    expect(body).toMatch(/href="\/desk\/stories\/[0-9a-f-]{36}"[^>]*>Sticky</);
    expect(body).not.toContain('<script>alert');
    const one = await editor.get('/desk/moving?kind=sticky');
    expect(one.body).toContain('It stood at the top there');
    expect(one.body).not.toContain('[mystery]');
  });

  test('lets a doubt be settled, once, and keeps it settled when the move is run again', async () => {
    const doubt = { origin: 'wordpress:old.example', of: 'post', foreignId: '2', code: 'sticky' };
    const answer = await editor.send('/desk/moving/settle', doubt, '/desk/stories');
    expect(answer.statusCode).toBe(303);
    expect((await editor.get('/desk/moving')).body).not.toContain('It stood at the top there');
    expect((await editor.send('/desk/moving/settle', doubt, '/desk/stories')).statusCode).toBe(404);
    await moveTexts(newsroom, [wxr([{ id: 2, title: 'Sticky, changed', slug: 'sticky', sticky: true }])]);
    expect((await editor.get('/desk/moving')).body).not.toContain('It stood at the top there');
  });

  test('shows the page as it stood beside the story here, with nothing of it that runs or loads', async () => {
    const html =
      '[mystery a="1"]<p onclick="go()">Words of the harbour</p><script>alert(2)</script><img src="https://old.example/a.jpg" alt="A quay"><form><input name="q"></form>[/mystery]<iframe src="https://maps.example/embed?x=1"></iframe>';
    await moveTexts(newsroom, [wxr([{ id: 5, title: 'Both', slug: 'both', html, excerpt: 'In short' }])]);
    const { body: list } = await editor.get('/desk/moving?kind=read-it-over');
    const ways = [...list.matchAll(/href="(\/desk\/moving\/doubt\?[^"]+)"/g)].map(([, href = '']) =>
      href.replaceAll('&amp;', '&'),
    );
    const way = ways.find((href) => href.includes('foreignId=5')) ?? '';
    const { body } = await editor.get(way);
    const [, there = '', here = ''] = body.split('<section class="one-page"');
    expect(there).toContain('<span class="code">[mystery a="1"]</span>');
    expect(there).toContain('<p>Words of the harbour</p>');
    expect(there).toContain('<span class="stood">picture A quay</span>');
    expect(there).toContain('<span class="stood">frame maps.example/embed</span>');
    expect(there).toContain('<span class="stood">field</span>');
    expect(there).toContain('Maria Leonti');
    expect(there).not.toMatch(/onclick|alert|<iframe|<img|<input/);
    expect(here).toContain('Words of the harbour');
    expect(here).toContain('In short');
    expect(here).toMatch(/href="\/desk\/stories\/[0-9a-f-]{36}"/);
  });

  test('goes from one doubt to the next, and settles those of a kind together', async () => {
    await moveTexts(newsroom, [
      wxr([6, 7, 8].map((id) => ({ id, title: `Up ${id}`, slug: `up-${id}`, sticky: true }))),
    ]);
    const doubt = { origin: 'wordpress:old.example', of: 'post', foreignId: '6', code: 'sticky' };
    const on = await editor.send(
      '/desk/moving/settle',
      { ...doubt, kind: 'sticky', on: '1' },
      '/desk/stories',
    );
    expect(on.headers.location).toMatch(
      /^\/desk\/moving\/doubt\?.*foreignId=7&code=sticky&kind=sticky&done=1$/,
    );
    const { body } = await editor.get(String(on.headers.location));
    expect(body).toContain('1 of 2');
    expect((await editor.get(`/desk/moving/doubt?${new URLSearchParams(doubt)}`)).statusCode).toBe(404);
    await editor.send('/desk/moving/settle-all', { code: 'sticky' }, '/desk/stories');
    expect((await editor.get('/desk/moving?kind=sticky')).body).not.toContain('It stood at the top there');
    const kept = await newsroom.store.selectFrom('move_originals').select('foreign_id').execute();
    expect(kept.map(({ foreign_id }) => foreign_id).sort()).toEqual(['1', '5']);
  });

  test('says of a run whose process is gone that it may be gone on with', async () => {
    const row = await newsroom.store.selectFrom('moves').selectAll().limit(1).executeTakeFirstOrThrow();
    await newsroom.store
      .insertInto('moves')
      .values({
        ...row,
        id: 'gone',
        origin: 'wordpress:gone.example',
        state: 'moving',
        lease_until: 1,
        ended_at: null,
      })
      .execute();
    expect((await editor.get('/desk/moving')).body).toContain(
      'It ended without a word. Run it again, and it goes on.',
    );
  });
});
