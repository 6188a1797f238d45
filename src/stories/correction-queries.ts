/** The paper’s log of corrections and withdrawals, as the store is asked for it. */
import type { Newsroom } from '../newsroom.ts';
import type { Cursor } from './cursor.ts';

/** Newest first. */
export async function listCorrectionRows(
  newsroom: Newsroom,
  filter: { before?: Cursor; language?: string; limit: number },
) {
  let query = newsroom.store
    .selectFrom('corrections')
    .innerJoin('editions', 'editions.id', 'corrections.edition_id')
    .innerJoin('stories', 'stories.id', 'corrections.story_id')
    .innerJoin('takes', 'takes.id', 'editions.published_take_id')
    .leftJoin('sections', 'sections.id', 'stories.section_id')
    .select(['corrections.id', 'corrections.kind', 'corrections.notice', 'corrections.at', 'takes.headline'])
    .select(['stories.status', 'sections.slug as section_slug', 'editions.slug', 'editions.language']);
  if (filter.language) query = query.where('editions.language', '=', filter.language);
  if (filter.before) {
    const { at, id } = filter.before;
    query = query.where((row) =>
      row.or([
        row('corrections.at', '<', at),
        row.and([row('corrections.at', '=', at), row('corrections.id', '<', id)]),
      ]),
    );
  }
  return query
    .orderBy('corrections.at', 'desc')
    .orderBy('corrections.id', 'desc')
    .limit(filter.limit)
    .execute();
}
