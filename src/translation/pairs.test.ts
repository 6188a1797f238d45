import { afterAll, beforeAll, expect, it } from 'vitest';
import { type EngineServer, libreServer } from '../../tests/support/engine-servers.ts';
import { onEachEngine } from '../../tests/support/newsroom.ts';
import { htmlToCopyText } from '../kit/copy-text.ts';
import { safeBody } from '../kit/safe-html.ts';
import { theNewsroomItself as by, type Newsroom } from '../newsroom.ts';
import { correctStory } from '../stories/correct.ts';
import { getForDesk } from '../stories/desk-read.ts';
import { draftStory } from '../stories/draft.ts';
import { saveTake } from '../stories/edit.ts';
import { waitingEditions } from '../stories/gate.ts';
import { publishStory } from '../stories/publish.ts';
import { readStory } from '../stories/story-reading.ts';
import {
  addSentence,
  dropSentence,
  joinPairs,
  movePair,
  splitPair,
  translateAgain,
  writeSentence,
} from './edit-pairs.ts';
import { addEngine, listEngines } from './engines.ts';
import { fillTranslation } from './fill-translation.ts';
import { type DeskTranslation, findTranslation, markRead, settleFinding } from './read-translation.ts';
import { getReceipt } from './receipt.ts';
import { sentenceChanges } from './sentence-changes.ts';
import { sentenceForm } from './sentence-units.ts';
import { markStaleByTake } from './stale.ts';
import { startTranslation } from './start-translation.ts';
import { translateSentences } from './translate.ts';

const body =
  '<p>Η «Αυγή» έφυγε στις 6.45 με 1.200 επιβάτες. Κανείς δεν χτύπησε.</p><ul><li>Το λιμάνι άνοιξε ξανά.</li></ul><p>Η έρευνα συνεχίζεται.</p>';
const english: Record<string, string> = {
  'Το πλοίο έφυγε': 'The ferry has left',
  'Η «Αυγή» έφυγε στις 6.45 με 1.200 επιβάτες.': 'The “Avgi” left at 6.45 with 1,300 passengers.',
  'Κανείς δεν χτύπησε.': 'Nobody was hurt.',
  'Το λιμάνι άνοιξε ξανά.': 'The harbour has opened again.',
  'Η έρευνα συνεχίζεται.': 'The inquiry goes on.',
  'Η έρευνα σταμάτησε.': 'The inquiry has stopped.',
};

let server: EngineServer;
beforeAll(async () => {
  server = await libreServer((text) => english[text] ?? text);
});
afterAll(() => server.close());

async function made(newsroom: Newsroom): Promise<{ storyId: string; greekId: string; editionId: string }> {
  if ((await listEngines(newsroom)).length === 0) {
    const draft = {
      kind: 'libretranslate',
      name: 'House',
      address: server.address,
      key: null,
      model: null,
      isInside: true,
    };
    await addEngine(newsroom, {
      draft: { ...draft, pairs: '', priceMicros: 0, monthlyCharacters: null },
      by,
    });
  }
  const copy = {
    headline: 'Το πλοίο έφυγε',
    dek: '',
    byline: 'Μαρία Λεοντή',
    dateline: '',
    bodyHtml: safeBody(body),
    pictureId: null,
  };
  const { storyId, editionId: greekId } = await draftStory(newsroom, { copy, language: 'el', hops: [], by });
  const { editionId } = await startTranslation(newsroom, { storyId, fromEditionId: greekId, to: 'en', by });
  await fillTranslation(newsroom, { editionId });
  return { storyId, greekId, editionId };
}

async function read(newsroom: Newsroom, editionId: string): Promise<DeskTranslation> {
  return (await findTranslation(newsroom, editionId)) as DeskTranslation;
}

async function copyIn(newsroom: Newsroom, storyId: string, editionId: string) {
  const story = await getForDesk(newsroom, storyId);
  return story.editions.find((edition) => edition.id === editionId)?.copy;
}

const texts = (translation: DeskTranslation) =>
  translation.pairs.map(({ sourceText, targetText }) => [sourceText, targetText]);

