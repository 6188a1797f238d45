/** The list of stories at the desk: every story in every state, and what of each waits. */

import type { StoryKind } from '../kit/story-kind.ts';
import type { Newsroom } from '../newsroom.ts';
import { type DeskFilter, listDeskRows } from './desk-queries.ts';
import { notPublishedOf, type UnpublishedPart } from './filing.ts';
import { changedSinceScheduled } from './schedule.ts';
import { type MissedPublication, missedOf } from './scheduled-for.ts';
import type { StoryStatus } from './story.ts';
import { readStory } from './story-reading.ts';

export interface DeskSummary {
  storyId: string;
  editionId: string;
  slug: string;
  status: StoryStatus;
  headline: string;
  language: string;
  /** Section and level as readers have them, or as they are meant to be where readers have none of it. */
  sectionName: string | null;
  sourceName: string | null;
  byName: string | null;
  alertLevel: string | null;
  kind: StoryKind;
  /** What of it is not before readers yet: 'copy', 'section' …; empty for what stands as it is, and for drafts. */
  notPublished: UnpublishedPart[];
  /** What has changed since it was scheduled: with that it does not go out. */
  changed: string[];
  /** Why it did not go out at its hour. */
  missed: MissedPublication | null;
  /** Who has it open now. */
  holderId: string | null;
  holderName: string | null;
  publishAt: number | null;
  /** Under embargo until then; null for none. */
  embargoUntil: number | null;
  publishedAt: number | null;
  updatedAt: number;
}

/** Newest change first; of each story the editions that are meant for readers. */
export async function listForDesk(newsroom: Newsroom, filter: DeskFilter): Promise<DeskSummary[]> {
  const rows = await listDeskRows(newsroom, filter);
  const summaries: DeskSummary[] = [];
  for (const row of rows) {
    const { waiting_filing_json, schedule_json, working_take_id, published_take_id, ...shown } = row;
    const hasChanges = published_take_id !== null && published_take_id !== working_take_id;
    const isScheduled = row.status === 'scheduled';
    summaries.push({
      ...shown,
      notPublished: notPublishedOf({ id: row.storyId, ...row }, hasChanges),
      changed: isScheduled ? changedSinceScheduled(await readStory(newsroom, row.storyId)) : [],
      missed: missedOf({ id: row.storyId, ...row }),
    });
  }
  return summaries;
}
