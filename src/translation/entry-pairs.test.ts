/** What goes with a translated entry: marks of its original, what translated it and who read it, another try, and what was told long before. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDoor } from '../../tests/support/door.ts';
import { type EngineServer, libreServer } from '../../tests/support/engine-servers.ts';
import { onEachEngine } from '../../tests/support/newsroom.ts';
import { openPaper, type Paper } from '../../tests/support/site-cast.ts';
import { translatedStory } from '../../tests/support/translated-cast.ts';
import { noteMoment } from '../alerts/moments.ts';
import { apiDoor } from '../api/routes.ts';
import { entryList } from '../api/schemas.ts';
import { addEntry } from '../entries/add-entry.ts';
import { correctEntry, letEntryOut, markKeyMoment, pinEntry } from '../entries/change-entry.ts';
import type { LiveEntry } from '../entries/entry.ts';
import { findEntry, listPinned, listTranslatedFrom, listWaitingEntries } from '../entries/read-entries.ts';
import { HOUR, MINUTE } from '../kit/clock.ts';
import { safeBody } from '../kit/safe-html.ts';
import { type Actor, theNewsroomItself as itself } from '../newsroom.ts';
import type { EntryFacts } from '../runner/work.ts';
import { getPublished } from '../stories/read.ts';
import { askEntryAgain } from './ask-entry-again.ts';
import { addEngine } from './engines.ts';
import { matchedPairs } from './entry-pairs.ts';
import {
  askOlderEntries,
  countOlderEntries,
  translateEntries,
  translateEntry,
  translateOlderEntries,
} from './translate-entry.ts';

onEachEngine('what goes with a translated entry', (newsroom) => {
  let server: EngineServer;
  let paper: Paper;
  let by: Actor;
  let ids: { storyId: string; greekId: string; editionId: string };
  let sent = 0;
  const told: Record<string, string> = {};

  beforeAll(async () => {
    paper = await openPaper(newsroom());
    server = await libreServer((text) => told[text] ?? `In English: ${/\d+/.exec(text)?.[0] ?? text}.`);
    const engine = { kind: 'libretranslate', name: 'House', address: server.address, key: null, model: null };
    const price = { isInside: true, pairs: '', priceMicros: 0, monthlyCharacters: null };
    await addEngine(newsroom(), { draft: { ...engine, ...price }, by: itself });
    ids = await translatedStory(newsroom());
    const { store } = newsroom();
    const reader = await store
      .selectFrom('staff')
      .select('id')
      .where('role', '!=', 'reporter')
      .executeTakeFirst();
    by = { id: reader?.id ?? null, name: 'Eleni Marku', role: 'editor' } as Actor;
    await store.updateTable('stories').set({ kind: 'live' }).where('id', '=', ids.storyId).execute();
  });
  afterAll(() => server.close());

  const copyOf = (words: string) => {
    return { headline: '', byline: '', bodyHtml: safeBody(`<p>${words}</p>`), pictureId: null };
  };
  const write = async (words: string, english?: string): Promise<EntryFacts> => {
    if (english) told[words] = english;
    sent += 1;
    newsroom().clock.pass(MINUTE);
    const { storyId, greekId: editionId } = ids;
    const clientId = `greek-pair-${sent}`;
    const { entryId } = await addEntry(newsroom(), { storyId, editionId, clientId, copy: copyOf(words), by });
    return { storyId, editionId, entryId, what: 'added' };
  };
  const made = async ({ entryId }: Pick<EntryFacts, 'entryId'>): Promise<LiveEntry> => {
    const [one] = await listTranslatedFrom(newsroom(), entryId);
    if (!one) throw new Error('it was not translated');
    return one;
  };
  const out = async (facts: EntryFacts): Promise<LiveEntry> => {
    await translateEntry(newsroom(), facts);
    const { id, takeId } = await made(facts);
    await letEntryOut(newsroom(), { entryId: id, takeId, override: 'a test', by });
    return made(facts);
  };
  const marked = (facts: EntryFacts, mark: 'key' | 'pin') =>
    translateEntry(newsroom(), { ...facts, what: 'marked', mark });

  it('is pinned and a key moment with its original, and no longer; the desk’s own hand stays', async () => {
    const facts = await write('Ο λιμένας έκλεισε.', 'The port is shut.');
    const { entryId } = facts;
    await out(facts);
    await pinEntry(newsroom(), { entryId, isPinned: true, by });
    await marked(facts, 'pin');
    await marked(facts, 'pin'); // the runner may come twice
    expect((await listPinned(newsroom(), ids.editionId)).map(({ originalId }) => originalId)).toEqual([
      entryId,
    ]);
    await pinEntry(newsroom(), { entryId: (await made(facts)).id, isPinned: false, by });
    await markKeyMoment(newsroom(), { entryId, isKey: true, by });
    await marked(facts, 'key');
    expect(await made(facts)).toMatchObject({ isKey: true, isPinned: false });
    await pinEntry(newsroom(), { entryId, isPinned: false, by });
    await marked(facts, 'pin');
    expect((await made(facts)).isPinned).toBe(false);
  });

  it('that is let out after its original was pinned is pinned as well, as long as there is room', async () => {
    const all = [];
    for (const at of [1, 2, 3]) all.push(await write(`Γραμμή ${at}`, `Line number ${at} is open.`));
    for (const { entryId } of all) await pinEntry(newsroom(), { entryId, isPinned: true, by });
    const own = await write('Δική μας γραμμή', 'A line of our own.');
    const pinned = await out(own);
    await pinEntry(newsroom(), { entryId: pinned.id, isPinned: true, by });
    const shown = [];
    for (const facts of all) shown.push((await out(facts)).isPinned);
    expect(shown).toEqual([true, true, false]);
    await marked(all[2] as EntryFacts, 'pin'); // still no room: the desk of this language has chosen
    expect((await made(all[2] as EntryFacts)).isPinned).toBe(false);
  });

  it('says to readers what translated it, who read it and what stood in the original, and keeps that when it is edited', async () => {
    Object.assign(told, {
      'Σαράντα άνδρες περιμένουν στο λιμάνι.': 'Forty men wait in the harbour.',
      'Κανείς δεν φεύγει.': 'Nobody goes.',
    });
    const facts = await write('Σαράντα άνδρες περιμένουν στο λιμάνι. Κανείς δεν φεύγει.');
    const entry = await out(facts);
    expect(entry.translation).toMatchObject({
      fromLanguage: 'el',
      engines: [{ name: 'House' }],
      checked: { name: expect.any(String), at: newsroom().clock.now() },
      sentences: [
        {
          original: 'Σαράντα άνδρες περιμένουν στο λιμάνι.',
          translated: 'Forty men wait in the harbour.',
          engine: 'House',
          state: 'machine',
        },
        { original: 'Κανείς δεν φεύγει.', translated: 'Nobody goes.' },
      ],
    });
    const copy = copyOf('Forty men wait in the harbour. Not one of them leaves.');
    await correctEntry(newsroom(), { entryId: entry.id, copy, notice: '', by });
    await translateEntry(newsroom(), {
      ...facts,
      entryId: entry.id,
      editionId: ids.editionId,
      what: 'corrected',
    });
    expect((await made(facts)).translation?.sentences).toMatchObject([
      { state: 'machine' },
      {
        original: 'Κανείς δεν φεύγει.',
        translated: 'Not one of them leaves.',
        engine: 'House',
        state: 'edited',
      },
    ]);
    const english = await getPublished(newsroom(), ids.editionId);
    const { body } = await paper.get(english?.path ?? '');
    const own = body.slice(body.indexOf(`data-entry="${entry.id}"`));
    const article = own.slice(0, own.indexOf('</article>'));
    expect(article).toContain('<summary>Translated from Greek. Translated by House.</summary>');
    expect(article).toMatch(/Checked by Eleni Marku, \d\d:\d\d\./);
    expect(article).toContain('<dd lang="el" dir="ltr">Κανείς δεν φεύγει.</dd>');
    const app = await openDoor(newsroom(), (door) => door.register(apiDoor({ newsroom: newsroom() })));
    const api = (await app.inject({ url: `/api/stories/${ids.editionId}/entries` })).json();
    const given = entryList.parse(api).entries.find(({ id }) => id === entry.id);
    expect(given?.translation).toMatchObject({
      from: 'el',
      engines: [{ name: 'House' }],
      read: { by: 'Eleni Marku' },
      sentences: [
        { translated: 'Forty men wait in the harbour.' },
        { translated: 'Not one of them leaves.' },
      ],
    });
    const ninjs = (await app.inject({ url: `/api/stories/${ids.editionId}.ninjs.json` })).body;
    expect(ninjs).toContain('"role":"read the translation"');
  });

  it('is translated anew while it waits when the engine is asked again; what readers have waits for a person', async () => {
    const facts = await write('Ο γερανός σταμάτησε στις έξι.', 'The crane stopped at six.');
    await translateEntry(newsroom(), facts);
    told['Ο γερανός σταμάτησε στις έξι.'] = 'The crane stood still at six.';
    const { id: entryId } = await made(facts);
    expect(await askEntryAgain(newsroom(), { entryId, by })).toEqual({ offer: null });
    expect(await made(facts)).toMatchObject({
      bodyHtml: '<p>The crane stood still at six.</p>',
      isEdited: false,
    });
    const before = (await made(facts)).takeId;
    await letEntryOut(newsroom(), { entryId, takeId: before, by });
    newsroom().clock.pass(MINUTE);
    told['Ο γερανός σταμάτησε στις επτά.'] = 'The crane stopped at seven.';
    const right = copyOf('Ο γερανός σταμάτησε στις επτά.');
    await correctEntry(newsroom(), { entryId: facts.entryId, copy: right, notice: 'Γράψαμε έξι.', by });
    const { offer } = await askEntryAgain(newsroom(), { entryId, by });
    expect(offer?.bodyHtml).toBe('<p>The crane stopped at seven.</p>');
    expect(await made(facts)).toMatchObject({ takeId: before, isStale: true });
    expect((await made(facts)).translation?.sentences).toMatchObject([
      { original: 'Ο γερανός σταμάτησε στις έξι.' },
    ]);
    await correctEntry(newsroom(), { entryId, copy: offer ?? right, notice: 'We wrote six.', by });
    await translateEntry(newsroom(), { ...facts, entryId, editionId: ids.editionId, what: 'corrected' });
    expect((await made(facts)).translation?.sentences).toMatchObject([
      {
        original: 'Ο γερανός σταμάτησε στις επτά.',
        translated: 'The crane stopped at seven.',
        engine: 'House',
        state: 'machine',
      },
    ]);
  });

  it('refuses to be let out in words that were not read, and to be asked again where it is no translation', async () => {
    const facts = await write('Τρία πλοία περιμένουν.', 'Three ships wait.');
    await translateEntry(newsroom(), facts);
    const { id: entryId, takeId } = await made(facts);
    await correctEntry(newsroom(), { entryId, copy: copyOf('Three ships are waiting.'), notice: '', by });
    await expect(letEntryOut(newsroom(), { entryId, takeId, by })).rejects.toMatchObject({
      code: 'entry-changed',
    });
    await expect(askEntryAgain(newsroom(), { entryId: facts.entryId, by })).rejects.toMatchObject({
      words: 'This entry is no translation.',
    });
  });

  it('of what was told before there was the edition is made for the newest and the marked, and for the rest when asked', {
    timeout: 90_000,
  }, async () => {
    const { storyId, editionId } = ids;
    for (const { id } of await listWaitingEntries(newsroom(), storyId))
      await letEntryOut(newsroom(), { entryId: id, override: 'a test', by });
    const key = await write('Παλιά στιγμή 70', 'An old moment, 70.');
    await markKeyMoment(newsroom(), { entryId: key.entryId, isKey: true, by });
    const old = [];
    for (let at = 0; at < 22; at += 1) old.push(await write(`Γραμμή ${100 + at}`));
    newsroom().clock.pass(3 * HOUR);
    for (let at = 0; at < 30; at += 1) await write(`Γραμμή ${200 + at}`);
    await translateEntries(newsroom(), { editionId });
    const waiting = () => listWaitingEntries(newsroom(), storyId);
    expect((await waiting()).map(({ originalId }) => originalId)[0]).toBe(key.entryId);
    expect(await waiting()).toHaveLength(31);
    expect(await countOlderEntries(newsroom(), editionId)).toBe(22);
    await askOlderEntries(newsroom(), { storyId, editionId, by });
    await translateOlderEntries(newsroom(), { editionId, after: 0 });
    expect(await countOlderEntries(newsroom(), editionId)).toBe(2);
    const next = await newsroom()
      .store.selectFrom('work')
      .select('payload_json')
      .where('event', '=', 'older-entries-asked')
      .execute();
    for (const { payload_json } of next)
      await translateOlderEntries(
        newsroom(),
        JSON.parse(payload_json) as { editionId: string; after: number },
      );
    const all = await waiting();
    expect(all).toHaveLength(53);
    expect(all.slice(1, 23).map(({ originalId }) => originalId)).toEqual(old.map(({ entryId }) => entryId));
    const [first] = all;
    await letEntryOut(newsroom(), { entryId: first?.id ?? '', by });
    await noteMoment(newsroom(), { storyId, editionId, entryId: first?.id ?? '', what: 'added' });
    const moment = await newsroom()
      .store.selectFrom('told_moments')
      .select('left_out')
      .where('entry_id', '=', first?.id ?? '')
      .executeTakeFirst();
    expect(moment?.left_out).toBe('it was too old');
    expect((await findEntry(newsroom(), first?.id ?? ''))?.translation?.originalAt).toBeLessThan(
      newsroom().clock.now() - 3 * HOUR,
    );
  });
});

it('a sentence that the desk wrote anew stands beside the same original, and one of its own beside none', () => {
  const machine = { state: 'machine', engine_name: 'House', version: null } as const;
  const known = [
    { source_text: 'Ένα.', target_text: 'One.', ...machine },
    { source_text: 'Δύο μεγάλα πλοία.', target_text: 'Two big ships.', ...machine },
  ];
  const sources = ['Ένα.', 'Δύο μεγάλα πλοία.'];
  const languages = { from: 'el', to: 'en' };
  expect(matchedPairs(known, { sources, targets: ['One.', 'Two large ships.'], ...languages })).toEqual([
    known[0],
    {
      source_text: 'Δύο μεγάλα πλοία.',
      target_text: 'Two large ships.',
      state: 'edited',
      engine_name: 'House',
      version: null,
    },
  ]);
  expect(matchedPairs(known, { sources, targets: ['Two big ships.'], ...languages })).toEqual([known[1]]);
});
