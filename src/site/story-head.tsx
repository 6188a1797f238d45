/** The head of a story page: what other programs show of it. */
import type { Marked } from '../sourcing/mark-statements.ts';
import type { PublishedStory } from '../stories/read.ts';
import { isoWithOffset } from '../views/when.ts';
import type { Frame, PageHead } from './frame.tsx';
import { jsonForScript, newsArticle } from './json-ld.ts';

const CARD_WIDTH = 1200; // stories/media.ts makes the card at most this wide

export function storyHead(frame: Frame, story: PublishedStory, marked: Marked): PageHead {
  return {
    title: `${story.headline} — ${frame.masthead.name}`,
    path: story.path,
    description: story.dek,
    feeds: story.section ? `/${story.section.slug}` : '',
    more: <StoryMeta frame={frame} story={story} marked={marked} />,
  };
}

function StoryMeta({ frame, story, marked }: { frame: Frame; story: PublishedStory; marked: Marked }) {
  const { masthead, address } = frame;
  const at = (instant: number) => isoWithOffset(masthead.timeZone, instant);
  const picture = story.picture;
  return (
    <>
      <meta property="og:site_name" content={masthead.name} />
      <meta property="og:type" content="article" />
      <meta property="og:title" content={story.headline} />
      <meta property="og:url" content={`${address}${story.path}`} />
      <meta property="og:locale" content={story.language.replace('-', '_')} />
      {story.dek !== '' && <meta property="og:description" content={story.dek} />}
      {picture && (
        <>
          <meta property="og:image" content={`${address}${picture.card}`} />
          <meta property="og:image:width" content={String(Math.min(CARD_WIDTH, picture.width))} />
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
      {story.originalLink && <link rel="via" href={story.originalLink} />}
      {story.editions.length > 0 && (
        <>
          <link rel="alternate" hreflang={story.language} href={`${address}${story.path}`} />
          {story.editions.map((edition) => (
            <link
              key={edition.path}
              rel="alternate"
              hreflang={edition.language}
              href={`${address}${edition.path}`}
            />
          ))}
        </>
      )}
      <script
        type="application/ld+json"
        dangerouslySetInnerHTML={{ __html: jsonForScript(newsArticle(story, marked, frame)) }}
      />
    </>
  );
}
