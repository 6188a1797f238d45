/** How the desk says times, languages and numbers. Its own language is English; times are in the paper's zone. */
import { DAY, HOUR, MINUTE } from '../../kit/clock.ts';
import { localDay } from '../../kit/local-time.ts';
import { languageName as nameIn, sameDay, secondOf, shortDayOf, timeOf } from '../../views/when.ts';

/** What a page needs to say a time. */
export interface PageTime {
  now: number;
  /** IANA name. */
  zone: string;
}

/** '14:05'. */
export function clockTime(at: number, { zone }: PageTime): string {
  return timeOf(placeIn(zone), at);
}

/** '14:05' today, '18 Nov 14:05' this year, '18 Nov 2025 14:05' before. */
export function dayAndTime(at: number, when: PageTime): string {
  return dayBefore(at, when) + clockTime(at, when);
}

/** Both ends of a time as `dayAndTime` says them; to the second where they would read alike: '20:01:07' and '20:01:41'. */
export function bothEnds(from: number, to: number, when: PageTime): [string, string] {
  const ends: [string, string] = [dayAndTime(from, when), dayAndTime(to, when)];
  if (ends[0] !== ends[1]) return ends;
  const toTheSecond = (at: number) => dayBefore(at, when) + secondOf(placeIn(when.zone), at);
  return [toTheSecond(from), toTheSecond(to)];
}

/** The day before an hour; nothing for today. */
function dayBefore(at: number, when: PageTime): string {
  const place = placeIn(when.zone);
  if (sameDay(place, at, when.now)) return '';
  const year = localDay(at, when.zone).slice(0, 4);
  const isThisYear = year === localDay(when.now, when.zone).slice(0, 4);
  return `${shortDayOf(place, at)}${isThisYear ? '' : ` ${year}`} `;
}

/** 'just now', '4 minutes ago', '3 hours ago', '2 days ago'. */
export function ago(at: number, { now }: PageTime): string {
  const past = now - at;
  if (past < MINUTE) return 'just now';
  if (past < HOUR) return `${counted(Math.floor(past / MINUTE), 'minute')} ago`;
  if (past < 2 * DAY) return `${counted(Math.floor(past / HOUR), 'hour')} ago`;
  return `${counted(Math.floor(past / DAY), 'day')} ago`;
}

/** '1 take', '3 takes', 'no takes'. */
export function counted(number: number, one: string, many = `${one}s`): string {
  if (number === 0) return `no ${many}`;
  return `${number.toLocaleString('en')} ${number === 1 ? one : many}`;
}

/** As the first words of a sentence: 'No devices' for 'no devices'. */
export function atStart(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** 'Greek' for 'el'; the tag itself when it has no name. */
export function englishName(tag: string): string {
  return nameIn(tag, 'en');
}

/** The instant of a `datetime-local` value in the paper's zone: see kit/local-time.ts. */
export { instantAt as fromLocalInput, localInput } from '../../kit/local-time.ts';

function placeIn(zone: string) {
  return { language: 'en', timeZone: zone };
}
