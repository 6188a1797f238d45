/** Stories at the desk, through the door: what an editor's browser sends, with and without script. */

import type { FastifyInstance } from 'fastify';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyFields, plainText } from '../../../tests/support/copy-form.ts';
import { encoded, formHeaders, getWithoutScript, tokenIn } from '../../../tests/support/door.ts';
import { setUpHarbourPost } from '../../../tests/support/harbour-post.ts';
import { onEachEngine } from '../../../tests/support/newsroom.ts';
import { openWholeDesk } from '../../../tests/support/whole-desk.ts';
import { type BodyHtml, safeBody } from '../../kit/safe-html.ts';
import { theNewsroomItself } from '../../newsroom.ts';
import type { Role } from '../../staff/roles.ts';
import type { Staff } from '../../staff/staff.ts';
import { getForDesk } from '../../stories/desk-read.ts';
import { draftStory } from '../../stories/draft.ts';
import { addSection } from '../../stories/sections.ts';

onEachEngine('stories at the desk', (newsroom) => {
  let app: FastifyInstance;
  let maria: Person;
  let petros: Person;
  let anton: Person;

  beforeAll(async () => {
    await setUpHarbourPost(newsroom());
    await addSection(newsroom(), { name: 'Sea' });
    const desk = await openWholeDesk(newsroom());
    app = desk.app;
    const enter = async (name: string, role: Role): Promise<Person> => {
      const { staff, cookie } = await desk.signedIn(role, name);
      return personOf(app, staff, cookie);
    };
    maria = await enter('Maria', 'chief');
    petros = await enter('Petros', 'editor');
    anton = await enter('Anton', 'reporter');
  });
  afterAll(() => app.close());

  const draft = async (more: { headline?: string; bodyHtml?: BodyHtml; language?: string } = {}) => {
    const {
      headline = 'Ferry keeps its winter hours',
      bodyHtml = safeBody('<p>Two boats a day.</p>'),
      language = 'en',
    } = more;
    const copy = { headline, dek: '', byline: 'Anton', dateline: '', bodyHtml, pictureId: null };
    const { storyId } = await draftStory(newsroom(), { copy, language, hops: [], by: theNewsroomItself });
    return `/desk/stories/${storyId}`;
  };
  const workingCopy = async (path: string) => {
    const [edition] = (await getForDesk(newsroom(), path.split('/').at(-1) ?? '')).editions;
    return edition?.copy;
  };

  describe('a story of our own', () => {
    it('is begun, written in the plain form and read back as it was written', async () => {
      const begun = await maria.submit('/desk/stories/new', 'action="/desk/stories"', {
        headline: 'Swans return early',
      });
      const path = String(begun.headers.location);
      const bodyText = 'They came **at dawn**.\n\n> Nine of them\n\n- to the quay\n- to the pond';
      const saved = await maria.submit(path, `${path}/takes`, { bodyText, dek: 'Nine of them' });
      expect(saved.headers.location).toBe(`${path}?done=saved`);
      const copy = await workingCopy(path);
      expect(copy?.bodyHtml).toBe(
        '<p>They came <strong>at dawn</strong>.</p><blockquote><p>Nine of them</p></blockquote><ul><li>to the quay</li><li>to the pond</li></ul>',
      );
      const page = (await maria.get(path)).body;
      expect(copyFields(page).bodyText).toBe(bodyText);
      expect(page).toContain('Nine of them');
    });

    it('saved twice without a change is one take', async () => {
      const path = await draft();
      await maria.submit(path, `${path}/takes`, { headline: 'Ferry adds a third boat' });
      await maria.submit(path, `${path}/takes`, { headline: ' Ferry adds a third  boat ' });
      const [edition] = (await getForDesk(newsroom(), path.split('/').at(-1) ?? '')).editions;
      expect(edition?.takes.map(({ number }) => number)).toEqual([2, 1]);
    });
  });

  it('a form without its token is refused, and nothing of it is kept', async () => {
    const path = await draft();
    const answer = await maria.post(`${path}/takes`, { headline: 'Anything', bodyText: 'x' });
    expect(answer.statusCode).toBe(403);
    expect((await workingCopy(path))?.headline).toBe('Ferry keeps its winter hours');
  });

  it('hostile HTML, as pasted or sent by hand, is cleaned before it is kept', async () => {
    const path = await draft();
    const bodyHtml = safeBody(
      '<p onclick="x()">Boats <script>alert(1)</script><img src=x onerror=alert(2)><b style="color:red">stay</b> in. <a href="javascript:alert(3)">Why</a> <a href="https://harbour.example/">Here</a></p><iframe src="//evil.example"></iframe>',
    );
    await maria.submit(path, `${path}/takes`, { bodyHtml });
    expect((await workingCopy(path))?.bodyHtml).toBe(
      '<p>Boats <strong>stay</strong> in. Why <a href="https://harbour.example/" rel="noopener">Here</a></p>',
    );
  });

  describe('two editors', () => {
    it('the second sees who has the story and no form to write in; takes it over; the first is told', async () => {
      const path = await draft();
      const opened = await maria.get(path);
      expect(opened.body).toContain('<textarea id="headline"');
      const second = (await petros.get(path)).body;
      expect(textOf(second)).toContain('Maria has been editing this story since 14:');
      expect(second).not.toContain('<textarea id="headline"');
      expect(second).toContain('Take over');

      const taken = await petros.submit(path, `${path}/lock`, { anyway: 'yes' });
      expect(taken.headers.location).toContain(path);
      expect((await petros.get(path)).body).toContain('<textarea id="headline"');

      const late = await maria.fill(opened.body, `${path}/takes`, { headline: 'What Maria wrote' });
      expect(late.statusCode).toBe(409);
      expect(textOf(late.body)).toContain('Petros is editing this story.');
      expect(copyFields(late.body).headline, 'nothing she wrote is lost').toBe('What Maria wrote');
      expect((await workingCopy(path))?.headline).toBe('Ferry keeps its winter hours');
    });

    it('a script is told so as a problem with a code', async () => {
      const path = await draft();
      const opened = (await maria.get(path)).body;
      await petros.submit(path, `${path}/lock`, { anyway: 'yes' });
      const sent = { ...copyFields(opened), headline: 'Late' };
      const answer = await maria.post(`${path}/takes`, sent, { accept: 'application/json' });
      expect(answer.json()).toMatchObject({ status: 409, code: 'story-locked' });
    });

    it('who left without letting go holds it for two minutes', async () => {
      const path = await draft();
      await maria.get(path);
      newsroom().clock.pass(121_000);
      expect((await petros.get(path)).body).toContain('<textarea id="headline"');
    });

    it('a page that is left lets the story go', async () => {
      const path = await draft();
      const opened = (await maria.get(path)).body;
      await maria.post(`${path}/lock/release`, { _form: tokenIn(opened) });
      expect((await petros.get(path)).body).toContain('<textarea id="headline"');
    });

    it('copy based on an older take is not kept over a newer one, unless it is sent again', async () => {
      const path = await draft();
      const early = (await maria.get(path)).body;
      await maria.submit(path, `${path}/takes`, { headline: 'From the other window' });
      const refused = await maria.fill(early, `${path}/takes`, { headline: 'From the first window' });
      expect(refused.statusCode).toBe(409);
      expect(textOf(refused.body)).toContain(
        'You saved the story in another window since you opened it here.',
      );
      const again = await maria.fill(refused.body, `${path}/takes`, {});
      expect(again.statusCode).toBe(303);
      expect((await workingCopy(path))?.headline).toBe('From the first window');
    });
  });

  it('an earlier take is compared and restored, and what came between stays', async () => {
    const path = await draft();
    await maria.submit(path, `${path}/takes`, { headline: 'Ferry drops its winter hours' });
    const [edition] = (await getForDesk(newsroom(), path.split('/').at(-1) ?? '')).editions;
    const first = edition?.takes.at(-1);
    const page = (await maria.get(`${path}/takes`)).body;
    expect(page).toContain('<del>keeps </del><ins>drops </ins>');
    const restored = await maria.submit(`${path}/takes`, `${path}/takes/${first?.id}/restoration`, {});
    expect(restored.headers.location).toContain('done=restored');
    const after = (await getForDesk(newsroom(), path.split('/').at(-1) ?? '')).editions[0];
    expect(after?.copy.headline).toBe('Ferry keeps its winter hours');
    expect(after?.takes.map(({ number, note }) => `${number} ${note}`)).toEqual([
      '3 take 1 restored',
      '2 ',
      '1 ',
    ]);
  });

  describe('publishing', () => {
    it('saves what was typed, files it and puts it out in one step', async () => {
      const path = await draft();
      const page = (await maria.get(path)).body;
      const sea = /<option value="([^"]+)"[^>]*>Sea</.exec(page)?.[1] ?? '';
      const out = await maria.fill(page, `${path}/publication`, {
        headline: 'Ferry adds a boat',
        sectionId: sea,
        topics: 'ferries, winter',
        alertLevel: 'urgent',
      });
      expect(out.headers.location).toBe(`${path}?done=published`);
      const story = await getForDesk(newsroom(), path.split('/').at(-1) ?? '');
      expect(story).toMatchObject({ status: 'published', alertLevel: 'urgent', section: { name: 'Sea' } });
      expect(story.topics.map(({ name }) => name)).toEqual(['ferries', 'winter']);
      expect(story.editions[0]?.path).toBe('/sea/ferry-adds-a-boat');
      expect(textOf((await maria.get(path)).body)).toContain('Published as it stands.');
    });

    it('is refused in words for a story without a headline, and every field stays as it was typed', async () => {
      const path = await draft({ headline: '' });
      const page = (await maria.get(path)).body;
      expect(textOf(page)).toContain('Not ready:');
      const no = await maria.fill(page, `${path}/publication`, { dek: 'Typed and kept' });
      expect(no.statusCode).toBe(409);
      expect(copyFields(no.body).dek).toBe('Typed and kept');
      expect((await workingCopy(path))?.dek, 'saved all the same').toBe('Typed and kept');
    });

    it('is an editor’s: a reporter saves, and is not offered it', async () => {
      const path = await draft();
      const page = (await anton.get(path)).body;
      expect(page).not.toContain('/publication');
      expect((await anton.fill(page, `${path}/takes`, { dek: 'By Anton' })).statusCode).toBe(303);
      expect((await anton.fill(page, `${path}/publication`, {})).statusCode).toBe(403);
    });

    it('later happens at the time typed, in the paper’s zone, and is taken back', async () => {
      const path = await draft();
      const page = (await maria.get(path)).body;
      const no = await maria.fill(page, `${path}/schedule`, { publishAt: '' });
      expect(textOf(no.body)).toContain('Say a day and a time.');
      const yes = await maria.submit(path, `${path}/schedule`, { publishAt: '2026-11-20T09:30' });
      expect(yes.headers.location).toContain('done=scheduled');
      const story = await getForDesk(newsroom(), path.split('/').at(-1) ?? '');
      expect(story).toMatchObject({ status: 'scheduled', publishAt: Date.UTC(2026, 10, 20, 7, 30) });
      await maria.submit(path, `${path}/schedule/withdrawal`, {});
      expect((await getForDesk(newsroom(), story.id)).status).toBe('draft');
    });

    it('a correction needs its notice; a kill takes the story away', async () => {
      const path = await draft();
      await maria.submit(path, `${path}/publication`, {});
      const page = (await maria.get(path)).body;
      const no = await maria.fill(page, `${path}/corrections`, {
        headline: 'Ferry keeps its hours',
        notice: '',
      });
      expect(textOf(no.body)).toContain('Say what was wrong and what is right.');
      const yes = await maria.fill(no.body, `${path}/corrections`, { notice: 'It was not about winter.' });
      expect(yes.headers.location).toContain('done=corrected');
      const dead = await maria.submit(path, `${path}/kill`, { notice: 'It was a joke.' });
      expect(dead.headers.location).toContain('done=killed');
      const after = (await maria.get(path)).body;
      expect(textOf(after)).toContain('Readers are told: It was a joke.');
      expect(after).not.toContain('<textarea id="headline"');
    });
  });

  it('the steps to us are changed as plain rows; one without a party is left out', async () => {
    const path = await draft();
    const fields = new URLSearchParams({ _form: tokenIn((await maria.get(path)).body) });
    for (const [party, act, link] of [
      ['Radio Thalassa', 'said', ''],
      ['', 'reported', ''],
      ['Aegean News Agency', 'reported', 'https://aegean.example/1'],
      ['Somebody', 'translated', 'javascript:alert(1)'],
    ]) {
      for (const [name, value] of Object.entries({ party, act, link, language: 'el', at: '', sourceId: '' }))
        fields.append(name, value ?? '');
    }
    const answer = await maria.postText(`${path}/hops`, fields.toString());
    expect(answer.headers.location).toContain('done=steps');
    const { hops } = await getForDesk(newsroom(), path.split('/').at(-1) ?? '');
    expect(hops.map(({ party, act, link }) => [party, act, link])).toEqual([
      ['Radio Thalassa', 'said', null],
      ['Aegean News Agency', 'reported', 'https://aegean.example/1'],
      ['Somebody', 'translated', null],
    ]);
  });

  it('a statement is added from words of the copy; words that are not there are refused beside the field', async () => {
    const path = await draft({ bodyHtml: safeBody('<p>“The boats stay in,” Eleni Doukas said.</p>') });
    const said = { speakerName: 'Eleni Doukas', form: 'direct', standing: 'unverified', occasion: '' };
    const no = await maria.submit(path, `${path}/statements`, { ...said, words: 'Not in the story' });
    expect(textOf(no.body)).toContain('These words are not in the story.');
    await maria.submit(path, `${path}/statements`, { ...said, words: '“The boats stay in,”' });
    const page = (await maria.get(path)).body;
    expect(textOf(page)).toContain('Who says what · 1');
    expect((await maria.get(`${path}/preview`)).body).toContain('class="said"');
    await maria.submit(path, `${path}/takes`, { bodyText: 'All else.' });
    expect(textOf((await maria.get(path)).body)).toContain('These words are no longer in the copy.');
  });

  it('copy in Arabic stands in its own direction on a page in English', async () => {
    const path = await draft({
      headline: 'الميناء يعيد فتح الرصيف',
      language: 'ar',
      bodyHtml: safeBody('<p>مرحبا</p>'),
    });
    const page = (await maria.get(path)).body;
    expect(page).toContain('<html lang="en" dir="ltr">');
    expect(page).toMatch(/<textarea id="headline"[^>]* lang="ar" dir="rtl"/);
    expect(page).toMatch(/<textarea id="bodyText"[^>]* lang="ar" dir="rtl"/);
  });

  describe('a picture', () => {
    const upload = async (path: string, fields: Record<string, string>, file: Uint8Array) => {
      const form = new FormData();
      form.append('_form', tokenIn((await maria.get(path)).body));
      for (const [name, value] of Object.entries(fields)) form.append(name, value);
      form.append('picture', new Blob([Buffer.from(file)]), 'quay.png');
      const request = new Request('http://localhost/', { method: 'POST', body: form });
      return await maria.raw(
        `${path}/picture`,
        String(request.headers.get('content-type')),
        Buffer.from(await request.arrayBuffer()),
      );
    };

    it('comes with its words and its credit, and is taken away again', async () => {
      const path = await draft();
      const image = sharp({ create: { width: 600, height: 400, channels: 3, background: '#345' } });
      const png = await image.png().toBuffer();
      const without = await upload(path, { alt: '', credit: '' }, png);
      expect(textOf(without.body)).toContain('Say what the picture shows');
      const put = await upload(path, { alt: 'The quay at dawn', credit: 'Petros' }, png);
      expect(put.headers.location).toContain('done=picture');
      expect((await maria.get(path)).body).toContain('alt="The quay at dawn"');
      // The same picture within a text is seen in its preview too.
      const { pictureId } = (await workingCopy(path)) ?? {};
      const figure = `<figure><img data-media="${pictureId}" alt="The quay"></figure>`;
      const inText = await draft({ bodyHtml: safeBody(`<p>It sails.</p>${figure}`) });
      expect((await maria.get(`${inText}/preview`)).body).toMatch(
        /<img [^>]*src="\/media\/[^>]*alt="The quay"/,
      );
      await maria.submit(path, `${path}/picture/removal`, {});
      expect((await workingCopy(path))?.pictureId).toBeNull();
    });

    it('that is none is refused in words', async () => {
      const path = await draft();
      const no = await upload(
        path,
        { alt: 'A', credit: 'B' },
        new TextEncoder().encode('<svg onload="x()">'),
      );
      expect(no.statusCode).toBe(422);
      expect(textOf(no.body)).toContain('This is a drawing (SVG), which is not taken.');
      expect((await workingCopy(path))?.pictureId).toBeNull();
    });

    it('without the form’s token is refused', async () => {
      const path = await draft();
      const form = new FormData();
      form.append('picture', new Blob(['x']), 'x.png');
      const request = new Request('http://localhost/', { method: 'POST', body: form });
      const type = String(request.headers.get('content-type'));
      const no = await maria.raw(`${path}/picture`, type, Buffer.from(await request.arrayBuffer()));
      expect(no.statusCode).toBe(403);
    });
  });

  it('the list of stories says who is editing', async () => {
    const path = await draft({ headline: 'Only on the list once' });
    await petros.get(path);
    const list = textOf((await maria.get('/desk/stories')).body);
    expect(list).toContain('Only on the list once');
    expect(list).toContain('Petros is editing');
  });
});

