/** The programs' door: published stories as JSON, with the way they came to us. Read only, no key. */
import type { FastifyPluginAsync } from 'fastify';
import { z } from 'zod';
import {
  findCoverage,
  type LiveCoverage,
  listEntriesBefore,
  listKeyMoments,
  listNewestEntries,
} from '../entries/read-entries.ts';
import { refuse } from '../kit/refusal.ts';
import type { Newsroom } from '../newsroom.ts';
import { listCorrections } from '../stories/corrections.ts';
import { type Cursor, cursorText, readCursor } from '../stories/cursor.ts';
import { listPaperLanguages } from '../stories/languages.ts';
import { getMasthead } from '../stories/masthead.ts';
import { findMergedEdition, findMergedPlace } from '../stories/merge.ts';
import {
  findKillNotice,
  getPublished,
  listPublished,
  type PublishedFilter,
  type PublishedStory,
} from '../stories/read.ts';
import { findReadTopic, findSection, listSections } from '../stories/sections.ts';
import { listStatements } from '../stories/statements.ts';
import { findKin } from '../translation/kin.ts';
import { findSourceBySlug } from '../wire/sources/sources.ts';
import { entryJson, liveJson } from './entry-json.ts';
import { frontJson } from './front-json.ts';
import { ninjsOf } from './ninjs.ts';
import { openApi } from './openapi.ts';
import { entryListing, frontListing, listing, storyId } from './schemas.ts';
import { instantJson, storyJson, summaryJson } from './story-json.ts';

type Asked = z.infer<typeof listing>;

/** Register it at the root: its paths begin with /api. */
export function apiDoor({ newsroom }: { newsroom: Newsroom }): FastifyPluginAsync {
  const site = newsroom.settings.address;
  return async (app) => {
    app.addHook('onRequest', async (_request, reply) => {
      reply.header('access-control-allow-origin', '*').header('cache-control', 'public, max-age=30');
    });

    app.get('/api/openapi.json', async () => openApi(site, (await getMasthead(newsroom)).name));
    app.get('/api/paper', () => paperJson(newsroom));
    app.get('/api/stories', ({ query }) => storyList(newsroom, query));
    app.get('/api/corrections', ({ query }) => correctionList(newsroom, query));
    app.get('/api/*', () => refuse('not-found'));

    app.get<{ Params: { id: string } }>('/api/stories/:id', async ({ params: { id } }, reply) => {
      const [, own = id, form = ''] = /^(.*?)(\.ninjs\.json)?$/.exec(id) ?? [];
      const goesOn = await findWhereItGoesOn(newsroom, own);
      if (goesOn !== null) return reply.redirect(`/api/stories/${goesOn}${form}`, 301);
      const story = await findStory(newsroom, own);
      const statements = await listStatements(newsroom, story.editionId);
      const kin = await findKin(newsroom, story);
      const coverage = await coverageOf(newsroom, story);
      if (id.endsWith('.ninjs.json')) {
        const entries = coverage ? await listNewestEntries(newsroom, story.editionId, coverage.last) : [];
        return ninjsOf(site, await getMasthead(newsroom), { story, statements, kin, entries });
      }
      const live = coverage && liveJson(site, story.editionId, coverage);
      return storyJson(site, story, statements, kin, live);
    });
    app.get<{ Params: { id: string } }>(
      '/api/stories/:id/entries',
      async ({ params: { id }, query }, reply) => {
        const goesOn = await findWhereItGoesOn(newsroom, id);
        if (goesOn !== null) return reply.redirect(`/api/stories/${goesOn}/entries`, 301);
        return entryList(newsroom, id, query);
      },
    );
    app.get('/api/front', ({ query }) => front(newsroom, query));
  };
}

async function paperJson(newsroom: Newsroom) {
  const { name, tagline, language, timeZone } = await getMasthead(newsroom);
  const url = newsroom.settings.address;
  const sections = (await listSections(newsroom)).map((section) => ({
    slug: section.slug,
    name: section.name,
    names: section.names ?? {},
    url: `${url}/${section.slug}`,
  }));
  return { name, tagline, language, timeZone, url, sections };
}

async function storyList(newsroom: Newsroom, query: unknown) {
  const site = newsroom.settings.address;
  const asked = read(listing, query);
  const { limit, language, kind } = asked;
  const found = await listPublished(newsroom, {
    ...(await filterOf(newsroom, asked)),
    ...(language === undefined ? {} : { language }),
    ...(kind === undefined ? {} : { kind }),
    ...cursorIn(asked),
    limit: limit + 1,
  });
  const shown = found.slice(0, limit);
  const last = found.length > limit ? shown.at(-1) : undefined;
  const next = last && { at: last.listedAt, id: last.editionId };
  return {
    stories: shown.map((story) => summaryJson(site, story)),
    ...(next ? { next: nextPage(`${site}/api/stories`, asked, next) } : {}),
  };
}

