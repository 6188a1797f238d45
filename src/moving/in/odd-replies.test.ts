/** Replies of Disqus and Coral in odd but valid exports: threads without a link, what was left out in between, what is no reply. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { codesOf, moveTexts } from '../../../tests/support/moving.ts';
import { openTestNewsroom, type TestNewsroom } from '../../../tests/support/newsroom.ts';
import { wxr } from '../../../tests/support/wxr.ts';
import { listForStory } from '../../replies/read-replies.ts';
import { findPublished } from '../../stories/read.ts';

let newsroom: TestNewsroom;
beforeAll(async () => {
  newsroom = await openTestNewsroom();
  const address = 'https://replied.example';
  const items = [1, 2, 3, 4, 5].map((id) => ({ id, slug: `replied-${id}` }));
  await moveTexts(newsroom, [wxr(items, { address })]);
});
afterAll(() => newsroom.close());

interface Said {
  name: string;
  body: string;
  answers?: readonly Said[];
}

/** What stands under a story: who said what, answers within. */
async function under(slug: string): Promise<unknown[]> {
  const found = await findPublished(newsroom, { sectionSlug: 'news', slug });
  if (found?.kind !== 'story') throw new Error(`no story at ${slug}`);
  const plain = ({ name, body, answers = [] }: Said): unknown[] => [name, body, ...answers.map(plain)];
  return (await listForStory(newsroom, found.story.storyId)).map((each) => plain(each));
}

const disqus = (threads: string, posts: string): string =>
  `<?xml version="1.0" encoding="utf-8"?><disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals">${threads}${posts}</disqus>`;
const thread = (id: string, { link = '', named = '', more = '' }): string =>
  `<thread dsq:id="${id}"><id>${named}</id><forum>quay</forum><link>${link}</link><title>T</title><isClosed>false</isClosed>${more}</thread>`;
const said = (
  id: string,
  inThread: string,
  words: string,
  more: { parent?: string; is?: string; name?: string; at?: string } = {},
): string =>
  `<post dsq:id="${id}"><id/><message><![CDATA[${words}]]></message><createdAt>${more.at ?? `2020-01-01T00:00:0${id.at(-1)}Z`}</createdAt><isDeleted>${more.is === 'deleted'}</isDeleted><isSpam>${more.is === 'spam'}</isSpam><author><name>${more.name ?? `N${id}`}</name><isAnonymous>true</isAnonymous></author><thread dsq:id="${inThread}"/>${more.parent ? `<parent dsq:id="${more.parent}"/>` : ''}</post>`;

test('Disqus: a thread is found by what the house calls it where its link is none, and a withdrawn one stays there', async () => {
  const report = await moveTexts(newsroom, [
    disqus(
      thread('71', { link: 'http://localhost:8080/draft', named: '1 https://replied.example/?p=1' }) +
        thread('72', { named: '2 http://www.replied.example/?p=2' }) +
        thread('73', {
          link: 'https://replied.example/2019/05/replied-3/',
          more: '<isDeleted>true</isDeleted>',
        }) +
        thread('74', { link: 'not an address' }),
      said('1', '71', '<p>By its number.</p>') +
        said('2', '72', 'Plain &amp; <a href="https://x.example" rel="nofollow">linked</a><br>twice') +
        said('3', '73', '<p>Withdrawn with its page.</p>') +
        said('4', '74', '<p>Nobody knows where.</p>'),
    ),
  ]);
  expect(await under('replied-1')).toEqual([['N1', 'By its number.']]);
  expect(await under('replied-2')).toEqual([['N2', 'Plain & linked\ntwice']]);
  expect(await under('replied-3')).toEqual([]);
  expect(codesOf(report)).toEqual(['reply-without-story']);
  expect(report.survey.counts.get('withdrawn replies')).toBe(1);
});

test('Disqus: what answers one that was left out stands below what that one answered; never under another story', async () => {
  await moveTexts(newsroom, [
    disqus(
      thread('81', { link: 'https://replied.example/2019/05/replied-3/' }) +
        thread('82', { link: 'https://replied.example/2019/05/replied-4/' }),
      said('9', '81', 'Last word.', { parent: '6' }) +
        said('5', '81', 'First.', { name: '' }) +
        said('6', '81', 'Rude.', { parent: '7', is: 'deleted' }) +
        said('7', '81', 'Spam.', { parent: '5', is: 'spam' }) +
        said('8', '82', 'Elsewhere.', { parent: '5', at: '2020-01-01T02:00:00+02:00' }),
    ),
  ]);
  expect(await under('replied-3')).toEqual([['—', 'First.', ['N9', 'Last word.']]]);
  expect(await under('replied-4')).toEqual([['N8', 'Elsewhere.']]);
  const { received_at } = await newsroom.store
    .selectFrom('replies')
    .select('received_at')
    .where('name', '=', 'N8')
    .executeTakeFirstOrThrow();
  expect(received_at).toBe(Date.UTC(2020, 0, 1));
});