interface Answer {
  statusCode: number;
  headers: Record<string, unknown>;
  body: string;
  json(): unknown;
}

interface Person {
  staff: Staff;
  get(path: string): Promise<Answer>;
  post(path: string, fields: Record<string, string>, headers?: Record<string, string>): Promise<Answer>;
  postText(path: string, payload: string): Promise<Answer>;
  raw(path: string, type: string, payload: Buffer): Promise<Answer>;
  /** Sends the copy form of a page as a browser without script does, with some fields typed over. */
  fill(page: string, action: string, typed: Record<string, string>): Promise<Answer>;
  /** Loads a page that must offer the action, and sends its form. */
  submit(page: string, action: string, typed: Record<string, string>): Promise<Answer>;
}

function personOf(app: FastifyInstance, staff: Staff, cookie: string): Person {
  const page = { accept: 'text/html', host: 'localhost:4000', cookie };
  const get = getWithoutScript(app, page);
  const send = (url: string, payload: string | Buffer, headers: Record<string, string>) =>
    app.inject({ method: 'POST', url, headers: { ...page, ...headers }, payload });
  const person: Person = {
    staff,
    get,
    post: (url, fields, headers = {}) => send(url, encoded(fields), { ...formHeaders, ...headers }),
    postText: (url, payload) => send(url, payload, formHeaders),
    raw: (url, type, payload) => send(url, payload, { 'content-type': type }),
    fill: (html, action, typed) => person.post(action, { ...copyFields(html), ...typed }),
    async submit(from, action, typed) {
      const html = (await get(from)).body;
      expect(html, `${from} offers ${action}`).toContain(action);
      const isCopy = /(takes|publication|schedule|corrections)$/.test(action);
      const own = isCopy ? copyFields(html) : { _form: tokenIn(html) };
      return await person.post(action.replace(/^action="(.*)"$/, '$1'), { ...own, ...typed });
    },
  };
  return person;
}

/** The words of a page. */
function textOf(html: string): string {
  return plainText(html.replace(/<(script|style)[\s\S]*?<\/\1>/g, '').replace(/<[^>]*>/g, ' ')).replace(
    /\s+/g,
    ' ',
  );
}
