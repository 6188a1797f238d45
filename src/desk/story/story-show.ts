/** Puts the editor's page together. */
import type { FastifyReply } from 'fastify';
import { mayAsk } from '../../alerts/alert-check.ts';
import { checkFor, draftTexts } from '../../alerts/compose.ts';
import { prepareTickets } from '../../alerts/sending/prepare-tickets.ts';
import { listAlertLines } from '../../alerts/sending/progress.ts';
import { type Refusal, refuse } from '../../kit/refusal.ts';
import type { Newsroom } from '../../newsroom.ts';
import { markStatements } from '../../sourcing/mark-statements.ts';
import { listSpeakers } from '../../sourcing/speakers.ts';
import { listStatements } from '../../sourcing/statements.ts';
import { listSuggestions } from '../../sourcing/suggestions.ts';
import { covers } from '../../staff/roles.ts';
import { type DeskEdition, type DeskStory, editionsForReaders, getForDesk } from '../../stories/desk-read.ts';
import { findFindings } from '../../stories/findings.ts';
import { gateOf, waitingEditions } from '../../stories/gate.ts';
import { findLock, type LockState, takeLock } from '../../stories/lock.ts';
import { listSections, listTopics } from '../../stories/sections.ts';
import { findItemNamed } from '../../wire/items/items.ts';
import { listNotices } from '../../wire/notices/notices.ts';
import { suggestedLevel } from '../../wire/reading/agency-copy.ts';
import type { Desk, Visit } from '../door/editor-route.ts';
import { openPage, sendPage } from '../door/frame.ts';
import { noFilter } from '../wire/wire-pane.tsx';
import { wireList } from '../wire/wire-show.ts';
import { copyChangesOf } from './copy-changes.ts';
import { typedOf } from './story-form.ts';
import { StoryPage } from './story-page.tsx';
import type { AlertAtDesk, StoryPageProps, Typed } from './story-view.ts';

export const ALERTS_OF_STORY = 12; // of one story: news, corrections and a withdrawal in its languages

export interface Show {
  storyId: string;
  /** Only looks: does not take the lock. */
  look?: boolean;
  done?: string | undefined;
  /** What was typed and refused. */
  sentBack?: { typed: Typed; basedOn: string };
  refused?: Refusal;
}

/** The editor's page; opening it takes the story's lock where it is free. */
export async function showStory(
  desk: Desk,
  reply: FastifyReply,
  visit: Visit,
  show: Show,
): Promise<FastifyReply> {
  const { newsroom } = desk;
  const lock = await lockFor(newsroom, visit, show);
  const props = await storyProps(newsroom, visit, show, lock);
  return sendPage(reply, StoryPage(props));
}

/** A story with the edition that is worked on: the first that is meant for readers. */
export async function getStoryAtDesk(
  newsroom: Newsroom,
  storyId: string,
): Promise<{ story: DeskStory; edition: DeskEdition }> {
  const story = await getForDesk(newsroom, storyId);
  const [edition] = editionsForReaders(story);
  return { story, edition: edition ?? refuse('not-found', { words: 'This story has no edition.' }) };
}

/** The way of a story to this paper, without the paper's own steps: a statement was heard through those before. */
export function hopsBefore(story: Pick<DeskStory, 'hops'>, paper = ''): DeskStory['hops'] {
  return story.hops.filter(({ party, act }) => act !== 'published' && party !== paper);
}

/** The level that the wire’s own headline speaks of, which an editor may follow. */
async function wireLevelOf(newsroom: Newsroom, itemId: string | null): Promise<StoryPageProps['wireLevel']> {
  const item = itemId === null ? null : await findItemNamed(newsroom, itemId);
  return item && suggestedLevel(item.headline);
}

async function lockFor(newsroom: Newsroom, visit: Visit, { storyId, look }: Show): Promise<LockState> {
  const by = visit.staff;
  return look ? findLock(newsroom, storyId, by) : takeLock(newsroom, { storyId, by });
}

async function storyProps(
  newsroom: Newsroom,
  visit: Visit,
  show: Show,
  lock: LockState,
): Promise<StoryPageProps> {
  const { frame, when } = await openPage(newsroom, visit);
  const { story, edition } = await getStoryAtDesk(newsroom, show.storyId);
  const statements = await listStatements(newsroom, edition.id);
  const { refused } = show;
  return {
    frame,
    when,
    wire: await wireList(newsroom, { filter: noFilter, selected: story.itemId, when }),
    story,
    edition,
    typed: show.sentBack?.typed ?? typedOf(story, edition, when.zone),
    basedOn: show.sentBack?.basedOn ?? edition.takeId,
    notices: await listNotices(newsroom, { storyId: story.id, limit: 20 }),
    obstacles: await gateOf(newsroom, story.id, story.publishAt ?? undefined),
    waiting: await waitingEditions(newsroom, story.id),
    ...(await findFindings(newsroom, { editionId: edition.id })),
    sections: await listSections(newsroom),
    topicNames: (await listTopics(newsroom)).map(({ name }) => name),
    speakerNames: (await listSpeakers(newsroom)).map(({ name }) => name),
    statements,
    suggestions: await listSuggestions(newsroom, {
      ...{ editionId: edition.id, language: edition.language, bodyHtml: edition.copy.bodyHtml },
      hops: hopsBefore(story, frame.paper),
    }),
    alert: await alertAtDesk(newsroom, visit, story),
    wireLevel: await wireLevelOf(newsroom, story.itemId),
    copyChanges: await copyChangesOf(newsroom, story),
    lost: new Set(markStatements(edition.copy.bodyHtml, statements).lost.map(({ id }) => id)),
    lock,
    isSentBack: show.sentBack !== undefined,
    mayPublish: covers(visit.staff.role, 'editor'),
    done: show.done,
    refused: refused && { words: refused.words, fields: refused.fields },
  };
}

/** The alert of the story; where one is likely soon, its tickets are made while the editor writes. */
async function alertAtDesk(newsroom: Newsroom, visit: Visit, story: DeskStory): Promise<AlertAtDesk> {
  const { id, role } = visit.staff;
  if (story.alertLevel && story.status !== 'killed') prepareTickets(newsroom, { storyId: story.id });
  return {
    texts: await draftTexts(newsroom, story),
    told: await listAlertLines(newsroom, { storyId: story.id, limit: ALERTS_OF_STORY }),
    flashCheck: checkFor(newsroom, 'flash', { id, role }),
    staff: { id, role },
    mayAsk: mayAsk(role),
    site: new URL(newsroom.settings.address).host,
  };
}
