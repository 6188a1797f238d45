/** How the desk says what is planned: when, how far, what is missing, what a calendar changed. */
import { dayStart, localDay } from '../../kit/local-time.ts';
import type { PlanChange, PlanLack, PlanState, PlanTime } from '../../planning/plan.ts';
import type { PlanItem } from '../../planning/read-plan.ts';
import { dayOf, shortDayOf } from '../../views/when.ts';
import { clockTime, dayAndTime, type PageTime } from './words.ts';

export const stateWords: Record<PlanState, string> = {
  idea: 'idea',
  assigned: 'assigned',
  writing: 'writing',
  filed: 'filed',
  checked: 'checked',
  published: 'published',
};

const lackWords: Record<PlanLack, string> = {
  nobody: 'nobody has it',
  late: 'late',
  'no-words': 'no copy yet',
  'no-section': 'no section',
  'no-picture': 'no picture',
  'no-source': 'no source named',
  gate: 'the gate holds it',
  spiked: 'its story was spiked',
  killed: 'its story was killed',
};

/** 'late', 'no picture'; what is loud comes first. */
export function lacksInWords({
  lacks,
  story,
}: Pick<PlanItem, 'lacks' | 'story'>): { words: string; isLoud: boolean }[] {
  return lacks.map((lack) => ({
    words: lack === 'gate' && story?.inTheWay ? `${story.inTheWay} in the way` : lackWords[lack],
    isLoud: lack === 'late' || lack === 'killed',
  }));
}

/** '19 Nov' of a day. */
function shortDay(day: string, { zone }: PageTime): string {
  return shortDayOf({ language: 'en', timeZone: zone }, dayStart(day, zone) ?? 0);
}

/** 'Thursday 19 November 2026'. */
export function longDay(day: string, { zone }: PageTime): string {
  return dayOf({ language: 'en', timeZone: zone }, dayStart(day, zone) ?? 0);
}

/** '14:30–16:00', 'all day', '18 Nov–20 Nov', '22:00–20 Nov 02:00'. */
export function timeInWords(time: PlanTime, when: PageTime): string {
  if (time.day !== null) {
    if (time.lastDay === null || time.lastDay === time.day) return 'all day';
    return `${shortDay(time.day, when)}–${shortDay(time.lastDay, when)}`;
  }
  const { startsAt, endsAt } = time;
  if (endsAt === null || endsAt === startsAt) return clockTime(startsAt, when);
  const isSameDay = localDay(startsAt, when.zone) === localDay(endsAt, when.zone);
  const end = clockTime(endsAt, when);
  if (isSameDay) return `${clockTime(startsAt, when)}–${end}`;
  const from = `${shortDay(localDay(startsAt, when.zone), when)} ${clockTime(startsAt, when)}`;
  return `${from}–${shortDay(localDay(endsAt, when.zone), when)} ${end}`;
}

/** The day of the paper under which something stands in a list that begins on `first`. */
export function dayOfPlan(time: PlanTime, first: string, zone: string): string {
  const day = time.day ?? localDay(time.startsAt, zone);
  return day < first ? first : day;
}

/** In the order of a day: what has no hour, then by the hour. */
export function inDayOrder(
  items: PlanItem[],
  first: string,
  zone: string,
): [day: string, items: PlanItem[]][] {
  const days = new Map<string, PlanItem[]>();
  for (const item of items) {
    const day = dayOfPlan(item.time, first, zone);
    days.set(day, [...(days.get(day) ?? []), item]);
  }
  const hourOf = ({ time }: PlanItem) => (time.day === null ? time.startsAt : 0);
  return [...days]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([day, some]) => [day, some.toSorted((one, other) => hourOf(one) - hourOf(other))]);
}

/** 'moved: was 19 Nov 14:30, is 19 Nov 16:00'. */
export function changeInWords(change: PlanChange, when: PageTime): string {
  const { part, was, now } = change;
  switch (part) {
    case 'cancelled':
      return 'called off by its calendar';
    case 'gone':
      return 'its calendar has it no more';
    case 'back':
      return 'its calendar has it again';
    case 'when':
      return `moved: was ${timeOf(was, when)}, is ${timeOf(now, when)}`;
    case 'what':
      return `renamed: was “${was}”, is “${now}”`;
    case 'place':
      return now === ''
        ? `no place any more, was ${was}`
        : `now at ${now}${was === '' ? '' : `, was ${was}`}`;
  }
}

function timeOf(time: PlanChange['was'], when: PageTime): string {
  if (typeof time !== 'object' || time === null) return '—';
  if (time.day !== null) return time.lastDay === null ? shortDay(time.day, when) : timeInWords(time, when);
  return dayAndTime(time.startsAt, when);
}
