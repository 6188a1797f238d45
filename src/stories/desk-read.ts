/** What the desk sees: every story in every state, with its takes, its way to us and what was done to it. */
import { refuse } from '../kit/refusal.ts';
import type { Newsroom } from '../newsroom.ts';
import { getRights } from '../rights/get-rights.ts';
import { copyOf } from './edit.ts';
import { findLock, type LockState } from './lock.ts';
import { getPicture, type Picture } from './media.ts';
import {
  getStoryRow,
  getTakeRow,
  listEditionRows,
  listHopRows,
  listStoryTopics,
  type StoryRow,
} from './queries.ts';
import type { Section, Topic } from './sections.ts';
import { type AlertLevel, type Copy, type Hop, isAlertLevel, type StoryStatus, storyPath } from './story.ts';

export interface DeskSummary {
  storyId: string;
  editionId: string;
  slug: string;
  status: StoryStatus;
  headline: string;
  language: string;
  sectionName: string | null;
  sourceName: string | null;
  byName: string | null;
  alertLevel: string | null;
  /** Who has it open now. */
  holderName: string | null;
  publishAt: number | null;
  publishedAt: number | null;
  updatedAt: number;
}

/** Newest change first; of each story the editions that are meant for readers. */
export async function listForDesk(
  newsroom: Newsroom,
  filter: { statuses?: StoryStatus[]; limit: number },
): Promise<DeskSummary[]> {
  const now = newsroom.clock.now();
  let query = newsroom.store
    .selectFrom('stories')
    .innerJoin('editions', 'editions.story_id', 'stories.id')
    .innerJoin('takes', 'takes.id', 'editions.working_take_id')
    .leftJoin('sections', 'sections.id', 'stories.section_id')
    .leftJoin('sources', 'sources.id', 'stories.source_id')
    .leftJoin('staff', 'staff.id', 'stories.by_id')
    .leftJoin('story_locks', (join) =>
      join.onRef('story_locks.story_id', '=', 'stories.id').on('story_locks.until_at', '>', now),
    )
    .leftJoin('staff as holder', 'holder.id', 'story_locks.staff_id')
    .select([
      'stories.id as storyId',
      'editions.id as editionId',
      'stories.slug',
      'stories.status',
      'takes.headline',
    ])
    .select([
      'editions.language',
      'sections.name as sectionName',
      'sources.name as sourceName',
      'staff.name as byName',
    ])
    .select([
      'stories.alert_level as alertLevel',
      'holder.name as holderName',
      'stories.publish_at as publishAt',
    ])
    .select(['stories.published_at as publishedAt', 'stories.updated_at as updatedAt']);
  query = query.where('editions.is_desk_copy', '=', 0);
  if (filter.statuses) query = query.where('stories.status', 'in', filter.statuses);
  return query.orderBy('stories.updated_at', 'desc').limit(filter.limit).execute();
}

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
  section: Section | null;
  topics: Topic[];
  source: { id: string; slug: string; name: string; credit: string; mayAlert: boolean } | null;
  itemId: string | null;
  alertLevel: AlertLevel | null;
  repliesOpen: boolean;
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
  const section = await findSectionOf(newsroom, story);
  const editions: DeskEdition[] = [];
  // One after the other: within a transaction there is one connection, and it answers one question at a time.
  for (const edition of await listEditionRows(newsroom, storyId))
    editions.push(await deskEdition(newsroom, edition, section?.slug ?? null));
  return {
    id: story.id,
    slug: story.slug,
    status: story.status,
    section,
    topics: await listStoryTopics(newsroom, storyId),
    source: await findSourceOf(newsroom, story),
    itemId: story.item_id,
    alertLevel: isAlertLevel(story.alert_level) ? story.alert_level : null,
    repliesOpen: story.replies_open === 1,
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

async function findSectionOf(newsroom: Newsroom, story: StoryRow): Promise<Section | null> {
  if (!story.section_id) return null;
  const found = newsroom.store
    .selectFrom('sections')
    .select(['id', 'slug', 'name'])
    .where('id', '=', story.section_id);
  return (await found.executeTakeFirst()) ?? null;
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
    picture: take.picture_id ? await getPicture(newsroom, take.picture_id) : null,
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
