/**
 * Engines at their worst, asked from a draft through the loop, as the desk does it: the draft is there before and after, what
 * came is kept, the next engine does the rest, and the desk is told in words.
 */

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  answersOf,
  engineFaults,
  greek,
  right,
  type Serve,
  words,
} from '../../tests/support/engine-faults.ts';
import {
  chatServer,
  deeplServer,
  type EngineServer,
  engineServer,
  libreServer,
} from '../../tests/support/engine-servers.ts';
import { onEachEngine, type TestNewsroom } from '../../tests/support/newsroom.ts';
import { HOUR } from '../kit/clock.ts';
import { safeBody } from '../kit/safe-html.ts';
import { theNewsroomItself as by } from '../newsroom.ts';
import { startLoop } from '../runner/loop.ts';
import { draftStory } from '../stories/draft.ts';
import { translateAgain, translateOpen } from './edit-pairs.ts';
import { addEngine, listEngines } from './engines.ts';
import { fillTranslation } from './fill-translation.ts';
import { findTranslation } from './read-translation.ts';
import { startTranslation } from './start-translation.ts';

onEachEngine('a draft whose engine', (newsroom) => {
  const open: EngineServer[] = [];
  beforeEach(async () => {
    for (const table of ['translation_cache', 'engines'] as const)
      await newsroom().store.deleteFrom(table).execute();
  });
  afterEach(async () => {
    for (const server of open.splice(0)) await server.close();
  });

  const set = async (kind: string, name: string, serve: Serve): Promise<EngineServer> => {
    const server = await serve();
    open.push(server);
    const draft = { kind, name, address: server.address, key: 'the key', model: 'harbour-7b' };
    const more = { isInside: true, pairs: '', priceMicros: 0, monthlyCharacters: null };
    await addEngine(newsroom(), { draft: { ...draft, ...more }, by });
    return server;
  };
  const run = async (patience = 20): Promise<void> => {
    const loop = startLoop(waiting(newsroom(), patience), {
      'translation-asked': { translate: fillTranslation },
    });
    await loop.drain();
    await loop.stop();
  };
  const drafted = (body: string) => begun(newsroom(), body);
  const read = async (editionId: string) => {
    const found = await findTranslation(newsroom(), editionId);
    if (!found) throw new Error('The translation is gone.');
    return found;
  };
  const texts = async (editionId: string) =>
    (await read(editionId)).pairs.map(({ targetText }) => targetText);

  describe.each(engineFaults)('%s', (what, kind, serve, told) => {
    it('is not lost, is told in words, and is done by the next', async () => {
      await set(kind, 'Bad', serve);
      const { editionId } = await drafted(greek.slice(1).join(' '));
      await run(what === 'is too slow' ? 0.5 : undefined);
      const failed = await read(editionId);
      expect(failed).toMatchObject({ state: 'failed', failureWords: expect.stringContaining(told) });
      expect(failed.open).toBe(/one sentence$/.test(what) ? 1 : /every sentence$/.test(what) ? 3 : 4);
      expect(failed.pairs.map(({ sourceText }) => sourceText)).toEqual(greek);
      await set('libretranslate', 'Good', () => libreServer(right));
      await translateOpen(newsroom(), { editionId, by });
      await run();
      expect(await texts(editionId)).toEqual(Object.values(words));
      expect(await read(editionId)).toMatchObject({ state: 'ready', failureWords: null, open: 0 });
    });
  });

  it('loses links and emphasis keeps its words, and says so at the sentence', async () => {
    await set('libretranslate', 'Bare', () => libreServer((text) => right(text.replace(/<[^>]*>/g, ''))));
    const { editionId } = await drafted(
      `${greek[1]?.replace('πλοίο', '<a href="https://post.example/1">πλοίο</a>')}`,
    );
    await run();
    expect((await read(editionId)).pairs.at(-1)).toMatchObject({
      targetText: words[greek[1] ?? ''],
      marksLost: true,
    });
  });

  it('has spent its quota in mid-story keeps what came; the next does the rest, once', async () => {
    const long = Array.from({ length: 50 }, (_, at) => `Η πρόταση με αριθμό ${at + 10} είναι στα ελληνικά.`);
    let parts = 0;
    const spent = await set('libretranslate', 'Spent', () =>
      engineServer((body) => {
        parts += 1;
        if (parts > 1) return { status: 429, body: { error: 'You exceeded your current quota' } };
        return { body: { translatedText: answersOf(body) } };
      }),
    );
    const { editionId } = await drafted(long.join(' '));
    await run();
    const half = await read(editionId);
    expect(half).toMatchObject({ state: 'failed', failureWords: expect.stringContaining('quota') });
    expect(half.open).toBe(31);
    expect(spent.asked).toHaveLength(2);
    const next = await set('libretranslate', 'Next', () => libreServer(right));
    await translateOpen(newsroom(), { editionId, by });
    await run();
    const whole = await read(editionId);
    expect(whole).toMatchObject({ state: 'ready', open: 0 });
    expect(spent.asked).toHaveLength(2); // it rests for an hour
    const given = next.asked.flatMap(({ body }) => (JSON.parse(body) as { q: string[] }).q);
    expect(given).toEqual(
      half.pairs.filter(({ state }) => state === 'untranslated').map(({ sourceText }) => sourceText),
    );
    expect(new Set(whole.pairs.map(({ engine }) => engine))).toEqual(
      new Set(['Spent, harbour-7b', 'Next, harbour-7b']),
    );
    const [state] = await listEngines(newsroom());
    expect(state).toMatchObject({ failureWords: expect.stringContaining('quota') });
    expect(state?.restUntil).toBe(newsroom().clock.now() + HOUR);
  });

  it('rests is not asked, and the desk is told why', async () => {
    const server = await set('deepl', 'DeepL', () => deeplServer(right, 'wrong'));
    const { editionId } = await drafted(greek[1] ?? '');
    await run();
    await translateOpen(newsroom(), { editionId, by });
    await run();
    expect(server.asked).toHaveLength(1);
    expect((await read(editionId)).failureWords).toBe(
      'DeepL is not asked now: The engine says: Authorization failure',
    );
  });

  it('is asked by two people at once is asked once', async () => {
    let release = (): void => {};
    const held = new Promise<void>((done) => {
      release = done;
    });
    let begin = (): void => {};
    const begins = new Promise<void>((done) => {
      begin = done;
    });
    const server = await set('libretranslate', 'Slow', () =>
      engineServer(async (body) => {
        begin();
        await held;
        return { body: { translatedText: answersOf(body) } };
      }),
    );
    const { editionId } = await drafted(greek.slice(1).join(' '));
    const loop = startLoop(newsroom(), { 'translation-asked': { translate: fillTranslation } });
    await begins;
    await Promise.all([
      translateOpen(newsroom(), { editionId, by }),
      translateOpen(newsroom(), { editionId, by }),
    ]);
    release();
    await loop.drain();
    await loop.stop();
    expect(server.asked).toHaveLength(1);
    expect(await texts(editionId)).toEqual(Object.values(words));
  });

  it('does one sentence again is told what stands around it', async () => {
    const server = await set('chat', 'Model', () => chatServer(right));
    const { editionId } = await drafted(greek.slice(1).join(' '));
    await run();
    const { takeId: basedOn, pairs } = await read(editionId);
    const [engine] = await listEngines(newsroom());
    const pairId = pairs[2]?.id ?? '';
    await translateAgain(newsroom(), { editionId, pairId, basedOn, engineId: engine?.id ?? '', by });
    const { messages } = JSON.parse(server.asked.at(-1)?.body ?? '') as { messages: { content: string }[] };
    expect(JSON.parse(messages.at(-1)?.content ?? '')).toEqual({
      before: greek.slice(0, 2).join(' '),
      segments: [{ i: 1, text: greek[2] }],
      after: greek[3],
    });
  });

  it('does one sentence again for two people at once takes one answer, and tells the other that the take is old', async () => {
    let said = 0;
    await set('libretranslate', 'House', () =>
      libreServer((text) => {
        said += 1;
        return said > greek.length ? `The ship left the harbour of the town, try ${said}.` : right(text);
      }),
    );
    const { editionId } = await drafted(greek.slice(1).join(' '));
    await run();
    const { takeId: basedOn, pairs } = await read(editionId);
    const [engine] = await listEngines(newsroom());
    const again = { editionId, pairId: pairs[1]?.id ?? '', basedOn, engineId: engine?.id ?? '', by };
    const both = await Promise.allSettled([
      translateAgain(newsroom(), again),
      translateAgain(newsroom(), again),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'take-outdated' },
    });
    expect((await texts(editionId))[1]).toMatch(/^The ship left the harbour of the town, try [56]\.$/);
  });
});

/** The newsroom, waiting so many seconds for an engine. */
function waiting(newsroom: TestNewsroom, translationSeconds: number): TestNewsroom {
  const settings = { ...newsroom.settings, translationSeconds };
  return {
    ...newsroom,
    settings,
    transact: (work) => newsroom.transact((inner) => work({ ...inner, settings })),
  };
}

async function begun(newsroom: TestNewsroom, body: string): Promise<{ editionId: string }> {
  const copy = { headline: greek[0] ?? '', dek: '', byline: 'Μαρία Λεοντή', dateline: '', pictureId: null };
  const { storyId, editionId: fromEditionId } = await draftStory(newsroom, {
    copy: { ...copy, bodyHtml: safeBody(`<p>${body}</p>`) },
    language: 'el',
    hops: [],
    by,
  });
  return startTranslation(newsroom, { storyId, fromEditionId, to: 'en', by });
}
