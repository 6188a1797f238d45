/**
 * What wants a hand: one list over all rooms, of what ends, waits, failed or fell behind. Each room is asked by its own verbs for
 * a few; each line leads to where something can be done about it.
 */
import { DAY, HOUR } from '../../kit/clock.ts';
import { listEndingMedia } from '../../media/end-media.ts';
import { asking, type Newsroom } from '../../newsroom.ts';
import { listCalendars } from '../../planning/calendars.ts';
import { listOverdue } from '../../planning/read-plan.ts';
import { listRefusedMail } from '../../remarks/mentions.ts';
import { listHeld } from '../../replies/read-replies.ts';
import { countGivenUp } from '../../runner/given-up.ts';
import { covers, type Role } from '../../staff/roles.ts';
import { type DeskSummary, listForDesk } from '../../stories/desk-list.ts';
import { listStaleEditions } from '../../stories/standing.ts';
import { listEmbargoes, listEndingItems } from '../../wire/items/ending.ts';
import { listNotices } from '../../wire/notices/notices.ts';
import { isSilent } from '../../wire/sources/source.ts';
import { listSources } from '../../wire/sources/sources.ts';
import { ago, counted, dayAndTime, englishName, type PageTime } from '../views/words.ts';
import { FEW_WANTS, fewOf, type Want } from './few-wants.ts';

const EACH = FEW_WANTS + 1; // asked of one kind: the last says only that there are more
const EMBARGOES_AHEAD = DAY;
const ENDS_AHEAD = 2 * DAY; // a weekend's warning would be three; two leave the list short
const MOST_WANTS = 80;

/** The loud ones first, then by their hour. What a role may not do anything about is not in it. */
export async function listWants(
  newsroom: Newsroom,
  { role, when }: { role: Role; when: PageTime },
): Promise<Want[]> {
  const ask = asking(newsroom);
  const isEditor = covers(role, 'editor');
  const all = await Promise.all([
    few('/desk/today?span=week', overdue(newsroom, when)),
    few('/desk/stories?list=working', scheduled(newsroom, when)),
    few('/desk/wire/changed', changedItems(newsroom, when)),
    few('/desk/stories?list=published', stale(newsroom, when)),
    few('/desk/stories?list=working', ownEmbargoes(newsroom, when)),
    few('/desk/wire', embargoes(newsroom, when)),
    few('/desk/wire', endingItems(newsroom, when)),
    few('/desk/media', endingMedia(newsroom, when)),
    few('/desk/replies', covers(role, 'moderator') ? heldReplies(newsroom, when) : []),
    few('/desk/sources', isEditor ? quietSources(newsroom, when) : []),
    few('/desk/today/calendars', isEditor ? brokenCalendars(newsroom, when) : []),
    few('/desk/remarks', isEditor ? refusedMail(newsroom) : []),
    few('/desk/work', isEditor ? givenUp(ask, when) : []),
  ]);
  return all
    .flat()
    .sort((one, other) => Number(other.isLoud) - Number(one.isLoud) || one.at - other.at)
    .slice(0, MOST_WANTS);
}

const few = async (whole: string, found: Promise<Want[]> | Want[]): Promise<Want[]> =>
  fewOf(await found, whole);

async function overdue(newsroom: Newsroom, when: PageTime): Promise<Want[]> {
  return (await listOverdue(newsroom, { limit: EACH })).map((item) => ({
    id: `late-${item.id}`,
    kind: 'Over due',
    words: item.what,
    language: null,
    says: `was due ${dayAndTime(item.dueAt ?? 0, when)}${item.assigned ? `, ${item.assigned.name}` : ', nobody has it'}`,
    href: item.story ? `/desk/stories/${item.story.storyId}` : `/desk/today/items/${item.id}`,
    isLoud: true,
    at: item.dueAt ?? 0,
  }));
}

