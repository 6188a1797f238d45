/** What an open page of a story asks for when the story has changed: only what it does not show yet. */

import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Visitor } from '../../../tests/support/door.ts';
import { setUpHarbourPost } from '../../../tests/support/harbour-post.ts';
import { onEachEngine } from '../../../tests/support/newsroom.ts';
import { openWholeDesk } from '../../../tests/support/whole-desk.ts';
import { safeBody } from '../../kit/safe-html.ts';
import { theNewsroomItself as by } from '../../newsroom.ts';
import { getForDesk } from '../../stories/desk-read.ts';
import { draftStory } from '../../stories/draft.ts';
import { saveTake } from '../../stories/edit.ts';
import { setEmbargo } from '../../stories/hold-story.ts';
import { nameSpeaker } from '../../stories/who-says.ts';

const SENTENCE = '“The quay is closed,” the harbour master, Nikos Vardas, said.';

onEachEngine('an open page of a story', (newsroom) => {
  let app: FastifyInstance;
  let maria: Visitor;
  let path = '';
  let storyId = '';

  beforeAll(async () => {
    await setUpHarbourPost(newsroom());
    const desk = await openWholeDesk(newsroom());
    app = desk.app;
    maria = await desk.signedIn('chief', 'Maria');
    const paragraphs = Array.from({ length: 30 }, (_, place) => `<p>${SENTENCE} It is gate ${place}.</p>`);
    const copy = {
      ...{ headline: 'Quay closed', dek: '', byline: 'Anton', dateline: '', pictureId: null },
      bodyHtml: safeBody(paragraphs.join('')),
    };
    storyId = (await draftStory(newsroom(), { copy, language: 'en', hops: [], by })).storyId;
    path = `/desk/stories/${storyId}`;
  });
  afterAll(() => app.close());

  const get = (url: string) =>
    app.inject({ url, headers: { cookie: maria.cookie, accept: 'text/html, application/json' } });
  const stampsOn = (page: string) =>
    [...page.matchAll(/<\w+[^>]* data-stamp="[^"]+"[^>]*>/g)].map(([tag]) => {
      const [, id = ''] = / id="([^"]+)"/.exec(tag) ?? [];
      const [, stamp = ''] = / data-stamp="([^"]+)"/.exec(tag) ?? [];
      return `${id}.${stamp}`;
    });
  const partsAfter = async (known: string[]) => {
    const answer = await get(`${path}/parts?known=${known.join(',')}`);
    return { parts: Object.keys(answer.json()).sort(), bytes: answer.body.length };
  };

  it('is sent nothing while it shows what there is', async () => {
    const known = stampsOn((await get(path)).body);
    expect(known.map((one) => one.split('.')[0]).sort()).toEqual(
      [
        'changed',
        'findings',
        'gate',
        'publish-acts',
        'publish-gate',
        'publish-goes-out',
        'remarks',
        'statements',
        'suggestions',
      ].sort(),
    );
    expect(await partsAfter(known)).toEqual({ parts: [], bytes: 2 });
  });

  it('is sent the statement that another has added, and no part that reads as before', async () => {
    const page = (await get(path)).body;
    const known = stampsOn(page);
    const [edition] = (await getForDesk(newsroom(), storyId)).editions;
    if (!edition) throw new Error('no edition');
    const statement = { speakerName: 'Nikos Vardas', form: 'direct' as const, words: 'The quay is closed,' };
    await nameSpeaker(newsroom(), {
      ...{ ...statement, editionId: edition.id, occasion: '', standing: 'unverified', hops: [], by },
    });
    const { parts } = await partsAfter(known);
    expect(parts).toContain('statements');
    expect(parts).not.toContain('gate');
    // Whoever writes looks for suggestions in what they type, see browser/asked-list.ts, and does not ask for these.
    const { bytes } = await partsAfter(known.filter((one) => !one.startsWith('suggestions.')));
    expect(bytes).toBeLessThan(page.length / 5);
  });

  it('is sent what a save has changed of what stands in the way', async () => {
    const known = stampsOn((await get(path)).body);
    const [edition] = (await getForDesk(newsroom(), storyId)).editions;
    if (!edition) throw new Error('no edition');
    const copy = { ...edition.copy, headline: '' };
    await saveTake(newsroom(), { editionId: edition.id, copy, basedOn: edition.takeId, by });
    const { parts } = await partsAfter(known);
    expect(parts).toEqual(['findings', 'gate', 'publish-gate', 'publish-goes-out']);
  });

  it('is sent another thing to press once the story is held: nothing publishes through an embargo', async () => {
    const known = stampsOn((await get(path)).body);
    const until = newsroom().clock.now() + 3_600_000;
    await setEmbargo(newsroom(), { storyId, until, by });
    expect((await partsAfter(known)).parts).toContain('publish-acts');
    const asked = known.filter((one) => one.startsWith('publish-acts.')).join();
    const sent = (await get(`${path}/parts?known=${asked}`)).json()['publish-acts'];
    expect(sent).toContain('Release under embargo');
    expect(sent).not.toContain('/publication');
    await setEmbargo(newsroom(), { storyId, until: null, by });
  });

  it('that there is not is said so', async () => {
    const none = await get('/desk/stories/00000000-0000-7000-8000-000000000000/parts?known=gate.x');
    expect(none.statusCode).toBe(404);
  });
});
