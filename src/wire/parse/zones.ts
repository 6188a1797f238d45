/** How far a zone is from UTC, by its offset, by its name in feeds, or by its place in the world. */
import { HOUR, MINUTE } from '../../kit/clock.ts';

/** Hours from UTC of zones that feeds name. Where a name has several meanings, the one news feeds use. */
const ZONES: Record<string, number> = {
  z: 0, ut: 0, utc: 0, gmt: 0, wet: 0, west: 1, bst: 1, ist: 5.5, cet: 1, met: 1, mez: 1, cest: 2, mest: 2, mesz: 2,
  eet: 2, eest: 3, idt: 3, sast: 2, cat: 2, wat: 1, eat: 3, msk: 3, мск: 3, msd: 4, trt: 3, tsi: 3, irst: 3.5, gst: 4, azt: 4,
  pkt: 5, uzt: 5, npt: 5.75, ict: 7, wib: 7, wita: 8, wit: 9, myt: 8, pht: 8, sgt: 8, hkt: 8, awst: 8, jst: 9, kst: 9,
  acst: 9.5, aest: 10, aedt: 11, nzst: 12, nzdt: 13, ast: -4, adt: -3, art: -3, brt: -3, brst: -2, uyt: -3, clt: -4, clst: -3,
  bot: -4, vet: -4, cot: -5, pet: -5, ect: -5, est: -5, edt: -4, cst: -6, cdt: -5, mst: -7, mdt: -6, pst: -8, pdt: -7,
  akst: -9, akdt: -8, hst: -10, nst: -3.5, ndt: -2.5,
}; // biome-ignore format: a table

/** Names that stand for summer and winter alike. */
const BOTH: Record<string, string> = {
  et: 'America/New_York',
  ct: 'America/Chicago',
  mt: 'America/Denver',
  pt: 'America/Los_Angeles',
  at: 'America/Halifax',
  nt: 'America/St_Johns',
  akt: 'America/Anchorage',
  aet: 'Australia/Sydney',
  nzt: 'Pacific/Auckland',
  uk: 'Europe/London',
};

/**
 * +0200, +02:00, +2, GMT+2, UTC−3, EST, (CET), ET, Europe/Athens. `wall` is what the clock there shows, as if it were
 * UTC. What is not understood is taken for UTC.
 */
export function offsetOf(zone: string, wall: number): number {
  const place = /\b[A-Z][a-z]+(?:\/[A-Z][\w+-]*)+/.exec(zone)?.[0];
  if (place !== undefined) return offsetAt(place, wall) ?? 0;
  const found = /([+−-])\s*(\d{1,2}):?(\d{2})?(?!\d)/.exec(zone);
  if (found) {
    const [, sign, hours, minutes = '0'] = found;
    return (sign === '+' ? 1 : -1) * (Number(hours) * HOUR + Number(minutes) * MINUTE);
  }
  for (const name of zone.toLowerCase().match(/\p{L}+/gu) ?? []) {
    const hours = ZONES[name];
    if (hours !== undefined) return hours * HOUR;
    // `at` in small letters is a word before a time, not the Atlantic.
    const both = BOTH[name];
    if (both && zone.includes(name.toUpperCase())) return offsetAt(both, wall) ?? 0;
  }
  return 0;
}

/** Of a place that ICU knows, at what its clock shows: found by trying, since the offset is what is asked for. */
function offsetAt(place: string, wall: number): number | null {
  try {
    const format = new Intl.DateTimeFormat('en-US', {
      ...({ timeZone: place, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric' } as const),
      ...({ hour: 'numeric', minute: 'numeric', second: 'numeric' } as const),
    });
    const first = shown(format, wall) - wall;
    return shown(format, wall - first) - (wall - first);
  } catch {
    return null; // Intl throws at places that it does not know, and has no other way to say so
  }
}

function shown(format: Intl.DateTimeFormat, at: number): number {
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}