test('one of which nothing is left but a picture does not come, and what answers it stands below what that one answered', async () => {
  const report = await moveTexts(newsroom, [
    disqus(
      thread('91', { link: 'https://replied.example/2019/05/replied-5/' }),
      said('21', '91', 'First of five.') +
        said('22', '91', '<p><img src="https://cats.example/1.gif"></p>&nbsp;', { parent: '21' }) +
        said('23', '91', '👍', { parent: '22' }) +
        said('24', '91', ' \n '),
    ),
  ]);
  expect(await under('replied-5')).toEqual([['N21', 'First of five.', ['N23', '👍']]]);
  expect(report.survey.counts.get('replies without words')).toBe(2);
  expect(codesOf(report)).toEqual([]);
});

test('Coral: what moderators did is no reply, one whose account went is gone, a moving picture is named', async () => {
  const storyID = 's4';
  const comment = (id: string, more: object) => ({
    ...{ id, storyID, tenantID: 't', authorID: 'u1', status: 'NONE', tags: [] },
    ...{ createdAt: { $date: { $numberLong: '1580551200000' } } },
    ...more,
  });
  const comments = [
    comment('c1', {
      revisions: [{ body: '<div>One&nbsp;line</div><div><br></div><blockquote>said</blockquote>' }],
    }),
    comment('c2', {
      revisions: [{ body: '', media: { type: 'giphy', title: 'A cat', url: 'https://gif.example/1' } }],
    }),
    comment('c3', { revisions: [], authorID: null, deletedAt: { $date: '2021-01-01T00:00:00Z' } }),
    comment('c4', { revisions: [{ body: 'below' }], parentID: 'c3', authorID: 'u2' }),
  ];
  const actions = [
    {
      id: 'a1',
      commentID: 'c1',
      commentRevisionID: 'r',
      storyID,
      status: 'APPROVED',
      moderatorID: 'm',
      createdAt: 1,
    },
  ];
  const stories = [
    {
      id: storyID,
      url: 'https://replied.example/2019/05/replied-4/?utm_source=letter#comments',
      metadata: {},
    },
  ];
  const users = [
    { id: 'u1', username: 'Iris', profiles: [] },
    { id: 'u2', username: null, email: null, deletedAt: 1, profiles: [] },
  ];
  const lines = (rows: object[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');
  const report = await moveTexts(newsroom, [lines(comments), lines(actions), lines(stories), lines(users)]);
  const below = (await under('replied-4')).filter((line) => (line as string[])[0] !== 'N8');
  expect(below).toEqual([
    ['Iris', 'One\u00a0line\n\nsaid'],
    ['Iris', 'A cat https://gif.example/1'],
    ['—', 'below'],
  ]);
  expect(report.survey.counts.get('withdrawn replies')).toBe(1);
  expect(codesOf(report)).toEqual([]);
});

const inRow = (...cells: string[]): string =>
  cells.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',');

test('Coral’s tables, as its importer takes them: approved ones and those of no state, in their threads, with times and names', async () => {
  const address = 'https://tables.example';
  await moveTexts(newsroom, [wxr([{ id: 1, slug: 'in-tables' }], { address })]);
  const at = '2024-03-05T08:00:00+02:00';
  const comments = [
    inRow('id', 'author_id', 'story_id', 'created_at', 'body', 'parent_id', 'status', 'rating'),
    inRow('row-1', 'u1', 's1', at, 'First, with "marks"\nand a line', '', 'APPROVED', ''),
    inRow('row-2', 'u2', 's1', '2024-03-05T09:00:00Z', '<b>Answer</b>', 'row-1', '', ''),
    inRow('row-3', 'u1', 's1', at, 'Rude', '', 'rejected', ''),
    inRow('row-4', 'u1', 's1', at, '', '', 'NONE', '5'),
    inRow('row-5', 'u1', 's9', at, 'To nothing', '', 'NONE', ''),
  ];
  const stories = [
    inRow('id', 'url', 'title', 'author', 'published_at', 'closed_at', 'mode'),
    inRow('s1', `${address}/2019/05/in-tables/`, 'In tables', '', '', '', 'COMMENTS'),
  ];
  const users = [
    inRow('id', 'email', 'username', 'role', 'banned', 'created_at'),
    inRow('u1', 'iris@r.example', 'Iris', 'COMMENTER', 'false', ''),
    inRow('u2', '', 'Yan', '', '', ''),
  ];
  const tables = [comments, stories, users].map((rows) => `\ufeff${rows.join('\r\n')}\r\n`);
  const { survey, counts } = await moveTexts(newsroom, tables);
  const found = await findPublished(newsroom, { sectionSlug: 'news', slug: 'in-tables' });
  if (found?.kind !== 'story') throw new Error('no story');
  const { storyId } = found.story;
  const replies = await listForStory(newsroom, storyId);
  expect(
    replies.map(({ name, body, receivedAt, answers }) => [
      name,
      body,
      receivedAt,
      answers.map((one) => [one.name, one.body]),
    ]),
  ).toEqual([['Iris', 'First, with "marks"\nand a line', Date.UTC(2024, 2, 5, 6), [['Yan', 'Answer']]]]);
  expect(survey.counts.get('withdrawn replies')).toBe(1);
  expect([...counts.keys()].join()).toContain('without a story');
  await moveTexts(newsroom, tables);
  expect(await listForStory(newsroom, storyId)).toHaveLength(1);
});
