import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { z } from 'zod';
import { openDoor } from '../../tests/support/door.ts';
import { onEachEngine } from '../../tests/support/newsroom.ts';
import { hop, openPaper, type Paper } from '../../tests/support/site-cast.ts';
import { translatedStory } from '../../tests/support/translated-cast.ts';
import { tellFront } from '../alerts/live/live.ts';
import { addEntry } from '../entries/add-entry.ts';
import { withdrawEntry } from '../entries/change-entry.ts';
import { layHand, putOut } from '../fronts/change-front.ts';
import { readFrontState } from '../fronts/front.ts';
import { HOUR } from '../kit/clock.ts';
import { safeBody } from '../kit/safe-html.ts';
import { theNewsroomItself as by } from '../newsroom.ts';
import { correctStory } from '../stories/correct.ts';
import { killStory } from '../stories/kill.ts';
import { addStatement } from '../stories/statements.ts';
import { addEngine } from '../translation/engines.ts';
import { ninjsFaultsOf } from '../wire/agency/ninjs-faults.ts';
import { operations } from './openapi.ts';
import { apiDoor } from './routes.ts';
import * as schemas from './schemas.ts';

onEachEngine('the programs’ door', (newsroom) => {
  let paper: Paper;
  let app: FastifyInstance;

  beforeAll(async () => {
    paper = await openPaper(newsroom());
    app = await openDoor(newsroom(), (door) => door.register(apiDoor({ newsroom: newsroom() })));
  });

  afterAll(async () => {
    await app.close();
    await paper.close();
  });

  async function ask<Schema extends z.ZodType>(url: string, schema: Schema): Promise<z.infer<Schema>> {
    const answer = await app.inject({ url });
    expect(answer.statusCode, answer.body).toBe(200);
    return schema.parse(answer.json());
  }

  const many = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ copy: { headline: `Ferry ${index}` } }));

  it('gives a story with its hops, its statements and its corrections, in the shape it is described in', async () => {
    const story = await paper.publish({
      topicNames: ['Ferries'],
      hops: [hop('Radio Thalassa'), hop('Aegean News Agency', { act: 'translated' })],
      copy: { bodyHtml: safeBody('<p>“The engineer wrote it down,” Eleni Doukas said.</p>') },
    });
    await addStatement(newsroom(), {
      editionId: story.editionId,
      speakerName: 'Eleni Doukas',
      speakerRole: 'Head of the inquiry',
      form: 'direct',
      words: '“The engineer wrote it down,”',
      wordsBefore: '',
      occasion: 'to this paper',
      hops: [],
      standing: 'unverified',
      by,
    });
    await correctStory(newsroom(), { storyId: story.storyId, notice: 'It was Tuesday.', by });
    const given = await ask(`/api/stories/${story.editionId}`, schemas.story);
    expect(given.through).toEqual(['Radio Thalassa', 'Aegean News Agency']);
    expect(given.statements).toMatchObject([
      { words: '“The engineer wrote it down,”', speaker: { name: 'Eleni Doukas' }, standing: 'unverified' },
    ]);
    expect(given.corrections).toMatchObject([{ kind: 'correction', notice: 'It was Tuesday.' }]);
    expect(given.topics).toEqual([{ slug: 'ferries', name: 'Ferries' }]);
  });

  it('gives the entries of a live story, page by page, and its ninjs has the newest as what belongs to it', async () => {
    const live = await paper.publish({ kind: 'live', sectionId: paper.sections.city.id });
    const { storyId, editionId } = live;
    expect((await ask(`/api/stories/${editionId}`, schemas.story)).live).toMatchObject({
      entries: 0,
      ended: null,
    });
    const entry = (words: string) => ({
      ...{ headline: '', byline: 'Ada', pictureId: null },
      bodyHtml: safeBody(`<p>${words}</p>`),
    });
    const ids: string[] = [];
    for (const [at, words] of ['The gates shut.', 'Forty men wait.', 'A tug has moved.'].entries()) {
      const asked = {
        storyId,
        clientId: `api-${editionId.slice(0, 8)}-${at}`,
        copy: entry(words),
        isKey: at === 1,
      };
      ids.push((await addEntry(newsroom(), { ...asked, by })).entryId);
    }
    await withdrawEntry(newsroom(), { entryId: ids[2] ?? '', notice: 'It has not.', by });
    const first = await ask(`/api/stories/${editionId}/entries?limit=2`, schemas.entryList);
    expect(first.entries).toMatchObject([
      { number: 3, html: '', title: '', withdrawn: { notice: 'It has not.' } },
      { number: 2, html: '<p>Forty men wait.</p>', title: 'Forty men wait.', key: true },
    ]);
    expect(JSON.stringify(first)).not.toContain('A tug has moved');
    const rest = await ask(
      new URL(first.next ?? '').pathname + new URL(first.next ?? '').search,
      schemas.entryList,
    );
    expect(rest.entries.map(({ number }) => number)).toEqual([1]);
    expect(rest.next).toBeUndefined();
    const keys = await ask(`/api/stories/${editionId}/entries?key=yes`, schemas.entryList);
    expect(keys.entries.map(({ number }) => number)).toEqual([2]);
    const ninjs = (await app.inject({ url: `/api/stories/${editionId}.ninjs.json` })).json();
    expect(ninjsFaultsOf(ninjs, 3)).toEqual([]);
    expect(ninjs.associations).toMatchObject([
      { rel: 'keyMoment', name: 'Forty men wait.', altIds: [{ value: `urn:uuid:${ids[1]}` }] },
      { rel: 'entry', name: 'The gates shut.' },
    ]);
    const plain = await paper.publish({});
    expect((await app.inject({ url: `/api/stories/${plain.editionId}/entries` })).statusCode).toBe(404);
    expect((await ask(`/api/stories/${plain.editionId}`, schemas.story)).live).toBeNull();
  });

  it('gives a front as readers have it, in the dress of its hands, and a section’s page', async () => {
    const story = await paper.publish({
      copy: { headline: 'The lighthouse' },
      sectionId: paper.sections.city.id,
    });
    const front = { language: 'en', sectionId: null };
    const { storyId } = story;
    const place = { area: 'lead', at: 1 };
    const says = {
      place,
      headline: 'Dark since noon',
      kicker: 'Coast',
      until: newsroom().clock.now() + HOUR,
    };
    const { version: basedOn } = await readFrontState(newsroom(), front);
    await layHand(newsroom(), { front, basedOn, storyId, says, by });
    const before = await ask('/api/front', schemas.frontAnswer);
    expect(before.places[0]?.headline).not.toBe('Dark since noon'); // a draft is the desk's
    const { version } = await readFrontState(newsroom(), front);
    await putOut(newsroom(), { front, basedOn: version, path: '/', tell: tellFront, by });
    const out = await ask('/api/front?language=en', schemas.frontAnswer);
    expect(out.places[0]).toMatchObject({
      ...{ place: 'lead', number: 1, held: true, headline: 'Dark since noon', kicker: 'Coast' },
      story: { story: storyId, headline: 'The lighthouse' },
    });
    expect(out.until).toBe(new Date(says.until).toISOString());
    expect(out.places.filter(({ story: each }) => each.story === storyId)).toHaveLength(1);
    const city = await ask('/api/front?section=city', schemas.frontAnswer);
    expect([city.section?.slug, city.places[0]?.place]).toEqual(['city', 'list']);
    for (const none of ['language=zz', 'section=nowhere'])
      expect((await app.inject({ url: `/api/front?${none}` })).statusCode).toBe(404);
    expect((await app.inject({ url: '/api/front?word=1' })).statusCode).toBe(422);
  });

  it('says of a translation of what it is one, what made it, who read it, and what each sentence was', async () => {
    const told = await translatedStory(newsroom());
    const given = await ask(`/api/stories/${told.editionId}`, schemas.story);
    const original = await ask(`/api/stories/${told.greekId}`, schemas.story);
    expect(given.translation).toMatchObject({
      from: 'el',
      of: original.url,
      made: 'trained',
      engines: [{ name: 'House', version: '1.6' }],
      read: { by: 'Eleni Marku' },
    });
    expect(given.translation?.sentences).toContainEqual({
      original: 'Κανείς δεν χτύπησε.',
      translated: 'Nobody was hit.',
    });
    expect(given.editions).toEqual([
      { language: 'el', url: original.url, api: original.api, headline: 'Το πλοίο έφυγε' },
    ]);
    expect(original.translation).toBeNull();
  });

  it('says in ninjs that software changed people’s words, by what, and which edition it was made of', async () => {
    const told = await translatedStory(newsroom());
    const ninjs = async (id: string) => (await app.inject({ url: `/api/stories/${id}.ninjs.json` })).json();
    const codes = 'http://cv.iptc.org/newscodes/digitalsourcetype';
    const [given, original] = [await ninjs(told.editionId), await ninjs(told.greekId)];
    expect(given).toMatchObject({
      digitalSourceType: { uri: `${codes}/compositeWithTrainedAlgorithmicMedia` },
      altIds: [{ role: 'edition', value: `urn:uuid:${told.editionId}` }, { role: 'story' }],
      associations: [{ rel: 'translationOf', uri: original.uri, language: 'el', name: 'Το πλοίο έφυγε' }],
    });
    expect(given.infoSources).toContainEqual({ name: 'House 1.6', role: 'translated' });
    expect(given.infoSources).toContainEqual({ name: 'Eleni Marku', role: 'read the translation' });
    expect(original).toMatchObject({
      digitalSourceType: { uri: `${codes}/digitalCreation` },
      associations: [{ rel: 'translation', uri: given.uri }],
    });
    const sent = await paper.publish({ hops: [hop('Radio Thalassa')] });
    expect(await ninjs(sent.editionId)).not.toHaveProperty('digitalSourceType');
    await addEngine(newsroom(), {
      draft: {
        kind: 'apertium',
        name: 'House',
        address: 'http://127.0.0.1:2737',
        key: null,
        model: null,
        isInside: true,
        pairs: '',
        priceMicros: 0,
        monthlyCharacters: null,
      },
      by,
    });
    expect(await ninjs(told.editionId)).toMatchObject({
      digitalSourceType: { uri: `${codes}/algorithmicallyEnhanced` },
    });
    for (const one of [given, original]) expect(ninjsFaultsOf(one, 3)).toEqual([]);
  });

  it('walks through all stories page by page, none lost and none twice, also when they share an instant', async () => {
    for (const story of many(7)) await paper.publish({ ...story, sectionId: paper.sections.world.id });
    const { store } = newsroom();
    await store.updateTable('stories').set({ first_published_at: 1_763_900_000_000 }).execute();
    const seen: string[] = [];
    let url: string | undefined = '/api/stories?limit=3&language=en&section=world';
    while (url !== undefined) {
      const page: z.infer<typeof schemas.storyList> = await ask(url, schemas.storyList);
      seen.push(...page.stories.map((story) => story.headline));
      url = page.next && new URL(page.next).pathname + new URL(page.next).search;
    }
    expect(seen.toSorted()).toEqual(many(7).map(({ copy }) => copy.headline));
  });

  it('narrows a list by section, and refuses a section that is not there', async () => {
    await paper.publish({ sectionId: paper.sections.sea.id, copy: { headline: 'At sea' } });
    await paper.publish({ sectionId: paper.sections.city.id, copy: { headline: 'In the city' } });
    const { stories } = await ask('/api/stories?section=sea', schemas.storyList);
    expect(stories.map((story) => story.headline)).toEqual(['At sea']);
    expect((await app.inject({ url: '/api/stories?section=moon' })).statusCode).toBe(404);
  });

  it('says that a withdrawn story was withdrawn, and lists it among the corrections without an address', async () => {
    const story = await paper.publish({ copy: { headline: 'Never happened' } });
    await killStory(newsroom(), { storyId: story.storyId, notice: 'It never happened.', by });
    const answer = await app.inject({ url: `/api/stories/${story.editionId}` });
    expect(answer.statusCode).toBe(410);
    expect(schemas.problem.parse(answer.json())).toMatchObject({ detail: 'It never happened.' });
    const { corrections } = await ask('/api/corrections', schemas.corrections);
    expect(corrections[0]).toMatchObject({ kind: 'kill', url: null });
  });

  it.each(['limit=0', 'limit=many', 'after=yesterday', 'before=1', 'language='.padEnd(60, 'x')])(
    'refuses a query with %s in words',
    async (query) => {
      const answer = await app.inject({ url: `/api/stories?${query}` });
      expect(answer.statusCode).toBe(422);
      expect(Object.keys(schemas.problem.parse(answer.json()).fields)).not.toEqual([]);
    },
  );

  it('introduces the paper and its sections', async () => {
    expect(await ask('/api/paper', schemas.paperAnswer)).toMatchObject({
      name: 'The Harbour Post',
      sections: [{ slug: 'city' }, { slug: 'sea' }, { slug: 'world' }],
    });
  });

  it('describes itself: each path it names answers, and each name in it is explained', async () => {
    const story = await paper.publish({ kind: 'live' });
    const answer = await app.inject({ url: '/api/openapi.json' });
    const described = answer.json() as { openapi: string; paths: object; components: { schemas: object } };
    expect(described.openapi).toBe('3.1.0');
    expect(Object.keys(described.paths)).toEqual(operations.map((operation) => operation.path));
    // What partners are given is held to its schemas where there is some: tests/promises/embargo.test.ts.
    for (const { path } of operations.filter(({ forPartners }) => !forPartners)) {
      const url = path.replace('{id}', story.editionId);
      expect((await app.inject({ url })).statusCode, url).toBe(200);
    }
    const references = [...answer.body.matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name]) => name);
    expect(references.filter((name) => !((name as string) in described.components.schemas))).toEqual([]);
  });
});
