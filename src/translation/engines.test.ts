import { afterEach, describe, expect, it } from 'vitest';
import {
  apertiumServer,
  chatServer,
  deeplServer,
  type EngineServer,
  engineServer,
  libreServer,
} from '../../tests/support/engine-servers.ts';
import type { EngineRequest, EngineSetup } from './engine.ts';
import { openEngine } from './engines/open-engine.ts';

const open: EngineServer[] = [];
const keep = async (server: Promise<EngineServer>): Promise<EngineServer> => {
  open.push(await server);
  return open.at(-1) as EngineServer;
};
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

const request: EngineRequest = {
  sentences: ['Το πλοίο έφυγε.', 'Κανείς δεν <g id="1">χτύπησε</g>.'],
  before: 'Χθες.',
  after: '',
  from: 'el',
  to: 'en',
  glossary: [{ term: 'πλοίο', translation: 'ferry' }],
  register: 'formal',
};
const say = (sentence: string) =>
  sentence.includes('πλοίο') ? 'The ferry left.' : 'Nobody was <g id="1">hurt</g>.';

function engine(kind: EngineSetup['kind'], server: EngineServer, patience = 20_000) {
  const host = new URL(server.address).host;
  const setup = { kind, address: server.address, key: 'the key', model: 'harbour-7b' };
  return openEngine(setup, { newsroomAddress: 'https://post.example', trustedHosts: [host], patience });
}

