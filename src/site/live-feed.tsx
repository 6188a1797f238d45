/** The feed of one live story, an item an entry: for readers of feeds who want all of it. */
import { entryPath, entryTitle, type LiveEntry } from '../entries/entry.ts';
import { readElsewhere } from '../kit/cross-origin.ts';
import { escapeText, htmlToText } from '../kit/safe-html.ts';
import type { Picture } from '../media/picture.ts';
import { chainLine } from '../sourcing/hops.ts';
import { bylineNames } from '../stories/byline.ts';
import { findPublished, type PublishedStory } from '../stories/read.ts';
import { dressedBody } from '../views/dressed-body.tsx';
import { frameIn, type Make } from './answer.tsx';
import type { FeedEntry } from './feed.ts';
import { feedName } from './feed-name.ts';
import { formats } from './feeds.ts';
import type { Frame } from './frame.tsx';
import { loadLive } from './live-story.tsx';

/** The newest entries of a live story, as many as its page shows; or its key moments. */
export function liveFeedPage(format: keyof typeof formats, only: 'key' | null): Make {
  return async ({ newsroom }, asked) => {
    const { section = '', slug = '' } = asked.params;
    const found = await findPublished(newsroom, { sectionSlug: section, slug });
    if (found?.kind !== 'story') return null;
    const { story } = found;
    const live = await loadLive(newsroom, story);
    if (!live) return null;
    const frame = frameIn(asked.frame, story.language);
    const entries = (only === 'key' ? live.key : live.newest).filter(({ withdrawn }) => withdrawn === null);
    const page = `${frame.address}${story.path}${only === 'key' ? '/entries/key' : ''}`;
    const feed = {
      title: `${story.headline}${only === 'key' ? `: ${frame.words.live.keyMoments}` : ''} — ${frame.masthead.name}`,
      description: story.dek || story.headline,
      language: story.language,
      page,
      self: `${frame.address}${story.path}/entries/${feedName(only)}.${format}`,
      paper: frame.masthead.name,
      address: frame.address,
      others: [],
      entries: entries.map((entry) => itemOf(frame, story, entry)),
      made: newsroom.clock.now(),
    };
    return {
      status: 200,
      type: formats[format].type,
      body: formats[format].write(feed),
      shows: ['masthead', `story:${story.storyId}`],
      headers: readElsewhere,
    };
  };
}

/** An entry as a feed has a story: its own words and instants, within the story's section. */
function itemOf(frame: Frame, live: PublishedStory, entry: LiveEntry): FeedEntry {
  const { address, words } = frame;
  const path = entryPath(live.path, entry.number ?? 0);
  const chain = chainLine(entry.hops);
  const text = htmlToText(entry.bodyHtml);
  const isKept = live.indexPolicy === 'noindex';
  const credit = entry.source
    ? `<p>${escapeText(words.story.credit(entry.source.credit || entry.source.name))}</p>`
    : '';
  const corrections = entry.corrections.map(
    ({ notice }) => `<p><strong>${escapeText(words.front.correction)}:</strong> ${escapeText(notice)}</p>`,
  );
  const body = dressedBody(entry.bodyHtml, { media: entry.media, site: address });
  const story: PublishedStory = {
    ...live,
    editionId: entry.id,
    path,
    headline: entryTitle(entry, live.language),
    dek: '',
    byline: entry.byline,
    source: null,
    picture: entry.picture as Picture | null,
    firstPublishedAt: entry.at,
    listedAt: entry.at,
    publishedAt: entry.changedAt,
    originalLink: entry.hops.findLast(({ link }) => link !== null)?.link ?? null,
    editions: [],
    corrections: [],
  };
  return {
    story,
    link: `${address}${path}`,
    html: isKept ? '' : corrections.join('') + body + credit,
    summary: isKept ? story.headline : text,
    chain,
    authors: bylineNames(entry.byline, live.author?.name),
    kin: { translation: null, original: null, translations: [] },
    guid: null,
  };
}

/** Where a program finds it. */
export function LiveFeeds({ story }: { story: Pick<PublishedStory, 'path' | 'headline'> }) {
  return (
    <>
      {(['rss', 'atom', 'json'] as const).map((format) => (
        <link
          key={format}
          rel="alternate"
          type={formats[format].type.split(';')[0]}
          title={story.headline}
          href={`${story.path}/entries/feed.${format}`}
        />
      ))}
    </>
  );
}
