/** What the desk sees of a story in any state: its takes, its way to us and what was done to it. */
import { refuse } from '../kit/refusal.ts';
import type { Newsroom } from '../newsroom.ts';
import { getRights } from '../rights/get-rights.ts';
import { copyOf } from './edit.ts';
import { type Filed, filedAtDesk, filedForReaders, type NotPublished, notPublishedOf } from './filing.ts';
import { findLock, type LockState } from './lock.ts';
import { getPicture, type Picture } from './media.ts';
import { findPictureWords } from './picture-words.ts';
import { getStoryRow, getTakeRow, listEditionRows, listHopRows, type StoryRow } from './queries.ts';
import { changedSinceScheduled } from './schedule.ts';
import { type Missed, missedOf } from './scheduled-for.ts';
import { listSections, listTopics, type Section, type Topic } from './sections.ts';
import { type AlertLevel, type Copy, type Hop, type StoryStatus, storyPath } from './story.ts';

export interface TakeLine {
  id: string;
  number: number;
  headline: string;
  byName: string | null;
  note: string;
  savedAt: number;
  /** Whether readers see this one. */
  isPublished: boolean;
}

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
  /** The same as readers have them. */
  forReaders: Pick<DeskStory, 'section' | 'topics' | 'alertLevel' | 'repliesOpen'>;
  /** What of a published story is not before readers yet. */
  notPublished: NotPublished[];
  /** What has changed since it was scheduled: with that it does not go out. */
  changed: string[];
  /** Why it did not go out at its hour. */
  missed: Missed | null;
  publishAt: number | null;
  firstPublishedAt: number | null;
  publishedAt: number | null;
  killNotice: string | null;
  overrideReason: string | null;
  hops: Hop[];
  editions: DeskEdition[];
  audit: AuditLine[];
  lock: LockState;
}

/** Everything about one story. */
export async function getForDesk(newsroom: Newsroom, storyId: string): Promise<DeskStory> {
  const story = await getStoryRow(newsroom, storyId);
  const forReaders = await named(newsroom, await filedForReaders(newsroom, story));
  const editions: DeskEdition[] = [];
  // One after the other: within a transaction there is one connection, and it answers one question at a time.
  for (const edition of await listEditionRows(newsroom, storyId))
    editions.push(await deskEdition(newsroom, edition, forReaders.section?.slug ?? null));
  return {
    id: story.id,
    slug: story.slug,
    status: story.status,
    ...(await named(newsroom, await filedAtDesk(newsroom, story))),
    forReaders,
    notPublished: notPublishedOf(
      story,
      editions.some(({ hasChanges }) => hasChanges),
    ),
    changed: await changedSinceScheduled(newsroom, story),
    missed: missedOf(story),
    source: await findSourceOf(newsroom, story),
    itemId: story.item_id,
    publishAt: story.publish_at,
    firstPublishedAt: story.first_published_at,
    publishedAt: story.published_at,
    killNotice: story.kill_notice,
    overrideReason: story.override_json
      ? (JSON.parse(story.override_json) as { reason: string }).reason
      : null,
    hops: await hopsOf(newsroom, storyId),
    editions,
    audit: await auditOf(newsroom, storyId),
    lock: await findLock(newsroom, storyId),
  };
}

/** The editions that are meant for readers. */
export function editionsForReaders({ editions }: Pick<DeskStory, 'editions'>): DeskEdition[] {
  return editions.filter(({ isDeskCopy }) => !isDeskCopy);
}

/** The copy of one take, to look at or compare. */
export async function getTake(
  newsroom: Newsroom,
  takeId: string,
): Promise<TakeLine & { editionId: string; copy: Copy }> {
  const take = await getTakeRow(newsroom, takeId);
  const [line] = (await takeLines(newsroom, take.edition_id)).filter((each) => each.id === takeId);
  return { ...(line ?? refuse('not-found')), editionId: take.edition_id, copy: copyOf(take) };
}

async function hopsOf(newsroom: Newsroom, storyId: string): Promise<Hop[]> {
  const rows = await listHopRows(newsroom, [storyId]);
  return rows.map(({ id, party, source_id: sourceId, act, language, link, at }) => {
    return { id, party, sourceId, act, language, link, at };
  });
}

