/** What happens when …: the verbs that follow each event, and what the clock does. The only file that knows both sides. */

import { writeAlert, writeCorrectionAlert } from '../alerts/alert.ts';
import {
  pruneLiveEvents,
  tellBanner,
  tellCoverage,
  tellEntry,
  tellReplyDecided,
  tellStoryCorrected,
  tellStoryKilled,
  tellStoryMerged,
  tellStoryPublished,
} from '../alerts/live/live.ts';
import { noteMoment, tellMoments } from '../alerts/moments.ts';
import { copyFollows, takeFollowsBack } from '../alerts/readers/merged-follows.ts';
import { endQuietFollows } from '../alerts/readers/quiet-stories.ts';
import { probeCanaries } from '../alerts/sending/canary.ts';
import { fanOut, sendDueChunks } from '../alerts/sending/fan-out.ts';
import { pruneHeld, tellHeld } from '../alerts/sending/held.ts';
import { sendWelcome } from '../alerts/sending/welcome.ts';
import { writeKillAlert } from '../alerts/withdrawal.ts';
import { tellEdge } from '../edge/tell-edge.ts';
import { dropLiveEntries, fileLiveEntry } from '../entries/file-entries.ts';
import { listBanners } from '../fronts/banner.ts';
import { giveUpPlaces } from '../fronts/give-up.ts';
import { keepDueStands, keepStand, keepStandsOfStory, pruneStands } from '../fronts/stands.ts';
import { HOUR, MINUTE, SECOND } from '../kit/clock.ts';
import { keepReserve } from '../kit/full-disk.ts';
import { fileBefore, fileNewThings, fileRound } from '../lookup/file-things.ts';
import { pruneRings } from '../lookup/saved.ts';
import { sweepMedia } from '../media/end-media.ts';
import { refileMorgue } from '../morgue/refile.ts';
import { fileMoved, mayFilingWait, showMoved } from '../moving/show-moved.ts';
import type { Newsroom } from '../newsroom.ts';
import { readDueCalendar, readDueCalendars } from '../planning/calendars.ts';
import { takeReceivedPlans } from '../planning/received-plans.ts';
import type { Sender } from '../push/sender.ts';
import { flushReads, pruneReads } from '../readership/flush.ts';
import { mailMentions } from '../remarks/mentions.ts';
import { tellScreens } from '../remarks/screens.ts';
import { forgetSenders } from '../replies/forget-senders.ts';
import { moveReplies, moveRepliesBack } from '../replies/merged-replies.ts';
import { forgetAddresses } from '../replies/reader-data.ts';
import { findReplyState } from '../replies/story-of-reply.ts';
import { settleObjections, settleWithdrawn } from '../replies/weigh.ts';
import type { FollowUp, PlacedWork } from '../runner/lanes.ts';
import type { Chime, Timetable } from '../runner/loop.ts';
import type { EventName } from '../runner/work.ts';
import { entryOnPages } from '../site/live-story.tsx';
import type { Lane } from '../store/closed-sets.ts';
import { fileInMorgue } from '../stories/file-in-morgue.ts';
import { publishDue } from '../stories/schedule.ts';
import { askEye } from '../translation/ask-eye.ts';
import { translateDoubtedBack } from '../translation/doubted-back.ts';
import { fillTranslation } from '../translation/fill-translation.ts';
import { fillSecondVersions } from '../translation/second-versions.ts';
import { catchUp, markStaleByItem, markStaleByTake } from '../translation/stale.ts';
import { translateEntries, translateEntry, translateOlderEntries } from '../translation/translate-entry.ts';
import { endExpiredMedia, withdrawEntryPictures, withdrawPictures } from '../usage/end-media.ts';
import { askHubs } from '../wire/arriving/ask-hubs.ts';
import { takeDelivery } from '../wire/arriving/deliveries.ts';
import { lookIntoFolder } from '../wire/arriving/folder.ts';
import { fetchFullText } from '../wire/arriving/full-text.ts';
import { pollDue, pollSource } from '../wire/arriving/poll.ts';
import { clusterLeftovers, pruneMarks } from '../wire/events/cluster.ts';
import { readVersion } from '../wire/items/pick-up.ts';
import { publishUnread } from '../wire/items/publish-unread.ts';
import { endItemPictures } from '../wire/notices/end-item-pictures.ts';
import { actOnChange, expireDue } from '../wire/notices/notices.ts';
import { prunePollLines } from '../wire/sources/poll-lines.ts';
import { startTonight } from './backups/nightly.ts';
import { mailGivenUp } from './mail-given-up.ts';