/** Of a live story before its first entry too; null for any other. */
async function coverageOf(newsroom: Newsroom, story: PublishedStory): Promise<LiveCoverage | null> {
  const none = { startedAt: story.firstPublishedAt, endedAt: null, last: 0 };
  return (await findCoverage(newsroom, story)) ?? (story.kind === 'live' ? none : null);
}

async function entryList(newsroom: Newsroom, id: string, query: unknown) {
  const site = newsroom.settings.address;
  const { limit, before, key } = read(entryListing, query);
  const story = await findStory(newsroom, id);
  const { editionId } = story;
  const coverage = (await coverageOf(newsroom, story)) ?? refuse('not-found');
  const found =
    key === 'yes'
      ? await listKeyMoments(newsroom, editionId, before, limit + 1)
      : await listEntriesBefore(newsroom, editionId, before ?? null, limit + 1);
  const shown = found.slice(0, limit);
  const last = found.length > limit ? shown.at(-1)?.number : null;
  const asked = { limit: String(limit), ...(key ? { key } : {}), before: String(last) };
  const { api } = liveJson(site, editionId, coverage);
  return {
    live: liveJson(site, editionId, coverage),
    entries: shown.map((entry) => entryJson(site, story, entry)),
    ...(last ? { next: `${api}?${new URLSearchParams(asked)}` } : {}),
  };
}

/** Refuses with 404 a language that the paper does not have, and a section that there is not. */
async function front(newsroom: Newsroom, query: unknown) {
  const asked = read(frontListing, query);
  const own = (await getMasthead(newsroom)).language;
  const language = asked.language ?? own;
  const languages = [own, ...(await listPaperLanguages(newsroom))];
  if (!languages.includes(language)) return refuse('not-found');
  const section =
    asked.section === undefined
      ? null
      : ((await findSection(newsroom, asked.section)) ?? refuse('not-found'));
  return frontJson(newsroom, { language, section });
}

async function correctionList(newsroom: Newsroom, query: unknown) {
  const site = newsroom.settings.address;
  const asked = read(listing.pick({ limit: true, after: true }), query);
  const found = await listCorrections(newsroom, { ...cursorIn(asked), limit: asked.limit + 1 });
  const shown = found.slice(0, asked.limit);
  const last = found.length > asked.limit ? shown.at(-1) : undefined;
  return {
    corrections: shown.map(({ kind, notice, at, headline, language, path }) => ({
      kind,
      notice,
      at: instantJson(at),
      headline,
      language,
      url: path === null ? null : site + path,
    })),
    ...(last ? { next: nextPage(`${site}/api/corrections`, asked, last) } : {}),
  };
}

function read<Schema extends z.ZodType>(schema: Schema, query: unknown): z.infer<Schema> {
  const asked = schema.safeParse(query);
  if (asked.success) return asked.data;
  const fields = Object.fromEntries(
    asked.error.issues.map(({ path, message }) => [path.join('.') || 'query', message]),
  );
  return refuse('form-incomplete', { words: z.prettifyError(asked.error), fields });
}

/** Names in the query as what they name. One that does not exist is refused, so that a slip is not an empty list. */
async function filterOf(
  newsroom: Newsroom,
  { section, topic, source }: Asked,
): Promise<Omit<PublishedFilter, 'limit'>> {
  const filter: Omit<PublishedFilter, 'limit'> = {};
  if (section) filter.sectionId = ((await findSection(newsroom, section)) ?? refuse('not-found')).id;
  if (topic) filter.topicId = ((await findReadTopic(newsroom, topic)) ?? refuse('not-found')).id;
  if (source) filter.sourceId = ((await findSourceBySlug(newsroom, source)) ?? refuse('not-found')).id;
  return filter;
}

function cursorIn({ after }: { after?: string | undefined }): { before?: Cursor } {
  const cursor = readCursor(after);
  return cursor ? { before: cursor } : {};
}

/** The same question, from where this page ended. */
function nextPage(address: string, asked: Partial<Asked>, end: Cursor): string {
  const query = Object.entries({ ...asked, after: cursorText(end) }).map(([name, value]) => [
    name,
    String(value),
  ]);
  return `${address}?${new URLSearchParams(query as [string, string][])}`;
}

/** The edition in which a merged one goes on; null for one that was not merged. */
async function findWhereItGoesOn(newsroom: Newsroom, editionId: string): Promise<string | null> {
  if (!storyId.safeParse(editionId).success) return null;
  const merged = await findMergedEdition(newsroom, editionId);
  const place = merged && (await findMergedPlace(newsroom, merged));
  return place ? place.editionId : null;
}

/** One that was withdrawn is refused with 410, one that never was with 404. */
async function findStory(newsroom: Newsroom, id: string): Promise<PublishedStory> {
  if (!storyId.safeParse(id).success) refuse('not-found');
  const story = await getPublished(newsroom, id);
  if (story) return story;
  const notice = await findKillNotice(newsroom, id);
  return notice === null ? refuse('not-found') : refuse('story-killed', notice ? { words: notice } : {});
}
