/** A paper that moves out comes back with nothing lost: every row of every story, field by field, and the ninjs of each edition. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, expect, test } from 'vitest';
import { type Colleagues, colleaguesOnce } from '../../../tests/support/colleagues.ts';
import { moveTexts } from '../../../tests/support/moving.ts';
import { onEachEngine, openTestNewsroom, type TestNewsroom } from '../../../tests/support/newsroom.ts';
import { wxr } from '../../../tests/support/wxr.ts';
import { folderWords } from '../../cli/move/report-words.ts';
import { publishedNinjs } from '../../cli/move-out.ts';
import { addEntry } from '../../entries/add-entry.ts';
import { correctEntry, pinEntry, withdrawEntry } from '../../entries/change-entry.ts';
import { endLive } from '../../entries/end-live.ts';
import { searchPublished as search } from '../../entries/search-published.ts';
import { putUpBanner } from '../../fronts/banner.ts';
import { layHand, putOut } from '../../fronts/change-front.ts';
import { readFrontState } from '../../fronts/front.ts';
import { safeBody, textToHtml } from '../../kit/safe-html.ts';
import { takePicture } from '../../media/take-picture.ts';
import { theNewsroomItself as by } from '../../newsroom.ts';
import { addToPlan } from '../../planning/change-plan.ts';
import { writeHandover } from '../../planning/handover.ts';
import { answerRemark, makeRemark, settleRemark } from '../../remarks/remarks.ts';
import { readRows } from '../../store/table-rows.ts';
import { correctStory } from '../../stories/correct.ts';
import { draftStory } from '../../stories/draft.ts';
import { killStory } from '../../stories/kill.ts';
import { mergeStory } from '../../stories/merge.ts';
import { publishStory } from '../../stories/publish.ts';
import { placeInSeries, tieStory } from '../../stories/ties.ts';
import { deskTables, paperTables, pastTables, storyTables } from '../folder-tables.ts';
import { takeFolder } from '../in/take-folder.ts';
import { moveOut } from './move-out.ts';

const folder = mkdtempSync(join(tmpdir(), 'crier-out-'));
afterAll(() => rmSync(folder, { recursive: true }));

const copy = (headline: string) => ({
  headline,
  dek: 'A dek',
  byline: 'Maria Leonti',
  dateline: 'Piraeus',
  bodyHtml: textToHtml('The port opened.\n\nIt rained.'),
  pictureId: null as string | null,
});

/** A published story with a picture, a hop and a correction; one that was killed; a draft; a paper from elsewhere with replies. */
async function fill(newsroom: TestNewsroom): Promise<void> {
  const colleagues = await colleaguesOnce()(newsroom);
  const text = wxr([
    {
      id: 1,
      slug: 'with-replies',
      categories: [
        ['sea', 'Sea'],
        ['fog', 'Fog', 'post_tag'],
      ],
      comments: [
        { id: 1, text: 'One' },
        { id: 2, text: 'Two', parent: 1 },
      ],
    },
  ]);
  await moveTexts(newsroom, [text, 'email,name,subscribed_to_emails\nreader@letters.example,Rita,true\n']);
  const bytes = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#456' } })
    .png()
    .toBuffer();
  const { pictureId } = await takePicture(newsroom, {
    bytes,
    alt: 'A port',
    caption: 'C',
    credit: 'Anna',
    by,
  });
  const hops = [
    {
      party: 'Radio',
      sourceId: null,
      act: 'said' as const,
      language: 'el',
      link: 'https://radio.example/1',
      at: 1_000,
    },
    { party: 'Agency', sourceId: null, act: 'reported' as const, language: null, link: null, at: null },
  ];
  const draft = { language: 'en', hops, by };
  const first = await draftStory(newsroom, { ...draft, copy: { ...copy('Port open'), pictureId } });
  await publishStory(newsroom, { storyId: first.storyId, override: 'a test', by });
  await correctStory(newsroom, { storyId: first.storyId, notice: 'It was the other port.', by });
  const killed = await draftStory(newsroom, { ...draft, copy: copy('Wrong') });
  await publishStory(newsroom, { storyId: killed.storyId, override: 'a test', by });
  await killStory(newsroom, { storyId: killed.storyId, notice: 'Never happened.', by });
  await draftStory(newsroom, { ...draft, copy: copy('Draft') });
  await fillDay(newsroom, first.storyId, pictureId);
  await fillDesk(newsroom, first.storyId, colleagues);
}

