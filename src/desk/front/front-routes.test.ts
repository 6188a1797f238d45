/** The front at the desk, through the door: what an editor's browser sends, with and without script. */
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Visitor } from '../../../tests/support/door.ts';
import { onEachEngine } from '../../../tests/support/newsroom.ts';
import { openPaper, type Paper } from '../../../tests/support/site-cast.ts';
import { openWholeDesk, type WholeDesk } from '../../../tests/support/whole-desk.ts';
import { keepStand } from '../../fronts/stands.ts';
import { HOUR } from '../../kit/clock.ts';
import { safeBody } from '../../kit/safe-html.ts';
import { fileNewThings } from '../../lookup/file-things.ts';
import { theNewsroomItself } from '../../newsroom.ts';
import { killStory } from '../../stories/kill.ts';

onEachEngine('the front at the desk', (newsroom) => {
  let paper: Paper;
  let desk: WholeDesk;
  let app: FastifyInstance;
  let maria: Visitor;
  let petros: Visitor;
  const ids: Record<string, string> = {};
  const PAGE = '/desk/front';

  beforeAll(async () => {
    paper = await openPaper(newsroom());
    for (const key of ['beach', 'ferry', 'storm', 'vote']) {
      const copy = { headline: `The ${key}` };
      ids[key] = (await paper.publish({ copy, sectionId: paper.sections.sea.id, alertLevel: null })).storyId;
    }
    desk = await openWholeDesk(newsroom());
    app = desk.app;
    maria = await desk.signedIn('editor', 'Maria');
    petros = await desk.signedIn('editor', 'Petros');
  });
  afterAll(() => app.close());

  const versionIn = (html: string) => /name="basedOn" value="(\d+)"/.exec(html)?.[1] ?? '';
  const versionNow = async (section = '') => versionIn((await maria.get(`${PAGE}?section=${section}`)).body);
  const send = async (who: Visitor, path: string, fields: Record<string, string>) =>
    who.send(`${PAGE}${path}`, { basedOn: await versionNow(fields.section), ...fields }, PAGE);
  const act = (what: string, key: string, place = '-', who = maria) =>
    send(who, '/hands', { act: `${what}|${place}|${ids[key]}` });
  const leadOf = (html: string) => /class="item lead[^"]*"[\s\S]*?<h2><a [^>]*>([^<]*)</.exec(html)?.[1];
  const front = async () => (await paper.get('/')).body;

  it('is an editor’s, and shows places, pool, keys and the machine’s rules in words', async () => {
    expect((await (await desk.signedIn('reporter')).get(PAGE)).statusCode).toBe(403);
    const { body } = await maria.get(PAGE);
    for (const part of [
      'Lead</span>',
      'Pair 2',
      'id="front-pool"',
      '<kbd>f</kbd> put the story first',
      'flash before bulletin',
    ])
      expect(body).toContain(part);
    expect(body).toContain('Readers see it so.');
  });

  it('puts a story first for the desk, then for readers, and takes it back', async () => {
    expect((await act('first', 'beach')).headers.location).toBe('/desk/front?language=en');
    expect((await maria.get(PAGE)).body).toContain('Not out yet');
    expect(leadOf(await front())).toBe('The vote');
    expect((await send(petros, '/out', {})).headers.location).toBe('/desk/front?language=en&done=out');
    expect(leadOf(await front())).toBe('The beach');
    await send(maria, '/undo-out', {});
    expect(leadOf(await front())).toBe('The vote');
  });

  it('tells open pages with the commit: what is put out is written down for them though no work was done since', async () => {
    const told = () =>
      newsroom()
        .store.selectFrom('live_events')
        .select('payload_json')
        .where('kind', '=', 'front')
        .orderBy('id', 'desc')
        .execute();
    const before = (await told()).length;
    let rung = 0;
    const silence = newsroom().bell.on('live', () => {
      rung += 1;
    });
    await act('first', 'storm');
    expect((await told()).length).toBe(before);
    await send(maria, '/out', {});
    expect([(await told()).length, (await told())[0]?.payload_json, rung]).toEqual([
      before + 1,
      '{"path":"/"}',
      1,
    ]);
    await send(maria, '/undo-out', {});
    expect([(await told()).length, rung]).toEqual([before + 2, 2]);
    await send(maria, '/out', { basedOn: '0' });
    expect((await told()).length).toBe(before + 2);
    silence();
  });

  it('takes a whole hand from the form, and says beside a field what is wrong there', async () => {
    const form = {
      act: `lay|-|${ids.ferry}`,
      place: 'pair.1',
      hold: 'own',
      headline: 'Ferries, in short',
      kicker: 'Sea',
    };
    const refused = await send(maria, '/hands', { ...form, until: '2026-11-01T10:00' });
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('That time has passed.');
    expect(refused.body).toContain('Ferries, in short</textarea>');
    const laid = await send(maria, '/hands', { ...form, hold: 'evening', related: ids.storm! });
    expect(laid.statusCode).toBe(303);
    const { body } = await maria.get(PAGE);
    expect(body).toMatch(/held until (19 Nov )?18:00/);
    expect(body).toContain('Ferries, in short');
    await send(maria, '/drop', {});
  });

  it('takes the time that is typed, though the choice beside it was left as it stood', async () => {
    const typed = { act: `lay|-|${ids.ferry}`, place: 'pair.1', hold: 'usual', holdThen: 'usual' };
    const time = { until: '2026-11-20T10:05', untilThen: '2026-11-20T18:00' };
    await send(maria, '/hands', { ...typed, ...time });
    expect((await maria.get(PAGE)).body).toContain('held until 20 Nov 10:05');
    await send(maria, '/hands', { ...typed, ...time, hold: 'midnight' });
    expect((await maria.get(PAGE)).body).toContain('held until 20 Nov 00:00');
    await send(maria, '/hands', {
      ...typed,
      ...time,
      until: time.untilThen,
      hold: 'morning',
      holdThen: 'own',
    });
    expect((await maria.get(PAGE)).body).toMatch(/held until (20 Nov )?06:00/);
    const form = (await maria.get(`${PAGE}?language=en&story=${ids.ferry}`)).body;
    expect(form).toContain('name="holdThen" value="own"');
    const [, untilThen] = /name="untilThen" value="([^"]+)"/.exec(form) ?? [];
    expect(form).toContain(`name="until" value="${untilThen}"`);
    await send(maria, '/drop', {});
  });

  it('says of a story that was chosen to stand under another where it stands instead', async () => {
    await send(maria, '/hands', { act: `to|middle.2|${ids.storm}` });
    await send(maria, '/hands', {
      ...{ act: `lay|-|${ids.beach}`, place: 'lead.1', hold: 'usual', packageName: 'The coast' },
      related: ids.storm!,
    });
    expect((await maria.get(PAGE)).body).toMatch(/not under it: “The storm” stands at (Middle|Pair) \d/);
    await send(maria, '/hands', { act: `let-go|-|${ids.storm}` });
    expect((await maria.get(PAGE)).body).not.toContain('not under it');
    await send(maria, '/drop', {});
  });

  it('tells open pages when a hand on it ends next, and the desk’s page that one has', async () => {
    const handsOn = async () => /data-hands="([^"]*)"/.exec((await maria.get(PAGE)).body)?.[1] ?? '';
    const lay = { act: `lay|-|${ids.ferry}`, place: 'pair.1', hold: '2h' };
    const end = newsroom().clock.now() + 2 * HOUR;
    await send(maria, '/hands', lay);
    await send(maria, '/hands', { ...lay, section: 'sea', place: 'list.1' });
    await send(maria, '/out', {});
    await send(maria, '/out', { section: 'sea' });
    for (const path of ['/', '/sea']) expect((await paper.get(path)).body).toContain(`data-until="${end}"`);
    expect(await handsOn()).toBe(ids.ferry);
    newsroom().clock.pass(2 * HOUR);
    for (const path of ['/', '/sea']) expect((await paper.get(path)).body).not.toContain('data-until="');
    maria = await desk.signedIn('editor', 'Maria');
    petros = await desk.signedIn('editor', 'Petros');
    expect(await handsOn()).toBe('');
  });

  it('refuses what was done on an older page, says who did what, and offers to do it all the same', async () => {
    const basedOn = await versionNow();
    await act('first', 'storm', '-', petros);
    const late = await maria.send(`${PAGE}/hands`, { basedOn, act: `to|pair.1|${ids.ferry}` }, PAGE);
    expect(late.statusCode).toBe(409);
    expect(late.body).toContain('Petros laid a hand on a story: “The storm”');
    expect(late.body).toContain('Put at a place: “The ferry”, at Pair 1.');
    const again = { basedOn: versionIn(late.body), act: `to|pair.1|${ids.ferry}` };
    expect((await maria.send(`${PAGE}/hands`, again, PAGE)).statusCode).toBe(303);
    await send(maria, '/undo', {});
    expect((await maria.get(PAGE)).body).not.toContain('held until something');
    await send(maria, '/drop', {});
  });

  it('says in words that a killed story stands on no front', async () => {
    const { storyId } = await paper.publish({ copy: { headline: 'The hoax' }, alertLevel: null });
    await killStory(newsroom(), { storyId, notice: 'It was false.', by: maria.staff });
    ids.hoax = storyId;
    const refused = await act('first', 'hoax');
    expect(refused.statusCode).toBe(409);
    expect(refused.body).toContain('“The hoax” is withdrawn');
  });

  it('says of a hand whose story was withdrawn that it has left, and not that it gave a place up', async () => {
    const { storyId } = await paper.publish({ copy: { headline: 'The rumour' }, alertLevel: null });
    ids.rumour = storyId;
    await act('first', 'rumour');
    await killStory(newsroom(), { storyId, notice: 'It was false.', by: maria.staff });
    const { body } = await maria.get(PAGE);
    expect(body).toContain(`id="idle-${storyId}"`);
    expect(body).toContain('withdrawn or held: it has left');
    expect(body).not.toContain('gave up');
    await send(maria, '/drop', {});
  });

  it('notes that a story’s headline changed under the front’s', async () => {
    await send(maria, '/hands', { act: `lay|-|${ids.vote}`, hold: '2h', headline: 'They vote' });
    expect((await maria.get(PAGE)).body).not.toContain('was changed since');
    await newsroom()
      .store.updateTable('takes')
      .set({ headline: 'The vote is off' })
      .where('headline', '=', 'The vote')
      .execute();
    expect((await maria.get(PAGE)).body).toContain('headline was changed since: “The vote is off”');
    await send(maria, '/drop', {});
  });

  it('finds any published story for the pool by the desk’s search, and shows how many read each line and how they came', async () => {
    // By a word of its text: of the newest only headlines are looked through, so that the desk's search must have found it.
    const old = await paper.publish({
      copy: { headline: 'Census at the dunes', bodyHtml: safeBody('<p>The aardvarks were counted.</p>') },
      alertLevel: null,
    });
    await fileNewThings(newsroom());
    const found = await maria.get(`${PAGE}?language=en&words=aardvarks`);
    expect(found.body).toContain(`id="pool-${old.storyId}"`);
    expect(found.body).not.toContain(`id="pool-${ids.beach}"`);
    expect((await maria.get(`${PAGE}?language=en&words=nothingofthekind`)).body).toContain(
      'Nothing that readers have',
    );
    ids.aardvark = old.storyId;
    expect((await act('first', 'aardvark')).statusCode).toBe(303);
    await newsroom()
      .store.insertInto('readership_now')
      .values({
        ...{ process: 'one', subject: `story:${old.storyId}` },
        ...{ minute: 7, hour: 40, open: 3, at: newsroom().clock.now() },
      })
      .execute();
    await newsroom()
      .store.insertInto('readership_hours')
      .values({
        ...{ subject: `story:${old.storyId}`, language: 'en', way: 'search', reads: 31 },
        hour_at: Math.floor(newsroom().clock.now() / HOUR) * HOUR,
      })
      .execute();
    const { body } = await maria.get(PAGE);
    expect(body).toContain('7 this minute · 40 this hour · 3 open');
    expect(body).toContain('from a search engine 31');
    await send(maria, '/drop', {});
  });

  it('has a proof that opens by its address for an hour, and nobody keeps it', async () => {
    await act('first', 'ferry');
    const { body } = await maria.get(`${PAGE}/proof?language=en`);
    const path = /src="(\/proof\?[^"]*)"/.exec(body)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const proof = await paper.get(path);
    expect(leadOf(proof.body)).toBe('The ferry');
    expect(proof.headers['cache-control']).toBe('no-store');
    expect(leadOf(await front())).not.toBe('The ferry');
    const other = path.replace(/(?<=key=)./, (sign) => (sign === 'x' ? 'y' : 'x'));
    expect((await paper.get(other)).statusCode).toBe(404);
    newsroom().clock.pass(HOUR + 1);
    expect((await paper.get(path)).statusCode).toBe(404);
    maria = await desk.signedIn('editor', 'Maria');
    petros = await desk.signedIn('editor', 'Petros');
    await send(maria, '/drop', {});
  });

  it('puts a banner up and takes it down; a page that does not know it is refused', async () => {
    const up = (words: string, basedOn = '') =>
      maria.send(
        `${PAGE}/banner`,
        { language: 'en', words, basedOn, story: ids.storm!, until: '2026-11-19T18:30' },
        PAGE,
      );
    const tooLate = await up('Storm');
    const clock = newsroom().clock.now();
    if (clock < Date.UTC(2026, 10, 19, 16, 30)) expect(tooLate.headers.location).toContain('done=banner');
    expect((await up('Another')).body).toContain('has put another banner up meanwhile: “Storm”');
    const { body } = await maria.get(PAGE);
    const [, basedOn = ''] = /banner\/end">[\s\S]*?name="basedOn" value="([^"]+)"/.exec(body) ?? [];
    await maria.send(`${PAGE}/banner/end`, { language: 'en', basedOn }, PAGE);
    expect(await front()).not.toContain('class="banner"');
  });

  it('has a front of each section, and of a past minute', async () => {
    const sea = { section: 'sea', language: 'en' };
    const laid = await send(maria, '/hands', { ...sea, act: `first|-|${ids.beach}` });
    expect(laid.headers.location).toBe('/desk/front?language=en&section=sea');
    await send(maria, '/out', sea);
    expect((await paper.get('/sea')).body.indexOf('The beach')).toBeLessThan(
      (await paper.get('/sea')).body.indexOf('The ferry'),
    );
    const past = await maria.get(`${PAGE}/past?language=en&at=2026-11-19T10:00`);
    expect(past.body).toContain('it is not known what stood there');
  });

  it('shows the page of a past minute as readers saw it, and nothing of what was withdrawn since, whoever looks', async () => {
    const name = { language: 'en', sectionId: null };
    await send(maria, '/hands', { act: `lay|lead.1|${ids.vote}`, headline: 'A vote for the harbour' });
    const typed = { place: 'lead.1', size: 'bigger', kicker: 'Council', until: '', picture: 'usual' };
    await send(maria, '/hands', { ...typed, act: `lay|-|${ids.vote}`, headline: 'Voted at last' });
    await send(maria, '/out', {});
    await keepStand(newsroom(), name);
    const then = newsroom().clock.now();
    newsroom().clock.pass(HOUR);
    await killStory(newsroom(), { storyId: ids.vote ?? '', notice: 'It was false.', by: theNewsroomItself });
    await keepStand(newsroom(), name);
    const desk = await maria.get(`${PAGE}/past?language=en&since=${then}`);
    const address = /<iframe[^>]* src="([^"]+)"/.exec(desk.body)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect(address).toContain('stood=');
    const seen = await paper.get(address);
    expect(seen.statusCode).toBe(200);
    expect(seen.body).toContain('<article class="item withdrawn');
    expect(seen.headers['content-security-policy']).toContain('sandbox allow-same-origin'); // no script makes it today's
    for (const other of ['The beach', 'The ferry']) expect(seen.body).toContain(other);
    for (const { body } of [seen, desk])
      for (const gone of ['The vote', 'Voted at last', 'A vote for the harbour', 'the-vote'])
        expect(body).not.toContain(gone);
    expect(desk.body).toContain('Withdrawn since');
    expect((await paper.get(address.replace(/stood=\w+/, 'stood=1'))).statusCode).toBe(404);
    newsroom().clock.pass(HOUR + 1);
    expect((await paper.get(address)).statusCode).toBe(404);
  });
});
