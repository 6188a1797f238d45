/** JSON Feed 1.1, the source's link in `external_url`, the whole way in `_crier`. */
import type { Feed, FeedEntry } from './feed.ts';
import { entryId, titleIn } from './feed.ts';

export function jsonFeed(feed: Feed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    description: feed.description || undefined,
    home_page_url: feed.page,
    feed_url: feed.self,
    language: feed.language,
    authors: [{ name: feed.paper, url: feed.address }],
    items: feed.entries.map((entry) => itemOf(entry, feed)),
  });
}

function itemOf(entry: FeedEntry, feed: Feed) {
  const { story, link, html, authors, kin } = entry;
  const iso = (at: number) => new Date(at).toISOString();
  return {
    id: entryId(entry),
    url: link,
    external_url: story.originalLink ?? undefined,
    title: titleIn(story),
    summary: story.dek || undefined,
    content_html: html,
    image: story.picture ? `${feed.address}${story.picture.card}` : undefined,
    date_published: iso(story.firstPublishedAt),
    date_modified: iso(story.publishedAt),
    language: story.language,
    authors: (authors.length > 0 ? authors : [feed.paper]).map((name) => ({ name })),
    tags: [story.section?.name, ...story.topics.map((topic) => topic.name)].filter(
      (tag) => tag !== undefined,
    ),
    _crier: {
      kind: story.kind,
      source: story.source && { name: story.source.name, credit: story.source.credit },
      hops: story.hops.map(({ party, act, language, link: address, at }) => ({
        party,
        act,
        language,
        link: address,
        at: at === null ? null : iso(at),
      })),
      translation: translationOf(kin, feed),
      editions: story.editions.map(({ language, path }) => ({ language, url: feed.address + path })),
      corrections: story.corrections.map(({ kind, notice, at }) => ({ kind, notice, at: iso(at) })),
    },
  };
}

function translationOf({ translation, original }: FeedEntry['kin'], { address }: Feed) {
  if (!translation) return null;
  const { fromLanguage: from, engines, made, checked } = translation;
  return {
    from,
    of: original ? address + original.path : null,
    made,
    engines,
    read: checked && { by: checked.name, at: new Date(checked.at).toISOString() },
  };
}
