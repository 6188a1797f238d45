/** Reading in a thread of its own: the same paper, the same report, the same doubts as where it is read in this one. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type MovedReport, moveTexts } from '../../../tests/support/moving.ts';
import { openTestNewsroom, type TestNewsroom } from '../../../tests/support/newsroom.ts';
import { type WxrItem, wxr } from '../../../tests/support/wxr.ts';
import { openSources } from '../formats/which.ts';
import { openThreadReader } from './thread-reader.ts';

const FOR_A_THREAD = 60_000; // ms; it reads its sources first, while other tests want the processor too

let here: TestNewsroom;
let apart: TestNewsroom;
beforeEach(async () => {
  here = await openTestNewsroom();
  apart = await openTestNewsroom();
});
afterEach(async () => {
  await here.close();
  await apart.close();
});

const address = 'https://old.example';
const POSTS = 130; // three batches

/** Posts that need all that a reader does: links, pieces, pictures, groups, doubts. */
function paper(): string {
  const items: WxrItem[] = Array.from({ length: POSTS }, (_, at) => ({
    id: at + 1,
    slug: `story-${at}`,
    link: `${address}/2020/01/story-${at}/`,
    title: at % 40 === 7 ? '' : `The ferry, day ${at}`,
    html: [
      `Words of <a href="/2020/01/story-${(at + 60) % POSTS}/">another day</a>.`,
      at % 9 === 0 ? '[unknown-code x="1"]' : '',
      at % 11 === 0 ? `<!-- wp:block {"ref":900} /-->` : '',
      at % 13 === 0 ? `<img src="${address}/wp-content/uploads/2020/01/pier-${at}.jpg" alt="The pier">` : '',
      at % 17 === 0 ? `<a href="${address}/wp-content/uploads/2020/01/plan.pdf">The plan</a>` : '',
    ].join('\n\n'),
    sticky: at % 30 === 0,
    meta: at % 25 === 0 ? { _thumbnail_id: at === 0 ? '901' : '999' } : {},
    comments: [{ id: at + 1, text: 'So it was.' }],
  }));
  const piece = {
    id: 900,
    type: 'wp_block',
    html: '<!-- wp:paragraph --><p>Shown often.</p><!-- /wp:paragraph -->',
  };
  const file = {
    id: 901,
    type: 'attachment',
    file: `${address}/wp-content/uploads/2020/01/lead.jpg`,
    parent: 1,
  };
  return wxr([...items, piece, file, { ...items[3], id: 4, title: 'Twice of a number' }], { address });
}

const told = ({ counts, doubts, survey }: MovedReport) => ({
  counts: Object.fromEntries(counts),
  doubts: doubts.map(({ storyId, ...doubt }) => ({
    ...doubt,
    foreignId: doubt.foreignId.replace(/^.*\//, ''),
    words: doubt.words.replace(/^\/\S*\//, ''),
  })),
  there: Object.fromEntries(survey.counts),
  broken: survey.broken.map(({ words }) => words),
});

async function copyIn({ store }: TestNewsroom) {
  return store
    .selectFrom('editions')
    .innerJoin('takes', 'takes.id', 'editions.working_take_id')
    .select(['editions.slug', 'editions.language', 'editions.first_published_at'])
    .select(['takes.headline', 'takes.dek', 'takes.byline', 'takes.body_html'])
    .orderBy('editions.slug')
    .execute();
}

test(
  'what is read apart comes as what is read here, and the next run takes none of it',
  async () => {
    const text = paper();
    const one = told(await moveTexts(here, [text], { isApart: false }));
    const other = told(await moveTexts(apart, [text], { isApart: true }));
    expect(one.counts['taken in']).toBe(POSTS);
    expect(one.doubts.length).toBeGreaterThan(20);
    expect(other).toEqual(one);
    expect(await copyIn(apart)).toEqual(await copyIn(here));
    const again = told(await moveTexts(apart, [text], { isApart: true }));
    expect(again.counts['taken in']).toBeUndefined();
    expect(again.counts['the same']).toBe(POSTS);
    expect(
      readdirSync(tmpdir()).filter((name) => name.startsWith(`crier-move-notes-${process.pid}-`)),
    ).toEqual([]);
  },
  FOR_A_THREAD,
);

test(
  'a file that is cut off is read to where it ends, and so said',
  async () => {
    const text = paper();
    const cut = text.slice(0, Math.floor(text.length * 0.7));
    const one = told(await moveTexts(here, [cut], { isApart: false }));
    const other = told(await moveTexts(apart, [cut], { isApart: true }));
    expect(one.broken).toHaveLength(1);
    expect(other).toEqual(one);
  },
  FOR_A_THREAD,
);

test(
  'a file that is gone by then is said',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'crier-apart-'));
    const path = join(folder, 'export');
    writeFileSync(path, paper());
    const ways = { settings: here.settings, from: null };
    const { sources } = await openSources([path], ways);
    rmSync(folder, { recursive: true });
    const opened = await openThreadReader(sources);
    if (!opened) throw new Error('files can be read apart');
    const read = async () => {
      for await (const records of opened.reader.records(0)) expect(records).toEqual([]);
    };
    await expect(read()).rejects.toMatchObject({ words: 'There is no such file.' });
    await opened.reader.close();
    opened.spool.close();
  },
  FOR_A_THREAD,
);

test('a block that many posts show is seen where it alone was changed', async () => {
  const changed = paper().replace('Shown often.', 'Shown anew.');
  const showing = Array.from({ length: POSTS }, (_, at) => at).filter((at) => at % 11 === 0).length;
  await moveTexts(here, [paper()]);
  const again = told(await moveTexts(here, [changed]));
  expect(again.counts).toMatchObject({ changed: showing, 'the same': POSTS - showing });
  const copies = await copyIn(here);
  expect(copies.filter(({ body_html }) => body_html.includes('Shown anew.'))).toHaveLength(showing);
});
