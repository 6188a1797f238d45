/** The pages of a live story's entries: those that left the first sight, and its key moments alone. */
import type { FastifyInstance } from 'fastify';
import { lastLiveId } from '../alerts/live/live.ts';
import { entryPageOf, entryPagePath, firstInSight, type LiveEntry } from '../entries/entry.ts';
import { findCoverage, type LiveCoverage, listEntriesOn, listKeyMoments } from '../entries/read-entries.ts';
import { directionOf } from '../kit/language-tag.ts';
import { findPublished, type PublishedStory } from '../stories/read.ts';
import { render } from '../views/document.tsx';
import { paperWords } from '../views/paper-words.ts';
import { Spaced } from '../views/spaced.tsx';
import { scriptOf } from '../views/typeface.ts';
import { frameIn, html, type Make, page, type Site } from './answer.tsx';
import { EntryView } from './entry-view.tsx';
import { feedName } from './feed-name.ts';
import { formats } from './feeds.ts';
import { type Frame, SitePage } from './frame.tsx';
import { liveFeedPage } from './live-feed.tsx';
import { EntrySayings, EntrySwitch } from './live-story.tsx';
import { makeStory } from './pages.tsx';

/** `/city/a-live-story/entries/3`, `…/entries/key`, `…/entries/feed.rss`, `…/entries/key-feed.rss`. */
export function registerEntryPages(app: FastifyInstance, site: Site): void {
  for (const format of Object.keys(formats) as (keyof typeof formats)[])
    for (const only of [null, 'key'] as const)
      page(app, site, `/:section/:slug/entries/${feedName(only)}.${format}`, liveFeedPage(format, only));
  page(app, site, '/:section/:slug/entries/:page', makeEntryPage);
}

/** What is among the newest is read on the story's own page, whose anchors it has; what is older stands where it always will. */
const makeEntryPage: Make = async (site, asked) => {
  const { newsroom } = site;
  const { section = '', slug = '', page: at = '' } = asked.params;
  const found = await findPublished(newsroom, { sectionSlug: section, slug });
  if (found?.kind === 'moved')
    return html('', [], {
      status: 301,
      headers: { location: `${found.path}/entries/${encodeURIComponent(at)}` },
      until: 0,
    });
  if (found?.kind === 'killed') return makeStory(site, asked);
  const coverage = found && (await findCoverage(newsroom, found.story));
  if (!coverage || coverage.last === 0) return null;
  const { story } = found;
  const props = { frame: frameIn(asked.frame, story.language), story, coverage };
  const shows = [`story:${story.storyId}` as const];
  if (at === 'key') {
    const after = await lastLiveId(newsroom); // before the entries: what comes meanwhile is told twice, and not missed
    const entries = await listKeyMoments(newsroom, story.editionId);
    return html(render(<EntriesPage {...props} entries={entries} number={null} after={after} />), shows);
  }
  const number = /^[1-9]\d{0,5}$/.test(at) ? Number(at) : 0;
  if (number === 0 || number > entryPageOf(coverage.last)) return null;
  if (number >= entryPageOf(firstInSight(coverage.last))) return makeStory(site, asked);
  const entries = await listEntriesOn(newsroom, story.editionId, number);
  return html(render(<EntriesPage {...props} entries={entries} number={number} after={null} />), shows);
};

interface Props {
  frame: Frame;
  story: PublishedStory;
  coverage: LiveCoverage;
  entries: LiveEntry[];
  /** Null where these are key moments. */
  number: number | null;
  /** The live event that was the newest: of a page that goes on by itself. */
  after: number | null;
}

function EntriesPage({ frame, story, coverage, entries, number, after }: Props) {
  const { words, place, masthead } = frame;
  const own = paperWords(place, story.language);
  const path = number === null ? `${story.path}/entries/key` : entryPagePath(story.path, number);
  const later =
    number !== null && number + 1 < entryPageOf(firstInSight(coverage.last))
      ? entryPagePath(story.path, number + 1)
      : story.path;
  const title = number === null ? words.live.keyMoments : `${words.live.entries} ${number}`;
  return (
    <SitePage
      frame={frame}
      head={{
        title: `${story.headline} — ${title} — ${masthead.name}`,
        path,
        index: false,
        description: story.dek || story.headline,
      }}
      current={story.section?.slug}
    >
      <article
        class="story live-page"
        lang={story.language}
        dir={directionOf(story.language)}
        data-script={scriptOf(story.language)}
        data-page="entries"
        data-story={story.storyId}
        data-edition={story.editionId}
      >
        <header>
          <h1>
            <a href={story.path}>{story.headline}</a>
          </h1>
        </header>
        <section
          class="live-story"
          aria-labelledby="entries"
          data-live-story={after === null ? undefined : story.storyId}
          data-only={after === null ? undefined : 'key'}
          data-edition={story.editionId}
          data-last={coverage.last}
          data-after={after ?? undefined}
        >
          <EntrySwitch frame={frame} story={story} isKey={number === null} endedAt={coverage.endedAt} />
          <h2 id="entries" class="unseen" {...own}>
            {title}
          </h2>
          <div class="entries" data-entries>
            {entries.map((entry) => (
              <EntryView key={entry.id} {...{ frame, story, entry }} startedAt={coverage.startedAt} />
            ))}
            {entries.length === 0 && <p {...own}>{words.live.none}</p>}
          </div>
          {after !== null && <EntrySayings frame={frame} />}
        </section>
        {number !== null && (
          <nav class="pages" aria-label={words.frame.pages} {...own}>
            <Spaced>
              {number > 1 && (
                <a class="button quiet" rel="next" href={entryPagePath(story.path, number - 1)}>
                  {words.live.earlier}
                </a>
              )}
              {later !== story.path && (
                <a class="button quiet" rel="prev" href={later}>
                  {words.live.later}
                </a>
              )}
              <a class="button quiet" href={story.path}>
                {words.live.newest}
              </a>
            </Spaced>
          </nav>
        )}
      </article>
    </SitePage>
  );
}
