/** Atom (RFC 4287), the story's source in `source` and `link rel=via`. */
import type { Feed, FeedEntry } from './feed.ts';
import { changedAt, contributorsOf, entryId } from './feed.ts';
import { el, xmlFile } from './xml.ts';

export function atomFeed(feed: Feed): string {
  return xmlFile(
    el(
      'feed',
      { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': feed.language },
      el('id', {}, feed.self),
      el('title', {}, feed.title),
      feed.description !== '' && el('subtitle', {}, feed.description),
      el('updated', {}, iso(changedAt(feed))),
      el('author', {}, el('name', {}, feed.paper)),
      el('link', { rel: 'self', type: 'application/atom+xml', href: feed.self }),
      el('link', { rel: 'alternate', type: 'text/html', href: feed.page }),
      feed.others.map(({ language, self }) =>
        el('link', { rel: 'alternate', type: 'application/atom+xml', href: self, hreflang: language }),
      ),
      el('generator', {}, 'Crier'),
      feed.entries.map((entry) => entryOf(entry, feed)),
    ),
  );
}

function entryOf(entry: FeedEntry, feed: Feed) {
  const { story, link, html, chain, authors, summary } = entry;
  const source = story.source?.name ?? story.hopParties.at(-1) ?? null;
  return el(
    'entry',
    { 'xml:lang': story.language === feed.language ? null : story.language },
    el('id', {}, entryId(story)),
    el('title', {}, story.headline),
    el('link', { rel: 'alternate', type: 'text/html', href: link, hreflang: story.language }),
    // One `alternate`: readers open the first of them, or the last.
    story.editions.map(({ path, language }) =>
      el('link', {
        rel: 'related',
        type: 'text/html',
        href: feed.address + path,
        hreflang: language,
      }),
    ),
    story.originalLink && el('link', { rel: 'via', href: story.originalLink, title: chain || null }),
    el('published', {}, iso(story.firstPublishedAt)),
    el('updated', {}, iso(story.publishedAt)),
    (authors.length > 0 ? authors : [feed.paper]).map((name) => el('author', {}, el('name', {}, name))),
    contributorsOf(entry).map((name) => el('contributor', {}, el('name', {}, name))),
    story.section && el('category', { term: story.section.slug, label: story.section.name }),
    story.topics.map((topic) => el('category', { term: topic.slug, label: topic.name })),
    source !== null &&
      el(
        'source',
        {},
        el('id', {}, story.originalLink ?? feed.address + story.path),
        el('title', {}, source),
        el('updated', {}, iso(story.firstPublishedAt)),
        story.originalLink && el('link', { rel: 'alternate', href: story.originalLink }),
      ),
    story.source?.credit && el('rights', {}, story.source.credit),
    el('summary', {}, summary),
    el('content', { type: 'html' }, html),
  );
}

const iso = (at: number) => new Date(at).toISOString();
