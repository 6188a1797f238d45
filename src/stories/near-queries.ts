/**
 * The newest of a section or a source in one language, looked for among the newest of that language: enough of them stand there as a
 * rule, and each that is looked at costs SQLite a microsecond. Where too few do, which a section's age or size decides, nothing is said.
 */
import type { Newsroom } from '../newsroom.ts';
import type { Store } from '../store/engine.ts';
import { keptByForm } from '../store/kept-query.ts';
import type { Cursor } from './cursor.ts';
import type { NarrowingFilter } from './few-queries.ts';

const NEAR = 60; // editions that are looked at: of five or six that are asked for, a paper of ten sections has them among so many

/** What is asked of a list of published stories. */
interface Filter extends NarrowingFilter {
  language?: string;
  isRead?: boolean;
  before?: Cursor;
  limit: number;
}

type Near = Pick<Filter, 'before' | 'isRead' | 'limit' | 'sectionId' | 'sourceId'> & { language: string };

/** As they are chosen from all, in the same order; null where these may not be the first of them. */
export async function listNearPlaces(newsroom: Newsroom, filter: Filter) {
  const asked = newsroom.engine === 'sqlite' ? nearOf(filter) : null;
  const rows = asked && (await nearRows(newsroom, asked));
  return rows && rows.length === filter.limit ? rows : null;
}

/** Null for a list that is another, or asks for too many. */
function nearOf(filter: Filter): Near | null {
  const { language, limit, sectionId, sourceId, isRead, before, ...others } = filter;
  const isOther = Object.values(others).some((each) => each !== undefined);
  if (!language || (!sectionId && !sourceId) || isOther || limit * 2 > NEAR) return null;
  return {
    language,
    limit,
    ...(sectionId ? { sectionId } : {}),
    ...(sourceId ? { sourceId } : {}),
    ...(isRead ? { isRead } : {}),
    ...(before ? { before: { at: before.at, id: before.id } } : {}),
  };
}

const nearRows = keptByForm(
  ({ store }, near: Near) => {
    let query = newestIn(store, near)
      .innerJoin('stories', 'stories.id', 'near.story_id')
      .select(['near.story_id', 'near.id', 'near.first_published_at'])
      .where('stories.status', '=', 'published');
    if (near.sectionId) query = query.where('stories.section_id', '=', near.sectionId);
    if (near.sourceId) query = query.where('stories.source_id', '=', near.sourceId);
    if (near.isRead) query = query.where('stories.unread', '=', 0);
    return query.orderBy('near.first_published_at', 'desc').orderBy('near.id', 'desc').limit(near.limit);
  },
  ['limit'],
);

const newestIn = (store: Store, { language, before }: Near) =>
  store.selectFrom((from) => {
    let newest = from
      .selectFrom('editions')
      .select(['editions.id', 'editions.story_id', 'editions.first_published_at'])
      .where('editions.published_take_id', 'is not', null)
      .where('editions.language', '=', language);
    if (before)
      newest = newest
        .where('editions.first_published_at', '<=', before.at)
        .where((row) =>
          row.or([
            row('editions.first_published_at', '<', before.at),
            row.and([row('editions.first_published_at', '=', before.at), row('editions.id', '<', before.id)]),
          ]),
        );
    return newest
      .orderBy('editions.first_published_at', 'desc')
      .orderBy('editions.id', 'desc')
      .limit(NEAR)
      .as('near');
  });
