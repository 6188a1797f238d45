/** What there is not is not found: no bug page, and no work announced for it. */
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { encoded, formHeaders, tokenIn, type Visitor } from '../../../tests/support/door.ts';
import { setUpHarbourPost } from '../../../tests/support/harbour-post.ts';
import { onEachEngine } from '../../../tests/support/newsroom.ts';
import { openWholeDesk } from '../../../tests/support/whole-desk.ts';

const NOBODY = '01939f2e-0000-7000-8000-000000000000';
const STORY = `/desk/stories/${NOBODY}`;
const EDITION = `${STORY}/translation/${NOBODY}`;

onEachEngine('at the desk', (newsroom) => {
  let app: FastifyInstance;
  let chief: Visitor;
  let token = '';

  beforeAll(async () => {
    await setUpHarbourPost(newsroom());
    const desk = await openWholeDesk(newsroom());
    app = desk.app;
    chief = await desk.signedIn('administrator', 'Maria');
    const page = await app.inject({ url: '/desk/stories/new', headers: { cookie: chief.cookie } });
    token = tokenIn(page.body);
  });
  afterAll(() => app.close());

  const pages = [STORY, `${STORY}?look=1`, `${STORY}/takes`, `${STORY}/preview`, `${STORY}/translation`];
  const parts = [EDITION, `${EDITION}/rows?ids=`, `${STORY}/alert`, `${STORY}/audience`];
  it.each([...pages, ...parts])('a story that there is not is not found: %s', async (url) => {
    const answer = await app.inject({ url, headers: { cookie: chief.cookie, accept: 'text/html' } });
    expect(answer.statusCode).toBe(404);
  });

  it.each([
    ...['takes', 'publication', 'schedule', 'schedule/withdrawal', 'corrections', 'telling', 'spike'],
    ...['lock', 'hops', 'statements', `statements/${NOBODY}/removal`, `statements/${NOBODY}/standing`],
    ...['findings', 'findings/taken', 'findings/dismissals', 'suggestions', 'suggestions/confirmed'],
    ...['suggestions/refused', 'picture/removal', `takes/${NOBODY}/restoration`, 'agreement', 'translation'],
    ...['open', 'second-versions', 'reading', 'lines', `sentences/${NOBODY}`, 'desk-copy'].map(
      (part) => `translation/${NOBODY}/${part}`,
    ),
  ])('what is done to one is not found, and no work is announced: %s', async (part) => {
    const before = await newsroom().store.selectFrom('work').select('id').execute();
    const answer = await app.inject({
      method: 'POST',
      url: `${STORY}/${part}`,
      headers: { ...formHeaders, cookie: chief.cookie },
      payload: encoded({
        _form: token,
        reason: 'It is right.',
        notice: 'It was 40.',
        check: 'dates',
        do: 'ask',
      }),
    });
    expect(answer.statusCode).toBe(404);
    expect(await newsroom().store.selectFrom('work').select('id').execute()).toEqual(before);
  });

  it('a kill of one is not found', async () => {
    const answer = await app.inject({
      method: 'POST',
      url: `${STORY}/kill`,
      headers: { ...formHeaders, cookie: chief.cookie },
      payload: encoded({ _form: token, notice: 'It was wrong.' }),
    });
    expect(answer.statusCode).toBe(404);
  });
});
