/** How each public page is made: what it reads, and the names of what it shows, by which the cache empties it. */

import type { PlacedStory } from '../fronts/arrange.ts';
import { listHandsOut } from '../fronts/front.ts';
import type { Hand } from '../fronts/hands.ts';
import { FRESH_FOR, freshUntil } from '../fronts/machine.ts';
import { packageName } from '../fronts/packages.ts';
import { readSectionFront } from '../fronts/read-front.ts';
import { HOUR } from '../kit/clock.ts';
import type { PageName } from '../newsroom.ts';
import { countRepliesUnder } from '../replies/read-replies.ts';
import { markStatements } from '../sourcing/mark-statements.ts';
import { findAuthor } from '../staff/staff.ts';
import { cursorText } from '../stories/cursor.ts';
import { inTongue } from '../stories/names-elsewhere.ts';
import { oneEach } from '../stories/one-each.ts';
import {
  findPublished,
  listPublished,
  type PublishedFilter,
  type PublishedStory,
  type PublishedSummary,
} from '../stories/read.ts';
import { findReadTopic, findSection, type Section } from '../stories/sections.ts';
import { listStatements } from '../stories/statements.ts';
import { NO_SECTION } from '../stories/story.ts';
import { findKin } from '../translation/kin.ts';
import { render } from '../views/document.tsx';
import { findSourceBySlug } from '../wire/sources/sources.ts';
import { A_PAGE, frameIn, html, languageAt, type Make, type PageRequest, type Site } from './answer.tsx';
import type { Page } from './finish-page.ts';
import { FollowBox, listChoices, storyChoices } from './follow-box.tsx';
import type { Frame } from './frame.tsx';
import { ListPage, type ListProps } from './list-page.tsx';
import { LiveCoveragePart, loadLive } from './live-story.tsx';
import { frontIn, picturesOn, storiesIn } from './make-front.tsx';
import { KilledPage } from './notice-pages.tsx';
import { authorData, describeList, listData } from './page-data.ts';
import { findAfter, storiesAfter } from './related.ts';
import { Replies } from './replies.tsx';
import { loadReplies } from './reply-routes.tsx';
import { storyHead } from './story-head.tsx';
import { StoryPage } from './story-page.tsx';

const NEAR_FOR = HOUR; // what is new in a section stands beside its older stories by then; a form of a page lasts much longer

export async function makeStory(site: Site, asked: PageRequest): Promise<Page | null> {
  const { newsroom } = site;
  const { params } = asked;
  const found = await findPublished(newsroom, { sectionSlug: params.section ?? '', slug: params.slug ?? '' });
  if (!found) return sectionIn(site, asked);
  if (found.kind === 'moved') {
    // Not kept: the way back would need it emptied by a story whose page this is not.
    return html('', [], { status: 301, headers: { location: found.path }, until: 0 });
  }
  if (found.kind === 'killed') {
    const path = `/${params.section}/${params.slug}`;
    const frame = frameIn(asked.frame, found.language);
    const body = render(<KilledPage frame={frame} killed={found} path={path} />);
    return html(body, [`story:${found.storyId}`], { status: 410 });
  }
  const { story } = found;
  const frame = frameIn(asked.frame, story.language);
  const statements = await listStatements(newsroom, story.editionId);
  const marked = markStatements(story.bodyHtml, statements);
  const replies = await loadReplies(newsroom, frame, story);
  const kin = await findKin(newsroom, story);
  const live = await loadLive(newsroom, story);
  const speakerIds = [...new Set(statements.map(({ speaker }) => speaker.id))];
  const after = await findAfter(newsroom, story, speakerIds);
  const now = newsroom.clock.now();
  const hasEnded = live !== null && live.endedAt !== null;
  const choices = storyChoices(frame.words, { ...story, hasEnded });
  const body = render(
    <StoryPage
      frame={frame}
      head={storyHead(frame, story, { marked, kin, series: after.ties.series, live })}
      live={live && <LiveCoveragePart frame={frame} story={story} live={live} />}
      story={story}
      marked={marked}
      kin={kin}
      after={after}
      repliesAfter={await countRepliesUnder(newsroom, storiesAfter(after))}
      freshSince={now - FRESH_FOR}
      followBox={<FollowBox {...frame} choices={choices} storyId={story.storyId} />}
      replies={<Replies {...replies} />}
    />,
  );
  const { series } = after.ties;
  const others = storiesAfter(after).map((storyId) => `story:${storyId}` as const);
  const parts = series ? [`series:${series.id}` as const] : [];
  return html(body, [...namesOf(story), packageName(story.storyId), ...others, ...parts], {
    until: Math.min(freshUntil([story], now), now + NEAR_FOR, after.packagesEnd),
  });
}

