/** Feeds of the paper, of its sections, topics, sources and authors, in three formats. */
import { readElsewhere } from '../kit/cross-origin.ts';
import { escapeText, htmlToText } from '../kit/safe-html.ts';
import { splitSentences } from '../kit/sentences.ts';
import { guidsElsewhere } from '../moving/guids.ts';
import type { PageName } from '../newsroom.ts';
import { chainLine } from '../sourcing/hops.ts';
import { findAuthor } from '../staff/staff.ts';
import { bylineNames } from '../stories/byline.ts';
import { inTongue } from '../stories/names-elsewhere.ts';
import { oneEach } from '../stories/one-each.ts';
import { getPublished, listPublished, type PublishedFilter, type PublishedStory } from '../stories/read.ts';
import { findReadTopic, findSection } from '../stories/sections.ts';
import { findKin, type Kin } from '../translation/kin.ts';
import { dressedBody } from '../views/dressed-body.tsx';
import { languageName } from '../views/when.ts';
import { findSourceBySlug } from '../wire/sources/sources.ts';
import { frameIn, languageAt, type Make, type PageRequest, type Site } from './answer.tsx';
import type { Feed, FeedEntry } from './feed.ts';
import { atomFeed } from './feed-atom.ts';
import { jsonFeed } from './feed-json.ts';
import { rssFeed } from './feed-rss.ts';
import type { Frame } from './frame.tsx';
import { saidOfTranslation } from './said-of-translation.ts';

const ENTRIES = 30; // enough for a reader who looks once a day at a busy section

export const formats = {
  rss: { type: 'application/rss+xml; charset=utf-8', write: rssFeed },
  atom: { type: 'application/atom+xml; charset=utf-8', write: atomFeed },
  json: { type: 'application/feed+json; charset=utf-8', write: jsonFeed },
} as const;

type Format = keyof typeof formats;

/** What a feed is of: the stories, the page it belongs to, the name by which it is touched. */
export interface FeedOf {
  name: string;
  path: string;
  filter: Omit<PublishedFilter, 'limit'>;
  shows: PageName;
}

export type FindFeed = (site: Site, asked: PageRequest) => Promise<FeedOf | null>;

export const ofPaper: FindFeed = async (_site, { frame }) => ({
  name: frame.masthead.name,
  path: '/',
  filter: {},
  shows: 'front',
});

/** `/el/feed.rss`: the paper in one of its languages. */
const ofLanguage: FindFeed = async (_site, { frame, params }) => {
  const language = languageAt(frame, params.section);
  if (language === null) return null;
  const name = `${frame.masthead.name}, ${languageName(language, language)}`;
  return { name, path: `/${params.section}`, filter: { language }, shows: 'front' };
};

/** `/el/sea/feed.rss`: a section in one of them. */
export const ofSectionIn: FindFeed = async (site, asked) => {
  const language = languageAt(asked.frame, asked.params.language);
  const section = language === null ? null : await findSection(site.newsroom, asked.params.section ?? '');
  const feed = section && (await ofSection(site, asked));
  if (!feed || language === null) return null;
  const name = `${inTongue(section, language).name} — ${asked.frame.masthead.name}`;
  return {
    ...feed,
    name,
    path: `/${asked.params.language}${feed.path}`,
    filter: { ...feed.filter, language },
  };
};

export const ofSection: FindFeed = async (site, asked) => {
  const { frame, params } = asked;
  const section = await findSection(site.newsroom, params.section ?? '');
  if (!section) return ofLanguage(site, asked);
  return {
    name: `${section.name} — ${frame.masthead.name}`,
    path: `/${section.slug}`,
    filter: { sectionId: section.id },
    shows: `section:${section.id}`,
  };
};

export const ofTopic: FindFeed = async ({ newsroom }, { frame, params }) => {
  const topic = await findReadTopic(newsroom, params.slug ?? '');
  if (!topic) return null;
  return {
    name: `${topic.name} — ${frame.masthead.name}`,
    path: `/topic/${topic.slug}`,
    filter: { topicId: topic.id },
    shows: `topic:${topic.id}`,
  };
};

export const ofSource: FindFeed = async ({ newsroom }, { frame, params }) => {
  const source = await findSourceBySlug(newsroom, params.slug ?? '');
  if (!source) return null;
  return {
    name: `${source.name} — ${frame.masthead.name}`,
    path: `/source/${source.slug}`,
    filter: { sourceId: source.id },
    shows: `source:${source.id}`,
  };
};

export const ofAuthor: FindFeed = async ({ newsroom }, { frame, params }) => {
  const author = await findAuthor(newsroom, params.slug ?? '');
  if (!author) return null;
  return {
    name: `${author.name} — ${frame.masthead.name}`,
    path: `/author/${author.slug}`,
    filter: { authorId: author.id },
    shows: `author:${author.slug}`,
  };
};

