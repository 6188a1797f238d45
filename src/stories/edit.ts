/** Edit: takes are saved, and earlier ones brought back. */
import { because, refuse } from '../kit/refusal.ts';
import type { BodyHtml } from '../kit/safe-html.ts';
import { type Actor, asking, type Newsroom } from '../newsroom.ts';
import { getStaff } from '../staff/staff.ts';
import { refuseIfLocked } from './lock.ts';
import { refuseUnlessMayChange } from './may-change.ts';
import { mediaIn } from './media-in.ts';
import { putTakeMedia } from './media-queries.ts';
import {
  type EditionRow,
  getEditionRow,
  getTakeRow,
  getWorkingTake,
  holdStoryOf,
  lastTakeNumber,
  putTakeRow,
  type StoryRow,
  type TakeRow,
  updateEdition,
} from './queries.ts';
import { isScheduled } from './scheduled-for.ts';
import { type Copy, oneLine, sameCopy } from './story.ts';

export interface NewTake {
  takeId: string;
  editionId: string;
  number: number;
  copy: Copy;
  by: Actor;
  note: string;
}

/** Writes a take; the caller makes it the working one. */
export async function putTake(inner: Newsroom, take: NewTake): Promise<void> {
  const { copy } = take;
  await putTakeRow(inner, {
    id: take.takeId,
    edition_id: take.editionId,
    number: take.number,
    headline: oneLine(copy.headline),
    dek: oneLine(copy.dek),
    byline: oneLine(copy.byline),
    dateline: oneLine(copy.dateline),
    body_html: copy.bodyHtml,
    picture_id: copy.pictureId,
    by_id: take.by.id,
    note: take.note,
    saved_at: inner.clock.now(),
  });
  await putTakeMedia(inner, take.takeId, mediaIn(copy));
}

/**
 * Saves the copy as a new take; the same copy again is no new take. Refuses with `take-outdated` when `basedOn` is no
 * longer the newest, with `story-locked` while another editor holds the story, with `role-needed` where the edition is
 * scheduled and whoever saves is no editor.
 */
export async function saveTake(
  newsroom: Newsroom,
  save: { editionId: string; copy: Copy; basedOn: string; note?: string; by: Actor },
): Promise<{ takeId: string; number: number }> {
  return newsroom.transact(async (inner) => {
    const { story, edition, latest } = await hold(inner, save.editionId, save.by);
    const { copy } = save;
    if (sameCopy(copy, copyOf(latest))) return { takeId: latest.id, number: latest.number };
    if (edition.working_take_id !== save.basedOn) await refuseAsOutdated(inner, latest, save.by);
    await refuseIfScheduled(inner, { story, edition, by: save.by });
    return addTake(inner, { edition, copy, note: save.note ?? '', by: save.by });
  });
}

/** Makes an earlier take the working one again, as a new take: what came between stays in the list. */
export async function restoreTake(
  newsroom: Newsroom,
  asked: { editionId: string; takeId: string; by: Actor },
): Promise<{ takeId: string; number: number }> {
  return newsroom.transact(async (inner) => {
    const { story, edition } = await hold(inner, asked.editionId, asked.by);
    await refuseIfScheduled(inner, { story, edition, by: asked.by });
    const take = await getTakeRow(inner, asked.takeId);
    if (take.edition_id !== edition.id) refuse('not-found', { because: 'noSuchTake' });
    return addTake(inner, {
      edition,
      copy: copyOf(take),
      note: `take ${take.number} restored`,
      by: asked.by,
    });
  });
}

/** The edition as it is once nobody else is changing its story. */
export async function holdEdition(inner: Newsroom, editionId: string): Promise<EditionRow> {
  await holdStoryOf(inner, editionId);
  return getEditionRow(inner, editionId);
}

/** The same with what is worked on. Refuses with `story-locked` while another has the story. */
async function hold(
  inner: Newsroom,
  editionId: string,
  by: Actor,
): Promise<{ story: StoryRow; edition: EditionRow; latest: TakeRow }> {
  const story = await holdStoryOf(inner, editionId);
  const ask = asking(inner);
  const [edition, latest] = await Promise.all([
    getEditionRow(ask, editionId),
    getWorkingTake(ask, editionId),
    refuseIfLocked(ask, story.id, by),
  ]);
  return { story, edition, latest };
}

/** Says who saved meanwhile: oneself in another window is nobody else. */
async function refuseAsOutdated(inner: Newsroom, { by_id }: TakeRow, by: Actor): Promise<never> {
  if (by_id === null || by_id !== by.id) {
    const name = by_id === null ? 'Crier' : (await getStaff(inner, by_id)).name;
    return refuse('take-outdated', { because: because('savedByOther', { name }) });
  }
  return refuse('take-outdated', {
    because: 'savedInOtherWindow',
  });
}

/** What goes out by itself is an editor's; an edition that stays behind is worked on as ever. */
async function refuseIfScheduled(
  inner: Newsroom,
  { story, edition, by }: { story: StoryRow; edition: EditionRow; by: Actor },
): Promise<void> {
  if (isScheduled(story, edition.id)) await refuseUnlessMayChange(inner, { story, change: 'waits', by });
}

async function addTake(
  inner: Newsroom,
  {
    edition,
    copy,
    note,
    by,
  }: { edition: Pick<EditionRow, 'id' | 'story_id'>; copy: Copy; note: string; by: Actor },
): Promise<{ takeId: string; number: number }> {
  const takeId = inner.ids.next();
  const number = (await lastTakeNumber(inner, edition.id)) + 1;
  await putTake(inner, { takeId, editionId: edition.id, number, copy, by, note });
  await updateEdition(inner, edition.id, { working_take_id: takeId });
  inner.bell.ring('desk', { what: 'stories', storyId: edition.story_id });
  return { takeId, number };
}

export function copyOf(take: {
  headline: string;
  dek: string;
  byline: string;
  dateline: string;
  body_html: BodyHtml;
  picture_id: string | null;
}): Copy {
  const { headline, dek, byline, dateline } = take;
  return { headline, dek, byline, dateline, bodyHtml: take.body_html, pictureId: take.picture_id };
}
