import { afterAll, beforeAll, expect, it } from 'vitest';
import { splitSentences } from '../../kit/sentences.ts';
import { sources } from './cast.ts';
import { phraseFor, startTranslator, type Translator } from './translator.ts';
import { aegean } from './wire-items/aegean.ts';
import { coast } from './wire-items/coast.ts';
import { north } from './wire-items/north.ts';
import { pickFor, type WirePool } from './wire-items/wire-item.ts';

const pools: Partial<Record<keyof typeof sources, WirePool>> = { aegean, coast, north };
const TURNS = 200; // composed items looked at: each shape and each of its parts among them

it.each(Object.entries(pools))('knows every sentence that %s sends', (key, pool) => {
  const { language } = sources[key as keyof typeof sources];
  const composed = Array.from({ length: TURNS }, (_, turn) => pool.composed(pickFor(turn)));
  const unknown = [...pool.written, ...composed]
    .flatMap(([headline, text, later]) => [
      headline,
      ...(later ? [later] : []),
      ...splitSentences(text, language).map(({ start, end }) => text.slice(start, end).trim()),
    ])
    .filter((sentence) => phraseFor(language, sentence) === null);
  expect(unknown).toEqual([]);
});

it('puts the parts of a composed sentence into English too', () => {
  expect(phraseFor('el', '5 μποφόρ στον έξω μόλο')).toBe('Force 5 at the outer mole');
});

let translator: Translator;
beforeAll(async () => {
  translator = await startTranslator();
});
afterAll(() => translator.stop());

const ask = (body: unknown) =>
  fetch(`${translator.address}/translate`, { method: 'POST', body: JSON.stringify(body) });

it('answers as LibreTranslate does, and gives back what it does not know', async () => {
  const q = ['Теперь звонит колокол.', 'Этого никто не посылал.'];
  const answer = await ask({ q, source: 'ru', target: 'en', format: 'html' });
  expect(await answer.json()).toEqual({ translatedText: ['Now a bell rings.', 'Этого никто не посылал.'] });
});

it('refuses a pair that it does not know, and what is no request', async () => {
  expect((await ask({ q: ['Hola.'], source: 'es', target: 'en' })).status).toBe(400);
  expect((await ask('nonsense')).status).toBe(400);
});
