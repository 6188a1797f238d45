/** What is asked of the store before an alert is sent: an edition’s own words, who agreed to them, and who asked for it. */

import type { Insertable } from 'kysely';
import type { AlertLevel } from '../kit/alert-level.ts';
import type { Newsroom } from '../newsroom.ts';
import type { AlertConsentsTable } from '../store/alert-tables.ts';

export async function putAlertText(
  inner: Newsroom,
  edition_id: string,
  row: { by_id: string | null; changed_at: number; headline: string; body: string },
): Promise<void> {
  await inner.store
    .insertInto('alert_texts')
    .values({ edition_id, ...row })
    .onConflict((conflict) => conflict.column('edition_id').doUpdateSet(row))
    .execute();
}

export function listAlertTexts(
  newsroom: Newsroom,
  editionIds: string[],
): Promise<{ edition_id: string; headline: string; body: string }[]> {
  return newsroom.store
    .selectFrom('alert_texts')
    .select(['edition_id', 'headline', 'body'])
    .where('edition_id', 'in', editionIds)
    .execute();
}

export async function putConsent(inner: Newsroom, row: Insertable<AlertConsentsTable>): Promise<void> {
  await inner.store
    .insertInto('alert_consents')
    .values(row)
    .onConflict((conflict) => conflict.columns(['edition_id', 'digest', 'by_id']).doNothing())
    .execute();
}

export function listConsents(
  newsroom: Newsroom,
  editionId: string,
  digest: string,
): Promise<{ by_id: string; role: string }[]> {
  return newsroom.store
    .selectFrom('alert_consents')
    .select(['by_id', 'role'])
    .where('edition_id', '=', editionId)
    .where('digest', '=', digest)
    .execute();
}

export function findLastPublisher(
  newsroom: Newsroom,
  storyId: string,
): Promise<{ role: string | null; id: string | null } | undefined> {
  return newsroom.store
    .selectFrom('audit')
    .leftJoin('staff', 'staff.id', 'audit.by_id')
    .select(['audit.by_id as id', 'staff.role'])
    .where('audit.subject_kind', '=', 'story')
    .where('audit.subject_id', '=', storyId)
    .where('audit.act', 'in', ['publish', 'publish again', 'schedule'])
    .where('audit.by_id', 'is not', null)
    .orderBy('audit.at', 'desc')
    .orderBy('audit.id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export function findLevelMeant(
  newsroom: Newsroom,
  storyId: string,
): Promise<{ id: string; alert_level: AlertLevel | null; waiting_filing_json: string | null } | undefined> {
  return newsroom.store
    .selectFrom('stories')
    .select(['id', 'alert_level', 'waiting_filing_json'])
    .where('id', '=', storyId)
    .executeTakeFirst();
}

export function findNewsAlert(newsroom: Newsroom, storyId: string): Promise<{ id: string } | undefined> {
  return newsroom.store
    .selectFrom('alerts')
    .select('id')
    .where('story_id', '=', storyId)
    .where('kind', '=', 'news')
    .limit(1)
    .executeTakeFirst();
}
