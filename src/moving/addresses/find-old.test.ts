/** Old addresses: however a reader, a feed or a search engine writes one, it leads to where its story stands. */
import { describe, expect, test } from 'vitest';
import { moveTexts, setUp } from '../../../tests/support/moving.ts';
import { onEachEngine } from '../../../tests/support/newsroom.ts';
import { openTestServer } from '../../../tests/support/server.ts';
import { wxr } from '../../../tests/support/wxr.ts';
import { theNewsroomItself } from '../../newsroom.ts';
import { killStory } from '../../stories/kill.ts';
import { findOldAddress } from './find-old.ts';
import { archiveEnd, oldAddressOf } from './old-address.ts';

const GREEK = '/2019/05/%ce%b7-%ce%b3%ce%ad%cf%86%cf%85%cf%81%ce%b1/';

const paper = () =>
  wxr(
    [
      {
        id: 1,
        slug: 'fog',
        categories: [
          ['sea', 'Sea'],
          ['weather', 'Weather'],
          ['gale', 'Gale', 'post_tag'],
        ],
        meta: { _wp_old_slug: 'mist' },
      },
      {
        id: 2,
        title: 'Η γέφυρα',
        slug: '%ce%b7-%ce%b3%ce%ad%cf%86%cf%85%cf%81%ce%b1',
        link: `https://old.example${GREEK}`,
      },
      { id: 3, slug: 'about', link: 'https://old.example/about/', type: 'page' },
      { id: 4, slug: 'draft', status: 'draft', link: 'https://old.example/?p=4' },
      { id: 5, slug: 'killed' },
      {
        id: 6,
        slug: 'quay',
        categories: [
          ['city', 'City'],
          ['sea', 'Sea'],
        ],
      },
    ],
    {
      categories: [
        ['sea', 'Sea', '', 7],
        ['weather', 'Weather', 'sea', 8],
      ],
    },
  );

const LEADS: [string, string][] = [
  ['/2019/05/fog/', '/sea/fog'],
  ['/2019/05/fog', '/sea/fog'],
  ['/2019/05/FOG/?utm_source=x', '/sea/fog'],
  ['//2019//05/fog/', '/sea/fog'],
  ['/2019/05/fog/amp/', '/sea/fog'],
  ['/2019/05/fog/feed/', '/sea/fog'],
  ['/2019/05/fog/comment-page-2/', '/sea/fog'],
  ['/2019/05/fog/2/', '/sea/fog'],
  ['/?s=fog+quay', '/search?words=fog+quay'],
  ['/page/2/', '/'],
  ['/index.php', '/'],
  ['/sitemap_index.xml', '/sitemap.xml'],
  ['/post-sitemap2.xml', '/sitemap.xml'],
  ['/wp-sitemap.xml', '/sitemap.xml'],
  ['/wp-sitemap-posts-post-1.xml', '/sitemap.xml'],
  ['/sitemap-posts.xml', '/sitemap.xml'],
  ['/index.php/2019/05/fog/', '/sea/fog'],
  ['/2019/05/mist/', '/sea/fog'],
  ['/?p=1', '/sea/fog'],
  ['/?page_id=3', '/news/about'],
  ['/?p=1&preview=true', '/sea/fog'],
  [GREEK, '/news/i-gefyra'],
  [GREEK.toUpperCase(), '/news/i-gefyra'],
  ['/2019/05/η-γέφυρα/', '/news/i-gefyra'],
  ['/about/', '/news/about'],
  ['/category/sea/', '/sea'],
  ['/category/sea/weather/', '/topic/weather'],
  ['/category/sea/feed/', '/sea/feed.rss'],
  ['/category/sea/page/3/', '/sea'],
  ['/tag/gale/', '/topic/gale'],
  ['/thema/gale/', '/topic/gale'],
  ['/tag/gale/feed/atom/', '/topic/gale/feed.rss'],
  ['/?cat=7', '/sea'],
  ['/?tag=gale', '/topic/gale'],
  ['/author/maria/', '/author/maria'],
  ['/?author=2', '/author/maria'],
  ['/feed/', '/feed.rss'],
  ['/?feed=rss2', '/feed.rss'],
  ['/comments/feed/', '/feed.rss'],
  ['/2019/05/', `/news?before=${Date.UTC(2019, 5, 1)}`],
  ['/2019/', `/news?before=${Date.UTC(2020, 0, 1)}`],
  ['/?m=201905', `/news?before=${Date.UTC(2019, 5, 1)}`],
];

