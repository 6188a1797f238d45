/**
 * Promise: a piece that came in another language goes out saying what the original said, though the engine did not. The whole
 * way, with Apertium itself: a wire on loopback, picked up, translated, what was lost on the way found at its sentence, mended,
 * read and published, and the receipt says by what and whom.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pickUpInto } from '../../src/desk/wire/pick-up-into.ts';
import { theNewsroomItself as by, type Newsroom } from '../../src/newsroom.ts';
import { startLoop } from '../../src/runner/loop.ts';
import { getForDesk } from '../../src/stories/desk-read.ts';
import { setUpMasthead } from '../../src/stories/masthead.ts';
import { publishStory } from '../../src/stories/publish.ts';
import { writeSentence } from '../../src/translation/edit-pairs.ts';
import { addEngine } from '../../src/translation/engines.ts';
import { fillTranslation } from '../../src/translation/fill-translation.ts';
import {
  type DeskPair,
  type DeskTranslation,
  findTranslation,
  markRead,
  settleFinding,
} from '../../src/translation/read-translation.ts';
import { getReceipt } from '../../src/translation/receipt.ts';
import { plainRuns, textOfRuns } from '../../src/translation/sentence-units.ts';
import { translateSentences } from '../../src/translation/translate.ts';
import { pollNow } from '../../src/wire/arriving/poll.ts';
import { listItems } from '../../src/wire/items/items.ts';
import { addSource } from '../../src/wire/sources/sources.ts';
import { type ApertiumServer, apertiumProgram, startApertium } from '../support/apertium.ts';
import { openTestNewsroom, type TestNewsroom, THAT_DAY } from '../support/newsroom.ts';
import { startWireServer, type WireServer } from '../support/wire-server.ts';

const piece = readFileSync(join(import.meta.dirname, '../fixtures/translation/puerto.html'), 'utf8');
const headline = 'El gobierno niega que vaya a enviar soldados al puerto de Villamar';

describe.skipIf(apertiumProgram === '')('a Spanish piece through Apertium', () => {
  let apertium: ApertiumServer;
  let wire: WireServer;
  let newsroom: TestNewsroom;
  let storyId = '';
  let editionId = '';

  beforeAll(async () => {
    [apertium, wire] = await Promise.all([startApertium(), startWireServer()]);
    newsroom = await openTestNewsroom({ settings: { trustedHosts: [wire.host] } });
    const paper = { name: 'The Harbour Post', tagline: '', language: 'en', timeZone: 'Europe/Athens' };
    await setUpMasthead(newsroom, { ...paper, contact: '', by });
    await setUpApertium(newsroom, apertium);
    ({ storyId, editionId } = await received(newsroom, wire));
  });
  afterAll(() => Promise.all([apertium?.stop(), wire?.stop(), newsroom?.close()]));

  const read = async () => (await findTranslation(newsroom, editionId)) as DeskTranslation;
  const pairOf = async (words: string) =>
    (await read()).pairs.find(({ sourceText }) => sourceText.includes(words)) as DeskPair;
  const found = ({ findings }: DeskPair) => findings.map(({ check }) => check);

  it('has every sentence beside its original, links and emphasis in place', async () => {
    const { pairs, open, state } = await read();
    expect({ open, state, lost: pairs.filter(({ marksLost }) => marksLost).length }).toEqual({
      ...{ open: 0, state: 'ready', lost: 0 },
    });
    expect(pairs.length).toBeGreaterThan(25);
    const body = (await editionCopy(newsroom, storyId, editionId)).bodyHtml;
    expect(body.match(/<p>/g)).toHaveLength(10);
    expect(body).toContain('<a href="https://villamar.example/bando"');
    expect(body.match(/<em>/g)).toHaveLength(2);
  });

  it('shows at its sentence the not that was lost, and the number that is written as in Spanish', async () => {
    const soldiers = await pairOf('No habrá 1.200 soldados');
    expect(soldiers.targetText).toContain('There will be 1.200 soldiers'); // what the engine is known for
    expect(found(soldiers)).toEqual(expect.arrayContaining(['translation-negation', 'translation-number']));
    expect(found(await pairOf('ningún estado americano'))).toContain('translation-negation');
    expect(found(await pairOf('nadie lo firmó'))).toContain('translation-negation');
  });

  it('says which words the engine did not know, and lets none of its marks into copy', async () => {
    const { pairs } = await read();
    expect(pairs.filter(({ targetText }) => /[*#@]/.test(targetText))).toEqual([]);
    const messages = pairs.flatMap(({ findings }) => findings.map(({ message }) => message));
    expect(messages.filter((message) => message.includes('Villamar'))).toEqual([]); // a name, and right as it stands
    const failed = await pairOf('fracasó al cabo');
    expect(failed.findings).toMatchObject([
      { check: 'translation-unknown-word', message: 'The engine did not know the word “fracasó”.' },
    ]);
    const [finding] = failed.findings;
    expect(failed.targetText.slice(finding?.target?.start, finding?.target?.end)).toBe('fracasó');
  });

  it('goes out when it was mended, settled and read, and the receipt says how it was made', async () => {
    await expect(publishStory(newsroom, { storyId, override: 'It is urgent.', by })).rejects.toThrow();
    const mended = {
      'No habrá 1.200 soldados':
        '“There will not be 1,200 soldiers on the quay,” the regional interior minister, Andrés Quiroga, said at the end of a meeting that lasted more than five hours.',
      'nadie lo firmó': '“It is a draft from March, and nobody signed it,” he explained.',
      'ningún estado americano':
        'According to the paper, no American state demanded so much security for a shipment of grain, and the government wanted to avoid another delay.',
      '52.000 toneladas':
        'The largest, the <em>Reina del Norte</em>, carries 52,000 tonnes of wheat and will not be able to unload before Monday.',
    };
    for (const [words, html] of Object.entries(mended)) {
      const { id: pairId } = await pairOf(words);
      await writeSentence(newsroom, { editionId, pairId, basedOn: (await read()).takeId, html, by });
      expect(found(await pairOf(words))).toEqual([]);
    }
    for (const pair of (await read()).pairs) {
      for (const { check: finding, words, severity } of pair.findings)
        if (severity === 'critical')
          await settleFinding(newsroom, {
            editionId,
            pairId: pair.id,
            finding,
            words,
            reason: 'As it is said here.',
            by,
          });
    }
    await markRead(newsroom, { editionId, basedOn: (await read()).takeId, by });
    await publishStory(newsroom, { storyId, override: 'Statements are checked with the agency.', by });
    const story = await getForDesk(newsroom, storyId);
    const published = story.editions.filter(({ path }) => path !== null).map(({ language }) => language);
    expect(published).toEqual(['en']);
    const receipt = await getReceipt(newsroom, editionId);
    const { pairs } = await read();
    expect(receipt.engines).toEqual({ [`Apertium, ${apertium.version}`]: pairs.length });
    expect(receipt).toMatchObject({ originalLanguage: 'es', readAt: THAT_DAY, overridden: [] });
  });
});

const corpus = resolve(import.meta.dirname, '../../../shared/corpora/demetr/dataset/base_id33_empty.json');

describe.skipIf(apertiumProgram === '' || !existsSync(corpus))('Spanish sentences of newspapers', () => {
  it('come out of Apertium without its marks, every one of them, and what it did not know is told', async () => {
    const all = JSON.parse(readFileSync(corpus, 'utf8')) as { lang_tag: string; src_sent: string }[];
    const spanish = all.filter(({ lang_tag }) => lang_tag === 'spanish').map(({ src_sent }) => src_sent);
    const [newsroom, apertium] = await Promise.all([openTestNewsroom(), startApertium()]);
    await setUpApertium(newsroom, apertium);
    const outcome = await translateSentences(newsroom, {
      ...{ sentences: spanish.map(plainRuns), from: 'es', to: 'en', mayLeave: false },
    });
    expect(outcome.words).toBeNull();
    const texts = outcome.sentences.map(({ runs }) => textOfRuns(runs));
    expect(texts.filter((text) => /[*#@]\p{L}/u.test(text))).toEqual([]);
    const doubted = outcome.sentences.filter(({ unknown }) => unknown.length > 0);
    expect(doubted.length).toBeGreaterThan(spanish.length / 2);
    for (const { runs, unknown } of doubted)
      expect(unknown.filter((word) => !textOfRuns(runs).includes(word))).toEqual([]);
    await Promise.all([newsroom.close(), apertium.stop()]);
  });
});

async function setUpApertium(newsroom: Newsroom, { address, version }: ApertiumServer): Promise<void> {
  const draft = { kind: 'apertium', name: 'Apertium', address, key: null, model: version, isInside: true };
  await addEngine(newsroom, {
    draft: { ...draft, pairs: 'es>en', priceMicros: 0, monthlyCharacters: null },
    by,
  });
}

/** The piece as the wire brings it, picked up into English and translated by the loop. */
async function received(newsroom: TestNewsroom, wire: WireServer) {
  const feed = wire.feed('la-costa');
  Object.assign(feed, { title: 'Agencia La Costa', language: 'es' });
  feed.send({ id: 'villamar-1', headline, html: piece, published: THAT_DAY - 600_000 });
  const { sourceId } = await addSource(newsroom, {
    ...{ address: wire.addressOf('la-costa'), unasked: true, name: 'La Costa', mayTranslate: true, by },
  });
  await pollNow(newsroom, { sourceId });
  const [item] = await listItems(newsroom, { sourceId, limit: 1 });
  const page = await pickUpInto(newsroom, { itemId: item?.id ?? '', into: 'en', back: [], by });
  const [, storyId = '', editionId = ''] = /stories\/([\w-]+)\/translation\/([\w-]+)/.exec(page) ?? [];
  const loop = startLoop(newsroom, { 'translation-asked': { translate: fillTranslation } });
  await loop.drain();
  await loop.stop();
  return { storyId, editionId };
}

async function editionCopy(newsroom: Newsroom, storyId: string, editionId: string) {
  const story = await getForDesk(newsroom, storyId);
  const edition = story.editions.find(({ id }) => id === editionId);
  if (!edition) throw new Error('The edition is not in its story.');
  return edition.copy;
}
