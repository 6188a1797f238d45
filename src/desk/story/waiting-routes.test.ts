/** A story that is out, at the desk: what a reporter or an editor sends, two at once, and what readers get of it. */

import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Visitor } from '../../../tests/support/door.ts';
import { setUpHarbourPost } from '../../../tests/support/harbour-post.ts';
import { onEachEngine } from '../../../tests/support/newsroom.ts';
import { openWholeDesk } from '../../../tests/support/whole-desk.ts';
import { writeAlert } from '../../alerts/alert.ts';
import { publishedFacts } from '../../alerts/queries.ts';
import { MINUTE } from '../../kit/clock.ts';
import { safeBody } from '../../kit/safe-html.ts';
import { theNewsroomItself } from '../../newsroom.ts';
import { getForDesk } from '../../stories/desk-read.ts';
import { draftStory } from '../../stories/draft.ts';
import { getPublished } from '../../stories/read.ts';
import { publishDue } from '../../stories/schedule.ts';
import { addSection, listSections } from '../../stories/sections.ts';

onEachEngine('of a story that is out', (newsroom) => {
  let app: FastifyInstance;
  let petros: Visitor;
  let anton: Visitor;
  let maria: Visitor;
  let sections: Record<string, string>;
  let made = 0;

  beforeAll(async () => {
    await setUpHarbourPost(newsroom());
    for (const name of ['City', 'Sport']) await addSection(newsroom(), { name });
    sections = Object.fromEntries((await listSections(newsroom())).map(({ name, id }) => [name, id]));
    const desk = await openWholeDesk(newsroom());
    app = desk.app;
    petros = await desk.signedIn('editor', 'Petros');
    anton = await desk.signedIn('reporter', 'Anton');
    maria = await desk.signedIn('chief', 'Maria');
  });
  afterAll(() => app.close());

  const drafted = async () => {
    const copy = { headline: `Night ferry ${made++}`, dek: '', byline: '', dateline: '', pictureId: null };
    const bodyHtml = safeBody('<p>“The ferry stays,” said Ada Lind.</p>');
    const begun = { copy: { ...copy, bodyHtml }, language: 'en', hops: [], by: theNewsroomItself };
    const story = await draftStory(newsroom(), { ...begun, sectionId: sections.City ?? null });
    return { ...story, path: `/desk/stories/${story.storyId}` };
  };
  const leave = (visitor: Visitor, path: string) =>
    visitor.send(`${path}/lock/release`, {}, `${path}?look=1`);
  const published = async () => {
    const story = await drafted();
    await petros.send(`${story.path}/publication`, {}, story.path);
    await leave(petros, story.path);
    return story;
  };
  const readers = async (editionId: string) => {
    const story = await getPublished(newsroom(), editionId);
    return (
      story && {
        path: story.path,
        level: story.alertLevel,
        topics: story.topics.length,
        open: story.repliesOpen,
      }
    );
  };

  it('a reporter moves neither the address nor the section, topics or replies; the page says what waits', async () => {
    const { storyId, editionId, path } = await published();
    const before = await readers(editionId);
    const filing = {
      filed: 'yes',
      sectionId: sections.Sport ?? '',
      topics: 'Port',
      alertLevel: 'flash',
      slug: 'elsewhere',
    };
    const saved = await anton.send(`${path}/takes`, { ...filing, headline: 'Another headline' }, path);
    expect(saved.headers.location).toBe(`${path}?done=saved`);
    expect(await readers(editionId)).toEqual(before);
    expect((await getForDesk(newsroom(), storyId)).notPublished).toEqual([
      'copy',
      'section',
      'topics',
      'replies',
    ]);
    const page = (await anton.get(path)).body;
    expect(page).toContain('Not published: copy, section, topics, replies.');
    expect(page).not.toMatch(/action="[^"]*\/(hops|statements|publication|corrections)"/);
  });

  it('what readers see at once is refused to a reporter, in words, and nothing changes', async () => {
    const { storyId, editionId, path } = await drafted();
    const said = {
      speakerName: 'Ada Lind',
      words: '“The ferry stays,”',
      form: 'direct',
      standing: 'unverified',
      occasion: '',
    };
    await anton.send(`${path}/statements`, said, path);
    await leave(anton, path);
    await petros.send(`${path}/publication`, {}, path);
    await leave(petros, path);
    const statements = () =>
      newsroom().store.selectFrom('statements').selectAll().where('edition_id', '=', editionId).execute();
    const [before] = await statements();
    const acts: [string, Record<string, string>][] = [
      [`statements/${before?.id}/standing`, { standing: 'denied', answer: 'They deny it.' }],
      [`statements/${before?.id}/removal`, {}],
      ['statements', { ...said, words: 'Ada Lind' }],
      ['hops', { party: 'Radio Nowhere', act: 'said' }],
      ['suggestions/confirmed', { digest: 'any' }],
    ];
    for (const [act, fields] of acts.slice(0, 4)) {
      const refused = await anton.send(`${path}/${act}`, fields, path);
      expect([act, refused.statusCode]).toEqual([act, 403]);
      expect(refused.body).toContain('an editor changes it');
    }
    expect(await statements()).toEqual([before]);
    expect((await getForDesk(newsroom(), storyId)).hops).toEqual([]);
    await leave(anton, path);
    const done = await petros.send(`${path}/statements/${before?.id}/standing`, { standing: 'denied' }, path);
    expect(done.statusCode).toBe(303);
  });

  it('an autosaved level is no flash, and telling readers publishes the level and nothing else', async () => {
    const { storyId, editionId, path } = await published();
    const filing = {
      filed: 'yes',
      repliesOpen: 'yes',
      alertLevel: 'urgent',
      sectionId: sections.Sport ?? '',
    };
    await petros.send(`${path}/takes`, filing, path);
    expect(await readers(editionId)).toMatchObject({ level: null });
    await petros.send(`${path}/telling`, filing, path);
    expect(await readers(editionId)).toMatchObject({
      level: 'urgent',
      path: expect.stringMatching(/^\/city\//),
    });
    expect((await getForDesk(newsroom(), storyId)).notPublished).toEqual(['section']);
  });

  it('a flash that waits is not published without its word', async () => {
    const { storyId, editionId, path } = await published();
    await leave(petros, path);
    const filing = { filed: 'yes', repliesOpen: 'yes', alertLevel: 'flash', sectionId: sections.City ?? '' };
    const refused = await maria.send(`${path}/publication`, filing, path);
    expect(refused.body).toContain('Type the word flash');
    expect(await readers(editionId)).toMatchObject({ level: null });
    await maria.send(`${path}/publication`, { ...filing, flashWord: 'flash' }, path);
    for (const facts of await publishedFacts(newsroom(), storyId)) await writeAlert(newsroom(), facts);
    expect(await readers(editionId)).toMatchObject({ level: 'flash' });
  });

  it('a correction with only the section changed asks first, then takes the section along', async () => {
    const { editionId, path } = await published();
    const fields = {
      filed: 'yes',
      repliesOpen: 'yes',
      sectionId: sections.Sport ?? '',
      notice: 'It is sport.',
    };
    const asked = await petros.send(`${path}/corrections`, fields, path);
    expect(asked.body).toContain('reads as readers have it');
    expect(asked.body).toContain('It is sport.');
    expect(await readers(editionId)).toMatchObject({ path: expect.stringMatching(/^\/city\//) });
    await petros.send(`${path}/corrections`, { ...fields, noticeAlone: 'yes' }, path);
    expect(await readers(editionId)).toMatchObject({ path: expect.stringMatching(/^\/sport\//) });
  });

  it('a scheduled story takes nothing from a reporter, and an editor’s change keeps it at the desk, in words', async () => {
    const { storyId, editionId, path } = await drafted();
    await petros.send(`${path}/schedule`, { publishAt: '2026-11-20T09:30' }, path);
    await leave(petros, path);
    const page = (await anton.get(path)).body;
    expect(page).toContain('an editor changes it');
    const refused = await anton.send(`${path}/takes`, { headline: 'Replaced' }, path);
    expect(refused.statusCode).toBe(403);
    await leave(anton, path);
    await petros.send(`${path}/takes`, { headline: 'Half a head' }, path);
    expect((await petros.get(path)).body).toContain(
      'copy changed since it was scheduled. Schedule it again.',
    );
    newsroom().clock.pass(Date.UTC(2026, 10, 20, 7, 31) - newsroom().clock.now());
    await publishDue(newsroom(), { storyId });
    expect(await readers(editionId)).toBeNull();
    expect((await petros.get(path)).body).toContain('Changed since it was scheduled: copy.');
    expect((await petros.get('/desk/stories')).body).toContain('did not go out');
  });

  it('two who publish at once publish once each, and what one filed the other does not undo', async () => {
    const { storyId, editionId, path } = await published();
    const page = (await petros.get(path)).body;
    const token = /name="_form" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const filing = { _form: token, filed: 'yes', repliesOpen: 'yes', sectionId: sections.Sport ?? '' };
    newsroom().clock.pass(MINUTE);
    const answers = await Promise.all([1, 2, 3].map(() => petros.post(`${path}/publication`, filing)));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([303, 303, 303]);
    expect(await readers(editionId)).toMatchObject({ path: expect.stringMatching(/^\/sport\//) });
    expect((await getForDesk(newsroom(), storyId)).notPublished).toEqual([]);
  });
});
