/**
 * What happens to an original finds its way into every edition: a change of the item or a correction of ours marks exactly the
 * sentences it touched, and a kill, ours or the agency's, reaches all of them.
 */

import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Tools } from '../../src/cli/timetable.ts';
import { timetable } from '../../src/cli/timetable.ts';
import { noHtml, safeBody } from '../../src/kit/safe-html.ts';
import { theNewsroomItself as by, type Newsroom } from '../../src/newsroom.ts';
import { type FollowUp, placedVerb } from '../../src/runner/lanes.ts';
import type { EventName, Events } from '../../src/runner/work.ts';
import { correctStory } from '../../src/stories/correct.ts';
import { getForDesk } from '../../src/stories/desk-read.ts';
import { saveTake } from '../../src/stories/edit.ts';
import { publishStory } from '../../src/stories/publish.ts';
import { findPublished } from '../../src/stories/read.ts';
import { writeSentence } from '../../src/translation/edit-pairs.ts';
import { addEngine } from '../../src/translation/engines.ts';
import { findTranslation, markRead } from '../../src/translation/read-translation.ts';
import { startTranslation } from '../../src/translation/start-translation.ts';
import { fetchFullText } from '../../src/wire/arriving/full-text.ts';
import { pollNow } from '../../src/wire/arriving/poll.ts';
import { getItem, listItems } from '../../src/wire/items/items.ts';
import { pickUp } from '../../src/wire/items/pick-up.ts';
import { addSource, changeSource } from '../../src/wire/sources/sources.ts';
import { type EngineServer, engineServer } from '../support/engine-servers.ts';
import { onEachEngine, type TestNewsroom } from '../support/newsroom.ts';
import { startWireServer, type WireServer } from '../support/wire-server.ts';

const first = 'Το φέρι έφυγε από το λιμάνι στις έξι το πρωί με 1.200 επιβάτες.';
const second = 'Κανείς δεν χτύπησε, είπε το λιμεναρχείο στους δημοσιογράφους.';
const third = 'Η έρευνα για το ατύχημα συνεχίζεται στην πόλη όλη την εβδομάδα.';
const furniture = '<p>Διαβάστε επίσης: Ο καιρός σήμερα</p>';
const body = (...sentences: string[]) => `<p>${sentences.join(' ')}</p>`;

/** What the engine makes of a headline, and of a sentence. */
const said = {
  en: ['The ferry left', 'It is said in this sentence of the report that the ferry has left'],
  de: ['Die Fähre fuhr', 'In diesem Satz des Berichts heißt es, dass die Fähre gefahren ist'],
  fr: ['Le bac est parti', 'Il est dit dans cette phrase du rapport que le bac est parti'],
} as const;

let wire: WireServer;
let engine: EngineServer;
beforeAll(async () => {
  wire = await startWireServer();
  engine = await engineServer((asked) => {
    const { q, target } = JSON.parse(asked) as { q: string[]; target: 'en' | 'de' | 'fr' };
    const [short, long] = said[target];
    return {
      body: {
        translatedText: q.map((text) =>
          text.length < 30 ? short : `${long} ${text.replace(/[^\d.]+/g, ' ')}`.trim(),
        ),
      },
    };
  });
});
afterAll(async () => {
  await wire.stop();
  await engine.close();
});

/** Does what the timetable says follows, as the loop would; alerts and open pages are not looked at here. */
async function follow<E extends EventName>(newsroom: Newsroom, event: E, facts: Events[E], only: string[]) {
  const tools = { sender: null, pageAnswers: async () => 200 } as unknown as Tools;
  for (const name of only) {
    const verb = placedVerb(timetable(tools), event, name)?.run as FollowUp<E> | undefined;
    if (!verb) throw new Error(`nothing called “${name}” follows ${event}`);
    await verb(newsroom, facts);
    await verb(newsroom, facts); // follow-ups bear being repeated
  }
}

let made = 0;

