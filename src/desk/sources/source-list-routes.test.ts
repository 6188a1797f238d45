/** Lists of sources at the desk, through the door. */
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { tokenIn } from '../../../tests/support/door.ts';
import { setUpHarbourPost } from '../../../tests/support/harbour-post.ts';
import { onEachEngine } from '../../../tests/support/newsroom.ts';
import { openWholeDesk } from '../../../tests/support/whole-desk.ts';
import { listSources } from '../../wire/sources/sources.ts';

const LIST =
  '<opml version="2.0"><body><outline text="Sea"><outline text="Island Wire" xmlUrl="https://island.example/feed" language="en"/><outline text="Coast" xmlUrl="https://coast.example/rss"/></outline></body></opml>';
const textOf = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

onEachEngine('a list of sources', (newsroom) => {
  let app: FastifyInstance;
  let headers: Record<string, string>;

  beforeAll(async () => {
    await setUpHarbourPost(newsroom());
    const desk = await openWholeDesk(newsroom());
    app = desk.app;
    const { cookie } = await desk.signedIn('chief');
    headers = { accept: 'text/html', host: 'localhost:4000', cookie };
  });
  afterAll(() => app.close());

  const get = (url: string) => app.inject({ url, headers });
  const take = async (text: string) => {
    const form = new FormData();
    form.append('_form', tokenIn((await get('/desk/sources')).body));
    form.append('list', new Blob([text]), 'sources.opml');
    const request = new Request('http://localhost/', { method: 'POST', body: form });
    const type = String(request.headers.get('content-type'));
    const payload = Buffer.from(await request.arrayBuffer());
    return app.inject({
      method: 'POST',
      url: '/desk/sources/list',
      headers: { ...headers, 'content-type': type },
      payload,
    });
  };

  it('that holds no feed is refused with the reason', async () => {
    const answer = await take('<rss/>');
    expect(answer.statusCode).toBe(422);
    expect(textOf(answer.body)).toContain('This is not a list of feeds in OPML.');
  });

  it('becomes sources that may do nothing yet, each once', async () => {
    expect(textOf((await take(LIST)).body)).toContain('2 sources added.');
    expect(textOf((await take(LIST)).body)).toContain('0 sources added. 2 were there already.');
    const sources = await listSources(newsroom());
    expect(sources.map(({ name }) => name).sort()).toEqual(['Coast', 'Island Wire']);
    expect(sources.every(({ mayAlert, mayTranslate }) => !mayAlert && !mayTranslate)).toBe(true);
  });

  it('is given away as OPML', async () => {
    const answer = await get('/desk/sources/list');
    expect(answer.headers['content-disposition']).toContain('sources.opml');
    expect(answer.body).toContain('xmlUrl="https://island.example/feed"');
    expect(answer.body).toContain('<title>The Harbour Post: sources</title>');
  });
});
