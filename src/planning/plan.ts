/** The noun: what a plan item is, how far it has come, what it misses, and how one is typed in a line. Needs no database. */
import { asciiDigits } from '../kit/digits.ts';
import type { StoryStanding } from '../stories/standing.ts';

/** Rising. */
export const planStates = ['idea', 'assigned', 'writing', 'filed', 'checked', 'published'] as const;
export type PlanState = (typeof planStates)[number];

/** When something is: instants, or days of the paper without an hour. */
export type PlanTime =
  | { day: null; startsAt: number; endsAt: number | null }
  | { day: string; lastDay: string | null };

/** What a calendar changed about a plan item since somebody looked. */
export interface PlanChange {
  part: 'what' | 'place' | 'when' | 'cancelled' | 'gone' | 'back';
  /** As it stood before, in words or as a time; null of a part that has none. */
  was: PlanTime | string | null;
  now: PlanTime | string | null;
  at: number;
}

export type PlanPart = 'what' | 'place' | 'when';

/** What a plan item may lack, in the order in which it is said. */
export type PlanLack =
  | 'nobody'
  | 'late'
  | 'no-words'
  | 'no-section'
  | 'no-picture'
  | 'no-source'
  | 'gate'
  | 'spiked'
  | 'killed';

export interface PlanFacts {
  assignedId: string | null;
  dueAt: number | null;
  /** When it begins: what has no hour of its own is due by then. */
  cancelledAt: number | null;
  story: StoryStanding | null;
}

/** How far it has come: of what a story was made, by the story; nobody types it. */
export function planStateOf({ assignedId, story }: Pick<PlanFacts, 'assignedId' | 'story'>): PlanState {
  if (story === null || story.status === 'spiked') return assignedId === null ? 'idea' : 'assigned';
  if (story.status === 'published' || story.status === 'killed') return 'published';
  if (story.status === 'scheduled' || story.inTheWay === 0) return 'checked';
  return story.hasWords && story.isFiled ? 'filed' : 'writing';
}

const written: ReadonlySet<PlanState> = new Set(['filed', 'checked', 'published']);

/** Whether it should have been filed by now. */
export function isLate(facts: PlanFacts, now: number): boolean {
  return (
    facts.dueAt !== null &&
    facts.dueAt <= now &&
    facts.cancelledAt === null &&
    !written.has(planStateOf(facts))
  );
}

/** What it lacks. */
export function lacksOf(facts: PlanFacts, now: number): PlanLack[] {
  const { assignedId, story } = facts;
  const state = planStateOf(facts);
  const lacks: [PlanLack, boolean][] = [
    ['spiked', story?.status === 'spiked'],
    ['killed', story?.status === 'killed'],
    ['late', isLate(facts, now)],
    ['nobody', assignedId === null && state !== 'published'],
  ];
  if (story && (state === 'writing' || state === 'filed'))
    lacks.push(
      ['no-words', !story.hasWords],
      ['no-section', !story.isFiled],
      ['no-picture', !story.hasPicture],
      ['no-source', !story.hasSource],
      ['gate', (story.inTheWay ?? 0) > 0],
    );
  return lacks.filter(([, is]) => is).map(([lack]) => lack);
}

/** Midnight of a day in UTC: where a day without an hour stands among instants, whatever the paper's zone comes to be. */
export const midnightOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** The two columns by which items are found and put in order. */
export function orderOf(time: PlanTime): { order_at: number; until_at: number } {
  if (time.day === null) return { order_at: time.startsAt, until_at: time.endsAt ?? time.startsAt };
  return { order_at: midnightOf(time.day), until_at: midnightOf(time.lastDay ?? time.day) };
}

export const LONGEST_WHAT = 300; // characters: a line
export const LONGEST_PLACE = 200;
export const LONGEST_NOTE = 4_000; // a page

/** What one typed line says. */
export interface PlanLine {
  what: string;
  place: string;
  /** 'HH:MM'; null where no hour is typed. */
  from: string | null;
  to: string | null;
  due: string | null;
  /** `due tomorrow 9:00`. */
  isDueNextDay: boolean;
  /** As it stands after the @; null where nobody is named. */
  person: string | null;
}

/** 14:30, 14.30, 14h30, 2 pm, 2:30pm, in the digits of any script and with the colon of a wide keyboard. */
const HOUR = String.raw`(?:\p{Nd}{1,2}[:.h：]\p{Nd}{2}(?:\s?[ap]\.?m\b\.?)?|\p{Nd}{1,2}\s?[ap]\.?m\b\.?)`;
const FROM_TO = new RegExp(`^(${HOUR})(?:\\s*[-–—]\\s*(${HOUR}))?(?=\\s|$)`, 'iu');
const DUE = new RegExp(String.raw`(?:^|\s)due\s+(tomorrow\s+)?(?:at\s+)?(${HOUR})(?=\s|$)`, 'iu');
const PERSON = /(?:^|\s)@([\p{L}\p{N}][\p{L}\p{N}\p{M}._'’-]*)/u;
const PLACE = /\s\(([^()]+)\)\s*$/;

/** Reads `14:30-16:00 Council on the harbour budget @petros due 18:00 (City Hall)`; all but the words may be left out. */
export function readPlanLine(text: string): PlanLine {
  let rest = text.replace(/\s+/g, ' ').trim();
  const [begin = '', fromHour, toHour] = FROM_TO.exec(rest) ?? [];
  const from = clockOf(fromHour);
  // What looks like an hour and is none, 25:00, is left in the words, for its writer to see.
  if (from !== null) rest = rest.slice(begin.length);
  const [dueWords, nextDay, dueHour] = DUE.exec(rest) ?? [];
  const due = clockOf(dueHour);
  rest = dueWords === undefined || due === null ? rest : rest.replace(DUE, ' ');
  const [personWords, person] = PERSON.exec(rest) ?? [];
  rest = personWords === undefined ? rest : rest.replace(PERSON, ' ');
  const [placeWords = '', place = ''] = PLACE.exec(rest.trimEnd()) ?? [];
  rest = rest.trimEnd().slice(0, rest.trimEnd().length - placeWords.length);
  return {
    what: rest.replace(/\s+/g, ' ').trim(),
    place: place.trim(),
    from,
    to: from === null ? null : clockOf(toHour),
    due,
    isDueNextDay: due !== null && nextDay !== undefined,
    person: person ?? null,
  };
}

const NOON = 12; // hours: 12 am is midnight, 12 pm is noon

/** 'HH:MM' of what was typed as an hour; null where no clock shows it. */
function clockOf(typed: string | undefined): string | null {
  const [, hours, minutes = '0', half = ''] =
    /^(\d{1,2})(?:[:.h：](\d\d))?\s?(?:([ap]).*)?$/i.exec(asciiDigits(typed ?? '')) ?? [];
  if (hours === undefined) return null;
  const said = Number(hours);
  const hour = half === '' ? said : (said % NOON) + (half.toLowerCase() === 'p' ? NOON : 0);
  if (hour > 23 || Number(minutes) > 59 || (half !== '' && (said < 1 || said > NOON))) return null;
  return `${String(hour).padStart(2, '0')}:${minutes.padStart(2, '0')}`;
}