/** A live story with an entry, tied to another and in a series with it; and one that goes on in it. */
async function fillDay(newsroom: TestNewsroom, other: string, pictureId: string): Promise<void> {
  const draft = { language: 'en', hops: [], by };
  const live = await draftStory(newsroom, { ...draft, kind: 'live', copy: copy('Hour by hour') });
  await publishStory(newsroom, { storyId: live.storyId, override: 'a test', by });
  const entry = { ...copy('The gates are shut'), bodyHtml: safeBody('<p>The gates are shut.</p>') };
  const saying = { clientId: 'a-phone-0000-0001', copy: entry, isKey: true, override: 'a test' };
  await addEntry(newsroom, { storyId: live.storyId, ...saying, by });
  await fillEntries(newsroom, { storyId: live.storyId, pictureId });
  await tieStory(newsroom, { storyId: live.storyId, kind: 'related', to: other, by });
  for (const storyId of [other, live.storyId])
    await placeInSeries(newsroom, { storyId, name: 'The storm', place: null, by });
  const same = await draftStory(newsroom, { ...draft, copy: copy('The same event') });
  await publishStory(newsroom, { storyId: same.storyId, override: 'a test', by });
  await mergeStory(newsroom, { storyId: same.storyId, into: live.storyId, by });
}

/** Entries as a day leaves them: one with a picture on top, one put right, one withdrawn; then the day is over. */
async function fillEntries(
  newsroom: TestNewsroom,
  { storyId, pictureId }: { storyId: string; pictureId: string },
): Promise<void> {
  const add = async (number: number, html: string) => {
    const said = { ...copy(`Entry ${number}`), bodyHtml: safeBody(html) };
    const clientId = `a-phone-0000-001${number}`;
    const sent = await addEntry(newsroom, { storyId, clientId, copy: said, override: 'a test', by });
    return { entryId: sent.entryId, said };
  };
  const seen = await add(1, `<figure><img data-media="${pictureId}" alt="A port"></figure><p>The quay.</p>`);
  await pinEntry(newsroom, { entryId: seen.entryId, isPinned: true, by });
  const wrong = await add(2, '<p>Two boats.</p>');
  const right = { ...wrong.said, bodyHtml: safeBody('<p>Three boats.</p>') };
  await correctEntry(newsroom, {
    entryId: wrong.entryId,
    copy: right,
    notice: 'There are three.',
    override: 'a test',
    by,
  });
  const { entryId } = await add(3, '<p>The bridge is closed.</p>');
  await withdrawEntry(newsroom, { entryId, notice: 'It was open all the time.', by });
  await endLive(newsroom, { storyId, by });
}

/** Two who work here remark on a story, plan one, hand over; an editor pins it under a headline of the front's own, with a banner. */
async function fillDesk(
  newsroom: TestNewsroom,
  storyId: string,
  { petros: lena, anton: ivo }: Colleagues,
): Promise<void> {
  const { remarkId } = await makeRemark(newsroom, { storyId, words: 'Who says so?', at: null, by: lena });
  await answerRemark(newsroom, { remarkId, words: 'The harbour master.', by: ivo });
  await settleRemark(newsroom, { remarkId, by: lena });
  const time = { day: null, startsAt: newsroom.clock.now() + 60_000, endsAt: null };
  const plan = {
    what: 'The council meets',
    place: 'Town hall',
    time,
    dueAt: null,
    note: 'Ask about the quay',
  };
  await addToPlan(newsroom, { ...plan, assignedId: ivo.id, by: lena });
  await writeHandover(newsroom, { words: 'The ferry is late.', by: lena });
  const front = { language: 'en', sectionId: null };
  const says = { headline: 'Open at last', kicker: 'Port' };
  await layHand(newsroom, { front, basedOn: 0, storyId, says, by: lena });
  const { version } = await readFrontState(newsroom, front);
  await putOut(newsroom, { front, basedOn: version, path: '/', tell: async () => {}, by: lena });
  const until = newsroom.clock.now() + 60_000;
  await putUpBanner(newsroom, {
    language: 'en',
    words: 'The port is open',
    storyId,
    until,
    basedOn: null,
    by: lena,
  });
}

/** Every row that goes out, without what the folder leaves out. */
async function everything(newsroom: TestNewsroom): Promise<Record<string, unknown[]>> {
  const all: Record<string, unknown[]> = {};
  for (const { table, order, without } of [...paperTables, ...storyTables, ...pastTables, ...deskTables]) {
    const dropped = [...without, ...(table === 'staff' ? ['left_at'] : [])];
    const rows = await readRows(newsroom.store, { table, order });
    all[table] = rows
      .map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => !dropped.includes(name))))
      .map((row) => JSON.stringify(row))
      .sort();
  }
  return all;
}

