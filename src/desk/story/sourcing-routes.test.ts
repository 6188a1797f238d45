/** Who says what, at the desk: suggested, confirmed, refused, and speakers kept in order, as an editor's browser asks. */

import { afterAll, beforeAll, expect, it } from 'vitest';
import { type DeskDoor, openDeskDoor, type Visitor } from '../../../tests/support/door.ts';
import { onEachEngine } from '../../../tests/support/newsroom.ts';
import { safeBody } from '../../kit/safe-html.ts';
import { theNewsroomItself } from '../../newsroom.ts';
import { findSpeakerByName } from '../../sourcing/speakers.ts';
import { draftStory } from '../../stories/draft.ts';
import { setUpMasthead } from '../../stories/masthead.ts';
import { listStatements } from '../../stories/statements.ts';
import { registerSpeakerRoutes } from '../paper/speaker-routes.ts';
import { registerStoryRoutes } from './story-routes.ts';
import { registerSuggestionRoutes } from './suggestion-routes.tsx';

const bodyHtml = safeBody(
  '<p>“The engineer noted it,” Eleni Doukas, head of the inquiry, told Radio Thalassa. “Nobody acted.”</p>' +
    '<p>Stavros Mantas said that the pumps were new.</p>',
);

onEachEngine('who says what, at the desk', (newsroom) => {
  let door: DeskDoor;
  let editor: Visitor;
  let story: { path: string; editionId: string };
  beforeAll(async () => {
    const by = theNewsroomItself;
    const paper = { name: 'The Harbour Post', tagline: '', language: 'en', timeZone: 'UTC', contact: '' };
    await setUpMasthead(newsroom(), { ...paper, by });
    door = await openDeskDoor(newsroom(), (routes, desk) => {
      registerStoryRoutes(routes, desk);
      registerSuggestionRoutes(routes, desk);
      registerSpeakerRoutes(routes, desk);
    });
    editor = await door.signedIn('editor');
    const copy = { headline: 'Leak', dek: '', byline: 'Anton', dateline: '', bodyHtml, pictureId: null };
    const { storyId, editionId } = await draftStory(newsroom(), { copy, language: 'en', hops: [], by });
    story = { path: `/desk/stories/${storyId}`, editionId };
  });
  afterAll(() => door.app.close());

  const post = (path: string, fields: Record<string, string>) => editor.send(path, fields, story.path);
  const page = async () => (await editor.get(story.path)).body;
  const digestOf = (html: string, words: string) => {
    const item =
      html
        .split('class="fact said-line suggestion')
        .slice(1)
        .find((part) => part.includes(words)) ?? '';
    return /name="digest" value="([0-9a-f]+)"/.exec(item)?.[1] ?? '';
  };

  it('is suggested beside the copy and is nobody’s word until it is confirmed', async () => {
    const html = await page();
    expect(html).toContain('Perhaps said · 2');
    expect(await listStatements(newsroom(), story.editionId)).toEqual([]);
    const confirmed = await post(`${story.path}/suggestions/confirmed`, {
      digest: digestOf(html, 'noted it'),
    });
    expect(confirmed.statusCode).toBe(303);
    const kept = await listStatements(newsroom(), story.editionId);
    expect(kept.map(({ words, speaker, form }) => [words, speaker.name, form])).toEqual([
      ['“The engineer noted it,”', 'Eleni Doukas', 'direct'],
      ['“Nobody acted.”', 'Eleni Doukas', 'direct'],
    ]);
    expect(kept[0]).toMatchObject({
      speakerRole: 'head of the inquiry',
      hops: [{ party: 'Radio Thalassa' }],
      standing: 'unverified',
    });
    expect(await page()).toContain('Perhaps said · 1');
  });

  it('is put right in the same act, and said anew in its standing', async () => {
    const digest = digestOf(await page(), 'pumps were new');
    const mended = {
      digest,
      speakerName: 'Stavros Mantas',
      speakerRole: 'Harbour master',
      standing: 'disputed',
      answer: 'The yard did not answer.',
      through: 'Coast Agency — ?',
    };
    await post(`${story.path}/suggestions/confirmed`, mended);
    const statement = (await listStatements(newsroom(), story.editionId)).find(
      ({ speaker }) => speaker.name === 'Stavros Mantas',
    );
    expect(statement).toMatchObject({
      standing: 'disputed',
      answer: 'The yard did not answer.',
      hops: [{ party: 'Coast Agency' }, { party: '' }],
    });
    await post(`${story.path}/statements/${statement?.id}/standing`, {
      standing: 'confirmed',
      standingNote: 'We saw the bill.',
      answer: '',
    });
    expect(
      (await listStatements(newsroom(), story.editionId)).find(({ id }) => id === statement?.id),
    ).toMatchObject({ standing: 'confirmed', standingNote: 'We saw the bill.' });
  });

  it('is looked for in copy that is not saved, and not told again once refused', async () => {
    const typed = '<p>Anna Rigas said that the tide was low.</p>';
    const look = async () => (await post(`${story.path}/suggestions`, { bodyHtml: typed })).body;
    const html = await look();
    expect(html).toContain('Anna Rigas');
    await post(`${story.path}/suggestions/refused`, { digest: digestOf(html, 'tide was low') });
    expect(await look()).not.toContain('Anna Rigas');
    const gone = await post(`${story.path}/suggestions/confirmed`, { digest: 'nothing' });
    expect(gone.statusCode).toBe(404);
  });

  it('leads back to where the hand was, with what was done said in that pane', async () => {
    const words = 'Nobody acted.';
    const added = await post(`${story.path}/statements`, {
      words,
      speakerName: 'Anna Rigas',
      form: 'direct',
    });
    const list = `${story.path}?done=statement&pane=beside#statements`;
    expect(added.headers.location).toBe(list);
    const statement = (await listStatements(newsroom(), story.editionId)).find(
      ({ speaker }) => speaker.name === 'Anna Rigas',
    );
    const at = `${story.path}/statements/${statement?.id}`;
    const anew = await post(`${at}/standing`, { standing: 'confirmed', standingNote: 'We heard it.' });
    const own = `said-${statement?.id}`;
    expect(anew.headers.location).toBe(`${story.path}?done=statement&pane=beside#${own}`);
    const { body } = await editor.get(list.replace(/#.*/, ''));
    const [copy = '', beside = ''] = body.split('id="beside"');
    expect(beside).toContain('The statement is kept.');
    expect(copy).not.toContain('The statement is kept.');
    expect(copy).toMatch(/class="tab-beside" checked/);
    for (const place of ['findings', 'suggestions', 'statements', own])
      expect(beside).toContain(`id="${place}"`);
    const gone = await post(`${at}/removal`, {});
    expect(gone.headers.location).toBe(`${story.path}?done=unsaid&pane=beside#statements`);
    const steps = await post(`${story.path}/hops`, {});
    expect(steps.headers.location).toBe(`${story.path}?done=steps&pane=beside#steps`);
  });

  it('that is refused stands in its form as it was typed, in the pane that shows it', async () => {
    const typed = {
      words: 'Nobody said so',
      speakerName: 'Anna Rigas',
      occasion: 'on deck',
      form: 'indirect',
    };
    const { statusCode, body } = await post(`${story.path}/statements`, typed);
    expect(statusCode).toBe(422);
    expect(body).toMatch(/<textarea id="words"[^>]*>Nobody said so<\/textarea>/);
    expect(body).toMatch(/id="speakerName"[^>]*value="Anna Rigas"/);
    expect(body).toMatch(/id="occasion"[^>]*value="on deck"/);
    expect(body).toMatch(/<option value="indirect" selected/);
    expect(body).toMatch(/value="beside" class="tab-beside" checked/);
    const tie = await post(`${story.path}/ties`, { tiedTo: 'no-such-story', tieKind: 'updates' });
    expect(tie.body).toMatch(/id="tiedTo"[^>]*value="no-such-story"/);
    expect(tie.body).toMatch(/<option value="updates" selected/);
    expect(await page()).toMatch(/value="copy" class="tab-copy" checked/);
  });

  it('stands under one name that editors keep', async () => {
    const doukas = await findSpeakerByName(newsroom(), 'Eleni Doukas');
    const mantas = await findSpeakerByName(newsroom(), 'Stavros Mantas');
    expect((await editor.get('/desk/speakers?q=doukas')).body).toContain('Eleni Doukas');
    const facts = {
      name: 'Eleni Doukas',
      variants: 'Ελένη Δούκα\n',
      title: 'Head of the inquiry',
      since: '2026-01-05',
      until: '',
      inConflict: 'yes',
    };
    expect((await post(`/desk/speakers/${doukas?.id}`, facts)).statusCode).toBe(303);
    expect(await findSpeakerByName(newsroom(), 'ΕΛΕΝΗ ΔΟΥΚΑ')).toMatchObject({
      inConflict: true,
      roles: [{ title: 'Head of the inquiry' }],
    });
    const taken = await post(`/desk/speakers/${doukas?.id}`, { ...facts, variants: 'Stavros Mantas' });
    expect([taken.statusCode, taken.body]).toEqual([422, expect.stringContaining('Merge the two instead')]);
    await post(`/desk/speakers/${doukas?.id}/merge`, { other: mantas?.id ?? '' });
    expect((await findSpeakerByName(newsroom(), 'Stavros Mantas'))?.id).toBe(doukas?.id);
    const [statement] = (await listStatements(newsroom(), story.editionId)).filter(({ words }) =>
      words.includes('pumps'),
    );
    await post(`/desk/speakers/${doukas?.id}/split`, {
      newName: 'Stavros Mantas',
      statement: statement?.id ?? '',
    });
    expect(
      (await listStatements(newsroom(), story.editionId)).find(({ id }) => id === statement?.id)?.speaker
        .name,
    ).toBe('Stavros Mantas');
    const reporter = await door.signedIn('reporter');
    expect(
      (await reporter.send(`/desk/speakers/${doukas?.id}/merge`, { other: '' }, story.path)).statusCode,
    ).toBe(403);
  });
});
