/**
 * Where something of the other house stands here: a story, a section, a topic, an author, a picture, an archive of a month, a feed
 * of any of them. Asked where nothing of ours stands; ours comes first.
 */
import { getPicture, listMediaOf } from '../../media/media.ts';
import type { Newsroom } from '../../newsroom.ts';
import { NO_SECTION, storyPath } from '../../stories/story.ts';
import { archiveEnd, oldAddressOf } from './old-address.ts';
import { hasOldAddresses, type OldAddressTarget, oldAddressRow } from './queries.ts';

/** 410: withdrawn; with the story's own address, where it has one. */
export type OldAnswer = { status: 301; path: string } | { status: 410; path: string | null };

/** `asked` is a path with its query, or a whole address. Null where nothing is known of it. */
export async function findOldAddress(newsroom: Newsroom, asked: string): Promise<OldAnswer | null> {
  const address = oldAddressOf(asked);
  if (!address) return null;
  const { key, isFeed } = address;
  if (key === '/' && isFeed) return moved('/feed.rss');
  for (const path of key === '/' ? [] : waysTo(key)) {
    const row = await oldAddressRow(newsroom, path);
    const answer = row ? await answerOf(newsroom, row, isFeed) : null;
    if (answer) return answer;
  }
  const path = key === '/' ? pathOfHouse(asked) : ((await pathOfPart(newsroom, key)) ?? pathOfMany(key));
  return path !== null && (await hasOldAddresses(newsroom)) ? moved(path) : null;
}

/** A part of a story that the other house cut into pages: its last part is a number. */
async function pathOfPart(newsroom: Newsroom, key: string): Promise<string | null> {
  const [, whole] = /^(.+)\/\d{1,2}$/.exec(key) ?? [];
  const row = whole === undefined ? null : await oldAddressRow(newsroom, whole);
  const answer = row?.kind === 'edition' ? storyAnswer(row) : null;
  return answer?.status === 301 ? answer.path : null;
}

/** An archive of a time, and the maps that plugins, WordPress itself and Ghost give search engines. */
function pathOfMany(key: string): string | null {
  const end = archiveEnd(key);
  if (end !== null) return `/${NO_SECTION}?before=${end}`;
  return SITEMAP.test(key) ? '/sitemap.xml' : null;
}

const SITEMAP =
  /^\/(?:sitemap[_-]index|wp-sitemap(?:-[\w-]+)?|sitemap-(?:posts|pages|authors|tags|categories|misc|news)|[\w-]+-sitemap\d*)\.xml(?:\.gz)?$/;

/** A search on the front page, and the front page farther back. */
function pathOfHouse(asked: string): string | null {
  const [path = '', query = ''] = asked.split('?', 2);
  const words = new URLSearchParams(query).get('s')?.trim() ?? '';
  if (words !== '') return `/search?${new URLSearchParams({ words })}`;
  return /^\/(?:page\/\d+|index\.php)\/?$/.test(path) ? '/' : null;
}

const moved = (path: string): OldAnswer => ({ status: 301, path });

/** The address itself; then a category below its parents, a term or an author below a word of the house's own choice. */
function waysTo(key: string): string[] {
  const ways = [key];
  const [, word = '', last = ''] =
    /^(?:\/[^/]+)*?\/(category|tag|author)\/(?:[^/]+\/)*([^/]+)$/.exec(key) ?? [];
  if (word !== '') ways.push(`/${word}/${last}`);
  const [, own = ''] = /^\/[^/]+\/([^/]+)$/.exec(key) ?? [];
  if (word === '' && own !== '' && !/^\d+$/.test(own))
    ways.push(`/category/${own}`, `/tag/${own}`, `/author/${own}`);
  const picture = key.replace(/-\d{1,5}x\d{1,5}(?=\.\w{3,4}$)/, '').replace(/\/size\/w\d+(?:h\d+)?\//, '/');
  if (picture !== key) ways.push(picture);
  return [...new Set(ways)];
}

async function answerOf(
  newsroom: Newsroom,
  row: OldAddressTarget,
  isFeed: boolean,
): Promise<OldAnswer | null> {
  if (row.kind === 'gone') return { status: 410, path: null };
  if (row.kind === 'edition') return storyAnswer(row);
  if (row.kind === 'section' && row.our_id === NO_SECTION)
    return moved(isFeed ? '/feed.rss' : `/${NO_SECTION}`);
  if (row.kind === 'section' && row.section_slug !== null) return listAnswer(`/${row.section_slug}`, isFeed);
  if (row.kind === 'topic' && row.topic_slug !== null) return listAnswer(`/topic/${row.topic_slug}`, isFeed);
  if (row.kind === 'author' && row.staff_slug !== null)
    return listAnswer(`/author/${row.staff_slug}`, isFeed);
  if (row.kind === 'picture') return pictureAnswer(newsroom, row.our_id);
  return null;
}

/** A picture in the largest form that every program takes; another file itself. */
async function pictureAnswer(newsroom: Newsroom, id: string): Promise<OldAnswer> {
  const picture = await getPicture(newsroom, id);
  if (!picture) return { status: 410, path: null };
  const [view] = (await listMediaOf(newsroom, [id], '')).values();
  if (view?.file) return moved(view.file.href);
  return moved(picture.shapes.full.jpeg.at(-1)?.href ?? picture.card);
}

const listAnswer = (path: string, isFeed: boolean): OldAnswer => moved(isFeed ? `${path}/feed.rss` : path);

/** Withdrawn is withdrawn; a draft is nobody's. */
function storyAnswer(row: OldAddressTarget): OldAnswer | null {
  if (row.slug === null || row.published_take_id === null) return null;
  const path = storyPath(row.story_section, row.slug);
  if (row.status === 'killed') return { status: 410, path };
  return row.status === 'published' ? moved(path) : null;
}
