/** A published story as IPTC ninjs 3.1. */
import { htmlToText } from '../kit/safe-html.ts';
import type { Hop } from '../sourcing/hops.ts';
import type { Statement } from '../sourcing/statement.ts';
import type { Masthead } from '../stories/masthead.ts';
import type { PublishedStory } from '../stories/read.ts';

/** `statements`: who says what in it; speakers and those who passed their words on are named among the sources. */
export function ninjsOf(
  site: string,
  masthead: Masthead,
  story: PublishedStory,
  statements: readonly Statement[],
) {
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
    infoSources: [...sourcesOf(story, statements), { name: masthead.name, role: 'published', uri: site }],
    trustIndicators: [
      {
        role: 'http://cv.iptc.org/newscodes/trustindicator/correctionsPolicy',
        title: 'Corrections',
        href: `${site}/corrections`,
      },
    ],
  };
}

/** Parties by what they did, each once: the story's way to us, then whoever speaks, and through whom that was heard. */
function sourcesOf(story: PublishedStory, statements: readonly Statement[]) {
  const sources = new Map<string, { name: string; role: string; uri?: string }>();
  const put = (name: string, role: string, uri: string | null) => {
    const key = JSON.stringify([name, role]);
    const known = sources.get(key);
    if (!known) sources.set(key, { name: name || 'unknown', role, ...(uri ? { uri } : {}) });
    else if (uri) known.uri ??= uri;
  };
  const putHop = ({ party, act, link }: Pick<Hop, 'party' | 'act' | 'link'>) => put(party, act, link);
  for (const hop of story.hops) putHop(hop);
  for (const { speaker, hops } of statements) {
    put(speaker.name, 'said', null);
    for (const hop of hops) putHop(hop);
  }
  return [...sources.values()];
}
