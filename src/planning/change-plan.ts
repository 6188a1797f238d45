/** What the desk does with its plan: adds to it, changes, assigns, takes off, and makes stories of it. */
import { cleanLetters } from '../kit/letters.ts';
import { dayAfter, instantAt, isCalendarDay } from '../kit/local-time.ts';
import { because, type Reason, refuse } from '../kit/refusal.ts';
import { textToHtml } from '../kit/safe-html.ts';
import { slugOf } from '../kit/slug.ts';
import { type Actor, type Newsroom, recordAct } from '../newsroom.ts';
import { staffNamed } from '../staff/named.ts';
import { getStaff, listStaff } from '../staff/staff.ts';
import { readWords } from '../store/json-column.ts';
import { draftStory } from '../stories/draft.ts';
import { getMasthead } from '../stories/masthead.ts';
import { standingsOf } from '../stories/standing.ts';
import { oneLine } from '../stories/story.ts';
import {
  LONGEST_NOTE,
  LONGEST_PLACE,
  LONGEST_WHAT,
  orderOf,
  type PlanLine,
  type PlanPart,
  type PlanTime,
  readPlanLine,
} from './plan.ts';
import { getPlanRow, holdPlanRow, type PlanRow, putPlanRow, updatePlanRow } from './plan-queries.ts';
import { planTimeOf } from './read-plan.ts';

/** What is typed of a plan item. */
export interface PlanForm {
  what: string;
  place: string;
  time: PlanTime;
  assignedId: string | null;
  dueAt: number | null;
  note: string;
}

/**
 * Puts something on the plan. Refuses with `form-incomplete` what has no words or no day, or ends before it begins, and with
 * `staff-left` a colleague who works here no more.
 */
export async function addToPlan(
  newsroom: Newsroom,
  { by, ...form }: PlanForm & { by: Actor },
): Promise<{ itemId: string }> {
  const checked = checkedForm(form);
  return newsroom.transact(async (inner) => {
    if (checked.assignedId !== null) await mustWorkHere(inner, checked.assignedId);
    const itemId = inner.ids.next();
    const now = inner.clock.now();
    await putPlanRow(inner, {
      id: itemId,
      ...columnsOf(checked),
      story_id: null,
      dropped_at: null,
      calendar_id: null,
      event_key: null,
      said_json: null,
      cancelled_at: null,
      by_id: by.id,
      created_at: now,
      updated_at: now,
    });
    await planActed(inner, { by, act: 'plan', itemId, facts: { what: checked.what } });
    return { itemId };
  });
}

/**
 * The same of one line, `14:30-16:00 Council on the budget @petros due 18:00 (City Hall)`, on a day of the paper. Refuses with
 * `form-incomplete` a name that is nobody's or several people's.
 */
export async function addPlanLine(
  newsroom: Newsroom,
  { line, day, by }: { line: string; day: string; by: Actor },
): Promise<{ itemId: string }> {
  const { timeZone } = await getMasthead(newsroom);
  const { what, place, person, ...clocks } = readPlanLine(line);
  const assignedId = person === null ? null : await idOfNamed(newsroom, person);
  return addToPlan(newsroom, { what, place, ...timesIn(clocks, day, timeZone), assignedId, note: '', by });
}

const SURELY_NEXT = 12 * 60 * 60_000; // ms; due sooner than that before it begins, it is written ahead

/** On the paper's clocks: an end before the beginning is after midnight, and so is what is due half a day or more before. */
function timesIn(
  { from, to, due, isDueNextDay }: Pick<PlanLine, 'from' | 'to' | 'due' | 'isDueNextDay'>,
  day: string,
  zone: string,
): { time: PlanTime; dueAt: number | null } {
  const onDay = (clock: string | null, later = 0) =>
    clock === null ? null : instantAt(`${dayAfter(day, later)}T${clock}`, zone);
  const startsAt = onDay(from);
  const isFarBefore = (at: number | null) => at !== null && startsAt !== null && startsAt - at >= SURELY_NEXT;
  const dueAt = onDay(due, isDueNextDay || isFarBefore(onDay(due)) ? 1 : 0);
  if (startsAt === null) return { time: { day, lastDay: null }, dueAt };
  const ends = onDay(to);
  const endsAt = ends !== null && ends < startsAt ? onDay(to, 1) : ends;
  return { time: { day: null, startsAt, endsAt }, dueAt };
}

