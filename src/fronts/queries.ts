/** Fronts, their steps, stands and banners, as the store keeps them. Private to this room. */
import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { Newsroom } from '../newsroom.ts';
import type { BannersTable, FrontStepsTable, FrontsTable } from '../store/fronts-tables.ts';
import { keptQuery } from '../store/kept-query.ts';

export type FrontRow = Selectable<FrontsTable>;

export function findFrontRow(newsroom: Newsroom, id: string): Promise<FrontRow | undefined> {
  return newsroom.store.selectFrom('fronts').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The hands of a step: both the one that is out and the draft, of one front. */
export function listSteps(
  newsroom: Newsroom,
  { id, numbers }: { id: string; numbers: number[] },
): Promise<{ number: number; before: number; kind: 'draft' | 'out'; hands_json: string; at: number }[]> {
  return newsroom.store
    .selectFrom('front_steps')
    .select(['number', 'before', 'kind', 'hands_json', 'at'])
    .where('front_id', '=', id)
    .where('number', 'in', numbers)
    .execute();
}

/** What is out on the fronts of a language whose hands name a story, the paper's own first. Asked for each story's page. */
export function handsOutNaming(
  newsroom: Newsroom,
  { storyId, language }: { storyId: string; language: string },
): Promise<HandsOutRow[]> {
  return handsOutLike(newsroom, [language, `%"${storyId}"%`]);
}

interface HandsOutRow {
  id: string;
  number: number;
  hands_json: string;
}

const handsOutLike = keptQuery<HandsOutRow>(({ store }, [language = '', named = '']) =>
  store
    .selectFrom('fronts')
    .innerJoin('front_steps', (step) =>
      step
        .onRef('front_steps.front_id', '=', 'fronts.id')
        .onRef('front_steps.number', '=', 'fronts.out_step'),
    )
    .select(['fronts.id', 'front_steps.number', 'front_steps.hands_json'])
    .where('fronts.language', '=', language)
    .where('front_steps.hands_json', 'like', named)
    .orderBy('fronts.id'),
);

export async function ensureFrontRow(inner: Newsroom, row: Insertable<FrontsTable>): Promise<void> {
  await inner.store
    .insertInto('fronts')
    .values(row)
    .onConflict((same) => same.column('id').doNothing())
    .execute();
}

/** Changes the row if nobody has since this version; false where somebody has. */
export async function changeFrontRow(
  inner: Newsroom,
  { id, version }: { id: string; version: number },
  values: Updateable<FrontsTable>,
): Promise<boolean> {
  const { numUpdatedRows } = await inner.store
    .updateTable('fronts')
    .set({ ...values, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return Number(numUpdatedRows) === 1;
}

export async function putStep(inner: Newsroom, row: Insertable<FrontStepsTable>): Promise<void> {
  await inner.store.insertInto('front_steps').values(row).execute();
}

/** Steps put out, newest first, with who did it. */
export function listOutSteps(newsroom: Newsroom, { id, limit }: { id: string; limit: number }) {
  return newsroom.store
    .selectFrom('front_steps')
    .leftJoin('staff', 'staff.id', 'front_steps.by_id')
    .select(['front_steps.number', 'front_steps.before', 'front_steps.at', 'staff.name as byName'])
    .where('front_id', '=', id)
    .where('kind', '=', 'out')
    .orderBy('number', 'desc')
    .limit(limit)
    .execute();
}

/** Steps of long ago that neither stand nor are worked on; the one before the one that stands can still be gone back to. */
export async function deleteSteps(inner: Newsroom, before: number): Promise<void> {
  await inner.store
    .deleteFrom('front_steps')
    .where('at', '<', before)
    .where((step) =>
      step.not(
        step.exists(
          step
            .selectFrom('fronts')
            .whereRef('fronts.id', '=', 'front_steps.front_id')
            .where((front) =>
              front.or([
                front('fronts.draft_step', '=', front.ref('front_steps.number')),
                front('fronts.out_step', '=', front.ref('front_steps.number')),
              ]),
            )
            .select('fronts.id'),
        ),
      ),
    )
    .execute();
}

/** Fronts whose places change by themselves by now. */
export function listDueFronts(newsroom: Newsroom, now: number): Promise<FrontRow[]> {
  return newsroom.store.selectFrom('fronts').selectAll().where('due_at', '<=', now).execute();
}

export async function putStand(
  inner: Newsroom,
  { frontId, at, json }: { frontId: string; at: number; json: string },
): Promise<void> {
  await inner.store
    .insertInto('front_stands')
    .values({ front_id: frontId, at, stood_json: json })
    .onConflict((same) => same.columns(['front_id', 'at']).doUpdateSet({ stood_json: json }))
    .execute();
}

export async function noteStand(
  inner: Newsroom,
  { frontId, hash, dueAt }: { frontId: string; hash: string; dueAt: number | null },
): Promise<void> {
  await inner.store
    .updateTable('fronts')
    .set({ stood_hash: hash, due_at: dueAt })
    .where('id', '=', frontId)
    .execute();
}

/** The stand that was there at an instant, and when it was followed by another. */
export async function findStandRow(newsroom: Newsroom, { frontId, at }: { frontId: string; at: number }) {
  const row = await newsroom.store
    .selectFrom('front_stands')
    .select(['at', 'stood_json'])
    .where('front_id', '=', frontId)
    .where('at', '<=', at)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** The instants of stands next to one, on one side. */
export async function findStandBeside(
  newsroom: Newsroom,
  { frontId, at, side }: { frontId: string; at: number; side: 'before' | 'after' },
): Promise<number | null> {
  const row = await newsroom.store
    .selectFrom('front_stands')
    .select('at')
    .where('front_id', '=', frontId)
    .where('at', side === 'before' ? '<' : '>', at)
    .orderBy('at', side === 'before' ? 'desc' : 'asc')
    .limit(1)
    .executeTakeFirst();
  return row ? Number(row.at) : null;
}

/** Stands of long ago, but for the last of each front: until something changes it goes on standing. */
export async function deleteStands(inner: Newsroom, before: number): Promise<void> {
  await inner.store
    .deleteFrom('front_stands')
    .where('at', '<', before)
    .where((stand) =>
      stand.exists(
        stand
          .selectFrom('front_stands as later')
          .whereRef('later.front_id', '=', 'front_stands.front_id')
          .whereRef('later.at', '>', 'front_stands.at')
          .where('later.at', '<=', before)
          .select('later.at'),
      ),
    )
    .execute();
}

/** The line that is up in each language, the newest where two are; those whose time is over are left out. */
export function listBannerRows(newsroom: Newsroom, now: number): Promise<Selectable<BannersTable>[]> {
  return newsroom.store
    .selectFrom('banners')
    .selectAll()
    .where('ended_at', 'is', null)
    .where('until', '>', now)
    .orderBy('at', 'desc')
    .execute();
}

export async function putBanner(inner: Newsroom, row: Insertable<BannersTable>): Promise<void> {
  await inner.store.insertInto('banners').values(row).execute();
}

/** Ends what is up in a language, if it is what somebody saw there; false where it is another. */
export async function endBanners(
  inner: Newsroom,
  { language, now }: { language: string; now: number },
): Promise<void> {
  await inner.store
    .updateTable('banners')
    .set({ ended_at: now })
    .where('language', '=', language)
    .where('ended_at', 'is', null)
    .execute();
}

/** The takes that readers of these editions see. */
export function listPublishedTakes(newsroom: Newsroom, editionIds: string[]) {
  return newsroom.store
    .selectFrom('editions')
    .select(['id', 'published_take_id as takeId'])
    .where('id', 'in', editionIds)
    .execute();
}

/** What is published, with no more than says where it may stand. */
export interface NewestRow {
  editionId: string;
  storyId: string;
  sectionId: string | null;
}

const newestRows = ({ store }: Newsroom) =>
  store
    .selectFrom('editions')
    .innerJoin('stories', 'stories.id', 'editions.story_id')
    .select(['editions.id as editionId', 'stories.id as storyId', 'stories.section_id as sectionId'])
    .where('editions.published_take_id', 'is not', null)
    .where('stories.status', '=', 'published');

/** The newest of a language, along the index that has them in this order. */
export function listNewest(
  newsroom: Newsroom,
  { language, limit }: { language: string; limit: number },
): Promise<NewestRow[]> {
  return newestRows(newsroom)
    .where('editions.language', '=', language)
    .orderBy('editions.first_published_at', 'desc')
    .orderBy('editions.id', 'desc')
    .limit(limit)
    .execute();
}

/**
 * The newest of a section of which there is little among those of the paper: by its own stories. The language is hidden from
 * SQLite, which would go through all that the paper ever published to find a section's few.
 */
export function listNewestOfSection(
  newsroom: Newsroom,
  { language, sectionId, limit }: { language: string; sectionId: string; limit: number },
): Promise<NewestRow[]> {
  return newestRows(newsroom)
    .where('stories.section_id', '=', sectionId)
    .where(sql<boolean>`coalesce(editions.language, '') = ${language}`)
    .orderBy('editions.first_published_at', 'desc')
    .orderBy('editions.id', 'desc')
    .limit(limit)
    .execute();
}
