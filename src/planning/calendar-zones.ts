/**
 * What the clocks of a calendar's zones show. A zone by its IANA name, or by that of Windows, is the platform's, whatever rules the file
 * brings for it: those are often cut to the years that some program needed. Any other is read by its own rules; one without rules by the
 * offset that its name says, and else it keeps the paper's clocks.
 */
import ICAL from 'ical.js';
import { instantAt, isZone, wallTime } from '../kit/local-time.ts';
import { type JCalComponent, propertyText } from './calendar-text.ts';
import { offsetIn, zoneOfWindows } from './windows-zones.ts';

export interface CalendarZone {
  /** The instant at which clocks there show '2026-11-19T14:05:00'; null where that is no time. */
  instant(wall: string): number | null;
  wall(at: number): string;
}

export interface CalendarZones {
  /** By the name that a time gives; empty for one that says none, which is the clock of whoever reads. */
  named(tzid: string): CalendarZone;
  readonly utc: CalendarZone;
  /** Names that nobody knows and that the file has no rules for. */
  readonly unknown: ReadonlySet<string>;
}

/** `floating` is the zone of times that name none: the calendar's own where it says so, else the paper's. */
export function calendarZones(components: JCalComponent[], floating: string): CalendarZones {
  const known = new Map<string, CalendarZone>([['', ianaZone(floating)]]);
  const unknown = new Set<string>();
  const find = (tzid: string): CalendarZone => {
    const iana = [tzid, ...ianaNamesIn(tzid)].find(isZone);
    if (iana) return ianaZone(iana);
    const component = components.find((each) => propertyText(each, 'tzid') === tzid);
    const location = component ? propertyText(component, 'x-lic-location') : '';
    if (isZone(location)) return ianaZone(location);
    const windows = zoneOfWindows(tzid);
    if (windows && isZone(windows)) return ianaZone(windows);
    const own = component && isYearly(component) ? ruledZone(component, tzid) : null;
    if (own) return own;
    const offset = offsetIn(tzid);
    if (offset === null) unknown.add(tzid);
    return offset === null ? ianaZone(floating) : offsetZone(offset);
  };
  return {
    unknown,
    utc: ianaZone('UTC'),
    named(tzid) {
      const zone = known.get(tzid) ?? find(tzid);
      known.set(tzid, zone);
      return zone;
    },
  };
}

/** `/freeassociation.sourceforge.net/Tzfile/Europe/Athens`, `/citadel.org/20190914_1/Europe/Athens`. */
function ianaNamesIn(tzid: string): string[] {
  const parts = tzid.split('/').filter((part) => part !== '');
  return [3, 2].map((count) => parts.slice(-count).join('/'));
}

const ianaZone = (name: string): CalendarZone => ({
  instant: (wall) => instantAt(wall, name),
  wall: (at) => wallTime(at, name),
});

const offsetZone = (offset: number): CalendarZone => ({
  instant: (wall) => {
    const at = Date.parse(`${wall}Z`);
    return Number.isNaN(at) ? null : at - offset;
  },
  wall: (at) => new Date(at + offset).toISOString().slice(0, 'yyyy-mm-ddThh:mm:ss'.length),
});

const SECONDS = 1_000; // ms

/** Clocks are changed once or twice a year. A rule by the second is walked by the library from its first second on, for minutes. */
function isYearly([, , observances]: JCalComponent): boolean {
  return observances.every(([, properties]) =>
    properties.every(
      ([name, , , value]) => name !== 'rrule' || (value as { freq?: string }).freq === 'YEARLY',
    ),
  );
}

/** By the rules that the file brings. What the clocks skip is as much later, as elsewhere (RFC 5545 3.3.5). */
function ruledZone(component: JCalComponent, tzid: string): CalendarZone | null {
  try {
    const zone = new ICAL.Timezone({ component: new ICAL.Component(component as never), tzid });
    const instant = (wall: string): number | null => {
      const time = ICAL.Time.fromDateTimeString(wall);
      time.zone = zone;
      const at = time.toUnixTime() * SECONDS;
      return Number.isFinite(at) ? at : null;
    };
    if (instant('2026-01-01T00:00:00') === null) return null;
    const wall = (at: number): string => {
      const utc = ICAL.Time.fromDateTimeString(`${new Date(at).toISOString().slice(0, 19)}Z`);
      return utc.convertToZone(zone).toString().slice(0, 19);
    };
    return { instant, wall };
  } catch {
    return null; // rules that the library cannot read: the zone is told as unknown
  }
}
