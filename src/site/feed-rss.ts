/** RSS 2.0, the story's own source in `source`, its link in `atom:link rel=via`. */

import { GENRES, kindFormats } from '../views/kind-formats.ts';
import type { Feed, FeedEntry } from './feed.ts';
import { changedAt, contributorsOf, entryId, titleIn } from './feed.ts';
import { element, xmlFile } from './xml.ts';

const spaces = {
  version: '2.0',
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:media': 'http://search.yahoo.com/mrss/',
};

export function rssFeed(feed: Feed): string {
  return xmlFile(
    element(
      'rss',
      spaces,
      element(
        'channel',
        {},
        element('title', {}, feed.title),
        element('link', {}, feed.page),
        element('description', {}, feed.description || feed.title),
        element('language', {}, feed.language),
        element('lastBuildDate', {}, new Date(changedAt(feed)).toUTCString()),
        element('atom:link', { rel: 'self', type: 'application/rss+xml', href: feed.self }),
        // Not `alternate`: the first of those is the paper's own address to some readers, the last to others.
        feed.others.map(({ language, self }) =>
          element('atom:link', {
            rel: 'related',
            type: 'application/rss+xml',
            href: self,
            hreflang: language,
          }),
        ),
        feed.entries.map((entry) => itemOf(entry, feed)),
      ),
    ),
  );
}

function itemOf(entry: FeedEntry, feed: Feed) {
  const { story, link, html, chain, authors, summary } = entry;
  const picture = story.picture;
  const { genre } = kindFormats[story.kind];
  return element(
    'item',
    { 'xml:lang': story.language === feed.language ? null : story.language },
    element('title', {}, titleIn(story)),
    element('link', {}, link),
    element('guid', { isPermaLink: 'false' }, entryId(entry)),
    element('pubDate', {}, new Date(story.firstPublishedAt).toUTCString()),
    element('description', {}, summary),
    authors.map((name) => element('dc:creator', {}, name)),
    contributorsOf(entry).map((name) => element('dc:contributor', {}, name)),
    story.editions.map(({ path, language }) =>
      element('atom:link', {
        rel: 'related',
        type: 'text/html',
        href: feed.address + path,
        hreflang: language,
      }),
    ),
    story.section && element('category', {}, story.section.name),
    story.topics.map((topic) => element('category', {}, topic.name)),
    genre && element('category', { domain: GENRES }, genre.code),
    sourceOf(story.source),
    story.originalLink &&
      element('atom:link', { rel: 'via', href: story.originalLink, title: chain || null }),
    picture &&
      element(
        'media:content',
        {
          url: `${feed.address}${picture.card}`,
          medium: 'image',
          type: 'image/jpeg',
          width: picture.cardSize ? String(picture.cardSize.width) : null,
          height: picture.cardSize ? String(picture.cardSize.height) : null,
        },
        picture.caption !== '' && element('media:description', {}, picture.caption),
        picture.credit !== '' && element('media:credit', {}, picture.credit),
        picture.rights.copyright !== '' &&
          element('media:copyright', { url: picture.rights.webStatement || null }, picture.rights.copyright),
      ),
    element('content:encoded', {}, html),
  );
}

/** RSS 2.0, `source`: its address is that of the channel the item came from. Where that is not known it is left out. */
function sourceOf(source: FeedEntry['story']['source']) {
  return source !== null && source.feed !== null && element('source', { url: source.feed }, source.name);
}
