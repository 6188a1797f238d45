/** The paper's log: what was corrected, updated and withdrawn, for everyone to see. */

import type { Newsroom } from '../newsroom.ts';
import type { Tables } from '../store/tables.ts';
import { listCorrectionRows } from '../stories/correction-queries.ts';
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
  const rows = await listCorrectionRows(newsroom, filter);
  return rows.map(({ status, section_slug, slug, ...line }) => ({
    ...line,
    // That of a merged story leads to where it goes on.
    path: status === 'published' || status === 'merged' ? storyPath(section_slug, slug) : null,
  }));
}