/** `/el/alerts`: a page in one language of the paper; at another address of that shape a story may stand. */
export function inOneLanguage(
  make: (site: Site, asked: PageRequest, language: string) => Promise<Page>,
  slug: string,
): Make {
  return (site, asked) => {
    const { language: part } = asked.params;
    const language = languageAt(asked.frame, part);
    if (language === null) return makeStory(site, { ...asked, params: { section: part ?? '', slug } });
    return make(site, { ...asked, frame: frameIn(asked.frame, language) }, language);
  };
}

function namesOf(story: PublishedStory): PageName[] {
  return [
    `story:${story.storyId}`,
    ...(story.source ? [`source:${story.source.id}` as const] : []),
    ...(story.author ? [`author:${story.author.slug}` as const] : []),
    ...story.topics.map((topic) => `topic:${topic.id}` as const),
  ];
}

export async function makeSection(site: Site, asked: PageRequest): Promise<Page | null> {
  const { frame, params } = asked;
  const section = await findSection(site.newsroom, params.section ?? '');
  if (!section && params.section !== NO_SECTION) {
    const language = languageAt(frame, params.section);
    return language === null ? null : frontIn(site, frameIn(frame, language), language);
  }
  return sectionPage(site, asked, { section, language: null });
}

/** `/el/sea`: a section in one language. */
async function sectionIn(site: Site, asked: PageRequest): Promise<Page | null> {
  const { frame, params } = asked;
  const language = languageAt(frame, params.section);
  const section = language === null ? null : await findSection(site.newsroom, params.slug ?? '');
  if (language === null || (!section && params.slug !== NO_SECTION)) return null;
  return sectionPage(site, { ...asked, frame: frameIn(frame, language) }, { section, language });
}

/** `draft`: as editors see it before it is out. */
export async function sectionPage(
  site: Pick<Site, 'newsroom'>,
  asked: PageRequest,
  { section, language, draft }: { section: Section | null; language: string | null; draft?: readonly Hand[] },
): Promise<Page> {
  const { frame } = asked;
  const front = section && { language: language ?? frame.masthead.language, sectionId: section.id };
  const slug = section?.slug ?? NO_SECTION;
  const shown = section && inTongue(section, frame.place.language);
  const name = shown?.name ?? frame.words.frame.allNews;
  const others = frame.fronts.map(({ language: each, path }) => ({
    language: each,
    path: path === '/' ? `/${slug}` : `${path}/${slug}`,
  }));
  return listed(site, asked, {
    filter: {
      ...(section ? { sectionId: section.id } : {}),
      ...(language === null ? {} : { language }),
    },
    shows: section ? `section:${section.id}` : 'front',
    ...(front
      ? {
          arrange: async (stories) => {
            const hands = draft ?? (await listHandsOut(site.newsroom, front));
            return readSectionFront(site.newsroom, { front, stories, hands });
          },
        }
      : {}),
    page: {
      head: {
        ...headOf(frame, name, `${frame.under}/${slug}`),
        ...(section ? {} : { feeds: '' }), // what stands in no section is in the paper's own feeds
        others,
      },
      current: slug,
      kind: frame.words.lists.section,
      name,
      followBox: shown && <FollowBox {...frame} choices={listChoices(frame.words, 'section', shown)} />,
    },
  });
}

export async function makeTopic(site: Site, asked: PageRequest): Promise<Page | null> {
  const { frame, params } = asked;
  const topic = await findReadTopic(site.newsroom, params.slug ?? '');
  if (!topic) return null;
  return listed(site, asked, {
    filter: { topicId: topic.id },
    shows: `topic:${topic.id}`,
    page: {
      head: headOf(frame, topic.name, `/topic/${topic.slug}`),
      kind: frame.words.lists.topic,
      name: topic.name,
      followBox: <FollowBox {...frame} choices={listChoices(frame.words, 'topic', topic)} />,
    },
  });
}

