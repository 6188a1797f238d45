/** When agencies say that something is planned, and the words that they say of it, as a plan takes them. */
import { cleanLetters } from '../../kit/letters.ts';
import { dayAfter, isCalendarDay } from '../../kit/local-time.ts';
import type { PlanRecurrence, ReceivedPlan } from '../../runner/work.ts';
import { readDate } from '../parse/dates.ts';

type PlannedTime = Pick<ReceivedPlan, 'day' | 'lastDay' | 'startsAt' | 'endsAt'>;

const HAS_CLOCK = /T\d\d/;
const LASTS = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/** Null where it says no day: a month, or nothing that can be read. */
export function plannedTime(said: { start: string; end: string; duration: string }): PlannedTime | null {
  const start = said.start.trim();
  const [, days = '0', hours = '0', minutes = '0', seconds = '0'] = LASTS.exec(said.duration.trim()) ?? [];
  if (!HAS_CLOCK.test(start)) {
    const day = start.slice(0, 'yyyy-mm-dd'.length);
    if (!isCalendarDay(day)) return null;
    const end = said.end.trim().slice(0, 'yyyy-mm-dd'.length);
    const last = isCalendarDay(end) ? end : dayAfter(day, Math.max(0, Number(days) - 1));
    return { day, lastDay: last > day ? last : null, startsAt: null, endsAt: null };
  }
  const startsAt = readDate(start);
  if (startsAt === null) return null;
  const lasts = ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds);
  const end = HAS_CLOCK.test(said.end) ? readDate(said.end) : lasts > 0 ? startsAt + lasts * 1_000 : null;
  return { day: null, lastDay: null, startsAt, endsAt: end !== null && end > startsAt ? end : null };
}

const LONGEST_KEY = 400; // characters
const LONGEST_LINE = 300;
const LONGEST_NOTE = 2_000;

/** In lines and lengths of a plan. */
export function planWords({
  time,
  link,
  recurs,
  ...said
}: Pick<ReceivedPlan, 'key' | 'what' | 'place' | 'note' | 'isCoverage' | 'isCancelled'> & {
  link: string;
  time: PlannedTime;
  recurs?: PlanRecurrence | null;
}): ReceivedPlan {
  const line = (words: string) => cleanLetters(words).replace(/\s+/g, ' ').trim().slice(0, LONGEST_LINE);
  const what = line(said.what);
  return {
    ...said,
    ...time,
    key: said.key.slice(0, LONGEST_KEY),
    what: what || line(said.place) || 'Without a name',
    place: line(said.place).slice(0, LONGEST_PLACE),
    note: cleanLetters(said.note).trim().slice(0, LONGEST_NOTE),
    link: /^https?:\/\//i.test(link.trim()) ? link.trim().slice(0, LONGEST_NOTE) : null,
    ...(recurs ? { recurs } : {}),
  };
}

const MOST_TIMES = 400; // written one by one: every day of a year
const LONGEST_PART = 400; // characters of one part of a rule: each day of a year

/** Null where nothing says that it recurs. Parts of rules may be lists, written with blanks (NewsML-G2) or commas. */
export function recurrenceSaid(said: PlanRecurrence): PlanRecurrence | null {
  const { start, rules, exceptRules, dates, struck } = said;
  if (rules.length + dates.length === 0) return null;
  const times = (all: string[]) =>
    all
      .map((time) => time.trim())
      .filter(Boolean)
      .slice(0, MOST_TIMES);
  const tidy = (all: Record<string, string>[]) =>
    all.map((rule) => {
      const parts = Object.entries(rule).map(([name, value]) => [
        name.toLowerCase(),
        value
          .trim()
          .replace(/[\s,]+/g, ',')
          .slice(0, LONGEST_PART),
      ]);
      return Object.fromEntries(parts.filter(([, value]) => value !== '')) as Record<string, string>;
    });
  return {
    start: start.trim(),
    rules: tidy(rules),
    exceptRules: tidy(exceptRules),
    dates: times(dates),
    struck: times(struck),
  };
}

const LONGEST_PLACE = 200;
