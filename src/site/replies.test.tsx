import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encoded, formHeaders, openDoor, tokenIn } from '../../tests/support/door.ts';
import { openTestNewsroom, type TestNewsroom } from '../../tests/support/newsroom.ts';
import { openLiveHub } from '../alerts/live/live-hub.ts';
import { HOUR, MINUTE } from '../kit/clock.ts';
import { safeBody } from '../kit/safe-html.ts';
import { theNewsroomItself } from '../newsroom.ts';
import { answerReply, approveReply } from '../replies/moderate.ts';
import { listHeld } from '../replies/read-replies.ts';
import { addStaff } from '../staff/staff.ts';
import { draftStory } from '../stories/draft.ts';
import { setUpMasthead } from '../stories/masthead.ts';
import { publishStory } from '../stories/publish.ts';
import { getPublished } from '../stories/read.ts';
import { render } from '../views/document.tsx';
import { findFrame } from './answer.tsx';
import { openPageCache } from './page-cache.ts';
import { Replies } from './replies.tsx';
import { loadReplies, registerReplyRoutes } from './reply-routes.tsx';

const by = theNewsroomItself;
const good = { name: 'Ana Reis', address: 'ana.reis@reader.example', text: 'The ferry was late again.' };

describe('replies on the site', () => {
  let newsroom: TestNewsroom;
  let app: FastifyInstance;
  let storyId: string;
  let editionId: string;

  beforeAll(async () => {
    newsroom = await openTestNewsroom();
    const paper = { name: 'The Harbour Post', tagline: '', language: 'en', timeZone: 'UTC', contact: '' };
    await setUpMasthead(newsroom, { ...paper, by });
    const copy = { headline: 'Das Schiff kam spät', dek: '', byline: '', dateline: '', pictureId: null };
    const draft = { copy: { ...copy, bodyHtml: safeBody('<p>Spät.</p>') }, language: 'de', hops: [], by };
    ({ storyId, editionId } = await draftStory(newsroom, draft));
    await publishStory(newsroom, { storyId, by });
    const pages = openPageCache(newsroom, { headers: {} });
    app = await openDoor(newsroom, (door) =>
      registerReplyRoutes(door, { newsroom, pageCache: pages, liveHub: openLiveHub(newsroom) }),
    );
  });
  afterAll(async () => {
    await app.close();
    await newsroom.close();
  });

  const shown = async () => {
    const story = await getPublished(newsroom, editionId);
    const frame = await findFrame(newsroom);
    return render(<Replies {...(await loadReplies(newsroom, frame!, story!))} />);
  };
  const send = (fields: Record<string, string>) => {
    const payload = encoded(fields);
    return app.inject({ method: 'POST', url: `/replies/${storyId}`, headers: formHeaders, payload });
  };

  it('begin with a form that says what becomes of the address', async () => {
    const html = await shown();
    expect(html).toContain('Nobody has replied yet.');
    expect(html).toContain('Never shown, only for the desk');
    expect(html).toContain('Replies are read before they appear');
    expect(html).toContain(`action="/replies/${storyId}"`);
    expect(html).toContain('<section class="replies" id="replies" aria-labelledby="replies-title" lang="en"');
    expect(html).not.toMatch(/<script|style="|onclick/);
  });

  it('are thanked for on a page of its own, and are not yet to be seen', async () => {
    const sent = await send({ ...good, _form: tokenIn(await shown()) });
    expect([sent.statusCode, sent.headers.location]).toEqual([303, `/replies/${storyId}/held`]);
    const thanks = await app.inject(`/replies/${storyId}/held`);
    expect(thanks.body).toContain('Your reply is with the desk');
    expect(thanks.body).toContain('href="/news/das-schiff-kam-spaet#replies"');
    expect(thanks.headers['cache-control']).toContain('no-store');
    expect(await shown()).not.toContain('Ana Reis');
    expect((await app.inject('/replies/nowhere/held')).statusCode).toBe(404);
  });

  it('are shown when approved: what looks like markup as text, with the desk’s answer, without any address', async () => {
    newsroom.clock.pass(MINUTE);
    const text = 'First <script>alert(1)</script>\nsecond line\n\nNew <b>paragraph</b> & \u202Eturned';
    await send({ ...good, name: '<i>Ana</i>', text, _form: tokenIn(await shown()) });
    const held = await listHeld(newsroom, { limit: 9 });
    const email = 'omar@post.example';
    const omar = await addStaff(newsroom, {
      name: 'Omar Haddad',
      email,
      password: 'the harbour at night',
      role: 'moderator',
      by,
    });
    for (const { id } of held) await approveReply(newsroom, { replyId: id, by: omar });
    await answerReply(newsroom, { replyId: held[1]!.id, text: 'Thank you.', by: omar });
    const html = await shown();
    expect(html).toContain(
      'First &lt;script>alert(1)&lt;/script><br/>second line</p><p>New &lt;b>paragraph&lt;/b> &amp; turned</p>',
    );
    expect(html).toContain('&lt;i>Ana&lt;/i>');
    expect(html).toContain('<span class="badge">the desk</span>');
    expect(html).toContain('<span class="count"> 3</span>');
    expect(html).not.toContain('reader.example');
    expect(html).not.toContain('post.example');
  });

  it('with something wrong are asked for again, with the words beside the field and what was typed', async () => {
    const sent = await send({ ...good, address: 'nowhere"', _form: tokenIn(await shown()) });
    expect(sent.statusCode).toBe(422);
    expect(sent.headers['cache-control']).toContain('no-store');
    expect(sent.body).toContain('This is not an e-mail address.');
    expect(sent.body).toContain('value="nowhere&quot;"');
    expect(sent.body).toContain('The ferry was late again.</textarea>');
  });

  it('without a token, or with an old one, are asked for again with a fresh one that works', async () => {
    const old = tokenIn(await shown());
    newsroom.clock.pass(37 * HOUR);
    for (const fields of [good, { ...good, _form: old }, { ...good, _form: 'nonsense' }]) {
      const sent = await send(fields);
      expect(sent.statusCode).toBe(403);
      expect(sent.body).toContain('The ferry was late again.</textarea>');
      expect(sent.body).toContain('out of date');
    }
    const again = await send({ ...good, _form: tokenIn((await send(good)).body) });
    expect(again.statusCode).toBe(303);
  });

  it('of 50 kB are refused in words, and larger ones before they are read', async () => {
    const long = await send({ ...good, text: 'x'.repeat(50_000), _form: tokenIn(await shown()) });
    expect(long.statusCode).toBe(422);
    expect(long.body).toContain('5,000 characters at most');
    expect((await send({ ...good, text: 'x'.repeat(70_000) })).statusCode).toBe(413);
  });

  it('sent by a program that fills in every field get the same thanks, and nobody is bothered', async () => {
    const before = (await listHeld(newsroom, { limit: 99 })).length;
    const sent = await send({
      ...good,
      text: 'Buy now',
      website: 'https://shop.example',
      _form: tokenIn(await shown()),
    });
    expect(sent.headers.location).toBe(`/replies/${storyId}/held`);
    expect(await listHeld(newsroom, { limit: 99 })).toHaveLength(before);
  });

  it('that come too fast are told when to come again, and lose nothing', async () => {
    const _form = tokenIn(await shown());
    const answers = [];
    for (let at = 0; at < 5; at += 1) answers.push(await send({ ...good, text: `Reply ${at}`, _form }));
    expect(answers.at(-1)?.statusCode).toBe(429);
    expect(answers.at(-1)?.headers['retry-after']).toBe('600');
    expect(answers.at(-1)?.body).toContain('Reply 4</textarea>');
  });

  it('are no longer asked for where they are closed', async () => {
    await newsroom.store.updateTable('stories').set({ replies_open: 0 }).where('id', '=', storyId).execute();
    newsroom.clock.pass(HOUR);
    const html = await shown();
    expect(html).toContain('Replies to this story are closed.');
    expect(html).not.toContain('<form');
    const gone = await app.inject({
      method: 'POST',
      url: '/replies/nowhere',
      headers: formHeaders,
      payload: encoded(good),
    });
    expect(gone.statusCode).toBe(403);
  });
});
