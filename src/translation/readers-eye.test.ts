/** A reader's eye over a server on loopback that speaks the interface: right, wrong, slow, prolix, empty and no JSON at all. */

import { afterEach, describe, expect, it } from 'vitest';
import {
  type EngineServer,
  engineServer,
  libreServer,
  type Reply,
} from '../../tests/support/engine-servers.ts';
import { onEachEngine } from '../../tests/support/newsroom.ts';
import { inWords, reason } from '../checks/finding-reason.ts';
import { safeBody } from '../kit/safe-html.ts';
import { theNewsroomItself as by, type Newsroom } from '../newsroom.ts';
import { draftStory } from '../stories/draft.ts';
import { askEye, readEyeRecord } from './ask-eye.ts';
import { translateDoubtedBack } from './doubted-back.ts';
import { writeSentence } from './edit-pairs.ts';
import { addEngine, listEngines } from './engines.ts';
import { fillTranslation } from './fill-translation.ts';
import { withReadings } from './pair-readings.ts';
import { findTranslation, settleFinding } from './read-translation.ts';
import { EYE, readPair } from './readers-eye.ts';
import { startTranslation } from './start-translation.ts';

const open: EngineServer[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});
async function keep(server: Promise<EngineServer>): Promise<EngineServer> {
  open.push(await server);
  return open.at(-1) as EngineServer;
}

const pair = {
  source: 'Το δικαστήριο θα αποφασίσει αύριο για τον αδελφό του δημάρχου.',
  target: 'The court decided yesterday about the mayor’s brother.',
  from: 'el',
  to: 'en',
};

/** The interface around what the model says. */
const saying = (content: string, finish = 'stop'): Reply => ({
  body: {
    model: 'harbour-7b',
    choices: [{ finish_reason: finish, message: { role: 'assistant', content } }],
  },
});
const pointing = (...problems: { words: string; reason: string; side?: string }[]): Reply =>
  saying(JSON.stringify({ problems }));

async function read(answer: Reply | ((body: string) => Reply | Promise<Reply>), patience = 20_000) {
  const server = await keep(engineServer((body) => (typeof answer === 'function' ? answer(body) : answer)));
  const setup = { kind: 'eye', address: server.address, key: 'the key', model: 'harbour-7b' } as const;
  const trustedHosts = [new URL(server.address).host];
  const door = { newsroomAddress: 'https://post.example', trustedHosts, patience };
  return { reading: await readPair(setup, door, pair), server };
}

describe('a reader’s eye', () => {
  it('is asked about one sentence, told that copy is no instruction, and points at its words with a reason', async () => {
    const { reading, server } = await read(
      pointing({ words: 'decided yesterday', reason: 'It is yet to decide.' }),
    );
    expect(reading).toMatchObject({
      ok: true,
      version: 'harbour-7b',
      findings: [
        {
          check: EYE,
          severity: 'minor',
          message: 'The reader’s eye: It is yet to decide.',
          target: { start: 10, end: 27 },
        },
      ],
    });
    const [asked] = server.asked;
    const { messages, response_format } = JSON.parse(asked?.body ?? '{}') as {
      messages: { content: string }[];
      response_format: { type: string };
    };
    expect(asked?.path).toBe('/chat/completions');
    expect(asked?.headers.authorization).toBe('Bearer the key');
    expect(response_format.type).toBe('json_schema');
    expect(messages[0]?.content).toContain('never an instruction');
    expect(JSON.parse(messages[1]?.content ?? '')).toEqual({
      original: pair.source,
      translation: pair.target,
    });
  });

  it('points into the original at what was left out', async () => {
    const { reading } = await read(
      pointing({ words: 'αύριο', side: 'original', reason: 'Tomorrow is lost.' }),
    );
    expect(reading).toMatchObject({ findings: [{ source: { start: 28, end: 33 } }] });
  });

  it.each([
    ['words that do not stand there', pointing({ words: 'the judge', reason: 'Wrong office.' })],
    ['half a word', pointing({ words: 'cour', reason: 'Wrong office.' })],
    ['nearly the whole sentence', pointing({ words: pair.target.slice(0, -1), reason: 'Wrong.' })],
    ['praise', pointing({ words: 'decided', reason: 'No problem: the meaning is the same.' })],
    ['words without a reason', pointing({ words: 'decided', reason: ' ' })],
    ['nothing', pointing()],
    ['nothing, in a fence after thinking aloud', saying('<think>Hm.</think>\n```json\n{"problems":[]}\n```')],
  ])('tells nothing of %s', async (_what, answer) => {
    expect((await read(answer)).reading).toMatchObject({ ok: true, findings: [] });
  });

  it.each([
    ['an essay', saying('The translation reads well, but the tense seems off to me.'), 'answer-wrong'],
    ['an empty answer', saying(''), 'answer-wrong'],
    ['another shape', saying('{"problems":"none"}'), 'answer-wrong'],
    [
      'a doubt at every word',
      pointing(...pair.target.split(' ').map((words) => ({ words, reason: 'Odd.' }))),
      'answer-wrong',
    ],
    ['an answer that is cut off', saying('{"problems":[', 'length'), 'answer-broken'],
    ['a page that is no JSON', { body: '<html>Bad gateway</html>' }, 'answer-broken'],
    ['a wrong key', { status: 401, body: { error: { message: 'No such key' } } }, 'key-refused'],
    ['a server that fails', { status: 503, body: '' }, 'unreachable'],
  ])('%s is a failure with words, and no finding', async (_what, answer, why) => {
    const { reading } = await read(answer);
    expect(reading).toMatchObject({ ok: false, why, words: expect.stringMatching(/\w/u) });
  });

  it('a long reason is cut for the desk, and the same place is said once', async () => {
    const same = { words: 'decided', reason: `It is yet to decide, ${'and so on '.repeat(40)}` };
    const { reading } = await read(pointing(same, same));
    const findings = reading.ok ? reading.findings : [];
    expect(findings).toHaveLength(1);
    expect(findings[0]?.message.length).toBeLessThan(200);
  });

  it('a slow one is left when its time is over', async () => {
    const slow = () => new Promise<Reply>((done) => setTimeout(done, 400, pointing()));
    expect((await read(slow, 50)).reading).toMatchObject({ ok: false, why: 'too-slow' });
  });

  it('a server that knows no schemas is asked in words alone', async () => {
    const plain = (body: string): Reply =>
      body.includes('json_schema')
        ? { status: 400, body: { error: { message: 'response_format is not known' } } }
        : pointing({ words: 'yesterday', reason: 'It says tomorrow.' });
    expect((await read(plain)).reading).toMatchObject({ ok: true, findings: [{ check: EYE }] });
  });
});

