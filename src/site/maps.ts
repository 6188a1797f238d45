/** What search engines ask for: the map of everything by month, the map of the last two days, and robots.txt. */
import { DAY } from '../kit/clock.ts';
import { newsLanguageOf } from '../kit/language-tag.ts';
import { listFiled, spanOfMorgue } from '../morgue/morgue.ts';
import { listEditionsOf } from '../stories/editions.ts';
import { listPublished, listPublishedByEdition, type PublishedSummary } from '../stories/read.ts';
import { isoOf, isoWithOffset } from '../views/when.ts';
import { languageAt, type PageRequest, type Site } from './answer.tsx';
import type { Page } from './finish-page.ts';
import type { Frame } from './frame.tsx';
import { inPaperOrder } from './story-head.tsx';
import { element, type Xml, xmlFile } from './xml.ts';

const XML = 'application/xml; charset=utf-8';
const MAP = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const NEWS = 'http://www.google.com/schemas/sitemap-news/0.9';
const XHTML = 'http://www.w3.org/1999/xhtml';
const NEWS_FOR = 2 * DAY; // Google reads no older ones
const NEWS_MOST = 1_000; // Google reads no more in one file

/** The map of the paper's own language, at the root; `/el/news-sitemap.xml` is the one of another. */
export async function makeNewsMap(site: Site, { frame, params }: PageRequest): Promise<Page | null> {
  const { newsroom } = site;
  const { masthead, address } = frame;
  const language = params.language === undefined ? masthead.language : languageAt(frame, params.language);
  if (language === null) return null;
  const now = newsroom.clock.now();
  const newest = await listPublished(newsroom, { language, limit: NEWS_MOST });
  const stories = newest.filter((story) => isOurs(story) && story.firstPublishedAt > now - NEWS_FOR);
  const alternates = await alternatesOf(site, frame, stories);
  const urls = stories.map((story) =>
    element(
      'url',
      {},
      element('loc', {}, `${address}${story.path}`),
      alternates(story),
      element(
        'news:news',
        {},
        element(
          'news:publication',
          {},
          element('news:name', {}, masthead.name),
          element('news:language', {}, newsLanguageOf(story.language)),
        ),
        element('news:publication_date', {}, isoWithOffset(masthead.timeZone, story.firstPublishedAt)),
        element('news:title', {}, story.headline),
      ),
    ),
  );
  const oldest = stories.at(-1)?.firstPublishedAt;
  return {
    ...xmlPage(element('urlset', { xmlns: MAP, 'xmlns:news': NEWS, 'xmlns:xhtml': XHTML }, urls)),
    shows: ['masthead', 'front', ...stories.map(({ storyId }) => `story:${storyId}` as const)],
    until: oldest === undefined ? Number.POSITIVE_INFINITY : oldest + NEWS_FOR,
  };
}

/** For each story its editions, itself among them, and the one for readers of no language of ours. */
async function alternatesOf({ newsroom }: Site, { masthead, address }: Frame, stories: PublishedSummary[]) {
  const editions = await listEditionsOf(newsroom, [...new Set(stories.map(({ storyId }) => storyId))]);
  const link = (hreflang: string, path: string) =>
    element('xhtml:link', { rel: 'alternate', hreflang, href: `${address}${path}` });
  return ({ storyId }: PublishedSummary) => {
    const all = editions.get(storyId) ?? [];
    const [first] = inPaperOrder(all, masthead.language);
    if (!first || all.length < 2) return [];
    return [...all.map(({ language, path }) => link(language, path)), link('x-default', first.path)];
  };
}

/** A map names what is to be indexed as ours: not what a contract keeps out, or gives to the source's own page. */
function isOurs({ indexPolicy }: PublishedSummary): boolean {
  return indexPolicy === 'index';
}

/** The index: one map a month since the first story. */
export async function makeMapIndex({ newsroom }: Site, { frame }: PageRequest): Promise<Page> {
  const span = await spanOfMorgue(newsroom);
  const maps = span ? monthsBetween(span.first, span.last) : [];
  const index = maps.map((month) =>
    element('sitemap', {}, element('loc', {}, `${frame.address}/sitemap-${month}.xml`)),
  );
  return { ...xmlPage(element('sitemapindex', { xmlns: MAP }, index)), shows: ['masthead', 'front'] };
}

/** One month, in UTC: '2026-11'. */
export async function makeMonthMap(site: Site, { frame, params }: PageRequest): Promise<Page | null> {
  const { newsroom } = site;
  const [, year, month] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(params.month ?? '') ?? [];
  if (!year || !month) return null;
  const from = Date.UTC(Number(year), Number(month) - 1);
  const editionIds = await listFiled(newsroom, { from, to: Date.UTC(Number(year), Number(month)) });
  if (editionIds.length === 0) return null;
  const stories = (await listPublishedByEdition(newsroom, editionIds)).filter(isOurs);
  const alternates = await alternatesOf(site, frame, stories);
  const urls = stories.map((story) =>
    element(
      'url',
      {},
      element('loc', {}, `${frame.address}${story.path}`),
      element('lastmod', {}, isoOf(story.publishedAt)), // before what is not the map's own: the schema is a sequence
      alternates(story),
    ),
  );
  return {
    ...xmlPage(element('urlset', { xmlns: MAP, 'xmlns:xhtml': XHTML }, urls)),
    shows: ['masthead', 'front', ...stories.map(({ storyId }) => `story:${storyId}` as const)],
  };
}

export async function makeRobots(_site: Site, { frame }: PageRequest): Promise<Page> {
  const lines = [
    'User-agent: *',
    'Disallow: /desk',
    'Disallow: /search',
    'Disallow: /sentences/',
    '',
    `Sitemap: ${frame.address}/sitemap.xml`,
    ...frame.fronts.map(
      ({ path }) => `Sitemap: ${frame.address}${path === '/' ? '' : path}/news-sitemap.xml`,
    ),
    '',
  ];
  return { status: 200, type: 'text/plain; charset=utf-8', body: lines.join('\n'), shows: ['masthead'] };
}

export function monthsBetween(first: number, last: number): string[] {
  const months: string[] = [];
  const [year, month] = [new Date(first).getUTCFullYear(), new Date(first).getUTCMonth()];
  for (let index = 0; Date.UTC(year, month + index) <= last; index += 1) {
    months.push(new Date(Date.UTC(year, month + index)).toISOString().slice(0, 7));
  }
  return months;
}

function xmlPage(root: Xml): Pick<Page, 'status' | 'type' | 'body'> {
  return { status: 200, type: XML, body: xmlFile(root) };
}
