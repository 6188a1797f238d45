/** A process that is killed while an engine answers: the next one goes on, and asks for nothing again that was kept. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { engineServer } from '../../tests/support/engine-servers.ts';
import { newPlace, type Place, postgresUrl } from '../../tests/support/place.ts';
import { safeBody } from '../kit/safe-html.ts';
import { theNewsroomItself as by, type Newsroom } from '../newsroom.ts';
import { migrateStore } from '../store/migrate.ts';
import { draftStory } from '../stories/draft.ts';
import { addEngine } from './engines.ts';
import { findTranslation } from './read-translation.ts';
import { startTranslation } from './start-translation.ts';

const program = fileURLToPath(new URL('../../tests/support/translation-process.ts', import.meta.url));
const sentences = Array.from({ length: 50 }, (_, at) => `Η πρόταση με αριθμό ${at + 10} είναι στα ελληνικά.`);
const right = (text: string): string => `The sentence with the number ${/\d+/.exec(text)?.[0]} is in Greek.`;

const start = (place: Place) =>
  spawn(process.execPath, ['--import', 'tsx', program, place.data, place.databaseUrl], { stdio: 'inherit' });

describe.each(['sqlite', 'postgres'] as const)('a translation whose process is killed (%s)', (engine) => {
  it.skipIf(engine === 'postgres' && !postgresUrl)(
    'is done by the next, which asks for the rest',
    async () => {
      const place = await newPlace(engine);
      const newsroom = await place.open();
      await migrateStore(newsroom.store, engine);
      const parts: string[][] = [];
      let struck = (): void => {};
      const strikes = new Promise<void>((done) => {
        struck = done;
      });
      const server = await engineServer(async (body) => {
        const { q } = JSON.parse(body) as { q: string[] };
        parts.push(q);
        if (parts.length === 2) {
          struck();
          await new Promise(() => {}); // it thinks, and the one who asked dies
        }
        return { body: { translatedText: q.map(right) } };
      });
      const editionId = await begun(newsroom, server.address);

      const first = start(place);
      await strikes;
      first.kill('SIGKILL');
      await once(first, 'exit');
      expect(await findTranslation(newsroom, editionId)).toMatchObject({ state: 'translating', open: 50 });

      const [code] = await once(start(place), 'exit');
      expect(code).toBe(0);
      const done = await findTranslation(newsroom, editionId);
      expect(done).toMatchObject({ state: 'ready', open: 0, failureWords: null });
      expect(done?.pairs.map(({ targetText }) => targetText)).toEqual(sentences.map(right));
      expect(parts.map(({ length }) => length)).toEqual([20, 20, 20, 10]);
      expect(parts[2]).toEqual(parts[1]);
      expect([parts[0], parts[2], parts[3]].flat()).toEqual(sentences);
      await newsroom.close();
      await server.close();
      await place.leave();
    },
    120_000,
  );
});

async function begun(newsroom: Newsroom, address: string): Promise<string> {
  const draft = { kind: 'libretranslate', name: 'House', address, key: null, model: null, isInside: true };
  await addEngine(newsroom, { draft: { ...draft, pairs: '', priceMicros: 0, monthlyCharacters: null }, by });
  const copy = { headline: '', dek: '', byline: 'Μαρία Λεοντή', dateline: '', pictureId: null };
  const { storyId, editionId: fromEditionId } = await draftStory(newsroom, {
    copy: { ...copy, bodyHtml: safeBody(`<p>${sentences.join(' ')}</p>`) },
    language: 'el',
    hops: [],
    by,
  });
  return (await startTranslation(newsroom, { storyId, fromEditionId, to: 'en', by })).editionId;
}
