/** What the desk sees of a story in any state: its takes, its way to us and what was done to it. */

import { refuse } from '../kit/refusal.ts';
import type { StoryKind } from '../kit/story-kind.ts';
import { type Picture, pictureOf } from '../media/picture.ts';
import { asking, type Newsroom } from '../newsroom.ts';
import { readableRows, readRecord } from '../store/json-column.ts';
import type { TakeLine } from '../stories/desk-queries.ts';
import { type EditionTakeLine, listAuditLines, listPictures, takeLinesOf } from './desk-queries.ts';
import { copyOf } from './edit.ts';
import {
  type FilingParts,
  isOut,
  notPublishedOf,
  readersFiling,
  type UnpublishedPart,
  waitingOf,
} from './filing.ts';
import { findLock, type LockState } from './lock.ts';
import { overrideOf } from './override.ts';
import { getStoryRow, getTakeRow, listEditionRows } from './queries.ts';
import { changedSinceScheduled } from './schedule.ts';
import { type MissedPublication, missedOf } from './scheduled-for.ts';
import { listSections, listTopics, type Section, type Topic } from './sections.ts';
import { type AlertLevel, type Copy, type StoryHop, type StoryStatus, storyPath } from './story.ts';
import { type EditionReading, readStory, type StoryReading } from './story-reading.ts';
import { topicIdsOf, translationsOf, workingTakesOf } from './story-reading-queries.ts';

export type { TakeLine } from './desk-queries.ts';

export interface DeskEdition {
  id: string;
  language: string;
  /** The take to write on from. */
  takeId: string;
  takeNumber: number;
  savedAt: number;
  /** It stays at the desk, as what a translation is made of. */
  isDeskCopy: boolean;
  /** The language of its original, where it is a translation of ours. */
  translatedFrom: string | null;
  copy: Copy;
  picture: Picture | null;
  /** Where readers find it; null before publication. */
  path: string | null;
  /** Whether the working take differs from what readers see. */
  hasChanges: boolean;
  takes: TakeLine[];
}

export interface AuditLine {
  id: string;
  at: number;
  byName: string | null;
  act: string;
  facts: Record<string, unknown>;
}

export interface DeskStory {
  id: string;
  slug: string;
  status: StoryStatus;
  /** Section, topics, level and replies as the desk has them: of a published story a part may wait, see `forReaders`. */
  section: Section | null;
  topics: Topic[];
  source: { id: string; slug: string; name: string; credit: string; mayAlert: boolean } | null;
  itemId: string | null;
  alertLevel: AlertLevel | null;
  repliesOpen: boolean;
  kind: StoryKind;
  /** The same as readers have them. */
  forReaders: Pick<DeskStory, 'section' | 'topics' | 'alertLevel' | 'repliesOpen' | 'kind'>;
  /** What of a published story is not before readers yet. */
  notPublished: UnpublishedPart[];
  /** What has changed since it was scheduled: with that it does not go out. */
  changed: string[];
  /** Why it did not go out at its hour. */
  missed: MissedPublication | null;
  publishAt: number | null;
  /** No reader before this instant; null for none. */
  embargoUntil: number | null;
  /** What partners have of it, and until when it is under embargo for them; null where they have nothing. */
  release: { version: number; at: number; until: number } | null;
  firstPublishedAt: number | null;
  publishedAt: number | null;
  killNotice: string | null;
  /** The story that it goes on in. */
  mergedInto: string | null;
  overrideReason: string | null;
  hops: StoryHop[];
  editions: DeskEdition[];
  audit: AuditLine[];
  lock: LockState;
}

/** What the editor's form holds of a story when it is saved: the copy that is worked on, and where the story is filed. */
export type FormStory = Pick<
  DeskStory,
  'id' | 'slug' | 'section' | 'topics' | 'alertLevel' | 'repliesOpen' | 'kind' | 'publishAt' | 'embargoUntil'
> & { editions: FormEdition[] };

export type FormEdition = Pick<
  DeskEdition,
  'id' | 'language' | 'takeId' | 'isDeskCopy' | 'translatedFrom' | 'copy'
>;

/** That alone: a save every few seconds asks for no more of the story than it may change. */
export async function getForForm(newsroom: Newsroom, storyId: string): Promise<FormStory> {
  const ask = asking(newsroom);
  const [story, topicIds, sections, topics, editions, takes, translations] = await Promise.all([
    getStoryRow(ask, storyId),
    topicIdsOf(ask, storyId),
    listSections(ask),
    listTopics(ask),
    listEditionRows(ask, storyId),
    workingTakesOf(ask, storyId),
    translationsOf(ask, storyId),
  ]);
  const filed = { ...readersFiling(story, topicIds), ...waitingOf(story) };
  return {
    id: story.id,
    slug: story.slug,
    ...namedIn(filed, { sections, topics }),
    publishAt: story.publish_at,
    embargoUntil: isOut(story.status) ? null : story.embargo_until,
    editions: editions.flatMap((edition) => {
      const take = takes.find(({ id }) => id === edition.working_take_id);
      if (!take) return []; // the store lets no edition be without one
      const made = translations.find(({ edition_id }) => edition_id === edition.id);
      return [
        {
          id: edition.id,
          language: edition.language,
          takeId: take.id,
          isDeskCopy: edition.is_desk_copy === 1,
          translatedFrom: made?.original_language ?? null,
          copy: copyOf(take),
        },
      ];
    }),
  };
}

