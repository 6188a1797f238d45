/** Bergamot's own engine with a small model of ours (tests/fixtures/bergamot), in its thread, and every way in which it can fail. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestNewsroom } from '../../tests/support/newsroom.ts';
import { openThreads, type Threads } from '../kit/threads.ts';
import { theNewsroomItself as by } from '../newsroom.ts';
import type { EngineAnswer } from './engine.ts';
import { openEngine } from './engines/open-engine.ts';
import { addEngine, listEngines } from './engines.ts';
import { translateSentences } from './translate.ts';

const models = join(import.meta.dirname, '../../tests/fixtures/bergamot');
const MODEL = 'model.esen.intgemm.alphas.bin';
const piece = {
  'El alcalde no anunció el plan el lunes.': 'The mayor did not announce the plan on Monday.',
  'No habrá 1.200 soldados en el puerto.': 'There will not be 1,200 soldiers in the port.',
  '«No hay peligro», dijo la ministra ayer.': '“There is no danger,” said the minister yesterday.',
  'Nadie resultó herido en el puerto.': 'Nobody was hurt in the port.',
};

describe('Bergamot', () => {
  let threads: Threads;
  let folder = '';
  beforeAll(() => {
    threads = openThreads({ most: 1 });
    folder = mkdtempSync(join(tmpdir(), 'crier-models-'));
  });
  afterAll(async () => {
    await threads.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const ask = (
    address: string,
    { sentences = Object.keys(piece), from = 'es', to = 'en', ms = 60_000, modelThread = threads } = {},
  ): Promise<EngineAnswer> => {
    const door = { newsroomAddress: 'https://post.example', trustedHosts: [], modelThread };
    const engine = openEngine(
      { kind: 'bergamot', address, key: null, model: null },
      { ...door, patience: ms },
    );
    return engine.translate({ sentences, before: '', after: '', from, to, glossary: [], register: null });
  };
  /** A folder with the model in it, changed by the test. */
  const changed = (name: string, change: (own: string) => void): string => {
    const own = join(folder, name);
    cpSync(join(models, 'esen'), join(own, 'esen'), { recursive: true });
    change(join(own, 'esen'));
    return own;
  };
  const translated = { ok: true, sentences: Object.values(piece).map((text) => ({ text })) };

  it('translates one sentence for one, says how sure it is, and which model it was', async () => {
    const answer = await ask(models);
    expect(answer).toMatchObject(translated);
    if (!answer.ok) return;
    expect(answer.version).toMatch(/^0\.4\.9, esen [0-9a-f]{8}$/);
    for (const { score } of answer.sentences) {
      expect(score).toBeGreaterThan(0.5);
      expect(score).toBeLessThanOrEqual(1);
    }
  });

  it('is less sure of what it never learnt', async () => {
    const answer = await ask(models, {
      sentences: ['El alcalde rechazó la reforma ayer.', 'Un elefante baila solo.'],
    });
    const [known, strange] = answer.ok ? answer.sentences.map(({ score }) => score ?? 0) : [];
    expect(known).toBeGreaterThan(strange ?? 1);
  });

  it('carries marks over to the words that they belong to', async () => {
    const sentences = [
      'El alcalde no anunció <g id="1">el nuevo puente</g> ayer.',
      'Los médicos &amp; la policía <x id="1"/> criticaron el plan ayer.',
    ];
    const answer = await ask(models, { sentences });
    const [first, second] = answer.ok ? answer.sentences.map(({ text }) => text) : [];
    expect(first).toBe('The mayor did not announce the <g id="1">new bridge</g> yesterday.');
    expect(second).toContain('<x id="1"/>');
    expect(second).not.toMatch(/<(?!x id="1"\/>)/);
  });

  it('reads models packed with gzip, and those that a registry names', async () => {
    const packed = changed('packed', (own) => {
      for (const name of [MODEL, 'vocab.esen.spm']) {
        writeFileSync(join(own, `${name}.gz`), gzipSync(readFileSync(join(own, name))));
        rmSync(join(own, name));
      }
    });
    expect(await ask(packed)).toMatchObject(translated);
    const named = changed('named', (own) => {
      renameSync(own, join(own, '../files'));
      const file = (name: string) => ({ name: `files/${name}` });
      const esen = { model: file(MODEL), srcvocab: file('vocab.esen.spm'), trgvocab: file('vocab.esen.spm') };
      writeFileSync(join(own, '../registry.json'), JSON.stringify({ esen }));
    });
    expect(await ask(named)).toMatchObject(translated);
    expect(await ask(named, { from: 'de' })).toMatchObject({ ok: false, why: 'pair-unknown' });
  });

  it('goes by way of English where there is no model for the pair', async () => {
    const two = changed('two', (own) => cpSync(own, join(own, '../enel'), { recursive: true }));
    const answer = await ask(two, { to: 'el' });
    expect(answer).toMatchObject({ ok: true });
    expect(answer.ok && answer.version).toMatch(/^0\.4\.9, esen [0-9a-f]{8}, enel [0-9a-f]{8}$/);
  });

  it('keeps the last models and lets others go, which are read again when they are asked for', async () => {
    const pairs = ['es', 'gl', 'ca', 'pt', 'it'];
    const many = changed('many', (own) => {
      for (const from of pairs.slice(1)) cpSync(own, join(own, `../${from}en`), { recursive: true });
    });
    for (const from of [...pairs, ...pairs]) expect(await ask(many, { from })).toMatchObject(translated);
  });

  it('reads a model anew when another was put in its place', async () => {
    const own = changed('replaced', () => {});
    expect(await ask(own)).toMatchObject(translated);
    writeFileSync(join(own, 'esen', MODEL), 'no model');
    expect(await ask(own)).toMatchObject({ ok: false, words: expect.stringContaining('damaged') });
  });

  const model = (own: string): Buffer => readFileSync(join(own, MODEL));
  const put = (own: string, bytes: Buffer | string, name = MODEL) => writeFileSync(join(own, name), bytes);
  it.each<[string, (own: string) => void, string, string]>([
    [
      'a model that was cut off',
      (own) => put(own, model(own).subarray(0, 100_000)),
      'answer-broken',
      'damaged',
    ],
    ['an empty model', (own) => put(own, ''), 'answer-broken', 'damaged'],
    [
      'a page in place of a model',
      (own) => put(own, '<html>404</html>'.repeat(99)),
      'answer-broken',
      'damaged',
    ],
    [
      'a model whose insides are another’s',
      (own) =>
        put(own, Buffer.from(model(own).toString('latin1').replaceAll('encoder_l1', 'encoder_l9'), 'latin1')),
      'answer-broken',
      'The model cannot be used',
    ],
    [
      'a damaged vocabulary',
      (own) => put(own, 'no vocabulary', 'vocab.esen.spm'),
      'answer-broken',
      'The model cannot be used',
    ],
    [
      'a damaged short list',
      (own) => put(own, 'x'.repeat(500), 'lex.50.50.esen.s2t.bin'),
      'answer-broken',
      'cannot be used',
    ],
    ['no vocabulary', (own) => rmSync(join(own, 'vocab.esen.spm')), 'answer-broken', 'no vocabulary'],
    ['no model', (own) => rmSync(join(own, MODEL)), 'answer-broken', 'There is no model.'],
    [
      'a packed file that is none',
      (own) => put(own, 'x', `a.gz`) ?? renameSync(join(own, MODEL), join(own, `${MODEL}.gz`)),
      'answer-broken',
      'cannot be unpacked',
    ],
    [
      'a registry that is none',
      (own) => put(own, 'none', '../registry.json'),
      'answer-broken',
      'is none of Bergamot’s',
    ],
    [
      'a registry that reaches out of its folder',
      (own) => put(own, '{"esen":{"model":{"name":"../../etc/passwd"}}}', '../registry.json'),
      'answer-broken',
      'outside the folder',
    ],
    [
      'a registry with a missing file',
      (own) => put(own, '{"esen":{"model":{"name":"a"},"vocab":{"name":"b"}}}', '../registry.json'),
      'answer-broken',
      'is missing',
    ],
    [
      'more memory than there is',
      (own) => {
        const file = (name: string) => ({ name: `esen/${name}` });
        const esen = { model: file(MODEL), vocab: file('vocab.esen.spm'), config: { workspace: 2500 } };
        put(own, JSON.stringify({ esen }), '../registry.json');
      },
      'unreachable',
      'memory',
    ],
  ])('with %s says so, and translates with a good one afterwards', async (what, change, why, words) => {
    const answer = await ask(changed(what, change));
    expect(answer).toMatchObject({ ok: false, why });
    expect(!answer.ok && answer.words).toContain(words);
    expect(await ask(models)).toMatchObject(translated);
  });

  it('says when its folder is not there, and when it has no model for the languages', async () => {
    expect(await ask('/nowhere/models')).toMatchObject({ ok: false, why: 'unreachable' });
    const answer = await ask(models, { from: 'el', to: 'uk' });
    expect(answer).toMatchObject({ ok: false, why: 'pair-unknown', words: expect.stringContaining('eluk') });
  });

  it('is stopped when it takes too long, and starts again', async () => {
    const sentences = Array.from(
      { length: 2_000 },
      (_, index) => `Los vecinos cerraron el puerto el ${index} de mayo.`,
    );
    expect(await ask(models, { sentences, ms: 100 })).toMatchObject({ ok: false, why: 'too-slow' });
    expect(await ask(models)).toMatchObject(translated);
  });

  it('whose thread dies says so', async () => {
    const small = openThreads({ most: 1, heapMb: 8 });
    const answer = await ask(models, { modelThread: small });
    expect(answer).toMatchObject({ ok: false, why: 'unreachable' });
    expect(!answer.ok && answer.words).toContain('memory');
    await small.close();
  });

  it('that is not installed says by which command it is', async () => {
    const outfile = join(folder, 'bare/bergamot-worker.mjs');
    mkdirSync(join(folder, 'bare'));
    const entryPoints = [join(import.meta.dirname, 'engines/bergamot-worker.ts')];
    await build({ entryPoints, outfile, bundle: true, platform: 'node', format: 'esm', logLevel: 'error' });
    const bare = (await import(pathToFileURL(outfile).href)) as typeof import('./engines/bergamot-worker.ts');
    expect(await bare.translate({ folder: models, from: 'es', to: 'en', sentences: [] })).toMatchObject({
      ok: false,
      words: expect.stringMatching(/npm install .*@browsermt\/bergamot-translator@0\.4\.9/),
    });
  });

  it('is inside the house: copy that may not leave it is given to it, and what it costs is counted', async () => {
    const newsroom = await openTestNewsroom();
    const draft = { kind: 'bergamot', name: 'Bergamot', address: models, key: null, model: null };
    const more = { isInside: false, pairs: '', priceMicros: 0, monthlyCharacters: null };
    await addEngine(newsroom, { draft: { ...draft, ...more }, by });
    const run = (text: string) => [{ text, href: null, strong: false, em: false }];
    const sentences = Object.keys(piece).map(run);
    const outcome = await translateSentences(newsroom, { sentences, from: 'es', to: 'en', mayLeave: false });
    expect(outcome.words).toBeNull();
    expect(outcome.sentences.map(({ runs }) => runs.map(({ text }) => text).join(''))).toEqual(
      Object.values(piece),
    );
    expect(outcome.sentences[0]).toMatchObject({ engineName: 'Bergamot', score: expect.any(Number) });
    const greek = { sentences: [run('Το πλοίο έφυγε.')], from: 'el', to: 'en', mayLeave: false };
    expect((await translateSentences(newsroom, greek)).words).toContain('Bergamot: There is no model elen');
    expect(await listEngines(newsroom)).toMatchObject([
      { isInside: true, characters: Object.keys(piece).join('').length, failureWords: null },
    ]);
    await expect(
      addEngine(newsroom, { draft: { ...draft, ...more, address: 'models' }, by }),
    ).rejects.toMatchObject({ fields: { address: expect.stringContaining('whole path') } });
    await newsroom.close();
  });
});
