/** What remarks ask the store. */
import type { Insertable, Updateable } from 'kysely';
import { refuse } from '../kit/refusal.ts';
import type { BodyHtml } from '../kit/safe-html.ts';
import type { Newsroom } from '../newsroom.ts';
import type { MentionsTable, RemarksTable } from '../store/remark-tables.ts';

export async function putRemarkRow(inner: Newsroom, row: Insertable<RemarksTable>): Promise<void> {
  await inner.store.insertInto('remarks').values(row).execute();
}

export async function putMentionRows(inner: Newsroom, rows: Insertable<MentionsTable>[]): Promise<void> {
  if (rows.length > 0) await inner.store.insertInto('mentions').values(rows).execute();
}

export async function getRemarkRow(newsroom: Newsroom, remarkId: string) {
  const row = await newsroom.store
    .selectFrom('remarks')
    .innerJoin('staff', 'staff.id', 'remarks.by_id')
    .selectAll('remarks')
    .select('staff.name as byName')
    .where('remarks.id', '=', remarkId)
    .executeTakeFirst();
  return row ?? refuse('not-found', { because: 'noSuchRemark' });
}

/** True where it was not so before. */
export async function setSettledRow(
  inner: Newsroom,
  remarkId: string,
  settled: Pick<Updateable<RemarksTable>, 'settled_at' | 'settled_by_id'>,
): Promise<boolean> {
  const isBack = settled.settled_at === null;
  const done = await inner.store
    .updateTable('remarks')
    .set(settled)
    .where('id', '=', remarkId)
    .where('settled_at', isBack ? 'is not' : 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

export async function moveRemarkRow(
  newsroom: Newsroom,
  remarkId: string,
  place: Pick<Updateable<RemarksTable>, 'take_id' | 'place' | 'sentence'>,
): Promise<void> {
  await newsroom.store.updateTable('remarks').set(place).where('id', '=', remarkId).execute();
}

/** Of a story, oldest first, each with who wrote and who settled it. */
export function listRemarkRows(newsroom: Newsroom, storyId: string, limit: number) {
  return newsroom.store
    .selectFrom('remarks')
    .innerJoin('staff', 'staff.id', 'remarks.by_id')
    .leftJoin('staff as settler', 'settler.id', 'remarks.settled_by_id')
    .selectAll('remarks')
    .select(['staff.name as byName', 'settler.name as settledByName'])
    .where('remarks.story_id', '=', storyId)
    .orderBy('remarks.id', 'desc')
    .limit(limit)
    .execute();
}

export interface TakeText {
  id: string;
  number: number;
  headline: string;
  dek: string;
  bodyHtml: BodyHtml;
}

/** The takes of an edition from one on, in order. */
export async function listTakeTexts(
  newsroom: Newsroom,
  editionId: string,
  fromTakeId: string,
  limit: number,
) {
  const from = await newsroom.store
    .selectFrom('takes')
    .select('number')
    .where('id', '=', fromTakeId)
    .executeTakeFirst();
  return newsroom.store
    .selectFrom('takes')
    .select(['id', 'number', 'headline', 'dek', 'body_html as bodyHtml'])
    .where('edition_id', '=', editionId)
    .where('number', '>=', from?.number ?? 0)
    .orderBy('number', 'desc')
    .limit(limit)
    .execute();
}

export async function findTakeText(newsroom: Newsroom, takeId: string) {
  return newsroom.store
    .selectFrom('takes')
    .innerJoin('editions', 'editions.id', 'takes.edition_id')
    .select(['takes.id', 'takes.headline', 'takes.dek', 'takes.body_html as bodyHtml'])
    .select(['editions.id as editionId', 'editions.story_id as storyId', 'editions.language'])
    .where('takes.id', '=', takeId)
    .executeTakeFirst();
}

/** Who wrote in a thread. */
export async function listWriters(inner: Newsroom, rootId: string): Promise<string[]> {
  const rows = await inner.store
    .selectFrom('remarks')
    .innerJoin('staff', 'staff.id', 'remarks.by_id')
    .select('by_id')
    .distinct()
    .where((where) => where.or([where('remarks.id', '=', rootId), where('answers_id', '=', rootId)]))
    .where('staff.left_at', 'is', null)
    .execute();
  return rows.map(({ by_id }) => by_id);
}

export async function countUnseenRows(newsroom: Newsroom, staffId: string, most: number): Promise<number> {
  const rows = await newsroom.store
    .selectFrom('mentions')
    .select('remark_id')
    .where('staff_id', '=', staffId)
    .where('seen_at', 'is', null)
    .limit(most)
    .execute();
  return rows.length;
}

/** Remarks that call someone, newest first. */
export function listMentionRows(
  newsroom: Newsroom,
  {
    staffId,
    isUnseen,
    before,
    limit,
  }: { staffId: string; isUnseen: boolean; before?: string; limit: number },
) {
  let query = newsroom.store
    .selectFrom('mentions')
    .innerJoin('remarks', 'remarks.id', 'mentions.remark_id')
    .innerJoin('staff', 'staff.id', 'remarks.by_id')
    .innerJoin('stories', 'stories.id', 'remarks.story_id')
    .select([
      'remarks.id',
      'remarks.words',
      'remarks.sentence',
      'remarks.at',
      'remarks.settled_at as settledAt',
    ])
    .select(['mentions.seen_at as seenAt', 'staff.name as byName', 'stories.id as storyId', 'stories.slug'])
    .where('mentions.staff_id', '=', staffId)
    .orderBy('mentions.remark_id', 'desc')
    .limit(limit);
  if (isUnseen) query = query.where('mentions.seen_at', 'is', null);
  if (before) query = query.where('mentions.remark_id', '<', before);
  return query.execute();
}

/** Marks what someone was called to as seen: in one story, or one remark. */
export async function setSeenRows(
  inner: Newsroom,
  staffId: string,
  of: { storyId: string } | 'all',
): Promise<boolean> {
  let update = inner.store
    .updateTable('mentions')
    .set({ seen_at: inner.clock.now() })
    .where('staff_id', '=', staffId)
    .where('seen_at', 'is', null);
  if (of !== 'all')
    update = update.where('remark_id', 'in', (inside) =>
      inside.selectFrom('remarks').select('remarks.id').where('remarks.story_id', '=', of.storyId),
    );
  const done = await update.executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

/** Whom a remark calls and whom no mail has reached yet, with their address. */
export function listToMail(newsroom: Newsroom, remarkId: string) {
  return newsroom.store
    .selectFrom('mentions')
    .innerJoin('staff', 'staff.id', 'mentions.staff_id')
    .select(['staff.id as staffId', 'staff.name', 'staff.email'])
    .where('mentions.remark_id', '=', remarkId)
    .where('mentions.mailed_at', 'is', null)
    .where('mentions.seen_at', 'is', null)
    .where('staff.left_at', 'is', null)
    .execute();
}

export async function setMailed(
  newsroom: Newsroom,
  { remarkId, staffId }: { remarkId: string; staffId: string },
  mail: Pick<Updateable<MentionsTable>, 'mailed_at' | 'mail_failure'>,
): Promise<void> {
  await newsroom.store
    .updateTable('mentions')
    .set(mail)
    .where('remark_id', '=', remarkId)
    .where('staff_id', '=', staffId)
    .execute();
}

/** Mail that a server said it never takes, newest first. */
export function listMailFailures(newsroom: Newsroom, since: number, limit: number) {
  return newsroom.store
    .selectFrom('mentions')
    .innerJoin('staff', 'staff.id', 'mentions.staff_id')
    .innerJoin('remarks', 'remarks.id', 'mentions.remark_id')
    .select(['mentions.remark_id as remarkId', 'remarks.story_id as storyId', 'staff.name'])
    .select(['mentions.mail_failure as words', 'mentions.at'])
    .where('mentions.mail_failure', 'is not', null)
    .where('mentions.at', '>', since)
    .orderBy('mentions.at', 'desc')
    .limit(limit)
    .execute();
}