onEachEngine('a paper that moves out', (open) => {
  test('comes back the same, field by field, also its pictures, its ninjs and what search finds', async () => {
    const newsroom = open();
    await fill(newsroom);
    const out = join(folder, newsroom.engine);
    const ninjs = (editionId: string) => publishedNinjs(newsroom, editionId);
    const counts = await moveOut(newsroom, { folder: out, withAddresses: false, ninjs });
    expect(counts).toMatchObject({ stories: 6, editions: 6, replies: 2 });
    const back = await openTestNewsroom({ engine: newsroom.engine });
    try {
      const rehearsal = await takeFolder(back, { folder: out, isReal: false });
      expect(rehearsal.counts.get('stories')).toBe(6);
      expect(await readRows(back.store, { table: 'stories', order: 'id' })).toEqual([]);
      const report = await takeFolder(back, { folder: out, isReal: true });
      expect(report.problems).toEqual([]);
      expect(await everything(back)).toEqual(await everything(newsroom));
      const editions = await readRows(newsroom.store, { table: 'editions', order: 'id' });
      for (const { id } of editions)
        expect(await publishedNinjs(back, String(id))).toEqual(await publishedNinjs(newsroom, String(id)));
      expect(await search(back, { words: 'port rained', limit: 5 })).toHaveLength(2);
      const media = (one: TestNewsroom) =>
        readdirSync(join(one.settings.data, 'media'), { recursive: true }).sort();
      expect(media(back)).toEqual(media(newsroom));
      const again = await takeFolder(back, { folder: out, isReal: true });
      expect(again.counts.get('stories that are here already')).toBe(6);
      expect(await everything(back)).toEqual(await everything(newsroom));
    } finally {
      await back.close();
    }
  });

  test('has what a live day left: who was on top, what was put right, what was taken away and why', async () => {
    const { store } = open();
    const entries = await store.selectFrom('entries').selectAll().execute();
    expect(entries.filter(({ is_pinned }) => is_pinned === 1)).toHaveLength(1);
    expect(entries.filter(({ is_key }) => is_key === 1)).toHaveLength(1);
    expect(entries.map(({ withdrawn_notice }) => withdrawn_notice)).toContain('It was open all the time.');
    const takes = await store.selectFrom('entry_takes').select('notice').execute();
    expect(takes.map(({ notice }) => notice)).toContain('There are three.');
    expect(await store.selectFrom('entry_media').selectAll().execute()).toHaveLength(1);
    const lives = await store.selectFrom('live_stories').selectAll().execute();
    expect(lives.map(({ ended_at }) => ended_at === null)).toEqual([false]);
  });

  test('can be read without Crier, gives out no address of a reader unless asked, and overwrites no folder', async () => {
    const newsroom = open();
    const out = join(folder, newsroom.engine);
    const files = readdirSync(out, { recursive: true, encoding: 'utf8' });
    expect(readFileSync(join(out, 'README.md'), 'utf8')).toContain('6 stories in 6 editions');
    const texts = files
      .filter((name) => /\.jsonl?$/.test(name))
      .map((name) => readFileSync(join(out, name), 'utf8'));
    expect(texts.join('')).not.toContain('anna@reader.example');
    expect(texts.join('')).not.toContain('maria@old.example');
    expect(texts.join('')).not.toContain('reader@letters.example');
    const ninjs = files.filter((name) => name.endsWith('.ninjs.json'));
    const states = ninjs.map((name) => JSON.parse(readFileSync(join(out, name), 'utf8')).pubStatus).sort();
    expect(states).toEqual(['canceled', 'usable', 'usable', 'usable', 'withheld', 'withheld']);
    const asked = { folder: out, withAddresses: true, ninjs: async () => null };
    await expect(moveOut(newsroom, asked)).rejects.toThrow('not empty');
    const whole = join(folder, `${newsroom.engine}-whole`);
    await moveOut(newsroom, { ...asked, folder: whole });
    const stories = readdirSync(join(whole, 'stories'), { recursive: true, encoding: 'utf8' });
    const said = stories
      .filter((name) => name.endsWith('story.json'))
      .map((name) => readFileSync(join(whole, 'stories', name), 'utf8'));
    expect(said.join('')).toContain('anna@reader.example');
    expect(existsSync(join(whole, 'crier.json'))).toBe(true);
    const back = await openTestNewsroom({ engine: newsroom.engine });
    await takeFolder(back, { folder: whole, isReal: true });
    const letters = await back.store.selectFrom('letter_readers').selectAll().execute();
    const opened = letters.map((row) => [
      back.seal.open('letter-address', row.address_sealed),
      back.seal.open('letter-name', row.name_sealed),
    ]);
    await back.close();
    expect(opened).toEqual([['reader@letters.example', 'Rita']]);
  });
});

test('what a folder holds is said in words, and what stays behind is said too', () => {
  const tables = [...paperTables, ...deskTables, ...pastTables].map(({ table }) => table);
  const counts = new Map<string, number>(tables.map((table) => [table, 2]));
  const said = folderWords({ isReal: false, counts, problems: [] });
  expect(said).not.toMatch(/\w_\w/);
  expect(said).toContain('2 addresses of houses before this one');
  expect(said).toContain('Who did what and when');
});
