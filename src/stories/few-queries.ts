/** Whether a list has few stories: SQLite, which knows nothing of how often a value stands in a column, is told so. */
import type { Newsroom } from '../newsroom.ts';
import { keptByForm } from '../store/kept-query.ts';

/** So many are read and put in order in some milliseconds; where there are more, enough of them are found among the newest of all. */
const FEW = 1_000;

/** What of a list's filter narrows it. */
export interface NarrowingFilter {
  sectionId?: string;
  topicId?: string;
  sourceId?: string;
  authorId?: string;
  storyIds?: string[];
  editionIds?: string[];
  kind?: string;
}

type Narrowed = { column: 'by_id' | 'kind' | 'section_id' | 'source_id' | 'topic_id'; value: string };

/** Of PostgreSQL, which keeps count, nothing is asked. */
export async function hasFew(newsroom: Newsroom, filter: NarrowingFilter): Promise<boolean> {
  const narrowed =
    newsroom.engine === 'sqlite' && !filter.storyIds && !filter.editionIds && narrowest(filter);
  if (!narrowed) return false;
  const [row] = await countSome(newsroom, narrowed);
  return Number(row?.count ?? 0) <= FEW;
}

/** What is rarest in most papers comes first. */
function narrowest({ topicId, authorId, sourceId, sectionId, kind }: NarrowingFilter): Narrowed | null {
  if (topicId) return { column: 'topic_id', value: topicId };
  if (authorId) return { column: 'by_id', value: authorId };
  if (sourceId) return { column: 'source_id', value: sourceId };
  if (kind && kind !== 'news') return { column: 'kind', value: kind };
  return sectionId ? { column: 'section_id', value: sectionId } : null;
}

/** No more than is asked for, read in an index alone. */
const countSome = keptByForm(
  ({ store }, { column, value }: Narrowed) =>
    store
      .selectFrom((from) =>
        column === 'topic_id'
          ? from
              .selectFrom('story_topics')
              .select('story_id as one')
              .where('topic_id', '=', value)
              .limit(FEW + 1)
              .as('some')
          : from
              .selectFrom('stories')
              .select('status as one')
              .where(column, '=', value as never)
              .where('status', '=', 'published')
              .limit(FEW + 1)
              .as('some'),
      )
      .select((some) => some.fn.countAll<number>().as('count')),
  ['column'],
);
