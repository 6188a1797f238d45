/** What the desk’s pages ask of a story and of the list of stories. */

import { pictureColumns } from '../media/picture.ts';
import type { Newsroom } from '../newsroom.ts';
import type { StoryStatus } from '../stories/story.ts';

export interface TakeLine {
  id: string;
  number: number;
  headline: string;
  byName: string | null;
  note: string;
  savedAt: number;
  /** Whether readers see this one, or saw it last before the story was killed or went on in another. */
  readers: 'see' | 'saw' | null;
}

export interface AuditLineRow {
  id: string;
  at: number;
  act: string;
  facts_json: string;
  byName: string | null;
}

export function listAuditLines(newsroom: Newsroom, storyId: string, most: number): Promise<AuditLineRow[]> {
  return newsroom.store
    .selectFrom('audit')
    .leftJoin('staff', 'staff.id', 'audit.by_id')
    .select(['audit.id', 'audit.at', 'staff.name as byName', 'audit.act', 'audit.facts_json'])
    .where('subject_kind', '=', 'story')
    .where('subject_id', '=', storyId)
    .orderBy('audit.id', 'desc')
    .limit(most)
    .execute();
}

export interface EditionPictureRow {
  id: string;
  width: number;
  height: number;
  alt: string;
  caption: string;
  credit: string;
  version: number;
  creator: string;
  copyright: string;
  usage_terms: string;
  web_statement: string;
  licensor: string;
  source_type: string;
  is_decorative: 0 | 1;
  is_moving: 0 | 1;
  cuts_json: string;
  language: string | null;
  editionId: string;
  ownAlt: string | null;
  ownCaption: string | null;
}

export function listPictures(newsroom: Newsroom, storyId: string): Promise<EditionPictureRow[]> {
  return newsroom.store
    .selectFrom('editions')
    .innerJoin('takes', 'takes.id', 'editions.working_take_id')
    .innerJoin('media', 'media.id', 'takes.picture_id')
    .leftJoin('picture_words', (join) =>
      join
        .onRef('picture_words.picture_id', '=', 'media.id')
        .onRef('picture_words.language', '=', 'editions.language'),
    )
    .select(pictureColumns)
    .select(['editions.id as editionId', 'picture_words.language'])
    .select(['picture_words.alt as ownAlt', 'picture_words.caption as ownCaption'])
    .where('editions.story_id', '=', storyId)
    .where('media.gone_at', 'is', null)
    .execute();
}

/** Newest first. */
export async function takeLinesOf(
  { store }: Newsroom,
  of: { storyId: string } | { editionId: string },
): Promise<EditionTakeLine[]> {
  const lines = store
    .selectFrom('takes')
    .innerJoin('editions', 'editions.id', 'takes.edition_id')
    .innerJoin('stories', 'stories.id', 'editions.story_id')
    .leftJoin('staff', 'staff.id', 'takes.by_id')
    .select([
      'takes.id',
      'takes.number',
      'takes.headline',
      'staff.name as byName',
      'takes.note',
      'stories.status',
    ])
    .select(['takes.saved_at as savedAt', 'takes.edition_id as editionId', 'editions.published_take_id'])
    .orderBy('takes.number', 'desc');
  const wanted =
    'storyId' in of
      ? lines.where('editions.story_id', '=', of.storyId)
      : lines.where('editions.id', '=', of.editionId);
  const rows = await wanted.execute();
  return rows.map(({ published_take_id, status, ...line }) => {
    const isTheirs = line.id === published_take_id;
    return { ...line, readers: isTheirs ? (status === 'published' ? 'see' : 'saw') : null };
  });
}

export type EditionTakeLine = TakeLine & { editionId: string };

export interface DeskFilter {
  statuses?: StoryStatus[];
  /** Only what has an hour to go out at, or had one and did not. */
  hasHour?: boolean;
  /** Only what is under embargo now, until this instant at the latest. */
  heldUntil?: number;
  limit: number;
}

/** Newest change first; of each story the editions that are meant for readers. */
export async function listDeskRows(newsroom: Newsroom, filter: DeskFilter) {
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
      'holder.id as holderId',
      'holder.name as holderName',
      'stories.publish_at as publishAt',
    ])
    .select(['stories.published_at as publishedAt', 'stories.updated_at as updatedAt'])
    .select('stories.embargo_until as embargoUntil')
    .select(['stories.waiting_filing_json', 'stories.schedule_json', 'stories.kind'])
    .select(['editions.working_take_id', 'editions.published_take_id']);
  query = query.where('editions.is_desk_copy', '=', 0);
  if (filter.statuses) query = query.where('stories.status', 'in', filter.statuses);
  if (filter.hasHour)
    query = query.where(({ eb, or }) =>
      or([eb('stories.status', '=', 'scheduled'), eb('stories.schedule_json', 'is not', null)]),
    );
  if (filter.heldUntil !== undefined)
    query = query
      .where('stories.embargo_until', '>', now)
      .where('stories.embargo_until', '<=', filter.heldUntil);
  return query.orderBy('stories.updated_at', 'desc').limit(filter.limit).execute();
}
