/** Remarks through the door: written, answered and settled at a story, and told on the screens of whom they call. */
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSending, type Sending } from '../../../tests/support/alert-cast.ts';
import type { Visitor } from '../../../tests/support/door.ts';
import { setUpHarbourPost } from '../../../tests/support/harbour-post.ts';
import { onEachEngine } from '../../../tests/support/newsroom.ts';
import type { FakeDevice } from '../../../tests/support/push-service.ts';
import { openWholeDesk, type WholeDesk } from '../../../tests/support/whole-desk.ts';
import { MINUTE } from '../../kit/clock.ts';
import { textToHtml } from '../../kit/safe-html.ts';
import { theNewsroomItself } from '../../newsroom.ts';
import { listRemarks } from '../../remarks/remarks.ts';
import { tellScreens } from '../../remarks/screens.ts';
import { getForDesk } from '../../stories/desk-read.ts';
import { draftStory } from '../../stories/draft.ts';
import { saveTake } from '../../stories/edit.ts';

onEachEngine('remarks through the door', (newsroom) => {
  let desk: WholeDesk;
  let sending: Sending;
  let anton: Visitor;
  let petros: Visitor;
  let storyId = '';
  let page = '';
  const MINE = '/desk/remarks';

  beforeAll(async () => {
    await setUpHarbourPost(newsroom());
    sending = await openSending(newsroom());
    const copy = { headline: 'The council votes', dek: '', byline: '', dateline: '', pictureId: null };
    const bodyHtml = textToHtml('The council voted on Thursday.\n\nNobody was against it.');
    const begun = { copy: { ...copy, bodyHtml }, language: 'en', hops: [], by: theNewsroomItself };
    storyId = (await draftStory(newsroom(), begun)).storyId;
    page = `/desk/stories/${storyId}`;
    desk = await openWholeDesk(newsroom());
    anton = await desk.signedIn('reporter', 'Anton Veresov');
    petros = await desk.signedIn('editor', 'Petros Vamvakas');
  });
  afterAll(async () => {
    await desk.app.close();
    await sending.stopSending();
  });

  const threads = () => listRemarks(newsroom(), storyId);
  const write = (words: string, more: Record<string, string> = {}, who = anton) =>
    who.send(`${page}/remarks`, { words, ...more }, `${page}?look=1`);
  const newest = async () => {
    const [thread] = await threads();
    if (!thread) throw new Error('nothing was said');
    return thread.answers.at(-1)?.id ?? thread.id;
  };
  const told = async () => tellScreens(newsroom(), { remarkId: await newest() }, { sender: sending.sender });
  const screenOf = (device: FakeDevice) => {
    const { endpoint, keys } = device.subscription;
    return { endpoint, ...keys, keyId: newsroom().keys.vapid[0]?.id ?? '' };
  };
  const seeAll = (who: Visitor) => who.send(`${MINE}/seen`, {}, MINE);

  it('are written at a sentence, answered, settled and opened again, each by a form of the story', async () => {
    const { editions } = await getForDesk(newsroom(), storyId);
    const written = await write('Who says so?', { place: `${editions[0]?.takeId}.3` });
    expect([written.statusCode, written.headers.location]).toEqual([
      303,
      `${page}?done=remarked&pane=beside#remarks`,
    ]);
    const [{ id = '', sentence } = {}] = await threads();
    expect(sentence).toBe('Nobody was against it.');
    const { body } = await petros.get(`${page}?look=1`);
    for (const part of [
      'Who says so?',
      'Nobody was against it.',
      `remarks/${id}/answer`,
      `remarks/${id}/settlement`,
    ])
      expect(body).toContain(part);
    await petros.send(`${page}/remarks/${id}/answer`, { words: 'The clerk.' }, `${page}?look=1`);
    await petros.send(`${page}/remarks/${id}/settlement`, {}, `${page}?look=1`);
    expect(await threads()).toMatchObject([
      { answers: [{ words: 'The clerk.' }], settledByName: 'Petros Vamvakas' },
    ]);
    await anton.send(`${page}/remarks/${id}/opening`, {}, `${page}?look=1`);
    expect(await threads()).toMatchObject([{ settledAt: null }]);
  });

  it('that are refused stand in their field with the reason, and a sentence that is none is not found', async () => {
    const refused = await write('Ask @zorba about it.');
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('Nobody here is called zorba.');
    expect(refused.body).toMatch(/<textarea[^>]*id="remark-words"[^>]*>Ask @zorba about it\.<\/textarea>/);
    const { editions } = await getForDesk(newsroom(), storyId);
    const none = await write('And this?', { place: `${editions[0]?.takeId}.99` });
    expect(none.statusCode).toBe(404);
    expect((await petros.send(`${page}/remarks/none/settlement`, {}, `${page}?look=1`)).statusCode).toBe(404);
  });

  it('stand on the page of whom they call, over every page as a number, until they are seen', async () => {
    await seeAll(petros);
    await write('A picture, @petros?');
    expect((await petros.get('/desk/today')).body).toContain('aria-label="1 remark calls you"');
    const unseen = await petros.get(`${MINE}/unseen`);
    expect(unseen.json()).toMatchObject({
      unseen: [{ words: 'A picture, @petros?', byName: 'Anton Veresov', storyId }],
    });
    expect(unseen.json().names.map(({ name }: { name: string }) => name)).toContain('Anton Veresov');
    expect((await petros.get(MINE)).body).toContain('A picture, @petros?');
    await seeAll(petros);
    expect((await petros.get(`${MINE}/unseen`)).json().unseen).toEqual([]);
    expect((await petros.get('/desk/today')).body).toContain('data-called="0"');
  });

  it('reach the screens of whom they call while the desk is closed there, once, and not who has looked', async () => {
    const [laptop, phone] = [sending.service.makeDevice(), sending.service.makeDevice()];
    for (const device of [laptop, phone])
      expect((await petros.send('/desk/screens', screenOf(device), MINE)).statusCode).toBe(204);
    await petros.send('/desk/screens', screenOf(laptop), MINE); // said again by the next page of the session
    expect((await petros.get(MINE)).body.match(/Tell it no more/g)).toHaveLength(2);
    await write('The number is wrong, @petros!');
    await told();
    await told(); // the runner may come twice
    for (const { visible, again } of [laptop, phone])
      expect([visible, again]).toEqual([
        [
          {
            title: 'Anton Veresov',
            body: 'The number is wrong, @petros!',
            navigate: `${newsroom().settings.address}${page}#remarks`,
            tag: `remark-${await newest()}`,
            revision: 1,
          },
        ],
        0,
      ]);
    await write('And the name, @petros.');
    await seeAll(petros);
    await told();
    expect(laptop.visible).toHaveLength(1);
    const rows = await newsroom()
      .store.selectFrom('work')
      .select(['event', 'run_at', 'payload_json'])
      .execute();
    const waits = rows.filter(
      ({ event, payload_json }) => event === 'remark-waits' && payload_json.includes('remarkId'),
    );
    expect(Number(waits.at(-1)?.run_at)).toBe(newsroom().clock.now() + 2 * MINUTE);
  });

  it('reach no screen that was ended, whose service knows it no more, or where nobody is signed in', async () => {
    const maria = await desk.signedIn('editor', 'Maria Leontis');
    const [ended, lost, out] = [0, 1, 2].map(() => sending.service.makeDevice()) as [
      FakeDevice,
      FakeDevice,
      FakeDevice,
    ];
    for (const device of [ended, lost]) await maria.send('/desk/screens', screenOf(device), MINE);
    const [, id = ''] = /\/desk\/screens\/([\w-]+)\/end/.exec((await maria.get(MINE)).body) ?? [];
    expect((await petros.send(`/desk/screens/${id}/end`, {}, MINE)).statusCode).toBe(404);
    await maria.send(`/desk/screens/${id}/end`, {}, MINE);
    lost.gone = true;
    ended.gone = true; // whichever of the two was ended: neither is left
    await write('See this, @maria.');
    await told();
    expect((await maria.get(MINE)).body).not.toContain('Tell it no more');
    await maria.send('/desk/screens', screenOf(out), MINE);
    await maria.send('/desk/sign-out', {}, MINE);
    await write('And this, @maria.');
    await told();
    expect(out.visible).toEqual([]);
  });

  it('are tried again where the service cannot be reached, and a subscription that is none is refused', async () => {
    const nina = await desk.signedIn('editor', 'Nina Berg');
    const device = sending.service.makeDevice();
    const given = screenOf(device);
    await nina.send('/desk/screens', given, MINE);
    sending.service.fault = () => ({ status: 503 });
    await write('Look, @nina.');
    await expect(told()).rejects.toThrow(/answered 503/);
    sending.service.fault = () => null;
    await told();
    expect(device.visible).toHaveLength(1);
    for (const wrong of [
      { endpoint: 'https://evil.example/x' },
      { keyId: 'none' },
      { p256dh: 'AAAA' },
      { auth: '' },
    ])
      expect(
        (await nina.send('/desk/screens', { ...given, ...wrong }, MINE)).statusCode,
      ).toBeGreaterThanOrEqual(400);
    expect(
      (await desk.app.inject({ method: 'POST', url: '/desk/screens' })).statusCode,
    ).toBeGreaterThanOrEqual(400);
  });

  it('stand at the sentence that was chosen, also where the page was opened before the copy was saved anew', async () => {
    const formOf = async (path: string) =>
      parseHTML((await anton.get(path)).body).document.querySelector('#remark-form');
    const opened = await formOf(`${page}?look=1`);
    const [edition] = (await getForDesk(newsroom(), storyId)).editions;
    const { id: editionId = '', takeId: basedOn = '', copy } = edition ?? {};
    const bodyHtml = textToHtml('It rained.\n\nThe council voted on Thursday.\n\nNobody was against it.');
    const longer = { ...copy!, bodyHtml };
    await saveTake(newsroom(), { editionId, basedOn, copy: longer, by: theNewsroomItself });
    // The list of sentences comes when it is opened; what else the form holds is of the page as it was opened.
    const whole = await formOf(`${page}?look=1&whole=1`);
    const sentence = 'The council voted on Thursday.';
    const option = [...(whole?.querySelectorAll('option') ?? [])].find(
      (each) => each.textContent === sentence,
    );
    const held = [...(opened?.querySelectorAll('input[type="hidden"]') ?? [])]
      .map((input) => [input.getAttribute('name') ?? '', input.getAttribute('value') ?? ''])
      .filter(([name]) => name !== '_form');
    const sent = { ...Object.fromEntries(held), place: option?.getAttribute('value') ?? '' };
    expect((await write('On which Thursday?', sent)).statusCode).toBe(303);
    const [thread] = await threads();
    expect([thread?.words, thread?.sentence]).toEqual(['On which Thursday?', sentence]);
  });
});
