/** Instants in words: in the page's language and the paper's time zone, always absolute, so that a cached page stays true. */
import { DAY, MINUTE } from '../kit/clock.ts';
import { aside } from './lists.ts';

export interface TimePlace {
  language: string;
  timeZone: string;
}

type Form = 'day' | 'time' | 'seconds' | 'shortDay' | 'month';

const forms: Record<Form, Intl.DateTimeFormatOptions> = {
  day: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  seconds: { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
  shortDay: { day: 'numeric', month: 'short' },
  month: { month: 'long', year: 'numeric' },
};

const MOST = 200; // formatters kept; a newsroom has a handful of languages and one zone

/** Making a formatter costs a hundred times its use. The bound keeps a reader's odd language tags from piling up. */
const made = new Map<string, Intl.DateTimeFormat>();
const languages = new Map<string, Intl.DisplayNames>();
const offsets = new Map<string, string>();
const said = new Map<string, string>();

function formatter(place: TimePlace, form: Form): Intl.DateTimeFormat {
  const key = `${place.language} ${place.timeZone} ${form}`;
  // English without a country writes months first; a day-first paper is what most of the world reads.
  const language = place.language === 'en' ? 'en-GB' : place.language;
  const { timeZone } = place;
  const options = { ...forms[form], timeZone, numberingSystem: 'latn' };
  return kept(made, key, () => new Intl.DateTimeFormat(language, options));
}

function kept<Thing>(things: Map<string, Thing>, key: string, make: () => Thing, most = MOST): Thing {
  const had = things.get(key);
  if (had) return had;
  const thing = make();
  if (things.size >= most) things.clear();
  things.set(key, thing);
  return thing;
}

const MOST_SAID = 2_000; // days and times of day: those of the stories that stand beside each other on a few hundred pages
const WHOLE_MINUTES = Date.UTC(1973, 0, 1); // no clock of this world has been apart from others by seconds since

/** An instant in words that are the same for all of its unit: a story's day stands on its page several times, and on others. */
function inWords(place: TimePlace, form: Form, at: number, unit: number): string {
  if (!(at >= WHOLE_MINUTES)) return formatter(place, form).format(at);
  const key = `${form} ${Math.floor(at / unit)} ${place.language} ${place.timeZone}`;
  return kept(said, key, () => formatter(place, form).format(at), MOST_SAID);
}

const QUARTER = 15 * MINUTE; // days begin, and clocks are put forward and back, at whole quarters of an hour UTC

/** 'Thursday 19 November 2026'. */
export const dayOf = (place: TimePlace, at: number) => inWords(place, 'day', at, QUARTER);

/** '14:09'. */
export const timeOf = (place: TimePlace, at: number) => inWords(place, 'time', at, MINUTE);

/** '14:09:31'. */
export const secondOf = (place: TimePlace, at: number) => formatter(place, 'seconds').format(at);

/** 'Thursday 19 November 2026, 14:09'. */
export const dayAndTimeOf = (place: TimePlace, at: number) =>
  aside(place.language, [dayOf(place, at), timeOf(place, at)]);

/** '19 Nov'. */
export const shortDayOf = (place: TimePlace, at: number) => formatter(place, 'shortDay').format(at);

/** 'November 2026'. */
export const monthOf = (place: TimePlace, at: number) => formatter(place, 'month').format(at);

/** True when both instants fall on one day of the paper. */
export const sameDay = (place: TimePlace, one: number, other: number) =>
  dayOf(place, one) === dayOf(place, other);

/** '+02:00'. What it is where a day of UTC begins and ends it is all day, unless the two differ. */
function offsetOn(timeZone: string, at: number): string {
  const day = Math.floor(at / DAY) * DAY;
  const atQuarter = (quarter: number) =>
    kept(offsets, `${quarter} ${timeZone}`, () => offsetAt(timeZone, quarter));
  const first = atQuarter(day);
  return first === atQuarter(day + DAY) ? first : atQuarter(Math.floor(at / QUARTER) * QUARTER);
}

function offsetAt(timeZone: string, at: number): string {
  const options = { timeZone, timeZoneName: 'longOffset' as const };
  const format = kept(made, `en ${timeZone} offset`, () => new Intl.DateTimeFormat('en', options));
  const name = format.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
  return name === 'GMT' ? '+00:00' : name.replace('GMT', '').slice(0, 6);
}

/** '2026-11-19T14:09:00+02:00', as structured data wants it. */
export function isoWithOffset(timeZone: string, at: number): string {
  const offset = offsetOn(timeZone, at);
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)/.exec(offset) ?? [];
  const shift = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1) * 60_000;
  return `${new Date(at + shift).toISOString().slice(0, 19)}${offset}`;
}

/** '2026-11-19T12:09:00Z'. */
export const isoOf = (at: number) => `${new Date(at).toISOString().slice(0, 19)}Z`;

/** The name of a language in a language: 'Greek', 'ελληνικά'; the tag itself where it is not known. */
export function languageName(tag: string, inLanguage: string): string {
  try {
    const names = () => new Intl.DisplayNames([inLanguage], { type: 'language' });
    return kept(languages, inLanguage, names).of(tag) ?? tag;
  } catch {
    return tag; // a wire may declare a tag that is none; it is shown as it came
  }
}