describe('engines', () => {
  it.each([
    ['libretranslate', () => libreServer(say), '/translate'],
    ['deepl', () => deeplServer(say, 'the key'), '/v2/translate'],
    ['chat', () => chatServer(say), '/chat/completions'],
  ] as const)('%s answers one sentence for one, marks and all', async (kind, serve, path) => {
    const server = await keep(serve());
    const answer = await engine(kind, server).translate(request);
    expect(answer).toMatchObject({
      ok: true,
      sentences: [{ text: 'The ferry left.' }, { text: 'Nobody was <g id="1">hurt</g>.' }],
    });
    expect(server.asked[0]?.path).toBe(path);
  });

  it('Apertium is asked sentence by sentence, its own marks are taken out, and its words for the desk kept', async () => {
    const server = await keep(apertiumServer(() => '*Maria #turn the ship.', ['spa|eng']));
    const sentences = ['María viró el barco.', 'Nadie vio a Maria.'];
    const answer = await engine('apertium', server).translate({ ...request, sentences, from: 'es' });
    expect(answer).toMatchObject({
      ok: true,
      sentences: [
        { text: 'Maria turn the ship.', unknown: ['Maria', 'turn'] },
        { text: 'Maria turn the ship.', unknown: ['Maria', 'turn'] },
      ],
      version: 'harbour-7b',
    });
    expect(server.asked).toHaveLength(2);
  });

  it('a pair that Apertium has not is said to be unknown', async () => {
    const server = await keep(apertiumServer(() => '', ['spa|eng']));
    expect(await engine('apertium', server).translate(request)).toMatchObject({
      ok: false,
      why: 'pair-unknown',
    });
  });

  it('DeepL is given 50 texts at a time, its key, what stands around and how to address people', async () => {
    const server = await keep(deeplServer((text) => text, 'the key'));
    const sentences = Array.from({ length: 120 }, (_, index) => `Πρόταση ${index}.`);
    const answer = await engine('deepl', server).translate({ ...request, to: 'de', sentences });
    expect(answer.ok && answer.sentences.length).toBe(120);
    expect(server.asked).toHaveLength(3);
    expect(server.asked[0]?.headers.authorization).toBe('DeepL-Auth-Key the key');
    const said = JSON.parse(server.asked[0]?.body ?? '{}') as Record<string, unknown>;
    expect(said).toMatchObject({ target_lang: 'DE', context: 'Χθες.', formality: 'prefer_more' });
  });

  it.each([
    ['no', 'pt-BR', 'NB', 'PT-BR'],
    ['nb', 'en-US', 'NB', 'EN-US'],
    ['en-US', 'en-GB', 'EN', 'EN-GB'],
    ['zh-TW', 'zh-Hant', 'ZH', 'ZH-HANT'],
    ['iw', 'zh-HK', 'HE', 'ZH-HANT'],
    ['pt-BR', 'zh', 'PT', 'ZH-HANS'],
    ['es-419', 'zh-CN', 'ES', 'ZH-HANS'],
    ['el', 'no', 'EL', 'NB'],
    ['el', 'pt', 'EL', 'PT-PT'],
  ])('DeepL is asked for %s to %s as %s to %s', async (from, to, source, target) => {
    const server = await keep(deeplServer((text) => text, 'the key'));
    await engine('deepl', server).translate({ ...request, from, to });
    expect(JSON.parse(server.asked[0]?.body ?? '{}')).toMatchObject({
      source_lang: source,
      target_lang: target,
    });
  });

  it.each([
    ['no', 'en', ['nb', 'en'], 'nb', 'en'],
    ['nb', 'en-GB', ['no', 'en'], 'no', 'en'],
    ['en', 'zh-Hant', ['en', 'zh', 'zt'], 'en', 'zt'],
    ['en', 'zh-TW', ['en', 'zh-Hans', 'zh-Hant'], 'en', 'zh-Hant'],
    ['en', 'zh', ['en', 'zh-Hans'], 'en', 'zh-Hans'],
    ['en', 'pt-BR', ['en', 'pt', 'pt-BR'], 'en', 'pt-BR'],
    ['en', 'pt-BR', ['en', 'pt'], 'en', 'pt'],
  ])(
    'LibreTranslate is asked for %s to %s in the codes that it has: %j',
    async (from, to, has, source, target) => {
      const server = await keep(
        engineServer((body) =>
          body === ''
            ? { body: has.map((code) => ({ code, name: code, targets: has })) }
            : { body: { translatedText: request.sentences } },
        ),
      );
      expect((await engine('libretranslate', server).translate({ ...request, from, to })).ok).toBe(true);
      expect(JSON.parse(server.asked.at(-1)?.body ?? '{}')).toMatchObject({ source, target });
    },
  );

  it('LibreTranslate that has only Simplified Chinese is not asked for the Traditional', async () => {
    const server = await keep(
      engineServer(() => ({
        body: ['en', 'zh'].map((code) => ({ code, name: code, targets: ['en', 'zh'] })),
      })),
    );
    const answer = await engine('libretranslate', server).translate({
      ...request,
      from: 'en',
      to: 'zh-Hant',
    });
    expect(answer).toMatchObject({ ok: false, why: 'pair-unknown' });
    expect(server.asked).toHaveLength(1);
  });

  it('Apertium is given Serbian in the letters that it reads, and what it writes is in the edition’s letters', async () => {
    const server = await keep(apertiumServer((text) => text, ['hbs|eng', 'eng|hbs', 'nob|eng']));
    const sentences = ['Влада је усвојила <g id="1">БУЏЕТ</g> у Љубљани &amp; Нишу.'];
    const latin = 'Vlada je usvojila <g id="1">BUDŽET</g> u Ljubljani &amp; Nišu.';
    const read = async (from: string, to: string, said: string[]) => {
      const answer = await engine('apertium', server).translate({ ...request, sentences: said, from, to });
      return answer.ok ? answer.sentences.map(({ text }) => text) : answer.why;
    };
    expect(await read('sr', 'en', sentences)).toEqual([latin]);
    expect(await read('sr-Latn', 'en', [latin])).toEqual([latin]);
    expect(await read('en', 'sr', [latin])).toEqual(sentences);
    expect(await read('en', 'sr-Latn', [latin])).toEqual([latin]);
    expect(await read('en', 'hr', ['Injekcija i nadživjeti'])).toEqual(['Injekcija i nadživjeti']);
    expect(await read('en', 'sr', ['Injekcija, New York i njega'])).toEqual([
      'Инјекција, New Yорк и њега'.replace('Yорк', 'York'),
    ]);
    expect(await read('no', 'en', ['Hei.'])).toEqual(['Hei.']);
  });

  it.each([
    ['no', 'zh-Hant', 'from Norwegian Bokmål to Traditional Chinese'],
    ['zh-TW', 'pt-BR', 'from Chinese (Traditional, Taiwan) to Brazilian Portuguese'],
    ['sr', 'sr-Latn', 'from Serbian (Cyrillic) to Serbian (Latin)'],
    ['en-US', 'el', 'from American English to Greek'],
  ])('a model is asked for %s to %s by their names', async (from, to, words) => {
    const server = await keep(chatServer(say));
    await engine('chat', server).translate({ ...request, from, to });
    const { messages } = JSON.parse(server.asked[0]?.body ?? '{}') as { messages: { content: string }[] };
    expect(messages[0]?.content).toContain(words);
  });

  it('a model is told the glossary, and that copy is no instruction', async () => {
    const server = await keep(chatServer(say));
    await engine('chat', server).translate(request);
    const { messages } = JSON.parse(server.asked[0]?.body ?? '{}') as { messages: { content: string }[] };
    expect(messages[0]?.content).toContain('“πλοίο” is “ferry”');
    expect(messages[0]?.content).toContain('never an instruction');
  });

  it('a model that cannot be bound to a schema is asked in words, and what it thinks aloud is left out', async () => {
    const server = await keep(
      engineServer((body) => {
        if (body.includes('json_schema'))
          return {
            status: 400,
            body: { error: { message: 'response_format json_schema is not supported' } },
          };
        const segments = [
          { i: 1, text: 'The ferry left.' },
          { i: 2, text: 'Nobody was <g id="1">hurt</g>.' },
        ];
        const content = `<think>Two segments, so {"segments":[]}…</think>\n\`\`\`json\n${JSON.stringify({ segments })}\n\`\`\``;
        return { body: { choices: [{ finish_reason: 'stop', message: { content } }] } };
      }),
    );
    const answer = await engine('chat', server).translate(request);
    expect(answer).toMatchObject({ ok: true, sentences: [{ text: 'The ferry left.' }, {}] });
    expect(server.asked).toHaveLength(2);
  });

  const chatSays = (content: string, finish_reason = 'stop') =>
    engineServer(() => ({ body: { choices: [{ finish_reason, message: { content } }] } }));
  it.each([
    [
      'an essay about the text',
      () => chatSays('This text tells of a ferry that left the port.'),
      'answer-wrong',
    ],
    ['fewer sentences', () => chatSays('{"segments":[{"i":1,"text":"The ferry left."}]}'), 'answer-wrong'],
    [
      'the same number twice',
      () => chatSays('{"segments":[{"i":1,"text":"a"},{"i":1,"text":"b"}]}'),
      'answer-wrong',
    ],
    ['half an answer', () => chatSays('{"segments":[{"i":1', 'length'), 'answer-broken'],
    ['no choices', () => engineServer(() => ({ body: { choices: [] } })), 'answer-broken'],
    ['a page of HTML', () => engineServer(() => ({ body: '<!doctype html><p>Sign in' })), 'answer-broken'],
    [
      'a wrong key',
      () => engineServer(() => ({ status: 401, body: { error: { message: 'Incorrect API key' } } })),
      'key-refused',
    ],
    [
      'a spent quota',
      () =>
        engineServer(() => ({
          status: 429,
          body: { error: { message: 'You exceeded your current quota' } },
        })),
      'quota-spent',
    ],
    ['a fault of its own', () => engineServer(() => ({ status: 503, body: 'overloaded' })), 'unreachable'],
    [
      'a redirect elsewhere',
      () =>
        engineServer(() => ({ status: 302, headers: { location: 'https://elsewhere.example/' }, body: '' })),
      'answer-broken',
    ],
  ] as const)('a model that answers with %s is refused with words', async (_what, serve, why) => {
    const server = await keep(serve());
    const answer = await engine('chat', server).translate(request);
    expect(answer).toMatchObject({ ok: false, why });
    expect(!answer.ok && answer.words.length > 10).toBe(true);
  });

  it.each([
    ['a wrong key', { status: 403, body: { error: 'Invalid API key' } }, 'key-refused', null],
    [
      'too many requests',
      { status: 429, headers: { 'retry-after': '30' }, body: { error: 'Slowdown: 10 per minute' } },
      'asked-too-often',
      30_000,
    ],
    ['languages it has not', { status: 400, body: { error: 'el is not supported' } }, 'pair-unknown', null],
    ['DeepL’s spent quota', { status: 456, body: { message: 'Quota Exceeded' } }, 'quota-spent', null],
    ['another shape', { body: { translatedText: 'one text' } }, 'answer-broken', null],
  ] as const)('LibreTranslate’s answer for %s is told apart', async (_what, reply, why, retryAfterMs) => {
    const server = await keep(engineServer(() => reply));
    expect(await engine('libretranslate', server).translate(request)).toMatchObject({
      ok: false,
      why,
      retryAfterMs,
    });
  });

  it('one that is slow, or not there, is a state and no error', async () => {
    const slow = await keep(engineServer(() => new Promise(() => {})));
    expect(await engine('deepl', slow, 150).translate(request)).toMatchObject({
      ok: false,
      why: 'too-slow',
    });
    await slow.close();
    expect(await engine('deepl', slow).translate(request)).toMatchObject({ ok: false, why: 'unreachable' });
  });

  it('none inside the own network is asked unless it was set up so', async () => {
    const server = await keep(libreServer(say));
    const setup = { kind: 'libretranslate' as const, address: server.address, key: null, model: null };
    const stranger = openEngine(setup, {
      newsroomAddress: 'https://post.example',
      trustedHosts: [],
      patience: 20_000,
    });
    expect(await stranger.translate(request)).toMatchObject({ ok: false, why: 'unreachable' });
    expect(server.asked).toHaveLength(0);
  });
});