/** A Greek item picked up, and read in English and German. */
async function pickedUp(
  newsroom: TestNewsroom,
  html: string,
  more: { mayFullText?: boolean; page?: string } = {},
) {
  made += 1;
  const name = `greek-${newsroom.engine}-${made}`;
  const feed = wire.feed(name);
  const item = { id: 'a', headline: 'Το φέρι έφυγε', html, link: `${wire.address}/${name}-page` };
  if (more.page) wire.pages.set(`/${name}-page`, more.page);
  feed.send(item);
  const { sourceId } = await addSource(newsroom, {
    ...{ address: wire.addressOf(name), unasked: true, name, mayFullText: more.mayFullText ?? false, by },
  });
  await changeSource(newsroom, { sourceId, mayTranslate: true, language: 'el', by });
  const poll = () => pollNow(newsroom, { sourceId });
  await poll();
  const [received] = await listItems(newsroom, { sourceId, limit: 1 });
  const itemId = received?.id ?? '';
  if (more.mayFullText) await fetchFullText(newsroom, { itemId });
  newsroom.clock.pass(60_000);
  const { storyId, editionId: greekId } = await pickUp(newsroom, { itemId, by });
  if (!(await newsroom.store.selectFrom('engines').select('id').executeTakeFirst())) {
    const draft = { kind: 'libretranslate', name: 'House', address: engine.address, key: null, model: null };
    await addEngine(newsroom, {
      draft: { ...draft, isInside: true, pairs: '', priceMicros: 0, monthlyCharacters: null },
      by,
    });
  }
  const editions: string[] = [];
  for (const to of ['en', 'de']) {
    const { editionId } = await startTranslation(newsroom, {
      ...{ storyId, fromEditionId: greekId, to, keepOriginal: to === 'en', by },
    });
    await follow(newsroom, 'translation-asked', { editionId }, ['translate', 'mark what is stale']);
    const now = await findTranslation(newsroom, editionId);
    await markRead(newsroom, { editionId, basedOn: now?.takeId ?? '', override: 'a test', by });
    editions.push(editionId);
  }
  newsroom.clock.pass(60_000);
  const changed = async (html: string, headline = item.headline) => {
    feed.send({ ...item, html, headline });
    newsroom.clock.pass(60_000);
    await poll();
    const { version } = await getItem(newsroom, itemId);
    await follow(newsroom, 'item-changed', { itemId, version }, ['tell the desk', 'mark what is stale']);
    return version;
  };
  return { itemId, storyId, greekId, editions, changed, sourceId, feed, poll };
}

async function staleIn(newsroom: Newsroom, editionId: string) {
  const { pairs = [] } = (await findTranslation(newsroom, editionId)) ?? {};
  return pairs
    .filter(({ staleHtml }) => staleHtml !== null)
    .map(({ sourceText, staleHtml }) => [sourceText, staleHtml]);
}