export interface Tools {
  sender: Sender;
  /** The status with which this site answers a path. */
  pageAnswers: (path: string) => Promise<number>;
}

/** Who waits for it: see runner/lanes.ts. */
const inLane =
  (lane: Exclude<Lane, 'spread'>) =>
  <E extends EventName>(run: FollowUp<E>): PlacedWork<E> => ({ lane, run });
const readers = inLane('readers');
const alerts = inLane('alerts');
const devices = inLane('devices');
const editors = inLane('editors');
const wire = inLane('wire');
const engines = inLane('engines');

export function timetable({ sender, pageAnswers }: Tools): Timetable {
  return {
    'source-added': { poll: wire(pollSource) },
    'item-received': { 'publish unread': wire(fetchThenPublish) },
    'item-released': { 'publish unread': wire(publishUnread) },
    'item-changed': {
      'fetch full text': wire(fetchFullText),
      'tell the desk': editors(actOnChange),
      'end its pictures': readers(endItemPictures),
      'mark what is stale': editors((newsroom, facts) => markStaleByItem(newsroom, facts, readVersion)),
    },
    'translation-asked': {
      translate: engines(fillTranslation),
      'translate its entries': engines(translateEntries),
      'mark what is stale': editors((newsroom, facts) => catchUp(newsroom, facts, readVersion)),
    },
    'second-versions-asked': { 'ask a second engine': engines(fillSecondVersions) },
    'translation-filled': {
      'translate back what is doubted': engines(translateDoubtedBack),
      'ask the reader’s eye': engines(askEye),
    },
    'wire-delivered': { read: editors(takeDelivery) },
    'remark-made': { 'tell screens': devices((newsroom, facts) => tellScreens(newsroom, facts, { sender })) },
    'remark-waits': { mail: devices(mailMentions) },
    'calendar-due': { read: wire(readDueCalendar) },
    'plans-received': { plan: editors(takeReceivedPlans) },
    'publication-due': { publish: readers(publishDue) },
    'story-published': {
      alert: readers(writeAlert),
      'tell open pages': readers(tellStoryPublished),
      'give places up': editors(giveUpPlaces),
      'keep what stood on fronts': wire(keepStandsOfStory),
      file: editors(fileInMorgue),
      'mark what is stale': editors(markStaleByTake),
      'settle objections': editors(settleObjections),
    },
    'story-corrected': {
      alert: readers(writeCorrectionAlert),
      'tell open pages': readers(tellStoryCorrected),
      'keep what stood on fronts': wire(keepStandsOfStory),
      file: editors(fileInMorgue),
      'mark what is stale': editors(markStaleByTake),
      'settle objections': editors(settleObjections),
    },
    'story-killed': {
      'take pictures away': readers(withdrawPictures),
      alert: readers(writeKillAlert),
      'tell open pages': readers(tellStoryKilled),
      'keep what stood on fronts': wire(keepStandsOfStory),
      file: editors(fileInMorgue),
      'settle objections': editors(settleWithdrawn),
      'take entries out of search': editors(dropLiveEntries),
    },
    'entry-changed': {
      'take pictures away': readers(withdrawEntryPictures),
      'tell open pages': readers((newsroom, facts) => tellEntry(newsroom, facts, entryOnPages)),
      alert: readers(noteMoment),
      file: editors(fileLiveEntry),
      translate: engines(translateEntry),
    },
    'live-turned': { 'tell open pages': readers(tellCoverage) },
    'older-entries-asked': { translate: engines(translateOlderEntries) },
    'moments-due': { alert: readers(tellMoments) },
    'front-put-out': { 'keep what stood': editors(keepStand) },
    'banner-changed': { 'tell open pages': readers(tellBannerUp) },
    'story-merged': {
      'move replies': readers(moveReplies),
      'copy follows': devices(copyFollows),
      'tell open pages': readers(tellStoryMerged),
      file: editors(fileInMorgue),
    },
    'story-parted': {
      'move replies back': readers(moveRepliesBack),
      'take follows back': devices(takeFollowsBack),
      file: editors(fileInMorgue),
    },
    'alert-written': {
      'fan out': alerts((newsroom, facts) => fanOut(newsroom, facts, { sender, pageAnswers })),
    },
    'canary-marked': { probe: devices((newsroom) => probeCanaries(newsroom, { sender })) },
    'device-followed': { welcome: devices((newsroom, facts) => sendWelcome(newsroom, facts, { sender })) },
    'paper-moved': { 'make pages anew': readers(showMoved) },
    'stories-moved': { file: wire(fileMoved) },
    'reply-decided': {
      'tell open pages': readers((newsroom, facts) => tellReplyDecided(newsroom, facts, findReplyState)),
    },
    'work-given-up': { 'mail administrators': devices(mailGivenUp) },
  };
}

