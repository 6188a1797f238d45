/** The questions about notices that the wire asks the store. */
import type { Insertable, InsertResult, Updateable } from 'kysely';
import { DAY } from '../../kit/clock.ts';
import type { Newsroom } from '../../newsroom.ts';
import type { WireNoticesTable } from '../../store/wire-tables.ts';
import type { StoryStatus } from '../../stories/story.ts';

/** Stories made of an item that someone reads or may come to read. */
export async function listStoriesOf(
  inner: Newsroom,
  itemId: string,
): Promise<{ id: string; status: StoryStatus }[]> {
  return inner.store
    .selectFrom('stories')
    .select(['id', 'status'])
    .where('item_id', '=', itemId)
    .where('status', 'in', ['draft', 'scheduled', 'published'])
    .execute();
}

const AT_ONCE = 100;

const LOOKED_BACK = 7 * DAY; // a newsroom that was down for longer looks through its stories anyway

/**
 * Items with a living story that have come to their end and of which the desk was not told: by their own word, found by
 * its index; and by the contracts that end, of which few newsrooms have many.
 */
export async function listExpired(newsroom: Newsroom, now: number): Promise<string[]> {
  const own = await living(newsroom)
    .where('items.expires_at', '<=', now)
    .where('items.expires_at', '>', now - LOOKED_BACK)
    .execute();
  const ending = await newsroom.store
    .selectFrom('sources')
    .select(['id', 'keep_days'])
    .where('keep_days', 'is not', null)
    .execute();
  const byContract: { itemId: string }[] = [];
  for (const { id, keep_days } of ending) {
    const until = now - (keep_days ?? 0) * DAY;
    byContract.push(
      ...(await living(newsroom)
        .where('stories.source_id', '=', id)
        .where('stories.first_published_at', '<=', until)
        .execute()),
    );
  }
  return [...new Set([...own, ...byContract].map(({ itemId }) => itemId))];
}

function living(newsroom: Newsroom) {
  return newsroom.store
    .selectFrom('items')
    .innerJoin('stories', 'stories.item_id', 'items.id')
    .select('items.id as itemId')
    .where('stories.status', 'in', ['draft', 'scheduled', 'published'])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('wire_notices')
            .select('wire_notices.id')
            .whereRef('wire_notices.story_id', '=', 'stories.id')
            .where('wire_notices.kind', '=', 'expired'),
        ),
      ),
    )
    .limit(AT_ONCE);
}

export type NoticeRow = Awaited<ReturnType<typeof listNoticeRows>>[number];

export async function listNoticeRows(
  newsroom: Newsroom,
  filter: { storyId?: string; itemId?: string; limit: number },
) {
  let query = newsroom.store
    .selectFrom('wire_notices')
    .innerJoin('items', 'items.id', 'wire_notices.item_id')
    .innerJoin('sources', 'sources.id', 'items.source_id')
    .innerJoin('stories', 'stories.id', 'wire_notices.story_id')
    .leftJoin('staff', 'staff.id', 'wire_notices.settled_by_id')
    .selectAll('wire_notices')
    .select(['items.headline', 'sources.name as source_name', 'staff.name as settled_by_name'])
    .select(['stories.slug as story_slug', 'stories.status as story_status'])
    .orderBy('wire_notices.at', 'desc')
    .orderBy('wire_notices.id', 'desc')
    .limit(filter.limit);
  if (filter.storyId) query = query.where('wire_notices.story_id', '=', filter.storyId);
  else if (filter.itemId) query = query.where('wire_notices.item_id', '=', filter.itemId);
  else query = query.where('wire_notices.settled_at', 'is', null);
  return query.execute();
}

export function putNoticeRow(inner: Newsroom, row: Insertable<WireNoticesTable>): Promise<InsertResult> {
  return inner.store
    .insertInto('wire_notices')
    .values(row)
    .onConflict((conflict) => conflict.columns(['item_id', 'kind', 'version', 'story_id']).doNothing())
    .executeTakeFirst();
}

export function countUnsettled(newsroom: Newsroom): Promise<{ count: number }> {
  return newsroom.store
    .selectFrom('wire_notices')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('settled_at', 'is', null)
    .executeTakeFirstOrThrow();
}

export interface SetSettledNoticeRow {
  kind: 'headline' | 'changed' | 'withdrawn' | 'withheld' | 'embargoed' | 'expired' | 'back';
  story_id: string;
}

export function setSettledNotice(
  inner: Newsroom,
  noticeId: string,
  settled: Updateable<WireNoticesTable>,
): Promise<SetSettledNoticeRow | undefined> {
  return inner.store
    .updateTable('wire_notices')
    .set(settled)
    .where('id', '=', noticeId)
    .where('settled_at', 'is', null)
    .returning(['story_id', 'kind'])
    .executeTakeFirst();
}