/** The section and topics themselves. */
async function named(newsroom: Newsroom, filed: Filed): Promise<DeskStory['forReaders']> {
  const { sectionId, topicIds, alertLevel, repliesOpen } = filed;
  const sections = sectionId ? await listSections(newsroom) : [];
  const topics = topicIds.length > 0 ? await listTopics(newsroom) : [];
  return {
    section: sections.find(({ id }) => id === sectionId) ?? null,
    topics: topics.filter(({ id }) => topicIds.includes(id)),
    ...{ alertLevel, repliesOpen },
  };
}

async function findSourceOf(newsroom: Newsroom, story: StoryRow): Promise<DeskStory['source']> {
  if (!story.source_id) return null;
  const row = await newsroom.store
    .selectFrom('sources')
    .select(['id', 'slug', 'name', 'credit'])
    .where('id', '=', story.source_id)
    .executeTakeFirst();
  if (!row) return null;
  const { alert } = await getRights(newsroom, { storyId: story.id });
  return { ...row, mayAlert: alert.allowed };
}

async function deskEdition(
  newsroom: Newsroom,
  edition: Awaited<ReturnType<typeof listEditionRows>>[number],
  sectionSlug: string | null,
): Promise<DeskEdition> {
  const take = await getTakeRow(newsroom, edition.working_take_id);
  const translation = await newsroom.store
    .selectFrom('translations')
    .select('original_language')
    .where('edition_id', '=', edition.id)
    .executeTakeFirst();
  return {
    id: edition.id,
    language: edition.language,
    takeId: take.id,
    takeNumber: take.number,
    savedAt: take.saved_at,
    isDeskCopy: edition.is_desk_copy === 1,
    translatedFrom: translation?.original_language ?? null,
    copy: copyOf(take),
    picture: await pictureOfTake(newsroom, take.picture_id, edition.language),
    path: edition.published_take_id ? storyPath(sectionSlug, edition.slug) : null,
    hasChanges: edition.published_take_id !== null && edition.published_take_id !== edition.working_take_id,
    takes: await takeLines(newsroom, edition.id),
  };
}

async function takeLines(newsroom: Newsroom, editionId: string): Promise<TakeLine[]> {
  const rows = await newsroom.store
    .selectFrom('takes')
    .innerJoin('editions', 'editions.id', 'takes.edition_id')
    .leftJoin('staff', 'staff.id', 'takes.by_id')
    .select(['takes.id', 'takes.number', 'takes.headline', 'staff.name as byName', 'takes.note'])
    .select(['takes.saved_at as savedAt', 'editions.published_take_id'])
    .where('takes.edition_id', '=', editionId)
    .orderBy('takes.number', 'desc')
    .execute();
  return rows.map(({ published_take_id, ...line }) => ({
    ...line,
    isPublished: line.id === published_take_id,
  }));
}

const MOST_AUDIT_LINES = 100; // of one story on its page; the rest stays in the table

async function auditOf(newsroom: Newsroom, storyId: string): Promise<AuditLine[]> {
  const rows = await newsroom.store
    .selectFrom('audit')
    .leftJoin('staff', 'staff.id', 'audit.by_id')
    .select(['audit.id', 'audit.at', 'staff.name as byName', 'audit.act', 'audit.facts_json'])
    .where('subject_kind', '=', 'story')
    .where('subject_id', '=', storyId)
    .orderBy('audit.id', 'desc')
    .limit(MOST_AUDIT_LINES)
    .execute();
  return rows.map(({ facts_json, ...line }) => ({
    ...line,
    facts: JSON.parse(facts_json) as AuditLine['facts'],
  }));
}

/** The picture with what is said of it in the edition's language. */
async function pictureOfTake(newsroom: Newsroom, pictureId: string | null, language: string) {
  const picture = pictureId === null ? null : await getPicture(newsroom, pictureId);
  const words = picture && (await findPictureWords(newsroom, { pictureId: picture.id, language }));
  return words ? { ...picture, ...words, language } : picture;
}