const greek: [string, string][] = [
  ['Το πλοίο έφυγε', 'The ferry has left'],
  ['Ο καιρός ήταν καλός σε όλο το νησί.', 'The weather is good all over the island.'],
  ['Κανείς δεν τραυματίστηκε στο λιμάνι.', 'People were hurt in the port.'],
];

async function edition(newsroom: Newsroom, eye: EngineServer, { isInside = true } = {}): Promise<string> {
  await newsroom.store.deleteFrom('engines').execute();
  await newsroom.store.deleteFrom('translation_cache').execute();
  const words = new Map(greek);
  const engine = await keep(libreServer((text) => words.get(text) ?? 'Άνθρωποι τραυματίστηκαν στο λιμάνι.'));
  const draft = { key: null, model: null, priceMicros: 0, monthlyCharacters: null, pairs: '' };
  for (const [kind, name, { address }] of [
    ['libretranslate', 'House', engine],
    ['eye', 'Eye', eye],
  ] as const)
    await addEngine(newsroom, {
      draft: { ...draft, kind, name, address, isInside: kind === 'eye' ? isInside : true },
      by,
    });
  const [[headline = ''] = [], ...body] = greek;
  const { storyId, editionId: from } = await draftStory(newsroom, {
    copy: {
      headline,
      dek: '',
      byline: '',
      dateline: '',
      pictureId: null,
      bodyHtml: safeBody(`<p>${body.map(([said]) => said).join(' ')}</p>`),
    },
    language: 'el',
    hops: [],
    by,
  });
  const { editionId } = await startTranslation(newsroom, { storyId, fromEditionId: from, to: 'en', by });
  await fillTranslation(newsroom, { editionId });
  return editionId;
}

const eyeServer = () =>
  engineServer((body) =>
    body.includes('weather is good') ? pointing({ words: 'is', reason: 'It was.' }) : pointing(),
  );

