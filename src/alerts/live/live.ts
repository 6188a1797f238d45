/**
 * What open pages are told, written down so that a page that slept can catch up. These are follow-ups; being told twice
 * does a page no harm, because it looks again at what it shows.
 */

import { DAY } from '../../kit/clock.ts';
import type { Newsroom } from '../../newsroom.ts';
import { payloadLine } from '../../push/message-text.ts';
import type { EntryFacts, StoryFacts } from '../../runner/work.ts';
import type { LiveKind } from '../../store/closed-sets.ts';
import { getPublished } from '../../stories/read.ts';
import { storyPath } from '../../stories/story.ts';
import { deleteLiveEvents, insertLiveEvent, newestLiveEvents, whereRead } from '../live-queries.ts';
import type { Alert } from '../queries.ts';
import { editionsOf } from '../readers/reader-queries.ts';

const HEADLINE = 400; // bytes: two lines of a phone in any script
const KEPT = 3 * DAY; // of live events; who slept longer loads the page anew

/** What a page hears of a story: `event: published`, `corrected` or `killed`, on the channel of all pages. */
export interface LiveStory {
  storyId: string;
  editionId: string;
  path: string;
  headline: string;
  language: string;
  /** The alert level, for the quiet bar; null when nobody is alerted. */
  level: string | null;
  /** True the first time. */
  first: boolean;
  at: number;
}

export async function tellStoryPublished(newsroom: Newsroom, facts: StoryFacts): Promise<void> {
  await tellStory(newsroom, facts, 'published');
}

export async function tellStoryCorrected(newsroom: Newsroom, facts: StoryFacts): Promise<void> {
  await tellStory(newsroom, { ...facts, first: false }, 'corrected');
}

export async function tellStoryKilled(newsroom: Newsroom, facts: StoryFacts): Promise<void> {
  const read = await whereRead(newsroom, facts.editionId);
  if (!read) return;
  const payload: LiveStory = {
    storyId: facts.storyId,
    editionId: facts.editionId,
    path: storyPath(read.section, read.slug),
    headline: '', // what was withdrawn is not said again
    language: read.language,
    level: facts.alertLevel,
    first: false,
    at: newsroom.clock.now(),
  };
  await tell(newsroom, { channel: 'all', kind: 'killed', payload });
}

/** `event: merged`: the page of the story asks for itself again, and is led to where it goes on. Lists look again. */
export async function tellStoryMerged(newsroom: Newsroom, { storyId }: { storyId: string }): Promise<void> {
  await tell(newsroom, { channel: 'all', kind: 'merged', payload: { storyId } });
}

/** What a page hears of an alert that leaves: `event: alert`, on the channel of all pages. */
export interface LiveAlert {
  alertId: string;
  storyId: string;
  editionId: string;
  kind: Exclude<Alert['kind'], 'moment'>;
  level: string;
  headline: string;
  path: string;
  language: string;
  /** Of all published editions, the story's own first: a page shows the one in its own language. */
  languages: string[];
}

/** The same alert for pages that are open. Being told twice does no harm: a page knows an alert by its id. */
export async function tellAlert(newsroom: Newsroom, alert: Alert): Promise<void> {
  const payload: LiveAlert = {
    alertId: alert.id,
    storyId: alert.story_id,
    editionId: alert.edition_id,
    kind: alert.kind === 'moment' ? 'news' : alert.kind,
    level: alert.level,
    headline: payloadLine(alert.headline, HEADLINE),
    path: alert.path,
    language: alert.language,
    languages: await editionsOf(newsroom, alert.story_id),
  };
  await tell(newsroom, { channel: 'all', kind: 'alert', payload });
}

/** What a page hears of an entry of the live story that it shows: `event: entry`, on the story's own channel. */
export interface LiveEntryEvent {
  storyId: string;
  editionId: string;
  entryId: string;
  number: number;
  what: EntryFacts['what'];
  isKey: boolean;
  isPinned: boolean;
  /** By which it is known, for whoever listens. */
  title: string;
  /** The entry as the page shows it, and its line among the key moments where it is one. */
  html: string;
  keyLine: string | null;
}

/** Tells open pages of an entry, as it stands now; `makeUp` gives what they show, null where readers have it no more. */
export async function tellEntry(
  newsroom: Newsroom,
  facts: EntryFacts,
  makeUp: (newsroom: Newsroom, facts: EntryFacts) => Promise<LiveEntryEvent | null>,
): Promise<void> {
  const payload = await makeUp(newsroom, facts);
  if (payload) await tell(newsroom, { channel: `story:${facts.storyId}`, kind: 'entry', payload });
}

/** `event: coverage` on the story's own channel: the live story has ended, or goes on again. */
export async function tellCoverage(newsroom: Newsroom, { storyId }: { storyId: string }): Promise<void> {
  await tell(newsroom, { channel: `story:${storyId}`, kind: 'coverage', payload: { storyId } });
}

/** The newest event: a page that was made now hears what comes after it. */
export async function lastLiveId(newsroom: Newsroom): Promise<number> {
  const [newest] = await newestLiveEvents(newsroom, 1);
  return newest?.id ?? 0;
}

/** `event: reply` on the story's own channel: its replies are other than before. `find` gives the reply, null once it is gone. */
export async function tellReplyDecided(
  newsroom: Newsroom,
  { replyId }: { replyId: string },
  find: (newsroom: Newsroom, replyId: string) => Promise<{ storyId: string; state: string } | null>,
): Promise<void> {
  const reply = await find(newsroom, replyId);
  if (!reply) return;
  const payload = { storyId: reply.storyId, state: reply.state };
  await tell(newsroom, { channel: `story:${reply.storyId}`, kind: 'reply', payload });
}

/** `event: front`: what stands on the front at this path was put otherwise by hand. Called in the transaction that does it. */
export async function tellFront(inner: Newsroom, { path }: { path: string }): Promise<void> {
  await tell(inner, { channel: 'all', kind: 'front', payload: { path } });
}

/** What a page hears of a banner: `event: banner`, with all that it shows; null where none is up any more. */
export interface LiveBanner {
  language: string;
  banner: { id: string; words: string; path: string | null; storyId: string | null; until: number } | null;
}

export async function tellBanner(newsroom: Newsroom, { language, banner }: LiveBanner): Promise<void> {
  const shown = banner && {
    id: banner.id,
    words: banner.words,
    path: banner.path,
    storyId: banner.storyId,
    until: banner.until,
  };
  await tell(newsroom, { channel: 'all', kind: 'banner', payload: { language, banner: shown } });
}

/** For the clock: forgets what no page can still ask for. */
export async function pruneLiveEvents(newsroom: Newsroom): Promise<void> {
  await deleteLiveEvents(newsroom, newsroom.clock.now() - KEPT);
}

async function tellStory(newsroom: Newsroom, facts: StoryFacts, kind: LiveKind): Promise<void> {
  const story = await getPublished(newsroom, facts.editionId);
  if (!story) return; // killed since: that is told by itself
  const payload: LiveStory = {
    storyId: facts.storyId,
    editionId: facts.editionId,
    path: story.path,
    headline: story.headline,
    language: story.language,
    level: story.alertLevel, // a flash only once it may leave; the alert itself is told by then
    first: facts.first,
    at: newsroom.clock.now(),
  };
  await tell(newsroom, { channel: 'all', kind, payload });
}

async function tell(
  newsroom: Newsroom,
  event: { channel: string; kind: LiveKind; payload: unknown },
): Promise<void> {
  await insertLiveEvent(newsroom, event);
  newsroom.bell.ring('live', null);
}
