import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDeskDoor } from '../../../tests/support/door.ts';
import { type EngineServer, libreServer } from '../../../tests/support/engine-servers.ts';
import { onEachEngine, type TestNewsroom } from '../../../tests/support/newsroom.ts';
import { safeBody } from '../../kit/safe-html.ts';
import { theNewsroomItself as by } from '../../newsroom.ts';
import { getForDesk } from '../../stories/desk-read.ts';
import { draftStory } from '../../stories/draft.ts';
import { listEngines } from '../../translation/engines.ts';
import { fillTranslation } from '../../translation/fill-translation.ts';
import { findTranslation } from '../../translation/read-translation.ts';
import { registerEngineRoutes } from './engine-routes.ts';
import { registerTranslationRoutes } from './translation-routes.ts';

const english: Record<string, string> = {
  'Το πλοίο έφυγε': 'The ferry has left',
  'Έφυγαν 1.200 επιβάτες.': '1,300 passengers left.',
  'Κανείς δεν χτύπησε.': 'Nobody was hurt.',
};

let server: EngineServer;
beforeAll(async () => {
  server = await libreServer((text) => english[text] ?? text);
});
afterAll(() => server.close());

async function opened(newsroom: TestNewsroom) {
  const door = await openDeskDoor(newsroom, (routes, desk) => {
    registerEngineRoutes(routes, desk);
    registerTranslationRoutes(routes, desk);
  });
  const copy = {
    headline: 'Το πλοίο έφυγε',
    dek: '',
    byline: '',
    dateline: '',
    pictureId: null,
    bodyHtml: safeBody('<p>Έφυγαν 1.200 επιβάτες. Κανείς δεν χτύπησε.</p>'),
  };
  const { storyId, editionId } = await draftStory(newsroom, { copy, language: 'el', hops: [], by });
  return { door, storyId, greekId: editionId };
}

