import { afterEach, beforeEach, expect, it } from 'vitest';
import { type EngineServer, engineServer, libreServer } from '../../tests/support/engine-servers.ts';
import { onEachEngine } from '../../tests/support/newsroom.ts';
import { safeBody } from '../kit/safe-html.ts';
import type { Newsroom } from '../newsroom.ts';
import { theNewsroomItself as by } from '../newsroom.ts';
import { draftStory } from '../stories/draft.ts';
import { addEngine, type EngineDraft, listEngines } from './engines.ts';
import { fillTranslation } from './fill-translation.ts';
import { putTerm } from './glossary.ts';
import { markUp, readMarks } from './marks.ts';
import { startTranslation } from './start-translation.ts';
import { sourceKey, translateSentences } from './translate.ts';

const open: EngineServer[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

async function set(
  newsroom: Newsroom,
  server: Promise<EngineServer>,
  more: Partial<EngineDraft> = {},
): Promise<EngineServer> {
  const there = await server;
  open.push(there);
  const draft = {
    kind: 'libretranslate',
    name: 'House',
    address: there.address,
    key: null,
    model: null,
    isInside: true,
    pairs: '',
    priceMicros: 20_000_000,
    monthlyCharacters: null,
    ...more,
  };
  await addEngine(newsroom, { draft, by });
  return there;
}

const run = (text: string) => [{ text, href: null, strong: false, em: false }];
const greek = ['Το πλοίο έφυγε από το λιμάνι.', 'Κανείς δεν χτύπησε στο ατύχημα.'];
const english: Record<string, string> = {
  [greek[0] as string]: 'The ship left the harbour.',
  [greek[1] as string]: 'Nobody was hurt in the accident.',
};
const dictionary = () => libreServer((text) => english[text] ?? text);
const asked = { sentences: greek.map(run), from: 'el', to: 'en', mayLeave: true };
const texts = (outcome: Awaited<ReturnType<typeof translateSentences>>) =>
  outcome.sentences.map(({ runs }) => runs.map(({ text }) => text).join(''));

onEachEngine('translation', (newsroom) => {
  beforeEach(async () => {
    await newsroom().store.deleteFrom('translation_cache').execute();
    await newsroom().store.deleteFrom('engines').execute();
  });

  it('asks an engine once, remembers what it said, and counts what it cost', async () => {
    const server = await set(newsroom(), dictionary());
    const first = await translateSentences(newsroom(), asked);
    expect(texts(first)).toEqual(Object.values(english));
    expect(first.words).toBeNull();
    await translateSentences(newsroom(), asked);
    expect(server.asked).toHaveLength(1);
    const [engine] = await listEngines(newsroom());
    const characters = greek.join('').length;
    expect(engine).toMatchObject({ characters, costMicros: characters * 20, failureWords: null });
  });

  it('goes on to the next engine when one is down, and tells the desk', async () => {
    await set(
      newsroom(),
      engineServer(() => ({ status: 503, body: '' })),
      { name: 'Down' },
    );
    await set(newsroom(), dictionary(), { name: 'Up' });
    const outcome = await translateSentences(newsroom(), asked);
    expect(outcome.sentences.map(({ engineName }) => engineName)).toEqual(['Up', 'Up']);
    const [down] = await listEngines(newsroom());
    expect(down).toMatchObject({ failureWords: 'The translation engine cannot be reached.' });
    expect(down?.restUntil).toBeGreaterThan(newsroom().clock.now());
  });

  it.each<[string, (text: string) => string]>([
    ['the source itself', (text) => text],
    ['nothing', () => ''],
    ['a loop', () => 'The ship left the ship left the ship left the ship left.'],
    ['a loop at its end', () => 'The ship left the harbour in the morning, the crew said said said.'],
    ['another language', () => 'El barco ha salido de los muelles con todas las personas que estaban.'],
    ['a summary', () => 'Ship.'],
    ['an essay', () => 'The text tells of a ship. '.repeat(12)],
    ['markup', () => 'The ship <b onclick="x">left</b> the harbour.'],
  ])('lets the next engine do what one answered with %s', async (_what, say) => {
    await set(newsroom(), libreServer(say), { name: 'Bad' });
    await set(newsroom(), dictionary(), { name: 'Good' });
    const outcome = await translateSentences(newsroom(), asked);
    expect(texts(outcome)).toEqual(Object.values(english));
    expect(outcome.sentences.map(({ engineName }) => engineName)).toEqual(['Good', 'Good']);
  });

  it('never sends copy out that the contract keeps inside', async () => {
    const server = await set(newsroom(), dictionary(), { isInside: false });
    const outcome = await translateSentences(newsroom(), { ...asked, mayLeave: false });
    expect(outcome.sentences.every(({ state }) => state === 'untranslated')).toBe(true);
    expect(outcome.words).toContain('may not leave');
    expect(server.asked).toHaveLength(0);
  });

  it('stops at the month’s ceiling', async () => {
    const server = await set(newsroom(), dictionary(), { monthlyCharacters: 10 });
    const outcome = await translateSentences(newsroom(), asked);
    expect(outcome.words).toContain('House is not asked now: its characters of this month are used up.');
    expect(server.asked).toHaveLength(0);
  });

  it('keeps words of the glossary that stay as they are, letter for letter', async () => {
    await putTerm(newsroom(), { from: 'el', to: 'en', term: 'Θάλασσα FM', translation: 'Θάλασσα FM', by });
    const server = await set(
      newsroom(),
      libreServer(() => 'The host of <x id="1"/> spoke of the harbour.'),
    );
    const sentence = 'Ο παρουσιαστής του Θάλασσα FM μίλησε για το λιμάνι.';
    const outcome = await translateSentences(newsroom(), { ...asked, sentences: [run(sentence)] });
    expect(server.asked[0]?.body).toContain('<x id=');
    expect(texts(outcome)).toEqual(['The host of Θάλασσα FM spoke of the harbour.']);
  });

  it('keeps links and emphasis, and says when an engine lost them', async () => {
    const runs = [
      { text: 'Δείτε ', href: null, strong: false, em: false },
      { text: 'την έκθεση', href: 'https://post.example/report', strong: false, em: false },
      { text: ' & τα άλλα.', href: null, strong: false, em: false },
    ];
    const { text, marks } = markUp(runs, []);
    expect(text).toBe('Δείτε <g id="1">την έκθεση</g> &amp; τα άλλα.');
    expect(readMarks('See <g id="1">the report</g> &amp; the rest.', marks)).toMatchObject({
      complete: true,
      runs: [
        { text: 'See ' },
        { text: 'the report', href: 'https://post.example/report' },
        { text: ' & the rest.' },
      ],
    });
    expect(readMarks('See the report & the rest.', marks).complete).toBe(false);
    expect(readMarks('See <g id="1">a</g> <g id="1">b</g> <g id="9">c</g>.', marks).complete).toBe(false);
  });

  it('an edition’s whole tag reaches the engine: Traditional letters for a Traditional edition', async () => {
    const server = await set(
      newsroom(),
      engineServer(() => ({ body: { translations: [{ text: '渡輪已離開' }] } })),
      { kind: 'deepl', key: 'k', pairs: 'no>zh-Hant' },
    );
    const copy = { dek: '', byline: 'Ada', dateline: '', bodyHtml: safeBody('<p></p>'), pictureId: null };
    const { storyId, editionId: fromEditionId } = await draftStory(newsroom(), {
      copy: { ...copy, headline: 'Ferga har gått' },
      language: 'no',
      hops: [],
      by,
    });
    const { editionId } = await startTranslation(newsroom(), { storyId, fromEditionId, to: 'zh-Hant', by });
    await fillTranslation(newsroom(), { editionId });
    expect(JSON.parse(server.asked[0]?.body ?? '{}')).toMatchObject({
      source_lang: 'NB',
      target_lang: 'ZH-HANT',
    });
  });

  it('letters and accents that came apart are sent together, and the memory keeps letters apart', async () => {
    expect(markUp(run('El nin\u0303o'), []).text).toBe('El niño');
    expect(sourceKey('a', 'en', 'zh-TW')).toBe(sourceKey('a', 'en-GB', 'zh-Hant'));
    expect(sourceKey('a', 'en', 'zh-TW')).not.toBe(sourceKey('a', 'en', 'zh'));
    expect(sourceKey('a', 'en', 'el-GR')).toBe(sourceKey('a', 'en', 'el'));
  });
});
