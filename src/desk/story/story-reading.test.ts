/** How often the database is asked for a story at the desk: counted, on both stores, for a story with all that one can have. */
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { countStatements } from '../../../tests/support/count-statements.ts';
import { encoded, formHeaders, tokenIn, type Visitor } from '../../../tests/support/door.ts';
import { setUpHarbourPost } from '../../../tests/support/harbour-post.ts';
import { onEachEngine, type TestNewsroom } from '../../../tests/support/newsroom.ts';
import { openWholeDesk } from '../../../tests/support/whole-desk.ts';
import { theNewsroomItself as by } from '../../newsroom.ts';
import { draftStory } from '../../stories/draft.ts';
import { addSection } from '../../stories/sections.ts';
import { nameSpeaker } from '../../stories/who-says.ts';
import { startTranslation } from '../../translation/start-translation.ts';

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
      bodyHtml: `<p>“The quay is closed,” said Nikos Vardas.</p>${paragraphs.join('')}`,
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

  it(`is asked ${TO_SAVE} times at most to save what an editor has typed`, async () => {
    const page = (await get(path)).body;
    const basedOn = / name="basedOn" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const bodyHtml = '<p>“The quay is closed,” said Nikos Vardas.</p><p>Open again on Monday.</p>';
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
    statements();
    const saved = await app.inject({
      method: 'POST',
      url: `${path}/takes`,
      headers: { ...formHeaders, cookie: maria.cookie, accept: 'application/json' },
      payload: encoded(fields),
    });
    expect(saved.json()).toMatchObject({ number: 2 });
    expect(statements()).toBeLessThanOrEqual(TO_SAVE);
  });

  it('is asked no more for an open page that looks again', async () => {
    const stamps = [...(await get(path)).body.matchAll(/ data-stamp="/g)];
    expect(stamps.length).toBeGreaterThan(4);
    statements();
    expect((await get(`${path}/parts?known=gate.x,statements.x`)).statusCode).toBe(200);
    expect(statements()).toBeLessThanOrEqual(TO_SAVE);
  });
});
