/**
 * Key moments of a live story, told to those who follow it: each once, those that come close together in one. They stand by, wait
 * for quiet hours and are withdrawn as news is; what their source, or the story's, does not let us alert is not told.
 */
import { entryPath, entryTitle, type LiveEntry } from '../entries/entry.ts';
import { findEntry } from '../entries/read-entries.ts';
import { HOUR, MINUTE } from '../kit/clock.ts';
import type { Newsroom } from '../newsroom.ts';
import { getRights } from '../rights/get-rights.ts';
import { announce, type EntryFacts, type StoryFacts } from '../runner/work.ts';
import { getPublished, type PublishedStory } from '../stories/read.ts';
import { rightsOfStory } from '../stories/rights-of-story.ts';
import { type AlertLevel, isAlertLevel } from '../stories/story.ts';
import { rewriteAlert, writeTelling } from './alert.ts';
import { spoken } from './alert-text.ts';
import { alertWords } from './alert-words.ts';
import {
  findMoment,
  insertMoment,
  lastMomentAt,
  listMomentsOfAlert,
  listWaitingMoments,
  setMoment,
} from './moment-queries.ts';
import { alertById, setAlert } from './queries.ts';
import { stopStandby } from './standby.ts';

const GATHER = 10 * MINUTE; // between two alerts of one live story: key moments of that time are told in one
const TOO_OLD = 2 * HOUR; // since it was written; by then the page says it better
const LONG_AGO = 'it was too old';
const SEPARATOR = ' · ';

/** Follows `entry-changed`: a key moment is to be told; one that was told and put right or withdrawn since is put right there too. */
export async function noteMoment(newsroom: Newsroom, facts: EntryFacts): Promise<void> {
  const entry = await findEntry(newsroom, facts.entryId);
  const story = entry && (await getPublished(newsroom, facts.editionId));
  if (!entry || !story) return; // it goes out with its story, or went with it
  const moment = await findMoment(newsroom, entry.id);
  if (moment) {
    if (facts.what === 'corrected' || facts.what === 'withdrawn')
      await putRight(newsroom, { entry, story, alertId: moment.alert_id });
    return;
  }
  if (!entry.isKey || entry.state !== 'out') return;
  const left_out = isOfLongAgo(newsroom, entry, facts) ? LONG_AGO : await whyUntold(newsroom, entry);
  await newsroom.transact(async (inner) => {
    const at = inner.clock.now();
    const { storyId: story_id, editionId: edition_id } = facts;
    const isNew = await insertMoment(inner, {
      entry_id: entry.id,
      story_id,
      edition_id,
      at,
      alert_id: null,
      left_out,
    });
    if (isNew && left_out === null) await announceDue(inner, facts);
  });
}

/** A translation that was caught up with: in its own language it was told while it was news. */
function isOfLongAgo({ clock }: Newsroom, { translation }: LiveEntry, { what }: EntryFacts): boolean {
  return what === 'added' && clock.now() - (translation?.originalAt ?? clock.now()) > TOO_OLD;
}

async function announceDue(
  inner: Newsroom,
  { storyId, editionId }: Pick<EntryFacts, 'storyId' | 'editionId'>,
): Promise<void> {
  const last = await lastMomentAt(inner, editionId);
  const runAt = Math.max(inner.clock.now(), (last ?? Number.NEGATIVE_INFINITY) + GATHER);
  await announce(inner, {
    event: 'moments-due',
    facts: { storyId, editionId },
    key: `moments:${editionId}`,
    runAt,
  });
}

/** Null where both the story and the entry may be alerted. */
async function whyUntold(newsroom: Newsroom, entry: LiveEntry): Promise<string | null> {
  const { storyId, itemId } = entry;
  const all = [await rightsOfStory(newsroom, storyId)];
  if (itemId !== null) all.push(await getRights(newsroom, { itemId }));
  for (const { alert } of all) {
    if (!alert.allowed) return `the ${alert.by} does not allow alerts`;
  }
  return null;
}

/** Follows `moments-due`: tells what waits, in one alert. */
export async function tellMoments(
  newsroom: Newsroom,
  facts: { storyId: string; editionId: string },
): Promise<void> {
  const story = await getPublished(newsroom, facts.editionId);
  const waiting = await listWaitingMoments(newsroom, facts.editionId);
  const told: LiveEntry[] = [];
  for (const { entry_id, at } of waiting) {
    const entry = await findEntry(newsroom, entry_id);
    const why = !story ? 'its story was withdrawn' : whyNot(entry, newsroom.clock.now() - at);
    if (why === null && entry) told.push(entry);
    else await setMoment(newsroom, entry_id, { left_out: why });
  }
  if (!story || told.length === 0) return;
  await newsroom.transact(async (inner) => {
    const alertId = await writeTelling(inner, momentOf(story, told));
    if (alertId) for (const { id } of told) await setMoment(inner, id, { alert_id: alertId });
  });
}

