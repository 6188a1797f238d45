/** A live story: entries written once however often they are sent, corrected in view, withdrawn, kept in every state. */
import { beforeAll, expect, it } from 'vitest';
import { onEachEngine, type TestNewsroom } from '../../tests/support/newsroom.ts';
import { MINUTE } from '../kit/clock.ts';
import { safeBody } from '../kit/safe-html.ts';
import { theNewsroomItself } from '../newsroom.ts';
import { addStaff } from '../staff/staff.ts';
import { getForDesk } from '../stories/desk-read.ts';
import { draftStory } from '../stories/draft.ts';
import { killStory } from '../stories/kill.ts';
import { setUpMasthead } from '../stories/masthead.ts';
import { publishStory } from '../stories/publish.ts';
import { getPublished } from '../stories/read.ts';
import { addEntry, type NewEntry } from './add-entry.ts';
import {
  correctEntry,
  dropEntry,
  letEntryOut,
  markKeyMoment,
  pinEntry,
  withdrawEntry,
} from './change-entry.ts';
import { endLive, resumeLive } from './end-live.ts';
import { ENTRY_PAGE, entryPath, entryTitle, firstInSight } from './entry.ts';
import { makeEntryStory } from './entry-story.ts';
import {
  findCoverage,
  findEntry,
  listEntriesOn,
  listEntryStates,
  listKeyMoments,
  listNewestEntries,
  listPinned,
  listWaitingEntries,
} from './read-entries.ts';

const by = theNewsroomItself;
const copy = (words: string, headline = '') => ({
  headline,
  byline: '',
  bodyHtml: safeBody(`<p>${words}</p>`),
  pictureId: null,
});

let sent = 0;
const aClientId = () => {
  sent += 1;
  return `phone-${sent}-0000`;
};

