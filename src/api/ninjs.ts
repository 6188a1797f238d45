/** A published story as IPTC ninjs 3.1. */
import { htmlToText } from '../kit/safe-html.ts';
import type { Masthead } from '../stories/masthead.ts';
import type { PublishedStory } from '../stories/read.ts';

export function ninjsOf(site: string, masthead: Masthead, story: PublishedStory) {
  const text = htmlToText(story.bodyHtml);
  return {
    uri: site + story.path,
    standard: {
      name: 'ninjs',
      version: '3.1',
      schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#',
    },
    type: 'text',
    language: story.language,
    version: String(story.takeNumber),
    firstCreated: new Date(story.firstPublishedAt).toISOString(),
    versionCreated: new Date(story.publishedAt).toISOString(),
    pubStatus: 'usable',
    headlines: [{ role: 'main', value: story.headline }],
    ...(story.dek ? { descriptions: [{ role: 'summary', value: story.dek }] } : {}),
    bodies: [
      { role: 'main', contentType: 'text/html', value: story.bodyHtml },
      {
        role: 'main',
        contentType: 'text/plain',
        value: text,
        wordCount: text.split(/\s+/).filter(Boolean).length,
      },
    ],
    ...(story.byline ? { by: story.byline } : {}),
    ...(story.dateline ? { located: story.dateline } : {}),
    subjects: story.topics.map((topic) => ({ name: topic.name, uri: `${site}/topic/${topic.slug}` })),
    copyrightHolder: masthead.name,
    infoSources: [
      ...story.hops.map((hop) => ({
        name: hop.party,
        role: hop.act,
        ...(hop.link ? { uri: hop.link } : {}),
      })),
      { name: masthead.name, role: 'published', uri: site },
    ],
    trustIndicators: [
      {
        role: 'http://cv.iptc.org/newscodes/trustindicator/correctionsPolicy',
        title: 'Corrections',
        href: `${site}/corrections`,
      },
    ],
  };
}