onEachEngine('at the desk', (newsroom) => {
  it('it reads what it has not read, editors settle what it says, and how often is kept', async () => {
    const eye = await keep(eyeServer());
    const editionId = await edition(newsroom(), eye);
    await askEye(newsroom(), { editionId });
    await askEye(newsroom(), { editionId }); // a follow-up bears being repeated
    expect(eye.asked).toHaveLength(3);
    const read = await findTranslation(newsroom(), editionId);
    const seen = read?.pairs[1]?.findings.find(({ check }) => check === EYE);
    expect(seen).toMatchObject({ severity: 'minor', words: 'is|', settled: null });
    const pairId = read?.pairs[1]?.id ?? '';
    await settleFinding(newsroom(), {
      editionId,
      pairId,
      finding: EYE,
      words: 'is|',
      reason: 'It still is.',
      by,
    });
    expect(await readEyeRecord(newsroom())).toEqual({ pointed: 1, setAside: 1 });
    // Written anew, the sentence is one that it has not read, and what it said of the old one is gone.
    const basedOn = read?.takeId ?? '';
    await writeSentence(newsroom(), {
      editionId,
      pairId,
      basedOn,
      html: 'The weather was good all over it.',
      by,
    });
    const after = await findTranslation(newsroom(), editionId);
    expect(after?.pairs[1]?.findings.filter(({ check }) => check === EYE)).toEqual([]);
    await askEye(newsroom(), { editionId });
    expect(eye.asked).toHaveLength(4);
  });

  it('it is never asked where it is outside and the contract keeps copy in the house', async () => {
    const eye = await keep(eyeServer());
    const editionId = await edition(newsroom(), eye, { isInside: false });
    const { story_id: storyId } = await newsroom()
      .store.selectFrom('editions')
      .select('story_id')
      .where('id', '=', editionId)
      .executeTakeFirstOrThrow();
    await keptInHouse(newsroom(), storyId);
    await askEye(newsroom(), { editionId });
    expect(eye.asked).toEqual([]);
  });

  it('one that answers nonsense is let alone after three sentences, and its line says why', async () => {
    const eye = await keep(engineServer(() => saying('All good!')));
    const editionId = await edition(newsroom(), eye);
    await askEye(newsroom(), { editionId });
    expect(eye.asked).toHaveLength(3);
    const [, line] = await listEngines(newsroom());
    expect(line?.failureWords).toContain('points at no words');
    const read = await findTranslation(newsroom(), editionId);
    expect(read?.pairs.flatMap(({ findings }) => findings).filter(({ check }) => check === EYE)).toEqual([]);
  });

  it('is no engine: it translates nothing', async () => {
    const eye = await keep(eyeServer());
    await edition(newsroom(), eye);
    expect(eye.asked).toEqual([]);
  });

  it('a “not” in doubt is translated back, and shown where the way back does not find it', async () => {
    const eye = await keep(eyeServer());
    const editionId = await edition(newsroom(), eye);
    await translateDoubtedBack(newsroom(), { editionId });
    const read = await findTranslation(newsroom(), editionId);
    const lost = read?.pairs[2]?.findings.find(({ check }) => check === 'translation-negation');
    expect(lost?.message).toContain('Translated back it reads: “Άνθρωποι τραυματίστηκαν στο λιμάνι.”');
  });
});

it('a “not” in doubt that the way back finds again is not told', () => {
  const both = { source: 'Κανείς δεν ήρθε.', target: 'Hardly a soul came.' };
  const because = reason('wordsLost', { words: 'Κανείς' });
  const doubt = inWords({ check: 'translation-negation', severity: 'major' as const, because });
  const row = {
    ...{
      pair_id: 'p',
      edition_id: 'e',
      way: 'back' as const,
      source_text: both.source,
      target_text: both.target,
    },
    ...{ answer_json: JSON.stringify({ text: 'Δεν ήρθε σχεδόν κανείς.', agrees: true }), at: 0 },
    ...{ engine_name: 'House', version: null },
  } as const;
  expect(withReadings([doubt], [row], both)).toEqual([]);
  expect(withReadings([doubt], [row], { ...both, target: 'A soul came.' })).toEqual([doubt]); // written anew since
});

/** The story is made one of a source whose contract lets no copy out of the house. */
async function keptInHouse(newsroom: Newsroom, storyId: string): Promise<void> {
  const id = newsroom.ids.next();
  const contract = {
    may_alert: 1,
    may_translate: 1,
    may_use_cloud: 0,
    may_full_text: 1,
    publish_unread: 0,
  } as const;
  const running = {
    interval_ms: 300_000,
    next_poll_at: 0,
    created_at: 0,
    lease_until: 0,
    failures_in_row: 0,
  };
  const none = {
    ...{ feed_url: null, feed_host: null, moved_to: null, site_url: null, language: null, section_id: null },
    ...{ alert_level: null, etag: null, last_modified: null, body_hash: null, last_polled_at: null },
    ...{
      last_ok_at: null,
      last_item_at: null,
      failure: null,
      failure_words: null,
      paused_at: null,
      keep_days: null,
    },
  };
  await newsroom.store
    .insertInto('sources')
    .values({ id, slug: `agency-${id}`, name: 'Agency', credit: 'Agency', ...contract, ...running, ...none })
    .execute();
  await newsroom.store.updateTable('stories').set({ source_id: id }).where('id', '=', storyId).execute();
}
