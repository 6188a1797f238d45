/** Puts the editor's page together. */
import type { FastifyReply } from 'fastify';
import { mayAsk } from '../../alerts/alert-check.ts';
import { checkFor, draftTexts } from '../../alerts/compose.ts';
import { prepareTickets } from '../../alerts/sending/prepare-tickets.ts';
import { listAlertLines } from '../../alerts/sending/progress.ts';
import { type Refusal, refuse } from '../../kit/refusal.ts';
import { asking, type Newsroom } from '../../newsroom.ts';
import { findPlanOfStory } from '../../planning/read-plan.ts';
import { countMentions, seeMentions } from '../../remarks/mentions.ts';
import { listRemarks } from '../../remarks/remarks.ts';
import { sentencesOfTake } from '../../remarks/sentence-place.ts';
import { markStatements } from '../../sourcing/mark-statements.ts';
import { listSpeakers } from '../../sourcing/speakers.ts';
import { suggestionsIn } from '../../sourcing/suggestions.ts';
import { covers } from '../../staff/roles.ts';
import {
  type DeskEdition,
  type DeskStory,
  editionsForReaders,
  getForDesk,
  readForDesk,
} from '../../stories/desk-read.ts';
import { findingsOnce } from '../../stories/findings.ts';
import { gateIn, waitingEditions } from '../../stories/gate.ts';
import { findLock, takeLock } from '../../stories/lock.ts';
import { listSections, listTopics } from '../../stories/sections.ts';
import { listRefusals } from '../../stories/suggestions.ts';
import { tiesForDesk } from '../../stories/ties.ts';
import { listNotices } from '../../wire/notices/notices.ts';
import { suggestedLevel } from '../../wire/reading/agency-copy.ts';
import type { Desk, Visit } from '../door/editor-route.ts';
import { openPage, sendPage } from '../door/frame.ts';
import { noFilter } from '../wire/wire-pane.tsx';
import { listWire } from '../wire/wire-show.ts';
import { copyChangesOf } from './copy-changes.ts';
import { typedOf } from './story-form.ts';
import { DeskStoryPage } from './story-page.tsx';
import type { AlertAtDesk, StoryForm, StoryPageProps, StoryPartProps, TypedRemark } from './story-view.ts';

export const ALERTS_OF_STORY = 12; // of one story: news, corrections and a withdrawal in its languages

export interface Show {
  storyId: string;
  /** Only looks: does not take the lock. */
  look?: boolean;
  /** With all that stands in folds. */
  whole?: boolean;
  /** The page's own address. */
  at?: string;
  done?: string | undefined;
  /** The hand was beside the copy: there it is said, and on a phone that pane is shown. */
  isBeside?: boolean;
  /** What was typed and refused. */
  sentBack?: { typed: StoryForm; basedOn: string };
  refused?: Refusal;
  /** What was typed in the form of a part that was refused. */
  sentPart?: Record<string, string>;
  /** A remark that was refused, as it was typed: of a thread that it answers, or a new one. */
  typedRemark?: TypedRemark;
}

/** The editor's page; opening it takes the story's lock where it is free. */
export async function showStory(
  desk: Desk,
  reply: FastifyReply,
  visit: Visit,
  show: Show,
): Promise<FastifyReply> {
  const { newsroom } = desk;
  const by = visit.staff;
  if (!show.look) await takeLock(newsroom, { storyId: show.storyId, by });
  if ((await countMentions(newsroom, by.id)) > 0)
    await seeMentions(newsroom, { staffId: by.id, of: { storyId: show.storyId } });
  return sendPage(reply, DeskStoryPage(await storyProps(newsroom, visit, show)));
}

/** A story with the edition that is worked on: the first that is meant for readers. */
export async function getStoryAtDesk(
  newsroom: Newsroom,
  storyId: string,
): Promise<{ story: DeskStory; edition: DeskEdition }> {
  const story = await getForDesk(newsroom, storyId);
  return { story, edition: workedOn(story) };
}

/** The edition that is worked on: the first that is meant for readers. */
export function workedOn<Edition extends Pick<DeskEdition, 'isDeskCopy'>>(story: {
  editions: Edition[];
}): Edition {
  const [edition] = editionsForReaders(story);
  return edition ?? refuse('not-found', { words: 'This story has no edition.' });
}

/** The way of a story to this paper, without the paper's own steps: a statement was heard through those before. */
export function hopsBefore(story: Pick<DeskStory, 'hops'>, paper = ''): DeskStory['hops'] {
  return story.hops.filter(({ party, act }) => act !== 'published' && party !== paper);
}

