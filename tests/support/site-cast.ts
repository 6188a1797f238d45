/** The paper and its site for tests of public pages: a masthead, three sections, and stories published one by one. */

import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { openLiveHub } from '../../src/alerts/live/live-hub.ts';
import { MINUTE } from '../../src/kit/clock.ts';
import { safeBody } from '../../src/kit/safe-html.ts';
import { theNewsroomItself as by } from '../../src/newsroom.ts';
import { openPageCache, type PageCache } from '../../src/site/page-cache.ts';
import { siteDoor } from '../../src/site/routes.ts';
import { type Draft, draftStory } from '../../src/stories/draft.ts';
import { fileInMorgue } from '../../src/stories/file-in-morgue.ts';
import { setUpMasthead } from '../../src/stories/masthead.ts';
import { publishStory } from '../../src/stories/publish.ts';
import { getPublished, type PublishedStory } from '../../src/stories/read.ts';
import { addSection, type Section } from '../../src/stories/sections.ts';
import type { Copy, HopDraft } from '../../src/stories/story.ts';
import { openDoor } from './door.ts';
import type { TestNewsroom } from './newsroom.ts';

export interface Paper {
  newsroom: TestNewsroom;
  app: FastifyInstance;
  pageCache: PageCache;
  sections: { city: Section; sea: Section; world: Section };
  /** The page at a path. */
  get(path: string, headers?: Record<string, string>): Promise<LightMyRequestResponse>;
  /** Publishes seven minutes after the one before, and files it in the morgue. */
  publish(story: Partial<Omit<Draft, 'copy'>> & { copy?: Partial<Copy> }): Promise<PublishedStory>;
  close(): Promise<void>;
}

export const HEADERS = { 'x-content-type-options': 'nosniff' };

/** The site of *The Harbour Post*, in Athens' time, without a story. */
export async function openPaper(newsroom: TestNewsroom): Promise<Paper> {
  const masthead = { name: 'The Harbour Post', tagline: 'News of the port', language: 'en' };
  await setUpMasthead(newsroom, {
    ...masthead,
    timeZone: 'Europe/Athens',
    contact: 'desk@post.example',
    by,
  });
  const city = await addSection(newsroom, { name: 'City' });
  const sea = await addSection(newsroom, { name: 'Sea' });
  const world = await addSection(newsroom, { name: 'World' });
  const { app, pageCache, close } = await openSite(newsroom);
  return {
    newsroom,
    app,
    pageCache,
    sections: { city, sea, world },
    get: async (url, headers = {}) => await app.inject({ url, headers }),
    publish: (story) => publish(newsroom, story),
    close,
  };
}

/** The readers' door alone. */
export async function openSite(newsroom: TestNewsroom) {
  const pageCache = openPageCache(newsroom, { headers: HEADERS });
  const liveHub = openLiveHub(newsroom);
  const app = await openDoor(newsroom, (door) => door.register(siteDoor({ newsroom, pageCache, liveHub })));
  return {
    app,
    pageCache,
    async close() {
      liveHub.close();
      await app.close();
      pageCache.close();
    },
  };
}

async function publish(newsroom: TestNewsroom, story: Parameters<Paper['publish']>[0]) {
  newsroom.clock.pass(7 * MINUTE);
  const copy = { headline: 'The ferry sails again', dek: '', byline: '', dateline: '', pictureId: null };
  const { storyId, editionId } = await draftStory(newsroom, {
    ...{ language: 'en', hops: [], by },
    ...story,
    copy: { ...copy, bodyHtml: safeBody('<p>The night ferry sails again from Friday.</p>'), ...story.copy },
  });
  await publishStory(newsroom, { storyId, by, override: 'The test is about something else.' });
  await fileInMorgue(newsroom, { storyId });
  const published = await getPublished(newsroom, editionId);
  if (!published) throw new Error('the story was not published');
  return published;
}

/** One step of a story's way. */
export function hop(party: string, more: Partial<HopDraft> = {}): HopDraft {
  return { party, sourceId: null, act: 'reported', language: null, link: null, at: null, ...more };
}
