import { expect, it } from 'vitest';
import { openDeskDoor } from '../../../tests/support/door.ts';
import { setUpHarbourPost } from '../../../tests/support/harbour-post.ts';
import { onEachEngine } from '../../../tests/support/newsroom.ts';
import { HOUR } from '../../kit/clock.ts';
import { setEmbargo } from '../../stories/hold-story.ts';
import { registerStoryRoutes } from '../story/story-routes.ts';
import { registerPlanRoutes } from './plan-routes.ts';
import { registerTodayRoutes } from './today-routes.ts';

onEachEngine('the day at the desk', (newsroom) => {
  it('takes a line, gives it to someone, and makes a story of it', async () => {
    await setUpHarbourPost(newsroom());
    const door = await openDeskDoor(newsroom(), (routes, desk) => {
      registerTodayRoutes(routes, desk);
      registerPlanRoutes(routes, desk);
      registerStoryRoutes(routes, desk);
    });
    const editor = await door.signedIn('editor');
    const empty = await editor.get('/desk/today');
    expect([empty.statusCode, empty.body]).toEqual([200, expect.stringContaining('Nothing is planned.')]);
    const line = '14:30 <i>Council</i> votes due 16:00 (City Hall)';
    const added = await editor.send(
      '/desk/today/items',
      { line, day: '2026-11-19', back: '/desk/today' },
      '/desk/today',
    );
    const [, itemId = ''] = /at=([\w-]+)/.exec(added.headers.location ?? '') ?? [];
    const { body } = await editor.get(added.headers.location ?? '');
    expect(body).toContain('&lt;i>Council&lt;/i> votes');
    expect(body).toContain('nobody has it');
    expect(body).toMatch(new RegExp(`<tr data-row="true" id="plan-${itemId}" class="on"`));
    const one = `/desk/today/items/${itemId}`;
    await editor.send(`${one}/assign`, { staff: editor.staff.id, back: '/desk/today' }, '/desk/today');
    const mine = await editor.get(`/desk/today?who=${editor.staff.id}`);
    expect(mine.body).toContain(`id="plan-${itemId}"`);
    expect((await editor.get('/desk/today?who=nobody')).body).not.toContain(`id="plan-${itemId}"`);
    const written = await editor.send(`${one}/story`, {}, '/desk/today');
    expect(written.headers.location).toMatch(/^\/desk\/stories\/[\w-]+$/);
    const story = await editor.get(written.headers.location ?? '');
    expect(story.body).toMatch(new RegExp(`id="planned".*?href="${one}".*?Council.*?due [^<]*16:00`, 's'));
    const twice = await editor.send(`${one}/story`, {}, '/desk/today');
    expect([twice.statusCode, twice.body]).toEqual([409, expect.stringContaining('a story of this already')]);
  });

  it('says which embargo of ours ends with nothing that lets the story out', async () => {
    const door = await openDeskDoor(newsroom(), (routes, desk) => {
      registerTodayRoutes(routes, desk);
      registerPlanRoutes(routes, desk);
    });
    const editor = await door.signedIn('editor');
    const added = await editor.send(
      '/desk/today/items',
      { line: 'The budget, as the mayor has it' },
      '/desk/today',
    );
    const [, itemId = ''] = /at=([\w-]+)/.exec(added.headers.location ?? '') ?? [];
    const written = await editor.send(`/desk/today/items/${itemId}/story`, {}, '/desk/today');
    const storyId = written.headers.location?.split('/').at(-1) ?? '';
    const until = newsroom().clock.now() + 6 * HOUR;
    await setEmbargo(newsroom(), { storyId, until, by: editor.staff });
    const { body } = await editor.get('/desk/today');
    expect(body).toMatch(new RegExp(`id="held-${storyId}".*?our own ends`, 's'));
    await setEmbargo(newsroom(), { storyId, until: until + 48 * HOUR, by: editor.staff });
    expect((await editor.get('/desk/today')).body).not.toContain(`id="held-${storyId}"`);
  });

  it('says of what wants a hand that there is more of it than stands in the list, and leads there', async () => {
    const door = await openDeskDoor(newsroom(), (routes, desk) => {
      registerTodayRoutes(routes, desk);
      registerPlanRoutes(routes, desk);
    });
    const editor = await door.signedIn('editor');
    const late = async () => (await editor.get('/desk/today')).body.match(/id="late-/g)?.length;
    const before = (await late()) ?? 0;
    const add = (at: number) =>
      editor.send(
        '/desk/today/items',
        { line: `10:00 Berth ${at} is painted due 10:30`, day: '2026-11-18', back: '/desk/today' },
        '/desk/today',
      );
    for (let at = before; at < 10; at += 1) await add(at);
    expect(await late()).toBe(10);
    expect((await editor.get('/desk/today')).body).not.toContain('And more of them');
    await add(10);
    expect(await late()).toBe(10);
    expect((await editor.get('/desk/today')).body).toMatch(
      /href="\/desk\/today\?span=week"[^>]*>And more of them<\/a><span class="dim">the first 10 stand here/,
    );
  });

  it('says in words what is wrong with a line, and keeps what was typed', async () => {
    const door = await openDeskDoor(newsroom(), (routes, desk) => {
      registerTodayRoutes(routes, desk);
      registerPlanRoutes(routes, desk);
    });
    const reporter = await door.signedIn('reporter');
    const refused = await reporter.send('/desk/today/items', { line: 'Strike @zorba' }, '/desk/today');
    expect([refused.statusCode, refused.body]).toEqual([
      422,
      expect.stringContaining('Nobody here is called zorba.'),
    ]);
    expect(refused.body).toContain('value="Strike @zorba"');
    const moderator = await door.signedIn('moderator');
    expect((await moderator.get('/desk/today')).statusCode).toBe(403);
  });

  it('leads nowhere else, whatever a form says of where it came from', async () => {
    const door = await openDeskDoor(newsroom(), (routes, desk) => {
      registerTodayRoutes(routes, desk);
      registerPlanRoutes(routes, desk);
    });
    const editor = await door.signedIn('editor');
    for (const back of ['https://evil.example/', '//evil.example', '/desk/today/../sign-out', '/desk/todayx'])
      expect(
        (await editor.send('/desk/today/items', { line: 'A piece', back }, '/desk/today')).headers.location,
      ).toMatch(/^\/desk\/today\?/);
    for (const path of [
      '/desk/today?day=2026-02-30&span=x&after=%00',
      '/desk/today?day=0000-01-01',
      '/desk/today?day=9999-12-31&span=week',
    ])
      expect((await editor.get(path)).statusCode).toBeLessThan(500);
  });

  it('keeps what an editor typed of an item that somebody else changed meanwhile', async () => {
    const door = await openDeskDoor(newsroom(), (routes, desk) => {
      registerTodayRoutes(routes, desk);
      registerPlanRoutes(routes, desk);
    });
    const [one, other] = [await door.signedIn('editor'), await door.signedIn('editor')];
    const added = await one.send('/desk/today/items', { line: 'Two editors' }, '/desk/today');
    const [, itemId = ''] = /at=([\w-]+)/.exec(added.headers.location ?? '') ?? [];
    const path = `/desk/today/items/${itemId}`;
    const basedOn = /name="basedOn" value="(\d+)"/.exec((await one.get(path)).body)?.[1] ?? '';
    const form = { basedOn, what: 'Two editors', day: '2026-11-19', from: '10:00', to: '09:00' };
    const backwards = await one.send(path, form, path);
    expect([backwards.statusCode, backwards.body]).toEqual([
      422,
      expect.stringContaining('It ends before it begins.'),
    ]);
    expect((await one.send(path, { ...form, to: '' }, path)).headers.location).toBe(`${path}?done=saved`);
    const late = await other.send(path, { ...form, to: '', what: 'Words of the other' }, path);
    expect([late.statusCode, late.body]).toEqual([409, expect.stringContaining('Words of the other')]);
    expect(late.body).toContain('Somebody else changed this');
  });

  it('hands over to the next shift, once', async () => {
    const door = await openDeskDoor(newsroom(), (routes, desk) => registerTodayRoutes(routes, desk));
    const [leaves, comes] = [await door.signedIn('editor'), await door.signedIn('reporter')];
    await leaves.send('/desk/today/handovers', { words: 'The ferry is out.\n\nCall at six.' }, '/desk/today');
    const seen = await comes.get('/desk/today');
    const [, handoverId] = /id="handover-([\w-]+)"/.exec(seen.body) ?? [];
    expect(seen.body).toContain('The ferry is out.');
    const take = `/desk/today/handovers/${handoverId}/take`;
    expect((await comes.send(take, {}, '/desk/today')).headers.location).toBe('/desk/today?done=taken');
    const late = await leaves.send(take, {}, '/desk/today');
    expect([late.statusCode, late.body]).toEqual([
      409,
      expect.stringContaining('has taken this over already'),
    ]);
    expect((await leaves.get('/desk/today/handovers')).body).toContain('Call at six.');
  });
});