/** All that is asked of the store for the page's parts, together. */
async function askParts(ask: Newsroom, visit: Visit, { storyId }: Show) {
  const [opened, read, speakers, refusals, lock, notices] = await Promise.all([
    openPage(ask, visit),
    readForDesk(ask, storyId),
    listSpeakers(ask),
    listRefusals(ask, storyId),
    findLock(ask, storyId, visit.staff),
    listNotices(ask, { storyId, limit: 20 }),
  ]);
  return { ...opened, ...read, speakers, refusals, lock, notices };
}

async function storyProps(newsroom: Newsroom, visit: Visit, show: Show): Promise<StoryPageProps> {
  const ask = asking(newsroom);
  const [asked, wire, sections, topics, told, ties, remarks, plan] = await Promise.all([
    askParts(ask, visit, show),
    listWire(ask, noFilter),
    listSections(ask),
    listTopics(ask),
    listAlertLines(ask, { storyId: show.storyId, limit: ALERTS_OF_STORY }),
    tiesForDesk(ask, show.storyId),
    listRemarks(newsroom, show.storyId, ask),
    findPlanOfStory(ask, show.storyId),
  ]);
  const { story, reading, when } = asked;
  const [parts, texts] = await Promise.all([
    partsOf(ask, visit, show, { ...asked, remarks }),
    draftTexts(ask, story),
  ]);
  return {
    ...parts,
    at: show.at ?? `/desk/stories/${story.id}`,
    wire: { ...wire, when, filter: noFilter, selected: story.itemId },
    ties,
    plan,
    sections,
    topicNames: topics.map(({ name }) => name),
    speakerNames: asked.speakers.map(({ name }) => name),
    alert: alertAtDesk(newsroom, visit, story, { texts, told }),
    wireLevel: reading.item && suggestedLevel(reading.item.headline),
  };
}

/** What the parts of the page show that follow what others do. */
export async function partProps(newsroom: Newsroom, visit: Visit, show: Show): Promise<StoryPartProps> {
  const ask = asking(newsroom);
  const [asked, remarks] = await Promise.all([
    askParts(ask, visit, show),
    listRemarks(newsroom, show.storyId, ask),
  ]);
  return partsOf(ask, visit, show, { ...asked, remarks });
}

async function partsOf(
  ask: Newsroom,
  visit: Visit,
  show: Show,
  asked: Awaited<ReturnType<typeof askParts>> & Pick<StoryPartProps, 'remarks'>,
): Promise<StoryPartProps> {
  const { story, reading, frame, when, lock, notices } = asked;
  const edition = workedOn(story);
  const findings = findingsOnce(ask, reading);
  const read = reading.editions.find(({ id }) => id === edition.id) ?? refuse('not-found');
  const { statements } = read;
  const { refused } = show;
  const whole = show.whole === true || refused !== undefined || show.typedRemark !== undefined;
  const [copyChanges, found, obstacles] = await Promise.all([
    copyChangesOf(ask, story),
    findings(read),
    gateIn(ask, reading, { at: story.publishAt ?? story.embargoUntil ?? undefined, findings }),
  ]);
  const suggestions = suggestionsIn(ask, {
    language: edition.language,
    bodyHtml: edition.copy.bodyHtml,
    hops: hopsBefore(story, frame.paper),
    known: asked.speakers,
    statements,
    refusals: asked.refusals.filter(({ edition_id }) => edition_id === edition.id),
  });
  return {
    frame,
    when,
    story,
    edition,
    lock,
    notices,
    statements,
    copyChanges,
    obstacles,
    suggestions,
    ...found,
    remarks: asked.remarks,
    typedRemark: show.typedRemark,
    sentPart: show.sentPart ?? {},
    whole,
    sentences: whole ? sentencesOfTake(edition.copy, edition.language) : [],
    typed: show.sentBack?.typed ?? typedOf(story, edition, when.zone),
    basedOn: show.sentBack?.basedOn ?? edition.takeId,
    waiting: waitingEditions(reading),
    lost: new Set(markStatements(edition.copy.bodyHtml, statements).lost.map(({ id }) => id)),
    isSentBack: show.sentBack !== undefined,
    mayPublish: covers(visit.staff.role, 'editor'),
    done: show.done,
    isBeside: show.isBeside === true,
    refused: refused && { words: refused.words, fields: refused.fields },
  };
}

/** The alert of the story; where one is likely soon, its tickets are made while the editor writes. */
function alertAtDesk(
  newsroom: Newsroom,
  visit: Visit,
  story: DeskStory,
  shown: Pick<AlertAtDesk, 'texts' | 'told'>,
): AlertAtDesk {
  const { id, role } = visit.staff;
  if (story.alertLevel && story.status !== 'killed') prepareTickets(newsroom, { storyId: story.id });
  return {
    ...shown,
    flashCheck: checkFor(newsroom, 'flash', { id, role }),
    staff: { id, role },
    mayAsk: mayAsk(role),
    site: new URL(newsroom.settings.address).host,
  };
}