onEachEngine('a translation', (newsroom) => {
  it('has every sentence beside its original, and the same paragraphs and lists', async () => {
    const { storyId, editionId } = await made(newsroom());
    const translation = await read(newsroom(), editionId);
    expect(texts(translation)).toEqual(Object.entries(english).slice(0, 5));
    expect(translation).toMatchObject({ state: 'ready', open: 0, stale: 0 });
    expect(await copyIn(newsroom(), storyId, editionId)).toMatchObject({
      headline: 'The ferry has left',
      bodyHtml: safeBody(
        '<p>The “Avgi” left at 6.45 with 1,300 passengers. Nobody was hurt.</p><ul><li>The harbour has opened again.</li></ul><p>The inquiry goes on.</p>',
      ),
    });
  });

  it('shows the number that the engine changed, and is read by a named person once that is settled', async () => {
    const { storyId, editionId } = await made(newsroom());
    const before = await read(newsroom(), editionId);
    const [finding] = before.pairs[1]?.findings ?? [];
    expect(finding).toMatchObject({ check: 'translation-number', severity: 'critical' });
    expect(waitingEditions(await readStory(newsroom(), storyId))).toMatchObject([
      { editionId, language: 'en' },
    ]);
    await expect(markRead(newsroom(), { editionId, basedOn: before.takeId, by })).rejects.toMatchObject({
      code: 'translation-unsettled',
    });
    const pairId = before.pairs[1]?.id ?? '';
    const takeId = await writeSentence(newsroom(), {
      editionId,
      pairId,
      basedOn: before.takeId,
      html: 'The “Avgi” left at 6.45 with 1,200 passengers.',
      by,
    });
    await markRead(newsroom(), { editionId, basedOn: takeId, by });
    expect(await read(newsroom(), editionId)).toMatchObject({ critical: 0, read: { name: '' } });
    expect(waitingEditions(await readStory(newsroom(), storyId))).toEqual([]);
    expect(await getReceipt(newsroom(), editionId)).toMatchObject({ engines: { House: 5 }, overridden: [] });
  });

  it('takes a finding settled with a reason as settled, until the words change', async () => {
    const { editionId } = await made(newsroom());
    const before = await read(newsroom(), editionId);
    const pair = before.pairs[1];
    const { check = '', words = '' } = pair?.findings[0] ?? {};
    await settleFinding(newsroom(), {
      editionId,
      pairId: pair?.id ?? '',
      finding: check,
      words,
      reason: 'The agency has corrected it.',
      by,
    });
    expect(await read(newsroom(), editionId)).toMatchObject({ critical: 0 });
    const html = 'The “Avgi” left at 6.45 with 1,400 passengers.';
    await writeSentence(newsroom(), { editionId, pairId: pair?.id ?? '', basedOn: before.takeId, html, by });
    expect(await read(newsroom(), editionId)).toMatchObject({ critical: 1 });
  });

  it('keeps its pairs when sentences are split, joined, moved, dropped and added', async () => {
    const { storyId, editionId } = await made(newsroom());
    let { pairs, takeId: basedOn } = await read(newsroom(), editionId);
    const id = (at: number) => pairs[at]?.id ?? '';
    const again = async (take: string) => {
      basedOn = take;
      ({ pairs } = await read(newsroom(), editionId));
    };
    await again(await joinPairs(newsroom(), { editionId, pairId: id(1), basedOn, by }));
    expect(pairs[1]).toMatchObject({
      sourceText: expect.stringContaining('Κανείς'),
      targetText: expect.stringContaining('Nobody'),
    });
    const [sourceAt, targetAt] = [
      pairs[1]?.sourceText.indexOf('Κανείς') ?? 0,
      pairs[1]?.targetText.indexOf('Nobody') ?? 0,
    ];
    await again(await splitPair(newsroom(), { editionId, pairId: id(1), basedOn, sourceAt, targetAt, by }));
    expect(pairs[2]).toMatchObject({ sourceText: 'Κανείς δεν χτύπησε.', targetText: 'Nobody was hurt.' });
    await again(await movePair(newsroom(), { editionId, pairId: id(2), basedOn, afterId: id(0), by }));
    await again(await movePair(newsroom(), { editionId, pairId: id(1), basedOn, afterId: id(4), by }));
    await again(
      await dropSentence(newsroom(), { editionId, pairId: id(2), basedOn, reason: 'Known here.', by }),
    );
    await again(
      await addSentence(newsroom(), {
        editionId,
        pairId: id(3),
        basedOn,
        html: 'It <b>began</b> on Monday.',
        reason: 'For readers abroad.',
        by,
      }),
    );
    expect((await copyIn(newsroom(), storyId, editionId))?.bodyHtml).toBe(
      '<p>The “Avgi” left at 6.45 with 1,300 passengers.</p><p>The inquiry goes on. It <strong>began</strong> on Monday. Nobody was hurt.</p>',
    );
    expect(await getReceipt(newsroom(), editionId)).toMatchObject({
      dropped: [{ text: 'Το λιμάνι άνοιξε ξανά.', reason: 'Known here.' }],
      added: [{ text: 'It began on Monday.', reason: 'For readers abroad.' }],
    });
  });

  it('waits for no engine once its last open sentence is written by hand', async () => {
    const copy = {
      headline: 'Το λιμάνι άνοιξε',
      dek: '',
      byline: '',
      dateline: '',
      pictureId: null,
      bodyHtml: safeBody('<p>Όλα καλά.</p>'),
    };
    const { storyId, editionId: greekId } = await draftStory(newsroom(), {
      copy,
      language: 'el',
      hops: [],
      by,
    });
    const asked = { storyId, fromEditionId: greekId, to: 'en', by };
    const { editionId } = await startTranslation(newsroom(), asked);
    for (const [index, html] of ['The harbour has opened', 'All is well.'].entries()) {
      const { pairs, takeId, state } = await read(newsroom(), editionId);
      expect(state).toBe('translating');
      const pairId = pairs[index]?.id ?? '';
      await writeSentence(newsroom(), { editionId, pairId, html, basedOn: takeId, by });
    }
    const { state, takeId } = await read(newsroom(), editionId);
    expect(state).toBe('ready');
    await markRead(newsroom(), { editionId, basedOn: takeId, override: '', by });
    await fillTranslation(newsroom(), { editionId });
    expect((await read(newsroom(), editionId)).takeId).toBe(takeId);
    expect(waitingEditions(await readStory(newsroom(), storyId))).toEqual([]);
  });

  it('keeps the mark of a footnote in a sentence that is written anew, where it is typed, and as words where no note is', async () => {
    const bodyHtml = safeBody(
      '<p>Όλα καλά<a href="#fn-1">1</a>. Και αύριο<a href="#fn-2">2</a>.</p><ol><li id="fn-1">Σήμερα.</li><li id="fn-2">Αύριο.</li></ol>',
    );
    const copy = { headline: 'Το λιμάνι', dek: '', byline: '', dateline: '', pictureId: null, bodyHtml };
    const { storyId, editionId: from } = await draftStory(newsroom(), { copy, language: 'el', hops: [], by });
    const { editionId } = await startTranslation(newsroom(), { storyId, fromEditionId: from, to: 'en', by });
    const written = ['The harbour', 'All is well[^1].', 'And[^2] tomorrow, see [^3].', 'Today.', 'Tomorrow.'];
    for (const [index, html] of written.entries()) {
      const { pairs, takeId } = await read(newsroom(), editionId);
      await writeSentence(newsroom(), {
        editionId,
        pairId: pairs[index]?.id ?? '',
        html,
        basedOn: takeId,
        by,
      });
    }
    const edition = (await getForDesk(newsroom(), storyId)).editions.find(
      ({ language }) => language === 'en',
    );
    const { pairs } = await read(newsroom(), editionId);
    expect(pairs.map(({ targetHtml }) => sentenceForm(targetHtml))).toEqual(
      written.map((sentence) => sentence.replace('[^3]', '\\[^3]')), // words, and not a mark
    );
    expect(htmlToCopyText(edition?.copy.bodyHtml ?? '')).toBe(
      'All is well[^1]. And[^2] tomorrow, see \\[^3].\n\n[^1]: Today.\n\n[^2]: Tomorrow.',
    );
  });

  it('refuses the second of two people who edit it at once, and a drop without a reason', async () => {
    const { editionId } = await made(newsroom());
    const { pairs, takeId: basedOn } = await read(newsroom(), editionId);
    const edit = { editionId, pairId: pairs[2]?.id ?? '', basedOn, by };
    await writeSentence(newsroom(), { ...edit, html: 'No one was hurt.' });
    await expect(writeSentence(newsroom(), { ...edit, html: 'Nobody got hurt.' })).rejects.toMatchObject({
      code: 'take-outdated',
    });
    expect(() => dropSentence(newsroom(), { ...edit, reason: ' ' })).toThrow();
  });

  it('takes over what a correction changed in a table that is no sentence, and is to be read anew', async () => {
    const table = (ships: string, more = '') =>
      safeBody(
        `<p>Όλα καλά.</p><table data-block="table"><thead><tr><th>Λιμάνι</th><th>Πλοία</th></tr></thead><tbody><tr><td>Πειραιάς</td><td>${ships}</td></tr>${more}</tbody></table>`,
      );
    const copy = { headline: 'Το λιμάνι', dek: '', byline: '', dateline: '', pictureId: null };
    const { storyId, editionId: from } = await draftStory(newsroom(), {
      copy: { ...copy, bodyHtml: table('1204') },
      language: 'el',
      hops: [],
      by,
    });
    const { editionId } = await startTranslation(newsroom(), { storyId, fromEditionId: from, to: 'en', by });
    const editionsNow = async () => (await getForDesk(newsroom(), storyId)).editions;
    for (const [at, html] of ['The harbour', 'All is well.', 'Port', 'Ships', 'Piraeus'].entries()) {
      const { pairs, takeId: basedOn } = await read(newsroom(), editionId);
      await writeSentence(newsroom(), { editionId, pairId: pairs[at]?.id ?? '', html, basedOn, by });
    }
    const follow = async (bodyHtml: ReturnType<typeof table>) => {
      const greek = (await editionsNow()).find(({ id }) => id === from)!;
      const { takeId } = await saveTake(newsroom(), {
        editionId: from,
        copy: { ...greek.copy, bodyHtml },
        basedOn: greek.takeId,
        by,
      });
      await markStaleByTake(newsroom(), { editionId: from, takeId });
      await markStaleByTake(newsroom(), { editionId: from, takeId });
      return (await editionsNow()).find(({ id }) => id === editionId)?.copy.bodyHtml ?? '';
    };
    const before = await read(newsroom(), editionId);
    const english = await follow(table('1206'));
    expect(english).toContain('<tr><td>Piraeus</td><td>1206</td></tr>');
    const after = await read(newsroom(), editionId);
    expect([after.stale, after.takeId === before.takeId]).toEqual([0, false]);
    // A row with words is the editor's: its sentence stands open, and nothing is put into the table meanwhile.
    const longer = await follow(table('1206', '<tr><td>Σύρος</td><td>88</td></tr>'));
    expect(longer).toBe(english);
    expect((await read(newsroom(), editionId)).open).toBe(1);
  });

  it('marks exactly the sentences that a correction of the original touched', async () => {
    const { storyId, greekId, editionId } = await made(newsroom());
    const first = await read(newsroom(), editionId);
    await markRead(newsroom(), { editionId, basedOn: first.takeId, override: 'Checked by telephone.', by });
    await publishStory(newsroom(), { storyId, override: 'Our own copy.', by });
    const greek = (await getForDesk(newsroom(), storyId)).editions.find(({ id }) => id === greekId);
    const bodyHtml = safeBody(
      body.replace('Η έρευνα συνεχίζεται.', 'Η έρευνα σταμάτησε. Ο δήμος μιλάει αύριο.'),
    );
    const { takeId } = await saveTake(newsroom(), {
      editionId: greekId,
      copy: { ...(greek?.copy as NonNullable<typeof greek>['copy']), bodyHtml },
      basedOn: greek?.takeId ?? '',
      by,
    });
    await correctStory(newsroom(), { storyId, notice: 'The inquiry has stopped.', by });
    await markStaleByTake(newsroom(), { editionId: greekId, takeId });
    await markStaleByTake(newsroom(), { editionId: greekId, takeId }); // follow-ups bear being repeated
    const after = await read(newsroom(), editionId);
    expect(
      after.pairs
        .filter(({ staleHtml }) => staleHtml !== null)
        .map(({ sourceText, staleHtml }) => [sourceText, staleHtml]),
    ).toEqual([
      ['Η έρευνα συνεχίζεται.', 'Η έρευνα σταμάτησε.'],
      ['Ο δήμος μιλάει αύριο.', 'Ο δήμος μιλάει αύριο.'],
    ]);
    expect(after.open).toBe(1);
    const [engine] = await listEngines(newsroom());
    const stale = after.pairs.find(({ staleHtml }) => staleHtml === 'Η έρευνα σταμάτησε.');
    expect(
      await translateAgain(newsroom(), {
        editionId,
        pairId: stale?.id ?? '',
        basedOn: after.takeId,
        engineId: engine?.id ?? '',
        by,
      }),
    ).toEqual({ words: null });
    const fixed = (await read(newsroom(), editionId)).pairs.find(({ id }) => id === stale?.id);
    expect(fixed).toMatchObject({
      sourceText: 'Η έρευνα σταμάτησε.',
      targetText: 'The inquiry has stopped.',
      staleHtml: null,
    });
    expect(waitingEditions(await readStory(newsroom(), storyId))).toMatchObject([{ editionId }]);
  });

  it('is offered again, from memory, once it was published', async () => {
    const run = [{ text: 'Κανείς δεν χτύπησε.', href: null, strong: false, em: false }];
    const asked = server.asked.length;
    const outcome = await translateSentences(newsroom(), {
      sentences: [run],
      from: 'el',
      to: 'en',
      mayLeave: false,
    });
    expect(outcome.sentences[0]).toMatchObject({ state: 'memory', runs: [{ text: 'Nobody was hurt.' }] });
    expect(server.asked).toHaveLength(asked);
  });

  it('stays at the desk until it is read, and holds up neither its original nor a correction of it', async () => {
    const { storyId, greekId, editionId } = await made(newsroom());
    await publishStory(newsroom(), { storyId, by, override: 'The test is about something else.' });
    await correctStory(newsroom(), { storyId, notice: 'Το πλοίο έφυγε στις 6.45.', by });
    const published = async () =>
      (await getForDesk(newsroom(), storyId)).editions
        .filter(({ path }) => path !== null)
        .map(({ id }) => id);
    expect(await published()).toEqual([greekId]);
    const translation = await read(newsroom(), editionId);
    const pair = translation.pairs[1];
    const right = { editionId, pairId: pair?.id ?? '', basedOn: translation.takeId, by };
    const html = 'The “Avgi” left at 6.45 with 1,200 passengers.';
    const takeId = await writeSentence(newsroom(), { ...right, html });
    await markRead(newsroom(), { editionId, basedOn: takeId, by });
    await publishStory(newsroom(), { storyId, by, override: 'The test is about something else.' });
    expect((await published()).toSorted()).toEqual([greekId, editionId].toSorted());
  });
});

it('a sentence that only moved has not changed', () => {
  expect(sentenceChanges(['a b c', 'd e f', 'g h i'], ['g h i', 'a b c', 'd e f'])).toEqual([]);
  expect(sentenceChanges(['a b c', 'd e f'], ['a b c', 'x y z', 'd e f'])).toEqual([{ was: null, now: 1 }]);
  expect(sentenceChanges(['a b c', 'd e f'], ['d e f'])).toEqual([{ was: 0, now: null }]);
  expect(sentenceChanges(['one two three four'], ['one two three five'])).toEqual([{ was: 0, now: 0 }]);
});