async function idOfNamed(newsroom: Newsroom, person: string): Promise<string> {
  const found = staffNamed(await listStaff(newsroom), person);
  if (found.ok) return found.staff.id;
  if (found.why === 'left') return refuse('staff-left', { because: because('hasLeft', { name: person }) });
  const reason = because(found.why === 'several' ? 'severalOfThatName' : 'nobodyOfThatName', {
    name: person,
  });
  return refuse('form-incomplete', { because: reason, fields: { line: reason } });
}

/**
 * Changes what is typed of an item. What an editor writes of an event of a calendar is theirs: the calendar changes it no more.
 * Refuses with `plan-changed` where somebody else changed it since `basedOn`.
 */
export async function changePlanItem(
  newsroom: Newsroom,
  { itemId, basedOn, by, ...form }: PlanForm & { itemId: string; basedOn: number; by: Actor },
): Promise<void> {
  const checked = checkedForm(form);
  await newsroom.transact(async (inner) => {
    const row = await holdPlanRow(inner, itemId);
    if (row.updated_at !== basedOn) refuse('plan-changed');
    if (checked.assignedId !== null && checked.assignedId !== row.assigned_id)
      await mustWorkHere(inner, checked.assignedId);
    const columns = columnsOf(checked);
    const own = new Set(readWords('plan_items.own_json', row.id, row.own_json));
    for (const part of changedParts(row, columns)) own.add(part);
    await updatePlanRow(inner, itemId, {
      ...columns,
      own_json: JSON.stringify(row.calendar_id === null ? [] : [...own]),
      updated_at: nextStamp(inner, row),
    });
    await planActed(inner, { by, act: 'change plan', itemId, facts: { what: checked.what } });
  });
}

/** Gives an item to someone, or to nobody. Refuses with `staff-left` who works here no more. */
export async function assignPlanItem(
  newsroom: Newsroom,
  { itemId, staffId, by }: { itemId: string; staffId: string | null; by: Actor },
): Promise<void> {
  await newsroom.transact(async (inner) => {
    const row = await holdPlanRow(inner, itemId);
    if (row.assigned_id === staffId) return;
    const name = staffId === null ? null : await mustWorkHere(inner, staffId);
    await updatePlanRow(inner, itemId, { assigned_id: staffId, updated_at: nextStamp(inner, row) });
    await planActed(inner, { by, act: 'assign', itemId, facts: { to: name } });
  });
}

/** Takes an item off the plan, or puts it on again. What its calendar says is followed all the same. */
export async function dropPlanItem(
  newsroom: Newsroom,
  { itemId, back = false, by }: { itemId: string; back?: boolean; by: Actor },
): Promise<void> {
  await newsroom.transact(async (inner) => {
    const row = await holdPlanRow(inner, itemId);
    if ((row.dropped_at === null) === back) return;
    const dropped_at = back ? null : inner.clock.now();
    await updatePlanRow(inner, itemId, { dropped_at, updated_at: nextStamp(inner, row) });
    await planActed(inner, { by, act: back ? 'plan again' : 'unplan', itemId, facts: { what: row.what } });
  });
}

/** The desk has seen what the calendar changed. */
export async function seePlanChanges(
  newsroom: Newsroom,
  { itemId, by }: { itemId: string; by: Actor },
): Promise<void> {
  await newsroom.transact(async (inner) => {
    const row = await holdPlanRow(inner, itemId);
    if (row.changes_json === '[]') return;
    await updatePlanRow(inner, itemId, { changes_json: '[]', updated_at: nextStamp(inner, row) });
    await planActed(inner, { by, act: 'see change', itemId, facts: {} });
  });
}

/**
 * Makes a draft of an item: with its slug, with the byline of whoever it is assigned to, tied to the item from then on. Refuses
 * with `plan-has-story` where there is one that lives.
 */