/** The maker of one feed in one format. */
export function feedPage(format: Format, find: FindFeed): Make {
  return async (site, asked) => {
    const of = await find(site, asked);
    if (!of) return null;
    const stories = oneEach(await listWhole(site, of.filter), asked.frame.masthead.language);
    const entries: FeedEntry[] = [];
    const guids = await guidsElsewhere(
      site.newsroom,
      stories.map(({ editionId }) => editionId),
    );
    for (const story of stories) {
      const kin = await findKin(site.newsroom, story);
      entries.push(entryOf(asked.frame, { story, kin, guid: guids.get(story.editionId) ?? null }));
    }
    const feed = feedFrom(asked.frame, of, entries, { format, made: site.newsroom.clock.now() });
    return {
      status: 200,
      type: formats[format].type,
      body: formats[format].write(feed),
      shows: ['masthead', of.shows, ...stories.map(({ storyId }) => `story:${storyId}` as const)],
      headers: readElsewhere,
    };
  };
}

async function listWhole({ newsroom }: Site, filter: FeedOf['filter']): Promise<PublishedStory[]> {
  const summaries = await listPublished(newsroom, { ...filter, limit: ENTRIES });
  const stories: PublishedStory[] = [];
  for (const { editionId } of summaries) {
    const story = await getPublished(newsroom, editionId);
    if (story) stories.push(story);
  }
  return stories;
}

function feedFrom(
  frame: Frame,
  of: FeedOf,
  entries: FeedEntry[],
  { format, made }: { format: Format; made: number },
): Feed {
  const { masthead, address } = frame;
  const under = of.path === '/' ? '' : of.path;
  return {
    title: of.name,
    description: masthead.tagline,
    language: of.filter.language ?? masthead.language,
    page: `${address}${of.path}`,
    self: `${address}${under}/feed.${format}`,
    paper: masthead.name,
    address,
    others: othersOf(frame, of).map(({ language, path }) => ({
      language,
      self: `${address}${path === '/' ? '' : path}/feed.${format}`,
    })),
    entries,
    made,
  };
}

/** A feed of one language is there in each: of the paper, and of its sections. */
function othersOf({ fronts, masthead }: Frame, { path, filter }: FeedOf) {
  const own = filter.language ?? masthead.language;
  const ownFront = fronts.find(({ language }) => language === own)?.path ?? '/';
  const rest = ownFront === '/' ? path : path.slice(ownFront.length);
  if (rest !== '' && rest !== '/' && !filter.sectionId) return [];
  return fronts
    .filter(({ language }) => language !== own)
    .map((front) => ({
      language: front.language,
      path: `${front.path === '/' ? '' : front.path}${rest === '/' ? '' : rest}` || '/',
    }));
}

/** In the words of the edition's own language, as its page is. */
function entryOf(whole: Frame, { story, kin, guid }: Pick<FeedEntry, 'story' | 'kin' | 'guid'>): FeedEntry {
  const frame = frameIn(whole, story.language);
  const { address } = frame;
  const chain = chainLine(story.hops.filter((hop) => hop.act !== 'published'));
  // A feed is copied without asking: what a contract keeps out of indexes goes out as headline and dek.
  const html =
    story.indexPolicy === 'noindex' ? `<p>${escapeText(story.dek)}</p>` : contentOf(frame, story, chain, kin);
  const authors = bylineNames(story.byline, story.author?.name);
  return {
    story,
    link: `${address}${story.path}`,
    chain,
    html,
    summary: summaryOf(story),
    authors,
    kin,
    guid,
  };
}

/** The dek; without one, the first sentence, or the headline where the contract keeps the text back. */
export function summaryOf(
  story: Pick<PublishedStory, 'dek' | 'headline' | 'bodyHtml' | 'language' | 'indexPolicy'>,
): string {
  if (story.dek !== '') return story.dek;
  const first = story.indexPolicy === 'noindex' ? '' : firstSentence(story.bodyHtml, story.language);
  return first || story.headline;
}

function firstSentence(html: string, language: string): string {
  const text = htmlToText(html);
  const [first] = splitSentences(text, language);
  return first ? text.slice(first.start, first.end) : '';
}

/** The whole story, what was corrected first and how it came to us last, also for readers that show nothing else. */
function contentOf({ words, place, address }: Frame, story: PublishedStory, chain: string, kin: Kin): string {
  const { picture } = story;
  const body = dressedBody(story.bodyHtml, { media: story.bodyMedia, site: address });
  const image = picture
    ? `<figure><img src="${escapeAttribute(`${address}${picture.card}`)}" alt="${escapeAttribute(picture.alt)}"><figcaption>${escapeText(`${picture.caption} ${picture.credit}`.trim())}</figcaption></figure>`
    : '';
  const corrections = story.corrections.map(
    ({ notice }) => `<p><strong>${escapeText(words.front.correction)}:</strong> ${escapeText(notice)}</p>`,
  );
  const way = chain === '' ? '' : `<p>${escapeText(words.item.way)}${escapeText(chain)}.</p>`;
  const credit = story.source?.credit ? `<p>${escapeText(words.story.credit(story.source.credit))}</p>` : '';
  const original = story.originalLink
    ? `<p><a href="${escapeAttribute(story.originalLink)}">${escapeText(words.story.readOriginal)}</a></p>`
    : '';
  const translated = kin.translation
    ? `<p>${escapeText(saidOfTranslation(kin.translation, words, place))}</p>`
    : '';
  return image + corrections.join('') + body + translated + way + credit + original;
}

const escapeAttribute = (text: string) => escapeText(text).replaceAll('"', '&quot;');