function whyNot(entry: LiveEntry | null, age: number): string | null {
  if (entry?.state !== 'out') return 'it was withdrawn before it was told';
  if (!entry.isKey) return 'it was no key moment any more';
  return age > TOO_OLD ? LONG_AGO : null;
}

function momentOf(story: PublishedStory, told: readonly LiveEntry[]): Parameters<typeof writeTelling>[1] {
  const { storyId, editionId, takeId, language } = story;
  const entries = told.toSorted((one, other) => (other.number ?? 0) - (one.number ?? 0));
  const facts: StoryFacts = { storyId, editionId, takeId, alertLevel: story.alertLevel, first: false };
  const by = entries[0]?.byId ?? null;
  return {
    facts,
    kind: 'moment',
    key: `${storyId}:${editionId}:moment:${entries.map(({ id }) => id).join('+')}`,
    level: levelOf(story.alertLevel),
    ...wordsOf(story, entries),
    path: entryPath(story.path, entries[0]?.number ?? 1),
    language,
    targets: [{ kind: 'story', subjectId: storyId }],
    asker: by === null ? null : { id: by, role: null },
  };
}

/** The newest is the headline; the others, or the story that it is of, stand below. Whoever's words they are is credited. */
function wordsOf(story: PublishedStory, entries: readonly LiveEntry[]): { headline: string; body: string } {
  const [newest, ...others] = entries.map((entry) => entryTitle(entry, story.language));
  const body = others.length > 0 ? others.join(SEPARATOR) : story.headline;
  return spoken(
    undefined,
    { headline: newest ?? '', dek: body, language: story.language, kind: story.kind },
    entries.find(({ source }) => source !== null)?.source ?? null,
  );
}

/** As the story's own, for those who follow it; a flash is agreed to by a person, a moment is not one. */
function levelOf(level: string | null): AlertLevel {
  if (level === 'flash') return 'bulletin';
  return isAlertLevel(level) ? level : 'urgent';
}

/** What has not left is told as it reads now, or without it; of what has, those who were told hear what was wrong. */
async function putRight(
  newsroom: Newsroom,
  { entry, story, alertId }: { entry: LiveEntry; story: PublishedStory; alertId: string | null },
): Promise<void> {
  const alert = alertId === null ? undefined : await alertById(newsroom, alertId);
  if (!alert) return; // it waits: it is looked at again when it is told
  const told = (await listMomentsOfAlert(newsroom, alert.id)).filter(({ entry_id }) => entry_id !== entry.id);
  if (alert.state === 'standby') {
    const others = await Promise.all(told.map(({ entry_id }) => findEntry(newsroom, entry_id)));
    const left = [...others, entry].filter((each) => each !== null && each.state === 'out') as LiveEntry[];
    if (left.length === 0) await stopStandby(newsroom, alert.id, 'its entry was withdrawn before it left');
    else
      await rewriteAlert(
        newsroom,
        alert.id,
        wordsOf(
          story,
          left.toSorted((one, other) => (other.number ?? 0) - (one.number ?? 0)),
        ),
      );
    return;
  }
  const notice =
    entry.withdrawn?.notice ?? entry.corrections.find(({ at }) => at === entry.changedAt)?.notice;
  if (!notice || (alert.state === 'stopped' && alert.left_at === null)) return;
  if (entry.withdrawn && told.length === 0 && alert.state !== 'stopped')
    await setAlert(newsroom, alert.id, { state: 'stopped', stopped_why: 'its entry was withdrawn' }); // who waits is not told it any more
  const { storyId, editionId, takeId, language } = story;
  await writeTelling(newsroom, {
    facts: { storyId, editionId, takeId, alertLevel: null, first: false },
    kind: 'correction',
    key: `${storyId}:${editionId}:correction:${entry.takeId}${entry.withdrawn ? ':withdrawn' : ''}`,
    level: alert.level,
    headline: alertWords(language).correction(entry.withdrawn ? story.headline : entryTitle(entry, language)),
    body: notice,
    path: entryPath(story.path, entry.number ?? 1),
    language,
    targets: [],
    ofAlerts: [alert.id],
  });
}