onEachEngine('a live story', (open) => {
  let newsroom: TestNewsroom;
  let storyId: string;
  let editionId: string;

  const begin = async () => {
    const made = await draftStory(newsroom, {
      copy: {
        headline: 'The harbour strike, hour by hour',
        dek: '',
        byline: 'Maria Leonti',
        dateline: '',
        bodyHtml: safeBody('<p>Dockers stopped work at six.</p>'),
        pictureId: null,
      },
      language: 'en',
      kind: 'live',
      hops: [],
      by,
    });
    await publishStory(newsroom, { storyId: made.storyId, by, override: 'The test is about entries.' });
    ({ storyId, editionId } = made);
    return made;
  };
  const write = (words: string, more: Partial<NewEntry> = {}) =>
    addEntry(newsroom, { storyId, clientId: aClientId(), copy: copy(words), by, ...more });

  beforeAll(async () => {
    newsroom = open();
    const paper = {
      name: 'The Harbour Post',
      tagline: '',
      language: 'en',
      timeZone: 'Europe/Athens',
      contact: '',
    };
    await setUpMasthead(newsroom, { ...paper, by });
    await begin();
  });

  it('takes an entry that a bad network sends three times as one', async () => {
    const entry = { storyId, clientId: 'the-same-one', copy: copy('The gates are shut.'), by };
    const first = await addEntry(newsroom, entry);
    const again = await Promise.all([addEntry(newsroom, entry), addEntry(newsroom, entry)]);
    expect(first).toMatchObject({ number: 1, state: 'out', isKnown: false });
    expect(again.map(({ entryId, isKnown }) => [entryId, isKnown])).toEqual([
      [first.entryId, true],
      [first.entryId, true],
    ]);
    expect((await findCoverage(newsroom, { storyId, editionId }))?.last).toBe(1);
  });

  it('says when readers last saw something new, without a take of the story', async () => {
    const before = await getPublished(newsroom, editionId);
    newsroom.clock.pass(MINUTE);
    await write('The first ship turns back.');
    const after = await getPublished(newsroom, editionId);
    expect(after?.publishedAt).toBe((before?.publishedAt ?? 0) + MINUTE);
    expect(after?.takeNumber).toBe(before?.takeNumber);
    expect(after?.firstPublishedAt).toBe(before?.firstPublishedAt);
  });

  it('refuses an entry with nothing in it, one without the id of its phone, and a book', async () => {
    await expect(write(' ')).rejects.toMatchObject({ code: 'form-incomplete' });
    await expect(write('x', { clientId: 'no' })).rejects.toMatchObject({ code: 'form-incomplete' });
    await expect(write('word '.repeat(5000))).rejects.toMatchObject({ code: 'form-incomplete' });
  });

  it('is stopped by a critical finding until somebody gives a reason, which the audit keeps', async () => {
    const wrong = 'The minister said [CHECK THIS QUOTE] that talks go on. TODO ask him';
    const stopped = await write(wrong).catch((refusal: unknown) => refusal);
    expect(stopped).toMatchObject({ code: 'entry-not-ready' });
    expect((stopped as { words: string }).words).not.toBe('');
    const { entryId } = await write(wrong, { override: 'It is a quotation of a note.' });
    const lines = await newsroom.store
      .selectFrom('audit')
      .selectAll()
      .where('act', '=', 'override')
      .execute();
    expect(lines.some(({ facts_json }) => facts_json.includes('a quotation of a note'))).toBe(true);
    await withdrawEntry(newsroom, { entryId, notice: 'A note of ours went out.', by });
  });

  it('corrects in view, and keeps what stood before', async () => {
    const { entryId } = await write('Forty dockers are out.');
    newsroom.clock.pass(MINUTE);
    await correctEntry(newsroom, {
      entryId,
      copy: copy('Four hundred dockers are out.'),
      notice: 'We wrote forty.',
      by,
    });
    const entry = await findEntry(newsroom, entryId);
    expect(entry?.bodyHtml).toBe('<p>Four hundred dockers are out.</p>');
    expect(entry?.corrections).toEqual([{ notice: 'We wrote forty.', at: newsroom.clock.now() }]);
    const states = await listEntryStates(newsroom, entryId);
    expect(states.map(({ bodyHtml }) => bodyHtml)).toEqual([
      '<p>Forty dockers are out.</p>',
      '<p>Four hundred dockers are out.</p>',
    ]);
    await expect(
      correctEntry(newsroom, { entryId, copy: copy('Four hundred dockers are out.'), notice: 'Again.', by }),
    ).rejects.toMatchObject({ code: 'form-incomplete' });
  });

  it('leaves a notice where an entry was withdrawn, and its words nowhere', async () => {
    const { entryId, number } = await write('The harbour master was arrested.', { isKey: true });
    await pinEntry(newsroom, { entryId, isPinned: true, by });
    await withdrawEntry(newsroom, { entryId, notice: 'He was not.', by });
    const [there] = (await listNewestEntries(newsroom, editionId, number ?? 0)).filter(
      ({ id }) => id === entryId,
    );
    expect(there).toMatchObject({ state: 'withdrawn', number, withdrawn: { notice: 'He was not.' } });
    expect((await listKeyMoments(newsroom, editionId)).map(({ id }) => id)).not.toContain(entryId);
    expect(await listPinned(newsroom, editionId)).toEqual([]);
    await expect(withdrawEntry(newsroom, { entryId, notice: 'Twice.', by })).rejects.toMatchObject({
      code: 'entry-changed',
    });
    await expect(
      correctEntry(newsroom, { entryId, copy: copy('It was him.'), notice: '', by }),
    ).rejects.toMatchObject({ code: 'entry-changed' });
  });

  it('pins three entries and no fourth', async () => {
    const made = [await write('One.'), await write('Two.'), await write('Three.'), await write('Four.')];
    for (const { entryId } of made.slice(0, 3)) await pinEntry(newsroom, { entryId, isPinned: true, by });
    await expect(
      pinEntry(newsroom, { entryId: made[3]?.entryId ?? '', isPinned: true, by }),
    ).rejects.toMatchObject({
      code: 'form-incomplete',
    });
    expect(await listPinned(newsroom, editionId)).toHaveLength(3);
    for (const { entryId } of made.slice(0, 3)) await pinEntry(newsroom, { entryId, isPinned: false, by });
  });

  it('keeps a reporter’s entry for an editor, who lets it out once', async () => {
    const who = { email: 'street@post.example', password: 'the harbour at night', name: 'Nikos Street' };
    const reporter = await addStaff(newsroom, { ...who, role: 'reporter', by });
    const written = await write('I am at the gate.', { by: reporter });
    expect(written).toMatchObject({ state: 'waits', number: null });
    expect((await listWaitingEntries(newsroom, storyId)).map(({ id }) => id)).toEqual([written.entryId]);
    await expect(letEntryOut(newsroom, { entryId: written.entryId, by: reporter })).rejects.toMatchObject({
      code: 'role-needed',
    });
    await letEntryOut(newsroom, { entryId: written.entryId, by });
    await expect(letEntryOut(newsroom, { entryId: written.entryId, by })).rejects.toMatchObject({
      code: 'entry-changed',
    });
    expect(await findEntry(newsroom, written.entryId)).toMatchObject({ state: 'out' });
    const other = await write('Never mind.', { by: reporter });
    await dropEntry(newsroom, { entryId: other.entryId, by: reporter });
    expect(await listWaitingEntries(newsroom, storyId)).toEqual([]);
    await expect(
      markKeyMoment(newsroom, { entryId: written.entryId, isKey: true, by: reporter }),
    ).rejects.toMatchObject({ code: 'role-needed' });
  });

  it('names who says something, and asks for what is known of it where that is owed', async () => {
    const hop = (party: string) => ({
      party,
      sourceId: null,
      act: 'reported' as const,
      language: null,
      link: null,
      at: null,
    });
    const saying = {
      speakerName: 'Eleni Vasilaki',
      speakerRole: 'union secretary',
      form: 'direct' as const,
      words: '“We stay out”',
      occasion: 'at the gate',
      hops: [hop('Radio Thalassa'), hop('Aegean News Agency')],
      standing: 'unverified' as const,
      standingNote: '',
    };
    const words = '“We stay out”, says Eleni Vasilaki.';
    await expect(write(words, { saying })).rejects.toMatchObject({ code: 'entry-not-ready' });
    await expect(
      write('Something else.', { saying: { ...saying, standing: 'confirmed' } }),
    ).rejects.toMatchObject({
      code: 'form-incomplete',
      fields: { saidWords: 'These words are not in the entry.' },
    });
    const { entryId } = await write(words, { saying: { ...saying, standing: 'confirmed' } });
    expect((await findEntry(newsroom, entryId))?.statements[0]).toMatchObject({
      speaker: { name: 'Eleni Vasilaki' },
      standing: 'confirmed',
    });
    const own = await makeEntryStory(newsroom, { entryId, by });
    const statement = await newsroom.store
      .selectFrom('statements')
      .innerJoin('editions', 'editions.id', 'statements.edition_id')
      .select('statements.words')
      .where('editions.story_id', '=', own.storyId)
      .execute();
    expect(statement).toEqual([{ words: '“We stay out”' }]);
  });

  it('gives a story of its own a headline without the full stop of its first sentence, but that of an abbreviation', async () => {
    for (const [words, headline] of [
      ['The tug has left.', 'The tug has left'],
      ['غادرت السفينة الرصيف.', 'غادرت السفينة الرصيف'],
      ['船が出た。', '船が出た'],
      ['They flew to the U.S.', 'They flew to the U.S.'],
      ['Who left?', 'Who left?'],
    ] as const) {
      const { entryId } = await write(words);
      const made = await makeEntryStory(newsroom, { entryId, by });
      const [edition] = (await getForDesk(newsroom, made.storyId)).editions;
      expect(edition?.copy.headline).toBe(headline);
      await withdrawEntry(newsroom, { entryId, notice: 'Only tried.', by });
    }
  });

  it('ends with its summary on top; what comes later waits, until it goes on', async () => {
    const { last = 0 } = (await findCoverage(newsroom, { storyId, editionId })) ?? {};
    const summary = {
      editionId,
      headline: 'The strike is over',
      bodyHtml: safeBody('<p>Dockers go back on Friday.</p>'),
    };
    await endLive(newsroom, { storyId, summary, override: 'Looked at.', by });
    expect(await getPublished(newsroom, editionId)).toMatchObject({
      headline: 'The strike is over',
      bodyHtml: '<p>Dockers go back on Friday.</p>',
    });
    expect(await findCoverage(newsroom, { storyId, editionId })).toMatchObject({
      endedAt: newsroom.clock.now(),
      last,
    });
    expect(await write('A late word.')).toMatchObject({ state: 'waits' });
    await expect(endLive(newsroom, { storyId, by })).rejects.toMatchObject({ code: 'entry-changed' });
    await resumeLive(newsroom, { storyId, by });
    expect(await write('On it goes.')).toMatchObject({ state: 'out', number: last + 1 });
  });

  it('keeps every entry on the page on which it stands, however many come', async () => {
    await begin();
    for (let n = 1; n <= ENTRY_PAGE * 2 + 5; n += 1) await write(`Word ${n}.`);
    const second = await listEntriesOn(newsroom, editionId, 2);
    expect(second.map(({ number }) => number)).toEqual(
      Array.from({ length: ENTRY_PAGE }, (_, at) => ENTRY_PAGE * 2 - at),
    );
    const last = ENTRY_PAGE * 2 + 5;
    const newest = await listNewestEntries(newsroom, editionId, last);
    expect(newest.map(({ number }) => number)).toEqual(
      Array.from({ length: ENTRY_PAGE + 5 }, (_, at) => last - at),
    );
    await write('One more.');
    expect((await listEntriesOn(newsroom, editionId, 2)).map(({ id }) => id)).toEqual(
      second.map(({ id }) => id),
    );
    expect(entryPath('/city/strike', ENTRY_PAGE + 1)).toBe(`/city/strike/entries/2#entry-${ENTRY_PAGE + 1}`);
  });

  it('takes no entry once it is killed', async () => {
    await killStory(newsroom, { storyId, notice: 'All of it was wrong.', by });
    await expect(write('Still here.')).rejects.toMatchObject({ code: 'story-state-wrong' });
  });
});

it('a short first page is filled from the one before', () => {
  expect([1, ENTRY_PAGE, ENTRY_PAGE + 1, ENTRY_PAGE + 20, ENTRY_PAGE * 3 + 2].map(firstInSight)).toEqual([
    1,
    1,
    1,
    ENTRY_PAGE + 1,
    ENTRY_PAGE * 2 + 1,
  ]);
});

it('an entry without a headline is known by how it begins', () => {
  expect(entryTitle(copy('The gates are shut. Nobody goes in.'), 'en')).toBe(
    'The gates are shut. Nobody goes in.',
  );
  const long = `${'A long way down the quay the men stand in the rain and wait for news of the talks'} and more. Then rest.`;
  expect(entryTitle(copy(long), 'en')).toBe(
    'A long way down the quay the men stand in the rain and wait for news of the talks and more…',
  );
  expect(entryTitle(copy('x', 'Gates shut'), 'en')).toBe('Gates shut');
});