export async function draftPlanned(
  newsroom: Newsroom,
  { itemId, by }: { itemId: string; by: Actor },
): Promise<{ storyId: string }> {
  return newsroom.transact(async (inner) => {
    const row = await holdPlanRow(inner, itemId);
    if (row.story_id !== null) {
      const before = (await standingsOf(inner, [row.story_id])).get(row.story_id);
      if (before && before.status !== 'spiked') refuse('plan-has-story');
    }
    const { language } = await getMasthead(inner);
    const { assignedName } = await getPlanRow(inner, itemId);
    const { storyId } = await draftStory(inner, {
      copy: {
        headline: '',
        dek: '',
        byline: assignedName ?? by.name,
        dateline: '',
        bodyHtml: textToHtml(''),
        pictureId: null,
      },
      language,
      slug: slugOf(row.what, language).slice(0, LONGEST_SLUG).replace(/-+$/, '') || 'planned',
      hops: [],
      by,
    });
    await updatePlanRow(inner, itemId, {
      story_id: storyId,
      assigned_id: row.assigned_id ?? by.id,
      updated_at: nextStamp(inner, row),
    });
    await planActed(inner, { by, act: 'draft', itemId, facts: { story: storyId } });
    return { storyId };
  });
}

const LONGEST_SLUG = 60; // characters; it is read in lists

async function mustWorkHere(inner: Newsroom, staffId: string): Promise<string> {
  const { name, leftAt } = await getStaff(inner, staffId);
  if (leftAt !== null) refuse('staff-left', { because: because('hasLeft', { name }) });
  return name;
}

/** Another instant than before, also within one millisecond: what a change is based on must tell it from the next. */
function nextStamp(inner: Newsroom, { updated_at }: PlanRow): number {
  return Math.max(inner.clock.now(), updated_at + 1);
}

async function planActed(
  inner: Newsroom,
  { by, act, itemId, facts }: { by: Actor; act: string; itemId: string; facts: Record<string, unknown> },
): Promise<void> {
  await recordAct(inner, { by, act, subjectKind: 'plan', subjectId: itemId, facts });
  inner.bell.ring('desk', { what: 'plan' });
}

/** As it is kept; refuses what cannot be. */
function checkedForm(form: PlanForm): PlanForm {
  const what = oneLine(form.what);
  const place = oneLine(form.place);
  const note = cleanLetters(form.note).trim();
  const fields: Record<string, Reason | string> = {};
  if (what === '') fields.what = because('planWithoutWords');
  if (what.length > LONGEST_WHAT) fields.what = because('noLongerThan', { most: LONGEST_WHAT });
  if (place.length > LONGEST_PLACE) fields.place = because('noLongerThan', { most: LONGEST_PLACE });
  if (note.length > LONGEST_NOTE) fields.note = because('noLongerThan', { most: LONGEST_NOTE });
  const wrongTime = timeFault(form.time);
  if (wrongTime) fields.when = wrongTime;
  const [first] = Object.values(fields);
  if (first !== undefined)
    refuse('form-incomplete', { fields, ...(typeof first === 'string' ? {} : { because: first }) });
  return { ...form, what, place, note };
}

function timeFault(time: PlanTime): Reason | null {
  if (time.day === null) {
    const isBackwards = time.endsAt !== null && time.endsAt < time.startsAt;
    return isBackwards ? because('endsBeforeItBegins') : null;
  }
  if (!isCalendarDay(time.day) || (time.lastDay !== null && !isCalendarDay(time.lastDay)))
    return because('notADay');
  return time.lastDay !== null && time.lastDay < time.day ? because('endsBeforeItBegins') : null;
}

function columnsOf({ what, place, time, assignedId, dueAt, note }: PlanForm) {
  const days = time.day === null ? { day: null, lastDay: null } : time;
  return {
    what,
    place,
    day: days.day,
    last_day: days.lastDay === days.day ? null : days.lastDay,
    ...orderOf(time),
    assigned_id: assignedId,
    due_at: dueAt,
    note,
  };
}

/** Which of what a calendar says an editor has changed. */
function changedParts(row: PlanRow, columns: ReturnType<typeof columnsOf>): PlanPart[] {
  const parts: PlanPart[] = [];
  if (row.what !== columns.what) parts.push('what');
  if (row.place !== columns.place) parts.push('place');
  if (JSON.stringify(planTimeOf(row)) !== JSON.stringify(planTimeOf(columns))) parts.push('when');
  return parts;
}