onEachEngine('an original that changes', (newsroom) => {
  const at = (trusted: TestNewsroom) => Object.assign(trusted.settings, { trustedHosts: [wire.host] });

  it('marks exactly the sentences that the item changed, in every edition, and no furniture of its site', async () => {
    at(newsroom());
    const { editions, changed } = await pickedUp(newsroom(), body(first, second, third) + furniture);
    const [other, fourth] = [third.replace('συνεχίζεται', 'σταμάτησε'), 'Ο δήμος μιλάει αύριο το πρωί.'];
    await changed(body(first, second, other, fourth) + furniture.replace('σήμερα', 'αύριο'));
    const expected = [
      [third, other],
      [fourth, fourth],
    ];
    for (const editionId of editions) expect(await staleIn(newsroom(), editionId)).toEqual(expected);
    await changed(body(first, second, third));
    for (const editionId of editions)
      expect((await staleIn(newsroom(), editionId)).filter(([was]) => was === third)).toEqual([]);
  });

  it('compares the page with the page: what the feed sends of it is no change of the rest', async () => {
    at(newsroom());
    const filler = Array.from(
      { length: 12 },
      (_, each) =>
        `<p>Ο επιβάτης με τον αριθμό ${each + 1} περίμενε στην προβλήτα με δύο βαλίτσες για το φέρι.</p>`,
    ).join('');
    const page = (last: string) =>
      `<!doctype html><html lang="el"><head><title>Το φέρι έφυγε</title></head><body><article><h1>Το φέρι έφυγε</h1>${body(first, second)}${filler}${body(last)}</article></body></html>`;
    const piece = await pickedUp(newsroom(), body(first, second), { mayFullText: true, page: page(third) });
    const before = await getItem(newsroom(), piece.itemId);
    expect(before.versions[0]?.rawType).toBe('page');
    const other = second.replace('Κανείς δεν χτύπησε', 'Δύο άνθρωποι χτύπησαν');
    await piece.changed(body(first, other));
    for (const editionId of piece.editions)
      expect(await staleIn(newsroom(), editionId)).toEqual([[second, other]]);
    const gone = third.replace('συνεχίζεται', 'σταμάτησε');
    const name = new URL(before.versions[0]?.link ?? '').pathname;
    wire.pages.set(name, page(gone).replace(second, other));
    await fetchFullText(newsroom(), { itemId: piece.itemId });
    const { version } = await getItem(newsroom(), piece.itemId);
    await follow(newsroom(), 'item-changed', { itemId: piece.itemId, version }, ['mark what is stale']);
    for (const editionId of piece.editions)
      expect(await staleIn(newsroom(), editionId)).toEqual([
        [second, other],
        [third, gone],
      ]);
  });

  it('is caught up with where it changed between pick-up and the beginning of a translation', async () => {
    at(newsroom());
    const { storyId, greekId, changed } = await pickedUp(newsroom(), body(first, second, third));
    const other = second.replace('Κανείς δεν χτύπησε', 'Δύο άνθρωποι χτύπησαν');
    await changed(body(first, other, third));
    const { editionId } = await startTranslation(newsroom(), {
      storyId,
      fromEditionId: greekId,
      to: 'fr',
      by,
    });
    await follow(newsroom(), 'translation-asked', { editionId }, ['translate', 'mark what is stale']);
    expect(await staleIn(newsroom(), editionId)).toEqual([[second, other]]);
  });

  it('reaches a translation of a translation by the edition it was made of, and never past it', async () => {
    at(newsroom());
    const { storyId, editions, changed } = await pickedUp(newsroom(), body(first, second, third));
    const [english = ''] = editions;
    const { editionId: french } = await startTranslation(newsroom(), {
      ...{ storyId, fromEditionId: english, to: 'fr', by },
    });
    await follow(newsroom(), 'translation-asked', { editionId: french }, ['translate', 'mark what is stale']);
    const before = await findTranslation(newsroom(), french);
    await changed(
      body(first, second, third.replace('συνεχίζεται', 'σταμάτησε'), 'Ο δήμος μιλάει αύριο το πρωί.'),
    );
    expect(await staleIn(newsroom(), english)).toHaveLength(2);
    expect((await findTranslation(newsroom(), french))?.pairs.length).toBe(before?.pairs.length);
    expect(await staleIn(newsroom(), french)).toEqual([]);
    const now = await findTranslation(newsroom(), english);
    const edit = { editionId: english, pairId: now?.pairs[3]?.id ?? '', basedOn: now?.takeId ?? '', by };
    const takeId = await writeSentence(newsroom(), { ...edit, html: 'The inquiry has stopped.' });
    const facts = { storyId, editionId: english, takeId, alertLevel: null, first: false };
    await follow(newsroom(), 'story-published', facts, ['mark what is stale']);
    expect((await staleIn(newsroom(), french)).map(([, says]) => says)).toEqual(['The inquiry has stopped.']);
  });

  it('marks exactly the sentences that our own correction touched, in every edition', async () => {
    at(newsroom());
    const { storyId, greekId, editions } = await pickedUp(newsroom(), body(first, second, third));
    await newsroom()
      .store.updateTable('editions')
      .set({ is_desk_copy: 0 })
      .where('id', '=', greekId)
      .execute();
    await publishStory(newsroom(), { storyId, by, override: 'a test' });
    const greek = (await getForDesk(newsroom(), storyId)).editions.find(({ id }) => id === greekId);
    if (!greek) throw new Error('no Greek edition');
    const right = first.replace('1.200', '1.300');
    const copy = { ...greek.copy, bodyHtml: safeBody(greek.copy.bodyHtml.replace(first, right)) };
    const { takeId } = await saveTake(newsroom(), { editionId: greekId, copy, basedOn: greek.takeId, by });
    const { correctionId } = await correctStory(newsroom(), { storyId, notice: 'Ήταν 1.300 επιβάτες.', by });
    const facts = { storyId, editionId: greekId, takeId, alertLevel: null, first: false, correctionId };
    await follow(newsroom(), 'story-corrected', facts, ['mark what is stale']);
    for (const editionId of editions) expect(await staleIn(newsroom(), editionId)).toEqual([[first, right]]);
  });

  it('that its agency kills is gone in every edition, and no sentence of it is stale', async () => {
    at(newsroom());
    const piece = await pickedUp(newsroom(), body(first, second, third));
    await changeSource(newsroom(), { sourceId: piece.sourceId, autoKill: true, by });
    await publishStory(newsroom(), { storyId: piece.storyId, by, override: 'a test' });
    const paths = (await getForDesk(newsroom(), piece.storyId)).editions.flatMap(({ path }) => path ?? []);
    expect(paths).toHaveLength(2);
    await newsroom()
      .store.updateTable('items')
      .set({ status: 'canceled', version: 2 })
      .where('id', '=', piece.itemId)
      .execute();
    const last = await newsroom()
      .store.selectFrom('item_versions')
      .selectAll()
      .where('item_id', '=', piece.itemId)
      .executeTakeFirstOrThrow();
    const canceled = {
      ...last,
      id: newsroom().ids.next(),
      number: 2,
      status: 'canceled' as const,
      text: '',
      html: noHtml,
    };
    await newsroom().store.insertInto('item_versions').values(canceled).execute();
    const facts = { itemId: piece.itemId, version: 2 };
    await follow(newsroom(), 'item-changed', facts, ['tell the desk', 'mark what is stale']);
    for (const path of paths) {
      const [, sectionSlug = '', slug = ''] = path.split('/');
      expect(await findPublished(newsroom(), { sectionSlug, slug })).toMatchObject({ kind: 'killed' });
    }
    const killed = await newsroom()
      .store.selectFrom('corrections')
      .select('edition_id')
      .where('story_id', '=', piece.storyId)
      .where('kind', '=', 'kill')
      .execute();
    expect(killed.map(({ edition_id }) => edition_id).toSorted()).toEqual(piece.editions.toSorted());
    for (const editionId of piece.editions) expect(await staleIn(newsroom(), editionId)).toEqual([]);
  });
});