/** Everything about one story. */
export async function getForDesk(newsroom: Newsroom, storyId: string): Promise<DeskStory> {
  return (await readForDesk(newsroom, storyId)).story;
}

/** The same, with the reading that it is made of, for whoever asks more of it. */
export async function readForDesk(
  newsroom: Newsroom,
  storyId: string,
): Promise<{ story: DeskStory; reading: StoryReading }> {
  const ask = asking(newsroom);
  const [reading, sections, topics, takes, pictures, audit, lock] = await Promise.all([
    readStory(ask, storyId),
    listSections(ask),
    listTopics(ask),
    takeLinesOf(ask, { storyId }),
    picturesOf(ask, storyId),
    auditOf(ask, storyId),
    findLock(ask, storyId),
  ]);
  const { story } = reading;
  const named = (filed: FilingParts) => namedIn(filed, { sections, topics });
  const readersHave = readersFiling(story, reading.topicIds);
  const forReaders = named(readersHave);
  const slug = forReaders.section?.slug ?? null;
  const editions = reading.editions.map((edition) =>
    deskEdition(edition, { slug, takes, picture: pictures.get(edition.id) ?? null }),
  );
  return {
    reading,
    story: {
      ...factsOf(reading),
      ...named({ ...readersHave, ...waitingOf(story) }),
      forReaders,
      notPublished: notPublishedOf(
        story,
        editions.some(({ hasChanges }) => hasChanges),
      ),
      editions,
      audit,
      lock,
    },
  };
}

/** What stands in the story itself. */
function factsOf(reading: StoryReading) {
  const { story, hops, rights, source, release } = reading;
  return {
    id: story.id,
    slug: story.slug,
    status: story.status,
    changed: changedSinceScheduled(reading),
    missed: missedOf(story),
    source: source && { ...source, mayAlert: rights.alert.allowed },
    itemId: story.item_id,
    publishAt: story.publish_at,
    embargoUntil: isOut(story.status) ? null : story.embargo_until,
    release:
      release && release.ended_at === null
        ? { version: release.version, at: release.released_at, until: release.until_at }
        : null,
    firstPublishedAt: story.first_published_at,
    publishedAt: story.published_at,
    killNotice: story.kill_notice,
    mergedInto: reading.mergedInto,
    overrideReason: overrideOf(story)?.reason ?? null,
    hops: hops.map(({ id, party, source_id: sourceId, act, language, link, at }): StoryHop => {
      return { id, party, sourceId, act, language, link, at };
    }),
  };
}

/** The editions that are meant for readers. */
export function editionsForReaders<Edition extends Pick<DeskEdition, 'isDeskCopy'>>({
  editions,
}: {
  editions: Edition[];
}): Edition[] {
  return editions.filter(({ isDeskCopy }) => !isDeskCopy);
}

/** The copy of one take, to look at or compare. */
export async function getTake(
  newsroom: Newsroom,
  takeId: string,
): Promise<TakeLine & { editionId: string; copy: Copy }> {
  const take = await getTakeRow(newsroom, takeId);
  const lines = await takeLinesOf(newsroom, { editionId: take.edition_id });
  const line = lines.find((each) => each.id === takeId);
  const { editionId: _, ...shown } = line ?? refuse('not-found');
  return { ...shown, editionId: take.edition_id, copy: copyOf(take) };
}

/** The section and topics themselves. */
function namedIn(
  { sectionId, topicIds, alertLevel, repliesOpen, kind }: FilingParts,
  { sections, topics }: { sections: Section[]; topics: Topic[] },
): DeskStory['forReaders'] {
  return {
    section: sections.find(({ id }) => id === sectionId) ?? null,
    topics: topics.filter(({ id }) => topicIds.includes(id)),
    alertLevel,
    repliesOpen,
    kind,
  };
}

function deskEdition(
  { take, ...edition }: EditionReading,
  { slug, takes, picture }: { slug: string | null; takes: EditionTakeLine[]; picture: Picture | null },
): DeskEdition {
  return {
    id: edition.id,
    language: edition.language,
    takeId: take.id,
    takeNumber: take.number,
    savedAt: take.saved_at,
    isDeskCopy: edition.is_desk_copy === 1,
    translatedFrom: edition.translation?.originalLanguage ?? null,
    copy: copyOf(take),
    picture,
    path: edition.published_take_id ? storyPath(slug, edition.slug) : null,
    hasChanges: edition.published_take_id !== null && edition.published_take_id !== edition.working_take_id,
    takes: takes.filter(({ editionId }) => editionId === edition.id),
  };
}

const MOST_AUDIT_LINES = 100; // of one story on its page; the rest stays in the table

async function auditOf(newsroom: Newsroom, storyId: string): Promise<AuditLine[]> {
  const rows = await listAuditLines(newsroom, storyId, MOST_AUDIT_LINES);
  return readableRows(newsroom.log, rows, ({ facts_json, ...line }) => ({
    ...line,
    facts: readRecord<AuditLine['facts']>('audit.facts_json', line.id, facts_json),
  }));
}

/** The pictures of the working takes, by edition, with what is said of each in the edition's language. */
async function picturesOf(newsroom: Newsroom, storyId: string): Promise<Map<string, Picture>> {
  const rows = await listPictures(newsroom, storyId);
  return new Map(
    rows.map(({ editionId, ownAlt, ownCaption, language, ...row }) => {
      const own = language === null ? {} : { alt: ownAlt ?? '', caption: ownCaption ?? '', language };
      return [editionId, pictureOf({ ...row, ...own })];
    }),
  );
}
