/** The paper's log: what was corrected, updated and withdrawn, for everyone to see. */
import type { Newsroom } from '../newsroom.ts';
import type { Tables } from '../store/tables.ts';
import type { Cursor } from './cursor.ts';
import { storyPath } from './story.ts';

export type CorrectionKind = Tables['corrections']['kind'];

export interface CorrectionLine {
  id: string;
  kind: CorrectionKind;
  notice: string;
  at: number;
  headline: string;
  /** Null when the story was killed. */
  path: string | null;
  language: string;
}

/** The paper's log of corrections and withdrawals, newest first. */
export async function listCorrections(
  newsroom: Newsroom,
  filter: { before?: Cursor; language?: string; limit: number },
): Promise<CorrectionLine[]> {
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
  const rows = await query
    .orderBy('corrections.at', 'desc')
    .orderBy('corrections.id', 'desc')
    .limit(filter.limit)
    .execute();
  return rows.map(({ status, section_slug, slug, ...line }) => ({
    ...line,
    path: status === 'published' ? storyPath(section_slug, slug) : null,
  }));
}
