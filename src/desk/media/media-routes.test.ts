/** The library at the desk: filled in several ways, found by words, changed by who may, and what it says when it says no. */
import sharp from 'sharp';
import { beforeAll, expect, it } from 'vitest';
import { tokenIn, type Visitor } from '../../../tests/support/door.ts';
import { onEachEngine, type TestNewsroom } from '../../../tests/support/newsroom.ts';
import { openWholeDesk, type WholeDesk } from '../../../tests/support/whole-desk.ts';
import { safeBody } from '../../kit/safe-html.ts';
import { theNewsroomItself as by } from '../../newsroom.ts';
import { getForDesk } from '../../stories/desk-read.ts';
import { draftStory } from '../../stories/draft.ts';
import { setUpMasthead } from '../../stories/masthead.ts';

onEachEngine('the library', (open) => {
  let newsroom: TestNewsroom;
  let desk: WholeDesk;
  let editor: Visitor;
  let reporter: Visitor;
  beforeAll(async () => {
    newsroom = open();
    const paper = { name: 'The Harbour Post', tagline: '', language: 'en', timeZone: 'UTC', contact: '' };
    await setUpMasthead(newsroom, { ...paper, by });
    desk = await openWholeDesk(newsroom);
    [editor, reporter] = [await desk.signedIn('editor'), await desk.signedIn('reporter')];
  });

  let count = 0;
  const drawn = (width = 640, height = 480) => {
    count += 1;
    const background = { r: (count * 37) % 256, g: (count * 83) % 256, b: 90 };
    return sharp({ create: { width, height, channels: 3, background } })
      .jpeg()
      .toBuffer();
  };
  const send = async (who: Visitor, url: string, files: Record<string, Buffer>, accept = 'text/html') => {
    const form = new FormData();
    for (const [name, bytes] of Object.entries(files))
      form.append('picture', new Blob([new Uint8Array(bytes)]), name);
    const packed = new Response(form);
    return desk.app.inject({
      method: 'POST',
      url,
      headers: {
        accept,
        host: 'localhost:4000',
        cookie: who.cookie,
        'x-form': tokenIn((await who.get('/desk/media')).body),
        'content-type': packed.headers.get('content-type') ?? '',
      },
      payload: Buffer.from(await packed.arrayBuffer()),
    });
  };
  const added = async (bytes: Buffer, name = 'ferry.jpg'): Promise<string> =>
    (await send(reporter, '/desk/media.json', { [name]: bytes }, 'application/json')).json().media.id;
  const change = (who: Visitor, id: string, path: string, fields: Record<string, string>) =>
    who.send(`/desk/media/${id}/${path}`, fields, `/desk/media/${id}`);
  const page = async (id: string) => (await editor.get(`/desk/media/${id}`)).body;

  it('takes several files of one form, and says of each what became of it', async () => {
    const again = await drawn();
    await added(again);
    const files = { 'one.jpg': await drawn(), 'two.jpg': again, 'three.jpg': Buffer.from('<html>no</html>') };
    const answer = await send(reporter, '/desk/media', files);
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('2 pictures added');
    expect(answer.body).toContain('It was in the library already.');
    expect(answer.body).toMatch(/three\.jpg: <\/b>This file is not a picture that is taken/);
  });

  it('tells a script what was taken, and in words what was not', async () => {
    const bytes = await drawn();
    const first = await send(reporter, '/desk/media.json', { 'a.jpg': bytes }, 'application/json');
    expect([first.statusCode, first.json().media]).toMatchObject([
      201,
      { kind: 'picture', name: 'a.jpg', width: 640, height: 480, isKnown: false },
    ]);
    const second = await send(reporter, '/desk/media.json', { 'b.jpg': bytes }, 'application/json');
    expect([second.statusCode, second.json().media.id]).toEqual([200, first.json().media.id]);
    const none = await send(
      reporter,
      '/desk/media.json',
      { 'c.svg': Buffer.from('<svg onload="x"/>') },
      'application/json',
    );
    expect([none.statusCode, none.json().detail]).toEqual([422, expect.stringContaining('drawing (SVG)')]);
  });

  it('finds by words of caption, person, place, day and file, in any letters', async () => {
    const id = await added(await drawn(), 'IMG_4711.JPG');
    const words = {
      caption: 'Το πλοίο φεύγει',
      persons: 'Zoë Müller',
      place: 'Piraeus',
      takenAt: '2026-11-19',
      credit: 'Ada Lind',
    };
    expect((await change(reporter, id, 'words', { ...words, alt: 'A ferry' })).statusCode).toBe(303);
    for (const asked of ['πλοιο', 'zoe muller', 'PIRAEUS ferry', '2026-11-19', 'img_4711', 'lind'])
      expect(
        (await reporter.get(`/desk/media.json?q=${encodeURIComponent(asked)}`)).json().media,
        asked,
      ).toMatchObject([{ id }]);
    expect((await reporter.get('/desk/media.json?q=100%25')).json().media).toEqual([]);
    expect((await reporter.get('/desk/media?q=nothing-like-it')).body).toContain(
      'No picture has all of these words.',
    );
  });

  it('shows where a picture stands, and places it in a story', async () => {
    const id = await added(await drawn());
    const copy = {
      headline: 'The ferry sails',
      dek: '',
      byline: '',
      dateline: '',
      bodyHtml: safeBody('<p>It sails.</p>'),
      pictureId: null,
    };
    const { storyId } = await draftStory(newsroom, { copy, language: 'en', hops: [], by });
    expect(await page(id)).toContain('In no story.');
    expect((await reporter.get(`/desk/media?for=${storyId}`)).body).toContain('Place it');
    await reporter.send(
      `/desk/stories/${storyId}/picture/placement`,
      { mediaId: id },
      `/desk/stories/${storyId}`,
    );
    expect((await getForDesk(newsroom, storyId)).editions[0]?.picture?.id).toBe(id);
    expect(await page(id)).toContain('The ferry sails');
    expect((await reporter.get('/desk/media')).body).toContain('in 1 story');
    const refused = await change(editor, id, 'removal', {});
    expect([refused.statusCode, refused.body]).toEqual([
      409,
      expect.stringContaining('It stands in “The ferry sails”'),
    ]);
  });

  it('cuts every shape by the eye that was pressed, and one by hand', async () => {
    const dark = await sharp({ create: { width: 800, height: 800, channels: 3, background: '#000' } })
      .png()
      .toBuffer();
    const bytes = await sharp({ create: { width: 1600, height: 800, channels: 3, background: '#fff' } })
      .composite([{ input: dark, left: 800, top: 0 }])
      .png()
      .toBuffer();
    const id = await added(bytes);
    expect((await change(reporter, id, 'eye', { 'eye.x': '300', 'eye.y': '80' })).statusCode).toBe(303);
    expect(await page(id)).toContain('data-eye="0.9375 0.5"');
    const cut = await change(reporter, id, 'cuts', { shape: 'wide', x: '0', y: '0', width: '50' });
    expect(cut.statusCode).toBe(303);
    expect(await page(id)).toContain('by hand');
    await change(reporter, id, 'cuts', { shape: 'wide', follow: 'yes', x: '0', y: '0', width: '50' });
    expect(await page(id)).not.toContain('by hand</span>');
    const wrong = await change(reporter, id, 'cuts', { shape: 'wide', x: '0', y: '0', width: '700' });
    expect([wrong.statusCode, wrong.body]).toEqual([
      422,
      expect.stringContaining('A cut has a corner and a width'),
    ]);
    await change(reporter, id, 'turn', { quarters: '1' });
    expect(await page(id)).toContain('800 × 1600');
  });

  it('leaves replacing, killing and taking out to editors', async () => {
    const id = await added(await drawn());
    for (const path of ['replacement', 'kill', 'removal'])
      expect((await change(reporter, id, path, {})).statusCode, path).toBe(403);
    const replaced = await send(editor, `/desk/media/${id}/replacement`, {
      'new.jpg': await drawn(900, 500),
    });
    expect(replaced.statusCode).toBe(303);
    expect(await page(id)).toContain('900 × 500');
    expect((await change(editor, id, 'kill', {})).statusCode).toBe(303);
    expect(await page(id)).toContain('This picture has been killed. No page shows it.');
    expect((await reporter.get('/desk/media?ended=yes')).body).toContain(id);
    expect((await change(editor, id, 'words', { alt: 'x' })).statusCode).toBe(409);
  });

  it('says no to what is decorative and described, and to an address that is none', async () => {
    const id = await added(await drawn());
    const both = await change(reporter, id, 'words', { alt: 'A ferry', isDecorative: 'yes' });
    expect([both.statusCode, both.body]).toEqual([422, expect.stringContaining('one of the two')]);
    const terms = await change(reporter, id, 'words', { webStatement: 'javascript:alert(1)' });
    expect(terms.statusCode).toBe(422);
    expect((await reporter.get('/desk/media/no-such')).statusCode).toBe(404);
  });

  it('does not fetch what stands inside the own network', async () => {
    const token = tokenIn((await reporter.get('/desk/media')).body);
    const answer = await reporter.post('/desk/media/fetch', {
      _form: token,
      address: 'http://127.0.0.1:1/a.jpg',
    });
    expect([answer.statusCode, answer.body]).toEqual([
      422,
      expect.stringContaining('not on the public internet'),
    ]);
  });
});
