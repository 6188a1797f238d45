/** A live story in two languages, entry by entry: translated, read by a person, corrected and withdrawn after its original. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type EngineServer, libreServer } from '../../tests/support/engine-servers.ts';
import { onEachEngine } from '../../tests/support/newsroom.ts';
import { openPaper, type Paper } from '../../tests/support/site-cast.ts';
import { translatedStory } from '../../tests/support/translated-cast.ts';
import { addEntry } from '../entries/add-entry.ts';
import { correctEntry, letEntryOut, withdrawEntry } from '../entries/change-entry.ts';
import {
  findEntry,
  listNewestEntries,
  listOriginals,
  listStaleEntries,
  listWaitingEntries,
} from '../entries/read-entries.ts';
import { MINUTE } from '../kit/clock.ts';
import { safeBody } from '../kit/safe-html.ts';
import { theNewsroomItself as by } from '../newsroom.ts';
import { getPublished } from '../stories/read.ts';
import { addSource } from '../wire/sources/sources.ts';
import { addEngine } from './engines.ts';
import { translateEntries, translateEntry } from './translate-entry.ts';

const told: Record<string, string> = {
  'Κλειστή η πύλη': 'The gate is shut',
  'Σαράντα άνδρες περιμένουν στο λιμάνι.': 'Forty men wait in the harbour.',
  'Τετρακόσιοι άνδρες περιμένουν στο λιμάνι.': 'Four hundred men wait in the harbour.',
  'Κανείς δεν φεύγει, είπε ο Νίκος Βάρας.': 'Nobody leaves, said Nikos Varas.',
  'Ο πρώτος γερανός σταμάτησε στις έξι.': 'The first crane stopped at six.',
  'στην πύλη': 'at the gate',
  εργάτης: 'docker',
};

onEachEngine('an entry of a live story in two languages', (newsroom) => {
  let server: EngineServer;
  let paper: Paper;
  let ids: { storyId: string; greekId: string; editionId: string };
  let sent = 0;

  beforeAll(async () => {
    paper = await openPaper(newsroom());
    server = await libreServer((text) => told[text] ?? text);
    const engine = { kind: 'libretranslate', name: 'House', address: server.address, key: null, model: null };
    const price = { isInside: true, pairs: '', priceMicros: 0, monthlyCharacters: null };
    await addEngine(newsroom(), { draft: { ...engine, ...price }, by });
    ids = await translatedStory(newsroom());
    await newsroom()
      .store.updateTable('stories')
      .set({ kind: 'live' })
      .where('id', '=', ids.storyId)
      .execute();
  });
  afterAll(() => server.close());

  const greek = (words: string, headline = '') => ({
    headline,
    byline: 'Μαρία Λεοντή',
    bodyHtml: safeBody(`<p>${words}</p>`),
    pictureId: null,
  });
  const write = async (words: string, more: Partial<Parameters<typeof addEntry>[1]> = {}) => {
    sent += 1;
    newsroom().clock.pass(MINUTE);
    const { storyId, greekId: editionId } = ids;
    const asked = { storyId, editionId, clientId: `greek-${sent}-0000`, copy: greek(words), by, ...more };
    const { entryId } = await addEntry(newsroom(), asked);
    return { storyId, editionId, entryId, what: 'added' as const };
  };
  const waiting = () => listWaitingEntries(newsroom(), ids.storyId);
  const drained = async () => {
    for (const { id } of await waiting())
      await letEntryOut(newsroom(), { entryId: id, override: 'a test', by });
  };

  it('is translated once, with who says what, and waits until a person has read it', async () => {
    const facts = await write(
      'Σαράντα άνδρες περιμένουν στο λιμάνι. Κανείς δεν φεύγει, είπε ο Νίκος Βάρας.',
      {
        copy: greek(
          'Σαράντα άνδρες περιμένουν στο λιμάνι. Κανείς δεν φεύγει, είπε ο Νίκος Βάρας.',
          'Κλειστή η πύλη',
        ),
        isKey: true,
        saying: {
          speakerName: 'Νίκος Βάρας',
          speakerRole: 'εργάτης',
          form: 'indirect',
          words: 'Κανείς δεν φεύγει, είπε ο Νίκος Βάρας.',
          occasion: 'στην πύλη',
          hops: [],
          standing: 'confirmed',
          standingNote: '',
        },
      },
    );
    await translateEntry(newsroom(), facts);
    await translateEntry(newsroom(), facts); // the runner may come twice
    const all = await waiting();
    expect(all).toMatchObject([
      {
        headline: 'The gate is shut',
        editionId: ids.editionId,
        originalId: facts.entryId,
        number: null,
        isKey: true,
        isEdited: false,
      },
    ]);
    const [one] = all;
    expect(one?.bodyHtml).toBe('<p>Forty men wait in the harbour. Nobody leaves, said Nikos Varas.</p>');
    expect(one?.statements).toMatchObject([
      {
        words: 'Nobody leaves, said Nikos Varas.',
        speakerRole: 'docker',
        occasion: 'at the gate',
        standing: 'confirmed',
      },
    ]);
    expect((await listOriginals(newsroom(), all)).get(facts.entryId)?.headline).toBe('Κλειστή η πύλη');
    const english = await getPublished(newsroom(), ids.editionId);
    expect((await paper.get(english?.path ?? '')).body).not.toContain('Forty men wait');
    await letEntryOut(newsroom(), { entryId: one?.id ?? '', by });
    const { body } = await paper.get(english?.path ?? '');
    expect(body).toContain('Forty men wait in the harbour.');
    expect(body).toMatch(/href="[^"]*\/entries\/1#entry-1" hreflang="el">Read the original, 14:01/);
  });

  it('that no engine could translate is stopped by the gate, and by nothing else', async () => {
    const facts = await write('Μια λέξη που καμία μηχανή δεν ξέρει να πει.');
    await translateEntry(newsroom(), facts);
    const [one] = await waiting();
    expect(one?.bodyHtml).toContain('Μια λέξη');
    await expect(letEntryOut(newsroom(), { entryId: one?.id ?? '', by })).rejects.toMatchObject({
      code: 'entry-not-ready',
    });
    const copy = { ...greek('A word that no engine knows how to say.'), byline: '' };
    await correctEntry(newsroom(), { entryId: one?.id ?? '', copy, notice: '', by });
    await letEntryOut(newsroom(), { entryId: one?.id ?? '', by });
    expect(await waiting()).toEqual([]);
  });

  it('is translated anew while it waits, but not over what the desk wrote; before readers it is shown as stale', async () => {
    const facts = await write('Σαράντα άνδρες περιμένουν στο λιμάνι.');
    await translateEntry(newsroom(), facts);
    newsroom().clock.pass(MINUTE);
    const right = greek('Τετρακόσιοι άνδρες περιμένουν στο λιμάνι.');
    await correctEntry(newsroom(), { entryId: facts.entryId, copy: right, notice: 'Γράψαμε σαράντα.', by });
    await translateEntry(newsroom(), { ...facts, what: 'corrected' });
    const [one] = await waiting();
    expect(one?.bodyHtml).toBe('<p>Four hundred men wait in the harbour.</p>');
    expect(one?.isStale).toBe(false);
    await letEntryOut(newsroom(), { entryId: one?.id ?? '', by });
    newsroom().clock.pass(MINUTE);
    const again = greek('Σαράντα άνδρες περιμένουν στο λιμάνι.');
    await correctEntry(newsroom(), { entryId: facts.entryId, copy: again, notice: '', by });
    await translateEntry(newsroom(), { ...facts, what: 'corrected' });
    expect((await findEntry(newsroom(), one?.id ?? ''))?.bodyHtml).toContain('Four hundred');
    expect((await listStaleEntries(newsroom(), ids.storyId)).map(({ id }) => id)).toEqual([one?.id]);
  });

  it('is withdrawn with its original, and dropped with it while it waits', async () => {
    const facts = [
      await write('Σαράντα άνδρες περιμένουν στο λιμάνι.'),
      await write('Ο πρώτος γερανός σταμάτησε στις έξι.'),
    ];
    for (const each of facts) await translateEntry(newsroom(), each);
    const [out, kept] = await waiting();
    await letEntryOut(newsroom(), { entryId: out?.id ?? '', by });
    for (const { entryId } of facts) await withdrawEntry(newsroom(), { entryId, notice: 'Δεν ισχύει.', by });
    await expect(letEntryOut(newsroom(), { entryId: kept?.id ?? '', by })).rejects.toMatchObject({
      words: 'What it is a translation of was withdrawn.',
    });
    for (const each of facts) await translateEntry(newsroom(), { ...each, what: 'withdrawn' });
    expect([
      (await findEntry(newsroom(), out?.id ?? ''))?.state,
      (await findEntry(newsroom(), kept?.id ?? ''))?.state,
    ]).toEqual(['withdrawn', 'dropped']);
  });

  it('that was told before there was the edition is caught up with, in its order', async () => {
    await drained();
    const older = await write('Ο πρώτος γερανός σταμάτησε στις έξι.');
    const newer = await write('Σαράντα άνδρες περιμένουν στο λιμάνι.');
    await translateEntries(newsroom(), { editionId: ids.editionId });
    const made = (await waiting()).map(({ originalId }) => originalId);
    expect(made).toEqual([older.entryId, newer.entryId]);
    await drained();
    const last = (await listNewestEntries(newsroom(), ids.editionId, 9)).slice(0, 2);
    expect(last.map(({ originalId }) => originalId)).toEqual([newer.entryId, older.entryId]);
  });

  it('whose source forbids translation stays in its own language', async () => {
    const facts = await write('Ο πρώτος γερανός σταμάτησε στις έξι.');
    const { storyId } = ids;
    const slug = `agency-${newsroom().engine}`;
    const { store } = newsroom();
    const address = `https://${slug}.example/`;
    const { sourceId } = await addSource(newsroom(), { address, unasked: true, by });
    await store.updateTable('sources').set({ may_translate: 0 }).where('id', '=', sourceId).execute();
    await store.updateTable('stories').set({ source_id: sourceId }).where('id', '=', storyId).execute();
    await translateEntry(newsroom(), facts);
    expect(await waiting()).toEqual([]);
  });
});