onEachEngine('translation at the desk', (newsroom) => {
  it('goes from an engine to a reading, every finding settled at its line', async () => {
    const { door, storyId, greekId } = await opened(newsroom());
    const chief = await door.signedIn('administrator');
    await chief.send(
      '/desk/translation/engines',
      {
        name: 'House',
        kind: 'libretranslate',
        address: server.address,
        inside: 'yes',
        key: 'a key',
        ceiling: '1,000,000',
      },
      '/desk/translation',
    );
    expect(await listEngines(newsroom())).toMatchObject([
      { name: 'House', isInside: true, monthlyCharacters: 1_000_000 },
    ]);
    expect((await chief.get('/desk/translation')).body).not.toContain('a key');
    const editor = await door.signedIn('editor');
    const editions = `/desk/stories/${storyId}/translation`;
    const begun = await editor.send(editions, { from: greekId, language: 'en' }, editions);
    const page = String(begun.headers.location);
    expect((await editor.get(page)).body).toContain('An engine is translating');
    const editionId = page.split('/').at(-1) ?? '';
    await fillTranslation(newsroom(), { editionId });
    const shown = (await editor.get(page)).body;
    expect(shown).toContain('1,300 passengers left.');
    expect(shown).toContain('The original says 1.200, the translation 1,300.');
    expect(shown).toContain('lang="el"');
    const { takeId: basedOn, pairs } = (await findTranslation(newsroom(), editionId)) ?? {
      takeId: '',
      pairs: [],
    };
    const refused = await editor.send(`${page}/reading`, { basedOn }, page);
    expect(refused.statusCode).toBe(409);
    expect(refused.body).toContain('The original says 1.200');
    const sentence = `${page}/sentences/${pairs[1]?.id}`;
    const kept = await editor.send(
      sentence,
      { basedOn, do: 'write', text: '1,200 passengers *left*.' },
      page,
    );
    expect(kept.headers.location).toBe(`${page}?done=kept#pair-${pairs[1]?.id}`);
    const late = await editor.send(sentence, { basedOn, do: 'write', text: 'Other words.' }, page);
    expect(late.statusCode).toBe(409);
    const now = await findTranslation(newsroom(), editionId);
    expect(now?.pairs[1]).toMatchObject({ targetHtml: '1,200 passengers <em>left</em>.', findings: [] });
    const settle = { do: 'settle', check: 'translation-name', words: 'Avgi|', reason: 'It is her name.' };
    expect((await editor.send(`${page}/sentences/${pairs[2]?.id}`, settle, page)).statusCode).toBe(303);
    expect((await editor.send(`${page}/reading`, { basedOn: now?.takeId ?? '' }, page)).statusCode).toBe(303);
    expect((await editor.get(page)).body).toContain('Read by');
    const file = await editor.get(`${page}/receipt.json`);
    expect(file.headers['content-disposition']).toMatch(/^attachment; filename="receipt-[\w-]+-en\.json"$/);
    expect(file.json()).toMatchObject({
      story: storyId,
      language: 'en',
      originalLanguage: 'el',
      isReadAsItStands: true,
      edited: 1,
      original: { itemId: null, editionId: greekId },
      engines: { House: 3 },
      readBy: editor.staff.name,
      readings: [{ by: editor.staff.name, overridden: [] }],
      settled: [
        {
          original: 'Κανείς δεν χτύπησε.',
          check: 'translation-name',
          by: editor.staff.name,
          reason: 'It is her name.',
        },
      ],
    });
  });

  it('refuses a second edition in a language and a stranger’s story in the address, and keeps the original when asked', async () => {
    const { door, storyId, greekId } = await opened(newsroom());
    const editor = await door.signedIn('editor');
    const editions = `/desk/stories/${storyId}/translation`;
    const again = await editor.send(editions, { from: greekId, language: 'el' }, editions);
    expect(again.statusCode).toBe(422);
    expect(again.body).toContain('has an edition in that language');
    expect((await editor.get(editions)).body).toContain(
      'Greek stays at the desk: the paper is not read in it',
    );
    const begun = await editor.send(editions, { from: greekId, language: 'en', keep: 'yes' }, editions);
    const { editions: both } = await getForDesk(newsroom(), storyId);
    expect(both.map(({ language, isDeskCopy }) => [language, isDeskCopy])).toEqual([
      ['el', true],
      ['en', false],
    ]);
    // What was translated here was translated for readers.
    expect((await editor.get(editions)).body).not.toContain('the paper is not read in it');
    const elsewhere = String(begun.headers.location).replace(storyId, 'another-story');
    expect((await editor.get(elsewhere)).statusCode).toBe(404);
  });

  it('says of which block a line is, and how the mark of a footnote is typed and shown', async () => {
    const { door } = await opened(newsroom());
    const bodyHtml = safeBody(
      '<p>Το λιμάνι άνοιξε<a href="#fn-1">1</a>.</p><table data-block="table"><tr><td>Λιμάνι</td><td>Πλοία</td></tr></table><ol><li id="fn-1">Σήμερα.</li></ol>',
    );
    const copy = { headline: 'Το λιμάνι', dek: '', byline: '', dateline: '', pictureId: null, bodyHtml };
    const { storyId, editionId } = await draftStory(newsroom(), { copy, language: 'el', hops: [], by });
    const editor = await door.signedIn('editor');
    const editions = `/desk/stories/${storyId}/translation`;
    const begun = await editor.send(editions, { from: editionId, language: 'en' }, editions);
    const page = String(begun.headers.location);
    const { takeId: basedOn, pairs } = (await findTranslation(newsroom(), page.split('/').at(-1) ?? ''))!;
    const shown = (await editor.get(page)).body;
    for (const words of ['Table, cell by cell', 'Footnotes', '[^1] in the translation is the mark'])
      expect(shown).toContain(words);
    const text = 'The harbour has opened[^1].';
    await editor.send(`${page}/sentences/${pairs[1]?.id}`, { basedOn, do: 'write', text }, page);
    expect((await editor.get(page)).body).toContain(`>${text}</textarea>`);
  });
});