onEachEngine('an old address', (open) => {
  test('leads to where its story, section, topic, author, feed or archive stands', async () => {
    const newsroom = open();
    await setUp(newsroom);
    expect(await findOldAddress(newsroom, '/2019/05/')).toBeNull();
    await moveTexts(newsroom, [paper()]);
    const found = [];
    for (const [asked] of LEADS) {
      const answer = await findOldAddress(newsroom, asked);
      found.push([asked, answer?.status === 301 ? answer.path : answer]);
    }
    expect(found).toEqual(LEADS);
  });

  test('of a draft, of nothing, or of elsewhere leads nowhere', async () => {
    for (const asked of [
      '/?p=4',
      '/2019/05/nothing/',
      '/',
      '/wp-login.php',
      '/xmlrpc.php',
      `/${'x'.repeat(5_000)}`,
      '/%ff%fe/',
    ])
      expect(await findOldAddress(open(), asked)).toBeNull();
  });

  test('of what was withdrawn says so', async () => {
    const newsroom = open();
    const row = await newsroom.store
      .selectFrom('editions')
      .select('story_id')
      .where('slug', '=', 'killed')
      .executeTakeFirstOrThrow();
    await killStory(newsroom, { storyId: row.story_id, notice: 'It was wrong.', by: theNewsroomItself });
    expect(await findOldAddress(newsroom, '/2019/05/killed/')).toEqual({ status: 410, path: '/news/killed' });
  });
});

describe('the site', () => {
  test('answers old addresses with 301 and 410, in one step, and its own pages as ever', async () => {
    const opened = await openTestServer({});
    const { newsroom, server } = opened;
    await moveTexts(newsroom, [paper()]);
    const ask = async (url: string) => {
      const { statusCode, headers } = await server.app.inject({ url });
      return [statusCode, headers.location ?? null];
    };
    for (const [asked, path] of LEADS.filter(([asked]) => asked !== path_(asked)))
      expect([asked, ...(await ask(encodeURI(decodeURI(asked))))]).toEqual([asked, 301, path]);
    expect(await ask('/author/maria')).toEqual([200, null]);
    expect(await ask('/sea/fog')).toEqual([200, null]);
    expect(await ask('/')).toEqual([200, null]);
    expect(await ask('/?utm_source=x')).toEqual([200, null]);
    expect((await ask('/nothing/at/all/'))[0]).toBe(404);
    expect(await ask('/sea/')).toEqual([301, '/sea']);
    await opened.close();
  });
});

/** Ours already: there is no way to lead. */
const path_ = (asked: string): string => (asked === '/author/maria/' ? asked : '');

describe('reading an old address', () => {
  test('takes time in proportion to its length, and never fails', () => {
    for (const text of [
      '',
      '//',
      '/%',
      '/%zz/',
      '/a//b///',
      'javascript:x',
      'http://[',
      '/?p=-1',
      '/?p=1e9',
      '/feed/feed/feed/feed/',
    ])
      expect(() => oldAddressOf(text)).not.toThrow();
    expect(oldAddressOf('/page/2/page/3/amp/feed/')).toEqual({ key: '/', isFeed: true });
    expect(archiveEnd('/2019/13')).toBeNull();
    expect(archiveEnd('/blog/2019/02')).toBe(Date.UTC(2019, 2, 1));
  });
});
