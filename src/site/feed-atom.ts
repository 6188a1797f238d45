/** Atom (RFC 4287), the story's source in `source` and `link rel=via`. */

import { GENRES, kindFormats } from '../views/kind-formats.ts';
import type { Feed, FeedEntry } from './feed.ts';
import { changedAt, contributorsOf, entryId, titleIn } from './feed.ts';
import { element, xmlFile } from './xml.ts';

export function atomFeed(feed: Feed): string {
  return xmlFile(
    element(
      'feed',
      { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': feed.language },
      element('id', {}, feed.self),
      element('title', {}, feed.title),
      feed.description !== '' && element('subtitle', {}, feed.description),
      element('updated', {}, iso(changedAt(feed))),
      element('author', {}, element('name', {}, feed.paper)),
      element('link', { rel: 'self', type: 'application/atom+xml', href: feed.self }),
      element('link', { rel: 'alternate', type: 'text/html', href: feed.page }),
      feed.others.map(({ language, self }) =>
        element('link', { rel: 'alternate', type: 'application/atom+xml', href: self, hreflang: language }),
      ),
      element('generator', {}, 'Crier'),
      feed.entries.map((entry) => entryOf(entry, feed)),
    ),
  );
}

function entryOf(entry: FeedEntry, feed: Feed) {
  const { story, link, html, chain, authors, summary } = entry;
  const source = story.source?.name ?? story.hopParties.at(-1) ?? null;
  const { genre } = kindFormats[story.kind];
  return element(
    'entry',
    { 'xml:lang': story.language === feed.language ? null : story.language },
    element('id', {}, entryId(entry, true)),
    element('title', {}, titleIn(story)),
    element('link', { rel: 'alternate', type: 'text/html', href: link, hreflang: story.language }),
    // One `alternate`: readers open the first of them, or the last.
    story.editions.map(({ path, language }) =>
      element('link', {
        rel: 'related',
        type: 'text/html',
        href: feed.address + path,
        hreflang: language,
      }),
    ),
    story.originalLink && element('link', { rel: 'via', href: story.originalLink, title: chain || null }),
    element('published', {}, iso(story.firstPublishedAt)),
    element('updated', {}, iso(story.publishedAt)),
    (authors.length > 0 ? authors : [feed.paper]).map((name) =>
      element('author', {}, element('name', {}, name)),
    ),
    contributorsOf(entry).map((name) => element('contributor', {}, element('name', {}, name))),
    story.section && element('category', { term: story.section.slug, label: story.section.name }),
    story.topics.map((topic) => element('category', { term: topic.slug, label: topic.name })),
    genre && element('category', { scheme: GENRES, term: genre.code, label: genre.name }),
    source !== null &&
      element(
        'source',
        {},
        element('id', {}, story.originalLink ?? feed.address + story.path),
        element('title', {}, source),
        element('updated', {}, iso(story.firstPublishedAt)),
        story.originalLink && element('link', { rel: 'alternate', href: story.originalLink }),
      ),
    story.source?.credit && element('rights', {}, story.source.credit),
    element('summary', {}, summary),
    element('content', { type: 'html' }, html),
  );
}

const iso = (at: number) => new Date(at).toISOString();