export async function makeSource(site: Site, asked: PageRequest): Promise<Page | null> {
  const { frame, params } = asked;
  const source = await findSourceBySlug(site.newsroom, params.slug ?? '');
  if (!source) return null;
  return listed(site, asked, {
    filter: { sourceId: source.id },
    shows: `source:${source.id}`,
    says: frame.words.lists.fromSource(source.name),
    page: {
      head: headOf(frame, source.name, `/source/${source.slug}`),
      kind: frame.words.lists.source,
      name: source.name,
      say: frame.words.lists.fromSource(source.name),
      followBox: <FollowBox {...frame} choices={listChoices(frame.words, 'source', source)} />,
    },
  });
}

export async function makeAuthor(site: Site, asked: PageRequest): Promise<Page | null> {
  const { frame, params } = asked;
  const author = await findAuthor(site.newsroom, params.slug ?? '');
  if (!author) return null;
  return listed(site, asked, {
    filter: { authorId: author.id },
    shows: `author:${author.slug}`,
    says: author.bio || `${author.name}, ${frame.masthead.name}`,
    data: (about) => authorData(frame, { ...about, bio: author.bio }),
    page: {
      head: headOf(frame, author.name, `/author/${author.slug}`),
      kind: frame.words.lists.author,
      name: author.name,
      say: author.bio,
    },
  });
}

interface Listed {
  filter: Omit<PublishedFilter, 'limit' | 'before'>;
  /** The name by which this list is touched. */
  shows: PageName;
  page: Pick<ListProps, 'head' | 'kind' | 'name'> & Partial<ListProps>;
  /** How its description begins; by its kind and name if nothing better is known. */
  says?: string;
  /** What it is to programs, where it is more than a list. */
  data?: (about: Parameters<typeof listData>[1]) => object[];
  /** How its first page is put in order, where hands may be on it. */
  arrange?: (stories: PublishedSummary[]) => Promise<{ stories: PlacedStory[]; until: number }>;
}

export async function listed(
  { newsroom }: Pick<Site, 'newsroom'>,
  { frame, before }: PageRequest,
  { filter, shows, page, says, data, arrange }: Listed,
): Promise<Page> {
  const cursor = before === null ? {} : { before };
  const found = await listPublished(newsroom, { ...filter, ...cursor, limit: A_PAGE + 1 });
  const shown = found.slice(0, A_PAGE);
  const own = oneEach(shown, frame.masthead.language);
  const byTime = { stories: own.map(asPublished), until: Number.POSITIVE_INFINITY };
  const placed = before === null && arrange ? await arrange(own) : byTime;
  const stories = placed.stories.map(({ story }) => story);
  const last = found.length > A_PAGE ? shown.at(-1) : undefined;
  const next = last ? { at: last.listedAt, id: last.editionId } : null;
  const description = describeList(says ?? `${page.kind}: ${page.name}`, stories);
  const about = { name: page.name, path: page.head.path, description, stories };
  const head =
    before === null
      ? { ...page.head, description, data: data?.(about) ?? listData(frame, about) }
      : { ...page.head, path: `${page.head.path}?before=${cursorText(before)}`, index: false };
  const shownIds = storiesIn(placed.stories).map(({ storyId }) => storyId);
  const replies = await countRepliesUnder(newsroom, shownIds);
  const body = render(
    <ListPage
      {...page}
      frame={frame}
      head={head}
      stories={placed.stories}
      replies={replies}
      before={next}
      until={placed.until}
      later={before !== null}
    />,
  );
  const named = shownIds.map((id) => `story:${id}` as const);
  return html(body, [shows, ...named, ...picturesOn(placed.stories)], { until: placed.until });
}

export function headOf(frame: Frame, name: string, path: string) {
  return { title: `${name} — ${frame.masthead.name}`, path, feeds: path };
}

/** As it stands in a list on which nobody has laid a hand. */
export const asPublished = (story: PublishedSummary): PlacedStory => ({
  story,
  hand: null,
  isHeld: false,
  related: [],
});
