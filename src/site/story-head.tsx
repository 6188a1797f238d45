/** The head of a story page: what other programs show of it. */
import { localeOf } from '../kit/language-tag.ts';
import type { MarkedBody } from '../sourcing/mark-statements.ts';
import type { PublishedStory } from '../stories/read.ts';
import type { SeriesPlace } from '../stories/read-ties.ts';
import type { Kin } from '../translation/kin.ts';
import { markup } from '../views/markup.ts';
import { isoWithOffset } from '../views/when.ts';
import { summaryOf } from './feeds.ts';
import type { Frame, PageHead } from './frame.tsx';
import { jsonForScript } from './json-for-script.ts';
import { newsArticle } from './json-ld.ts';
import { LiveFeeds } from './live-feed.tsx';
import { liveBlogPosting } from './live-json-ld.ts';
import type { LiveOnPage } from './live-story.tsx';
import { breadcrumbs } from './page-data.ts';

/** What of a story its head tells besides itself. */
export interface HeadFacts {
  marked: MarkedBody;
  kin: Kin;
  series: SeriesPlace | null;
  live: LiveOnPage | null;
}

export function storyHead(frame: Frame, story: PublishedStory, facts: HeadFacts): PageHead {
  return {
    title: `${story.headline} — ${frame.masthead.name}`,
    path: story.path,
    ...indexed(story),
    description: summaryOf(story),
    data: [breadcrumbs(frame, wayTo(frame, story))],
    feeds: story.section ? `${frame.under}/${story.section.slug}` : '',
    ...(story.section ? { feedsOf: `${story.section.name} — ${frame.masthead.name}` } : {}),
    others: alternatesOf(frame, story),
    more: <StoryMeta frame={frame} story={story} {...facts} />,
  };
}

/** Front, section, story. */
function wayTo(
  { under }: Frame,
  { section, headline, path }: PublishedStory,
): { name: string; path: string }[] {
  const above = section ? [{ name: section.name, path: `${under}/${section.slug}` }] : [];
  return [...above, { name: headline, path }];
}

/** What search engines are told, by the contract with the source. */
function indexed({ indexPolicy, originalLink }: PublishedStory): Pick<PageHead, 'index' | 'canonical'> {
  if (indexPolicy === 'noindex') return { index: false };
  if (indexPolicy !== 'canonical') return {};
  // Without an address to name, a story of another's is no page of ours to index.
  return originalLink ? { canonical: originalLink } : { index: false };
}

/** All editions of a story, the paper's own language first. */
export function alternatesOf({ masthead }: Frame, story: PublishedStory): Edition[] {
  const all = [story, ...story.editions].map(({ language, path }) => ({ language, path }));
  return inPaperOrder(all, masthead.language);
}

interface Edition {
  language: string;
  path: string;
}

/** The paper's own language first: it is the one for readers of none of them. */
export function inPaperOrder(editions: Edition[], own: string): Edition[] {
  const rank = ({ language }: Edition) => (language === own ? 0 : 1);
  return editions.toSorted(
    (one, other) => rank(one) - rank(other) || (one.language < other.language ? -1 : 1),
  );
}

function StoryMeta({ frame, story, ...facts }: { frame: Frame; story: PublishedStory } & HeadFacts) {
  const { live } = facts;
  const article = newsArticle(story, frame, facts);
  const { masthead, address } = frame;
  const at = (instant: number) => isoWithOffset(masthead.timeZone, instant);
  const picture = story.picture;
  return (
    <>
      <meta property="og:site_name" content={masthead.name} />
      <meta property="og:type" content="article" />
      <meta property="og:title" content={story.headline} />
      <meta property="og:url" content={`${address}${story.path}`} />
      <meta property="og:locale" content={localeOf(story.language)} />
      {story.editions.map(({ editionId, language }) => (
        <meta key={editionId} property="og:locale:alternate" content={localeOf(language)} />
      ))}
      {story.dek !== '' && <meta property="og:description" content={story.dek} />}
      {picture && (
        <>
          <meta property="og:image" content={`${address}${picture.card}`} />
          {picture.cardSize && (
            <>
              <meta property="og:image:width" content={String(picture.cardSize.width)} />
              <meta property="og:image:height" content={String(picture.cardSize.height)} />
            </>
          )}
          <meta property="og:image:alt" content={picture.alt} />
        </>
      )}
      <meta property="article:published_time" content={at(story.firstPublishedAt)} />
      <meta property="article:modified_time" content={at(story.publishedAt)} />
      {story.section && <meta property="article:section" content={story.section.name} />}
      {story.topics.map((topic) => (
        <meta key={topic.slug} property="article:tag" content={topic.name} />
      ))}
      <meta name="twitter:card" content={picture ? 'summary_large_image' : 'summary'} />
      {live && <LiveFeeds story={story} />}
      {story.originalLink && <link rel="via" href={story.originalLink} />}
      <script
        type="application/ld+json"
        {...markup(jsonForScript(live ? liveBlogPosting(article, story, live, frame) : article))}
      />
    </>
  );
}
