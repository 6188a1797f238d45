/** Two engines side by side: where they disagree, what it may cost, and who chooses. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EngineServer, libreServer } from '../../tests/support/engine-servers.ts';
import { onEachEngine } from '../../tests/support/newsroom.ts';
import { safeBody } from '../kit/safe-html.ts';
import { theNewsroomItself as by, type Newsroom } from '../newsroom.ts';
import { draftStory } from '../stories/draft.ts';
import { disagreements, stretches } from './compare-versions.ts';
import { writeSentence } from './edit-pairs.ts';
import { addEngine, listEngines } from './engines.ts';
import { fillTranslation } from './fill-translation.ts';
import { findTranslation } from './read-translation.ts';
import { askSecond, askSecondWhereDoubted, chooseVersion, fillSecondVersions } from './second-versions.ts';
import { startTranslation } from './start-translation.ts';

describe('two versions of one sentence', () => {
  const words = (here: string, there: string, language = 'en') =>
    disagreements(here, there, language).map((one) => [
      one.about,
      one.here && here.slice(one.here.start, one.here.end),
      one.there && there.slice(one.there.start, one.there.end),
    ]);

  it('disagree on a number by its value, not by how it is written', () => {
    expect(words('He paid 1,200 euros.', 'He paid 1,300 euros.')).toEqual([['number', '1,200', '1,300']]);
    expect(words('It lasted three weeks.', 'It lasted 3 weeks.')).toEqual([]);
    expect(words('Es kostet 1.200 Euro.', 'Es kostet 1.300 Euro.', 'de')).toEqual([
      ['number', '1.200', '1.300'],
    ]);
  });

  it('disagree on a “not” that only one of them has', () => {
    expect(words('The port will not open.', 'The port will open.')).toEqual([['not', 'not', null]]);
    expect(words('The port will open.', 'The port will not open.')).toEqual([['not', null, 'not']]);
    expect(words('Nobody came.', 'No one came.')).toEqual([]);
  });

  it('disagree on a name, and not on its spelling', () => {
    expect(words('The minister met Papadakis in town.', 'The minister met Kalogeras in town.')).toEqual([
      ['name', 'Papadakis', 'Kalogeras'],
    ]);
    expect(words('They met Mitsotakis in town.', 'They met Mitsotákis in town.')).toEqual([]);
  });

  it('are shown with what differs marked', () => {
    const text = 'He paid 1,200 euros.';
    expect(stretches(text, [{ start: 8, end: 13 }])).toEqual([
      { text: 'He paid ', isMarked: false },
      { text: '1,200', isMarked: true },
      { text: ' euros.', isMarked: false },
    ]);
  });
});

const [headline, wrong, right] = [
  'Το πλοίο έφυγε',
  'Έφυγαν 1.200 επιβάτες με το πρώτο δρομολόγιο.',
  'Ο καιρός ήταν καλός σε όλο το νησί.',
];
const house: Record<string, string> = {
  [headline]: 'The ferry has left',
  [wrong]: '1,300 passengers left with the first crossing.',
  [right]: 'The weather was good all over the island.',
};
const annex: Record<string, string> = { ...house, [wrong]: '1,200 passengers left on the first boat.' };

let servers: EngineServer[] = [];
beforeAll(async () => {
  servers = [
    await libreServer((text) => house[text] ?? text),
    await libreServer((text) => annex[text] ?? text),
  ];
});
afterAll(async () => {
  for (const server of servers) await server.close();
});

async function made(newsroom: Newsroom, ceiling: number | null = null): Promise<string> {
  await newsroom.store.deleteFrom('engines').execute();
  await newsroom.store.deleteFrom('translation_cache').execute();
  for (const [at, name] of ['House', 'Annex'].entries()) {
    const address = servers[at]?.address ?? '';
    const draft = { kind: 'libretranslate', name, address, key: null, model: null, isInside: true };
    const monthlyCharacters = name === 'Annex' ? ceiling : null;
    await addEngine(newsroom, { draft: { ...draft, pairs: '', priceMicros: 0, monthlyCharacters }, by });
  }
  const copy = { headline, dek: '', byline: '', dateline: '', pictureId: null };
  const { storyId, editionId: greek } = await draftStory(newsroom, {
    copy: { ...copy, bodyHtml: safeBody(`<p>${wrong} ${right}</p>`) },
    language: 'el',
    hops: [],
    by,
  });
  const { editionId } = await startTranslation(newsroom, { storyId, fromEditionId: greek, to: 'en', by });
  await fillTranslation(newsroom, { editionId });
  return editionId;
}

async function pairsOf(newsroom: Newsroom, editionId: string) {
  const found = await findTranslation(newsroom, editionId);
  return { basedOn: found?.takeId ?? '', pairs: found?.pairs ?? [] };
}

onEachEngine('a second engine', (newsroom) => {
  it('is asked only about what the checks doubt, and an editor takes its version or lets it go', async () => {
    const editionId = await made(newsroom());
    const asked = servers[1]?.asked.length ?? 0;
    await askSecondWhereDoubted(newsroom(), { editionId, by });
    await fillSecondVersions(newsroom(), { editionId });
    await fillSecondVersions(newsroom(), { editionId }); // a follow-up bears being repeated
    expect(servers[1]?.asked.slice(asked).map(({ body }) => (JSON.parse(body) as { q: string[] }).q)).toEqual(
      [[wrong]],
    );
    const { pairs, basedOn } = await pairsOf(newsroom(), editionId);
    expect(pairs.map(({ second }) => second?.engine ?? null)).toEqual([null, 'Annex', null]);
    const pairId = pairs[1]?.id ?? '';
    await chooseVersion(newsroom(), { editionId, pairId, basedOn, take: 'second', by });
    const after = await pairsOf(newsroom(), editionId);
    expect(after.pairs[1]).toMatchObject({
      targetText: annex[wrong],
      engine: 'Annex',
      state: 'machine',
      findings: [],
      second: null,
    });
    await askSecond(newsroom(), { editionId, pairId, by }); // after the last of the chain comes the first
    expect((await pairsOf(newsroom(), editionId)).pairs[1]?.second).toMatchObject({
      engine: 'House',
      text: house[wrong],
      disagreements: [{ about: 'number' }],
    });
    await chooseVersion(newsroom(), { editionId, pairId, basedOn: after.basedOn, take: 'first', by });
    const last = await pairsOf(newsroom(), editionId);
    expect(last.pairs[1]).toMatchObject({ targetText: annex[wrong], second: null });
    expect(last.basedOn).toBe(after.basedOn); // nothing of the edition has changed
  });

  it('costs no more than its ceiling, and says that nobody can be asked', async () => {
    const editionId = await made(newsroom(), 10);
    const { pairs } = await pairsOf(newsroom(), editionId);
    const asked = askSecond(newsroom(), { editionId, pairId: pairs[1]?.id ?? '', by });
    await expect(asked).rejects.toMatchObject({
      words: 'No other engine can be asked for these languages now.',
    });
    await fillSecondVersions(newsroom(), { editionId });
    expect(await findTranslation(newsroom(), editionId)).toMatchObject({
      state: 'ready',
      failureWords: 'No other engine can be asked for these languages now.',
    });
    const annexNow = (await listEngines(newsroom())).find(({ name }) => name === 'Annex');
    expect(annexNow?.characters).toBe(0);
  });

  it('has no say any more once the sentence was written', async () => {
    const editionId = await made(newsroom());
    const { pairs, basedOn } = await pairsOf(newsroom(), editionId);
    const edit = { editionId, pairId: pairs[1]?.id ?? '', basedOn, by };
    await askSecond(newsroom(), edit);
    const takeId = await writeSentence(newsroom(), { ...edit, html: '1,200 passengers left at once.' });
    expect((await pairsOf(newsroom(), editionId)).pairs[1]?.second).toBeNull();
    const late = chooseVersion(newsroom(), { ...edit, basedOn: takeId, take: 'second' });
    await expect(late).rejects.toMatchObject({ code: 'not-found' });
  });
});
