/** How often the database is asked for a story at the desk: counted, on both stores, for a story with all that one can have. */

import { createRequire } from 'node:module';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { countStatements } from '../../../tests/support/count-statements.ts';
import { encoded, formHeaders, tokenIn, type Visitor } from '../../../tests/support/door.ts';
import { setUpHarbourPost } from '../../../tests/support/harbour-post.ts';
import { onEachEngine, type TestNewsroom } from '../../../tests/support/newsroom.ts';
import { openWholeDesk } from '../../../tests/support/whole-desk.ts';
import { safeBody } from '../../kit/safe-html.ts';
import { theNewsroomItself as by } from '../../newsroom.ts';
import { getForDesk } from '../../stories/desk-read.ts';
import { draftStory } from '../../stories/draft.ts';
import { addSection } from '../../stories/sections.ts';
import { nameSpeaker } from '../../stories/who-says.ts';
import { startTranslation } from '../../translation/start-translation.ts';

/** What reads HTML behind the wall: sanitize-html's own parser. Each body that is made safe goes through it once. */
const require = createRequire(createRequire(import.meta.url).resolve('sanitize-html'));
const { Parser: wallParser } = require('htmlparser2') as typeof import('htmlparser2');

const TO_OPEN = 12;
const TO_SAVE = 10;

onEachEngine('the database', (newsroom) => {
  let app: FastifyInstance;
  let maria: Visitor;
  let path = '';
  let statements: () => number;

  beforeAll(async () => {
    await setUpHarbourPost(newsroom());
    await addSection(newsroom(), { name: 'Sea' });
    const counted = countStatements(newsroom());
    statements = counted.statements;
    const desk = await openWholeDesk(counted.newsroom as TestNewsroom);
    app = desk.app;
    maria = await desk.signedIn('chief', 'Maria');
    const paragraphs = Array.from(
      { length: 30 },
      (_, place) => `<p>The harbour master, Nikos Vardas, said gate ${place} is closed untill Monday.</p>`,
    );
    const copy = {
      ...{ headline: 'Gates closed', dek: 'For now', byline: 'Anton', dateline: '', pictureId: null },
      bodyHtml: safeBody(`<p>“The quay is closed,” said Nikos Vardas.</p>${paragraphs.join('')}`),
    };
    const { storyId, editionId } = await draftStory(newsroom(), { copy, language: 'en', hops: [], by });
    for (const words of ['The quay is closed,', 'gate 3 is closed'])
      await nameSpeaker(newsroom(), {
        ...{ editionId, speakerName: 'Nikos Vardas', form: 'direct', words, occasion: '' },
        ...{ standing: 'unverified', hops: [], by },
      });
    await startTranslation(newsroom(), { storyId, fromEditionId: editionId, to: 'el', by });
    path = `/desk/stories/${storyId}`;
  });
  afterAll(() => app.close());

  const get = (url: string) => app.inject({ url, headers: { cookie: maria.cookie, accept: 'text/html' } });

  it(`is asked ${TO_OPEN} times at most to open a story, by whoever comes first and whoever comes again`, async () => {
    for (let look = 0; look < 2; look += 1) {
      statements();
      const page = await get(path);
      expect(page.statusCode).toBe(200);
      expect(page.body).toContain('Nikos Vardas');
      expect(statements()).toBeLessThanOrEqual(TO_OPEN);
    }
  });

  it('is asked no more for the page with all that stands in folds, which comes when one is opened', async () => {
    const lean = await get(path);
    statements();
    const whole = await get(`${path}?whole=1&look=1`);
    expect(statements()).toBeLessThanOrEqual(TO_OPEN);
    expect(lean.body.length * 2).toBeLessThan(whole.body.length);
    const folds = (page: string) => [...page.matchAll(/ data-fold="([^"]+)"/g)].map(([, fold]) => fold);
    expect(new Set(folds(lean.body)).size).toBe(folds(lean.body).length);
    expect(folds(lean.body).length).toBeGreaterThan(8);
    expect(folds(whole.body)).toEqual(folds(lean.body));
    expect(whole.body).not.toContain('data-empty');
    for (const only of ['name="alertHeadline-', 'data-words="For now"'])
      expect([lean, whole].map(({ body }) => body.includes(only))).toEqual([false, true]);
    expect(lean.body).toContain(`<noscript><meta http-equiv="refresh" content="0; url=${path}?whole=1"`);
    expect(whole.body).not.toContain('http-equiv="refresh"');
  });

  /** Saves as the page does; `looking` is called when all is ready but sent. */
  const save = async (bodyHtml: string, looking: () => void) => {
    const page = (await get(`${path}?whole=1`)).body;
    const basedOn = / name="basedOn" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const alert = Object.fromEntries(
      [...page.matchAll(/ name="(alert(?:Headline|Body)-[^"]+)"/g)].map(([, name = '']) => [name, '']),
    );
    expect(Object.keys(alert).length).toBeGreaterThan(1);
    const fields = {
      ...alert,
      _form: tokenIn(page),
      basedOn,
      headline: 'Gates open',
      bodyHtml,
      filed: 'yes',
      repliesOpen: 'yes',
    };
    looking();
    const saved = await app.inject({
      method: 'POST',
      url: `${path}/takes`,
      headers: { ...formHeaders, cookie: maria.cookie, accept: 'application/json' },
      payload: encoded(fields),
    });
    return saved.json();
  };

  it(`is asked ${TO_SAVE} times at most to save what an editor has typed`, async () => {
    const body = '<p>“The quay is closed,” said Nikos Vardas.</p><p>Open again on Monday.</p>';
    expect(await save(body, statements)).toMatchObject({ number: 2 });
    expect(statements()).toBeLessThanOrEqual(TO_SAVE);
  });

  it('is handed a body that was made safe once, however it was typed', async () => {
    const wall = vi.spyOn(wallParser.prototype, 'end');
    // A link is what the second list has to look at; bare paragraphs it need not.
    const typed =
      '<p onclick="x()">“The quay is closed,” said <a href="https://post.example/" onclick="x()">Nikos Vardas</a>.</p><script>y()</script>';
    expect(await save(typed, () => wall.mockClear())).toMatchObject({ number: 3 });
    expect(wall).toHaveBeenCalledTimes(1);
    wall.mockRestore();
    const [edition] = (await getForDesk(newsroom(), path.split('/').at(-1) ?? '')).editions;
    expect(edition?.copy.bodyHtml).toBe(
      '<p>“The quay is closed,” said <a href="https://post.example/" rel="noopener">Nikos Vardas</a>.</p>',
    );
  });

  it('is asked no more for an open page that looks again', async () => {
    const stamps = [...(await get(path)).body.matchAll(/ data-stamp="/g)];
    expect(stamps.length).toBeGreaterThan(4);
    statements();
    expect((await get(`${path}/parts?known=gate.x,statements.x`)).statusCode).toBe(200);
    expect(statements()).toBeLessThanOrEqual(TO_SAVE);
  });
});