async function scheduled(newsroom: Newsroom, when: PageTime): Promise<Want[]> {
  const stories = await listForDesk(newsroom, {
    statuses: ['draft', 'scheduled'],
    hasHour: true,
    limit: 2 * EACH,
  });
  const firsts = new Map(stories.toReversed().map((story) => [story.storyId, story])); // of each story one edition
  return [...firsts.values()].flatMap((story) => {
    const says = saidOfHour(story, when);
    if (says === null) return [];
    return {
      id: `scheduled-${story.storyId}`,
      kind: 'Scheduled',
      words: story.headline || story.slug,
      language: story.language,
      says,
      href: `/desk/stories/${story.storyId}`,
      isLoud: story.missed !== null || story.changed.length > 0,
      at: story.missed?.at ?? story.publishAt ?? 0,
    };
  });
}

function saidOfHour(story: DeskSummary, when: PageTime): string | null {
  if (story.missed) return `did not go out ${dayAndTime(story.missed.at, when)}`;
  if (story.status !== 'scheduled' || story.publishAt === null) return null;
  const hour = dayAndTime(story.publishAt, when);
  if (story.changed.length === 0) return `goes out ${hour}`;
  return `does not go out ${hour}: ${story.changed.join(', ')} changed`;
}

async function changedItems(newsroom: Newsroom, when: PageTime): Promise<Want[]> {
  const notices = await listNotices(newsroom, { limit: EACH });
  return notices.map((notice) => ({
    id: `notice-${notice.id}`,
    kind: 'Source',
    words: notice.headline,
    language: null,
    says: `${notice.words} ${ago(notice.at, when)}`,
    href: '/desk/wire/changed',
    isLoud: notice.killed,
    at: notice.at,
  }));
}

async function stale(newsroom: Newsroom, when: PageTime): Promise<Want[]> {
  return (await listStaleEditions(newsroom, { limit: EACH })).map((edition) => ({
    id: `stale-${edition.editionId}`,
    kind: 'Stale',
    words: edition.headline || edition.slug,
    language: edition.language,
    says: `${englishName(edition.language)}: ${
      edition.sentences === null
        ? 'its source has changed'
        : `${counted(edition.sentences, 'sentence')} behind the original`
    } since ${dayAndTime(edition.since, when)}`,
    href:
      edition.sentences === null
        ? `/desk/stories/${edition.storyId}`
        : `/desk/stories/${edition.storyId}/translation/${edition.editionId}`,
    isLoud: false,
    at: edition.since,
  }));
}

/** Stories of ours whose embargo ends soon and that do not go out by themselves then: those stand among the scheduled. */
async function ownEmbargoes(newsroom: Newsroom, when: PageTime): Promise<Want[]> {
  const held = await listForDesk(newsroom, {
    statuses: ['draft'],
    heldUntil: when.now + EMBARGOES_AHEAD,
    limit: 2 * EACH,
  });
  const firsts = new Map(held.toReversed().map((story) => [story.storyId, story])); // of each story one edition
  return [...firsts.values()].slice(0, EACH).map((story) => ({
    id: `held-${story.storyId}`,
    kind: 'Embargo',
    words: story.headline || story.slug,
    language: story.language,
    says: `our own ends ${dayAndTime(story.embargoUntil ?? 0, when)}, and nothing lets it out then`,
    href: `/desk/stories/${story.storyId}`,
    isLoud: false,
    at: story.embargoUntil ?? 0,
  }));
}

async function embargoes(newsroom: Newsroom, when: PageTime): Promise<Want[]> {
  const hours = { from: when.now, to: when.now + EMBARGOES_AHEAD, limit: EACH };
  return (await listEmbargoes(newsroom, hours)).map((item) => ({
    id: `embargo-${item.id}`,
    kind: 'Embargo',
    words: item.headline,
    language: item.language,
    says: `${item.sourceName}, ends ${dayAndTime(item.at, when)}`,
    href: item.storyId ? `/desk/stories/${item.storyId}` : `/desk/wire/${item.id}`,
    isLoud: false,
    at: item.at,
  }));
}

