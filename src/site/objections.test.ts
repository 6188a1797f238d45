import { afterAll, beforeAll, expect, test } from 'vitest';
import { encoded, formHeaders, tokenIn } from '../../tests/support/door.ts';
import { onEachEngine } from '../../tests/support/newsroom.ts';
import { openPaper, type Paper } from '../../tests/support/site-cast.ts';
import { type Translated, translatedStory } from '../../tests/support/translated-cast.ts';
import { theNewsroomItself as by } from '../newsroom.ts';
import { listObjectedIn } from '../replies/read-objections.ts';
import { killStory } from '../stories/kill.ts';
import { getPublished } from '../stories/read.ts';
import { addSource } from '../wire/sources/sources.ts';

const arabic = ['غادرت العبّارة', 'غادر 1,200 راكب.', 'لم يُصَب أحد.', 'التحقيق مستمر.'];

onEachEngine('a sentence of a translation', (newsroom) => {
  let paper: Paper;
  let story: Translated;
  beforeAll(async () => {
    paper = await openPaper(newsroom());
    story = await translatedStory(newsroom());
  });
  afterAll(async () => await paper.close());

  const pathTo = async (sentence: string, of = story) =>
    `/sentences/${of.editionId}/${(await of.pair(sentence)).id}`;
  const send = async (path: string, fields: Record<string, string>) =>
    paper.app.inject({
      method: 'POST',
      url: path,
      headers: formHeaders,
      payload: encoded({ _form: tokenIn((await paper.get(path)).body), ...fields }),
    });

  test('stands on the story’s page with its original and the way to say that it is wrong', async () => {
    const published = await getPublished(newsroom(), story.editionId);
    const { body } = await paper.get(published?.path ?? '');
    expect(body).toContain('Translated from Greek. Translated by House. Checked by Eleni Marku, ');
    expect(body).toContain('<dd lang="el" dir="ltr">Κανείς δεν χτύπησε.</dd>');
    expect(body).toContain(`href="${await pathTo('Nobody was hit.')}" rel="nofollow"`);
    const original = await getPublished(newsroom(), story.greekId);
    expect(body).toContain(`<a href="${original?.path}" hreflang="el">Read the original</a>`);
    expect((await paper.get(original?.path ?? '')).body).not.toContain('data-sentence');
  });

  test('keeps its original for readers while the desk works on another, and loses it when it changes itself', async () => {
    const other = await translatedStory(newsroom());
    await other.write('Nobody was hit.', 'Nobody was hurt.');
    const published = await getPublished(newsroom(), other.editionId);
    const { body } = await paper.get(published?.path ?? '');
    expect(body).toContain('Η έρευνα συνεχίζεται.');
    expect(body).not.toContain('Κανείς δεν χτύπησε.');
    const gone = await paper.get(await pathTo('Nobody was hurt.', other));
    expect(gone.body).toContain('This sentence was changed meanwhile');
    expect(gone.body).toContain(`href="${published?.path}"`);
  });

  test('is objected to without script, and the reader is thanked', async () => {
    const path = await pathTo('Nobody was hit.');
    const page = await paper.get(path);
    expect(page.body).toContain('we ask for no name and no address');
    expect(page.body).toContain('<meta name="robots" content="noindex, follow"/>');
    expect(page.headers['cache-control']).toContain('no-store');
    const sent = await send(path, { reason: 'Hurt, not hit.', better: 'Nobody was hurt.' });
    expect([sent.statusCode, sent.headers.location]).toEqual([303, `${path}/sent`]);
    expect((await paper.get(`${path}/sent`)).body).toContain('The desk weighs it.');
    expect(await listObjectedIn(newsroom(), story.editionId)).toMatchObject([
      { words: [{ reason: 'Hurt, not hit.', better: 'Nobody was hurt.' }] },
    ]);
  });

  test('is asked about again with what was typed, in words beside the field', async () => {
    const path = await pathTo('The inquiry goes on.');
    const empty = await send(path, { reason: '', better: '<b>It ended</b>' });
    expect(empty.statusCode).toBe(422);
    expect(empty.body).toContain('<span class="wrong" id="objection-reason-wrong">Say what is wrong.</span>');
    expect(empty.body).toContain('&lt;b>It ended&lt;/b>');
    const old = await send(path, { _form: 'made up', reason: 'It ended.' });
    expect(old.statusCode).toBe(403);
    expect(old.body).toContain('It ended.');
    const twice = await paper.app.inject({
      method: 'POST',
      url: path,
      headers: formHeaders,
      payload: `${encoded({ _form: tokenIn((await paper.get(path)).body) })}&reason=a&reason=b`,
    });
    expect(twice.statusCode).toBe(422);
    const large = { reason: 'x'.repeat(70_000) };
    expect((await send(path, large)).statusCode).toBe(413);
  });

  test('answers in the language of its edition, right to left', async () => {
    const other = await translatedStory(newsroom(), { to: 'ar', sentences: arabic });
    const path = await pathTo('لم يُصَب أحد.', other);
    const { body } = await paper.get(path);
    expect(body).toContain('<html lang="ar" dir="rtl">');
    expect(body).toContain('ما الخطأ في هذه الجملة؟');
    expect(body).toContain('<dd lang="ar" dir="rtl">لم يُصَب أحد.</dd>');
    expect(body).toContain('<dd lang="el" dir="ltr">Κανείς δεν χτύπησε.</dd>');
    expect((await send(path, { reason: '', better: '' })).body).toContain('قل لنا ما الخطأ.');
  });

  test('shows no original that the contract keeps from readers, unless they can read it here anyway', async () => {
    const { store } = newsroom();
    const { sourceId } = await addSource(newsroom(), {
      address: null,
      unasked: true,
      name: 'Aegean News Agency',
      credit: '',
      language: 'el',
      mayAlert: true,
      mayTranslate: true,
      publishUnread: false,
      sectionId: null,
      alertLevel: null,
      by,
    });
    const other = await translatedStory(newsroom());
    await store.updateTable('stories').set({ source_id: sourceId }).where('id', '=', other.storyId).execute();
    const published = await getPublished(newsroom(), other.editionId);
    const shown = async () => {
      newsroom().bell.ring('pages', { touched: ['everything'] });
      return (await paper.get(published?.path ?? '')).body;
    };
    expect(await shown()).toContain('Κανείς δεν χτύπησε.');
    await store
      .updateTable('editions')
      .set({ published_take_id: null })
      .where('id', '=', other.greekId)
      .execute();
    const body = await shown();
    expect(body).not.toContain('Κανείς δεν χτύπησε.');
    expect(body).toContain('Say that a sentence is wrong');
    expect((await paper.get(await pathTo('Nobody was hit.', other))).body).not.toContain('Κανείς');
  });

  test('is corrected where it is wrong: the readers of the original, which never said it, are told nothing', async () => {
    const other = await translatedStory(newsroom());
    await other.correct('Nobody was hit.', 'Nobody was hurt.');
    const [english, greek] = await Promise.all(
      [other.editionId, other.greekId].map((id) => getPublished(newsroom(), id)),
    );
    expect((await paper.get(english?.path ?? '')).body).toContain('A word was wrong.');
    expect((await paper.get(greek?.path ?? '')).body).not.toContain('A word was wrong.');
    expect(greek?.corrections).toEqual([]);
  });

  test('is nothing where there is none, and goes with its story', async () => {
    for (const path of ['/sentences/no/such', `/sentences/${story.greekId}/none`, '/sentences/%00/%FF'])
      expect((await paper.get(path)).statusCode, path).toBeGreaterThanOrEqual(400);
    const other = await translatedStory(newsroom());
    const path = await pathTo('Nobody was hit.', other);
    await killStory(newsroom(), { storyId: other.storyId, notice: 'It never left.', by });
    expect((await paper.get(path)).statusCode).toBe(410);
  });
});
