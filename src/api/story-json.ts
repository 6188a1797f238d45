/** A published story as the API gives it. Instants are ISO 8601 in UTC, addresses whole. */
import type { PublishedStory, PublishedSummary } from '../stories/read.ts';

const instant = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

export function summaryJson(site: string, story: PublishedSummary) {
  return {
    id: story.editionId,
    story: story.storyId,
    url: site + story.path,
    api: `${site}/api/stories/${story.editionId}`,
    language: story.language,
    headline: story.headline,
    dek: story.dek,
    byline: story.byline,
    section: story.section?.name ?? null,
    source: story.source && { name: story.source.name, credit: story.source.credit },
    through: story.hopParties,
    published: instant(story.firstPublishedAt),
    changed: instant(story.publishedAt),
  };
}

export function storyJson(site: string, story: PublishedStory) {
  return {
    ...summaryJson(site, story),
    dateline: story.dateline,
    html: story.bodyHtml,
    topics: story.topics.map((topic) => topic.name),
    original: story.originalLink,
    hops: story.hops.map(({ party, act, language, link, at }) => ({
      party,
      act,
      language,
      link,
      at: instant(at),
    })),
    corrections: story.corrections.map(({ kind, notice, at }) => ({ kind, notice, at: instant(at) })),
    ninjs: `${site}/api/stories/${story.editionId}.ninjs.json`,
  };
}
