/**
 * Zones by the names that Windows gives them, which Outlook and Exchange write where a calendar should have a name of IANA's; and by
 * what these show to people: an offset, or an offset with cities.
 */
import { WINDOWS_TO_IANA_MAP } from 'windows-iana';
import { isZone, wallTime } from '../kit/local-time.ts';
import { once } from '../kit/once.ts';

/** Where the library is behind its source (CLDR): a region whose clocks have left those that Windows means. */
const corrected = {
  'central asia standard time': 'Asia/Bishkek', // Almaty is at +05:00 since March 2024
  'mountain standard time (mexico)': 'America/Mazatlan', // Chihuahua is at -06:00 since October 2022
};

/** What Windows no longer has, and Outlook's calendars still do. */
const past = { 'kamchatka standard time': 'Asia/Kamchatka', 'tzone://microsoft/utc': 'UTC' };

const ANYWHERE = '001'; // of the world as a whole: what is meant where nothing says which country
const zones = once(
  () =>
    new Map([
      ...WINDOWS_TO_IANA_MAP.filter(({ territory }) => territory === ANYWHERE).map(
        ({ windowsName, iana }) => [windowsName.toLowerCase(), iana[0]] as const,
      ),
      ...Object.entries({ ...past, ...corrected }),
    ]),
);

/** What Windows shows of the zones of North America instead of cities. */
const shown: Record<string, string> = {
  'atlantic time (canada)': 'America/Halifax',
  'eastern time (us & canada)': 'America/New_York',
  'central time (us & canada)': 'America/Chicago',
  'mountain time (us & canada)': 'America/Denver',
  'pacific time (us & canada)': 'America/Los_Angeles',
};

/** The name of IANA's for one of Windows; null for what is none. */
export function zoneOfWindows(name: string): string | null {
  const said = name.trim().toLowerCase();
  return zones().get(said.replace(' daylight time', ' standard time')) ?? zoneOfCities(said);
}

/** `(UTC+02:00) Athens, Bucharest`: the first of its cities that a zone is named after, if that has this offset in winter or summer. */
function zoneOfCities(said: string): string | null {
  const [, offset, cities = ''] = /^\((?:utc|gmt)([+-]\d\d:?\d\d)?\)\s*(.+)$/.exec(said) ?? [];
  if (cities === '') return null;
  const known = shown[cities];
  if (known) return known;
  const ms = offsetIn(offset ?? '+0') ?? 0;
  for (const city of cities.split(/,\s*/)) {
    const end = `/${city.trim().replaceAll(' ', '_')}`;
    const zone = Intl.supportedValuesOf('timeZone').find((each) => each.toLowerCase().endsWith(end));
    if (zone && isZone(zone) && hasOffset(zone, ms)) return zone;
  }
  return null;
}

const MIDWINTER = Date.UTC(2026, 0, 15);
const MIDSUMMER = Date.UTC(2026, 6, 15);

const hasOffset = (zone: string, ms: number): boolean =>
  [MIDWINTER, MIDSUMMER].some((at) => Date.parse(`${wallTime(at, zone)}Z`) - at === ms);

/** `GMT+0200`, `UTC+2`, `-05:30` in milliseconds; of what is shown with cities that no zone is named after, its offset; null for anything else. */
export function offsetIn(name: string): number | null {
  const [, sign, hours, minutes = '0'] =
    /^\(?(?:utc|gmt)?\s*([+-])(\d{1,2})(?::?(\d\d))?(?:\).*)?$/i.exec(name.trim()) ?? [];
  if (hours === undefined || Number(hours) > 14 || Number(minutes) > 59) return null;
  const ms = (Number(hours) * 60 + Number(minutes)) * 60_000;
  return sign === '-' ? -ms : ms;
}