async function endingItems(newsroom: Newsroom, when: PageTime): Promise<Want[]> {
  const hours = { from: when.now, to: when.now + ENDS_AHEAD, limit: EACH };
  return (await listEndingItems(newsroom, hours)).map((item) => ({
    id: `ends-${item.id}`,
    kind: 'Contract',
    words: item.headline,
    language: item.language,
    says: `what we may do with this report of ${item.sourceName} ends ${dayAndTime(item.at, when)}`,
    href: `/desk/stories/${item.storyId}`,
    isLoud: false,
    at: item.at,
  }));
}

async function endingMedia(newsroom: Newsroom, when: PageTime): Promise<Want[]> {
  const hours = { from: when.now, to: when.now + ENDS_AHEAD, limit: EACH };
  return (await listEndingMedia(newsroom, hours)).map((piece) => ({
    id: `media-${piece.id}`,
    kind: 'Picture',
    words: piece.words,
    language: null,
    says: `may be shown until ${dayAndTime(piece.at, when)}`,
    href: `/desk/media/${piece.id}`,
    isLoud: false,
    at: piece.at,
  }));
}

async function heldReplies(newsroom: Newsroom, when: PageTime): Promise<Want[]> {
  return (await listHeld(newsroom, { limit: EACH })).map((reply) => ({
    id: `reply-${reply.id}`,
    kind: 'Reply',
    words: reply.headline,
    language: reply.language,
    says: `${reply.name} waits since ${dayAndTime(reply.receivedAt, when)}`,
    href: `/desk/replies#held-${reply.id}`,
    isLoud: false,
    at: reply.receivedAt,
  }));
}

async function quietSources(newsroom: Newsroom, when: PageTime): Promise<Want[]> {
  const sources = (await listSources(newsroom)).filter(
    (source) => source.feedUrl !== null && source.pausedAt === null,
  );
  const quiet = sources.filter((source) => source.failure === null && isSilent(source, when.now));
  const failing = sources.filter(
    ({ failuresInRow, failedAt }) => failuresInRow > 2 && failedAt !== null && when.now - failedAt > HOUR,
  );
  return [...quiet, ...failing].slice(0, EACH).map((source) => ({
    id: `source-${source.id}`,
    kind: 'Source',
    words: source.name,
    language: source.language,
    says:
      source.failure === null
        ? `strangely quiet: nothing since ${dayAndTime(source.lastItemAt ?? 0, when)}`
        : `cannot be read since ${dayAndTime(source.failedAt ?? 0, when)}: ${source.failureWords ?? ''}`,
    href: `/desk/sources/${source.id}`,
    isLoud: false,
    at: source.failedAt ?? source.lastItemAt ?? 0,
  }));
}

async function brokenCalendars(newsroom: Newsroom, when: PageTime): Promise<Want[]> {
  const broken = (await listCalendars(newsroom)).filter(
    ({ okAt, readAt, failureWords }) => failureWords !== null && okAt !== readAt,
  );
  return broken.slice(0, EACH).map((calendar) => ({
    id: `calendar-${calendar.id}`,
    kind: 'Calendar',
    words: calendar.name,
    language: null,
    says: `cannot be read since ${dayAndTime(calendar.okAt ?? 0, when)}: ${calendar.failureWords}`,
    href: `/desk/today/calendars#calendar-${calendar.id}`,
    isLoud: false,
    at: calendar.okAt ?? 0,
  }));
}

async function refusedMail(newsroom: Newsroom): Promise<Want[]> {
  return (await listRefusedMail(newsroom, { limit: EACH })).map((mail) => ({
    id: `mail-${mail.remarkId}`,
    kind: 'Mail',
    words: `A remark for ${mail.name}`,
    language: null,
    says: `did not reach them by mail: ${mail.words}`,
    href: `/desk/stories/${mail.storyId}?pane=beside#remarks`,
    isLoud: false,
    at: mail.at,
  }));
}

async function givenUp(newsroom: Newsroom, when: PageTime): Promise<Want[]> {
  const count = await countGivenUp(newsroom);
  if (count === 0) return [];
  return [
    {
      id: 'given-up',
      kind: 'Work',
      words: `${counted(count, 'piece')} of work`,
      language: null,
      says: 'failed at every try and waits to be tried again',
      href: '/desk/work',
      isLoud: true,
      at: when.now,
    },
  ];
}