export function chimes({ sender }: Pick<Tools, 'sender'>): Chime[] {
  return [
    { name: 'poll the sources that are due', every: SECOND, do: pollDue },
    {
      name: 'send alerts that had to wait',
      every: 2 * SECOND,
      do: (newsroom) => sendDueChunks(newsroom, { sender }),
    },
    { name: 'forget where readers wrote from', every: HOUR, do: forgetSenders },
    { name: 'forget addresses that nobody needs any more', every: HOUR, do: forgetAddresses },
    {
      name: 'set room aside against a full disk',
      every: HOUR,
      do: async ({ settings }) => keepReserve(settings.data),
    },
    {
      name: 'tell what waited for quiet hours and caps',
      every: 5 * SECOND,
      do: (newsroom) => tellHeld(newsroom, { sender }),
    },
    { name: 'forget what waited long ago', every: HOUR, do: pruneHeld },
    {
      name: 'end follows of stories that have gone quiet',
      every: HOUR,
      do: async (newsroom) => void (await endQuietFollows(newsroom)),
    },
    { name: 'probe the canaries', every: MINUTE, do: (newsroom) => probeCanaries(newsroom, { sender }) },
    { name: 'forget old live events', every: HOUR, do: pruneLiveEvents },
    { name: 'end what has expired', every: MINUTE, do: expireDue },
    { name: 'read the calendars that are due', every: 30 * SECOND, do: readDueCalendars },
    { name: 'ask hubs', every: 5 * SECOND, do: askHubs },
    { name: 'look into the wire folder', every: 2 * SECOND, do: lookIntoFolder },
    { name: 'cluster what was left', every: MINUTE, do: (newsroom) => clusterLeftovers(newsroom) },
    {
      name: 'cluster what was left while the newsroom was closed',
      every: HOUR,
      do: (newsroom) => clusterLeftovers(newsroom, 48 * HOUR),
    },
    { name: 'forget old marks', every: HOUR, do: pruneMarks },
    { name: 'remove files that no picture owns', every: HOUR, do: sweepMedia },
    { name: 'end media whose time is over', every: MINUTE, do: endExpiredMedia },
    {
      name: 'file anew what was filed by earlier rules',
      every: 2 * SECOND,
      do: async (newsroom) => void (await refileMorgue(newsroom, fileInMorgue)),
    },
    {
      name: 'file what is new for the desk’s search',
      every: SECOND,
      do: async (newsroom) => fileNewThings(newsroom, { leavesStories: await mayFilingWait(newsroom) }),
    },
    { name: 'file what changes seldom for the desk’s search', every: 3 * SECOND, do: fileRound },
    {
      name: 'file for the desk’s search what was there before it',
      every: 2 * SECOND,
      do: (newsroom) => fileBefore(newsroom),
    },
    { name: 'forget what rang long ago', every: HOUR, do: pruneRings },
    { name: 'write down how many read', every: 10 * SECOND, do: flushReads },
    { name: 'forget how many read long ago', every: HOUR, do: pruneReads },
    { name: 'take the night’s backup', every: MINUTE, do: startTonight },
    { name: 'tell the edge what changed', every: SECOND, do: tellEdge },
    { name: 'keep what the clock changes on fronts', every: 5 * SECOND, do: keepDueStands },
    { name: 'forget what stood on fronts long ago', every: HOUR, do: pruneStands },
    { name: 'forget old polls', every: HOUR, do: prunePollLines },
  ];
}

/** What goes out unread goes out whole. */
async function fetchThenPublish(newsroom: Newsroom, facts: { itemId: string }): Promise<void> {
  await fetchFullText(newsroom, facts);
  await publishUnread(newsroom, facts);
}

/** What is up by now, which open pages show without asking again. */
async function tellBannerUp(newsroom: Newsroom, { language }: { language: string }): Promise<void> {
  const banner = (await listBanners(newsroom)).find((each) => each.language === language) ?? null;
  await tellBanner(newsroom, { language, banner });
}
