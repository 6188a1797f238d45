/**
 * Zones by the names that Windows gives them, which Outlook and Exchange write where a calendar should have a name of IANA's; and by
 * what these show to people: an offset, or an offset with cities.
 */
import { isZone, wallTime } from '../kit/local-time.ts';

/** Of "… Standard Time", a word or two before it. */
const standard: Record<string, string> = {
  dateline: 'Etc/GMT+12',
  aleutian: 'America/Adak',
  hawaiian: 'Pacific/Honolulu',
  marquesas: 'Pacific/Marquesas',
  alaskan: 'America/Anchorage',
  pacific: 'America/Los_Angeles',
  'us mountain': 'America/Phoenix',
  mountain: 'America/Denver',
  yukon: 'America/Whitehorse',
  'central america': 'America/Guatemala',
  central: 'America/Chicago',
  'easter island': 'Pacific/Easter',
  'canada central': 'America/Regina',
  'sa pacific': 'America/Bogota',
  eastern: 'America/New_York',
  haiti: 'America/Port-au-Prince',
  cuba: 'America/Havana',
  'us eastern': 'America/Indianapolis',
  'turks and caicos': 'America/Grand_Turk',
  paraguay: 'America/Asuncion',
  atlantic: 'America/Halifax',
  venezuela: 'America/Caracas',
  'central brazilian': 'America/Cuiaba',
  'sa western': 'America/La_Paz',
  'pacific sa': 'America/Santiago',
  newfoundland: 'America/St_Johns',
  tocantins: 'America/Araguaina',
  'e. south america': 'America/Sao_Paulo',
  'sa eastern': 'America/Cayenne',
  argentina: 'America/Buenos_Aires',
  greenland: 'America/Godthab',
  montevideo: 'America/Montevideo',
  magallanes: 'America/Punta_Arenas',
  'saint pierre': 'America/Miquelon',
  bahia: 'America/Bahia',
  'mid-atlantic': 'Etc/GMT+2',
  azores: 'Atlantic/Azores',
  'cape verde': 'Atlantic/Cape_Verde',
  gmt: 'Europe/London',
  greenwich: 'Atlantic/Reykjavik',
  'sao tome': 'Africa/Sao_Tome',
  morocco: 'Africa/Casablanca',
  'w. europe': 'Europe/Berlin',
  'central europe': 'Europe/Budapest',
  romance: 'Europe/Paris',
  'central european': 'Europe/Warsaw',
  'w. central africa': 'Africa/Lagos',
  jordan: 'Asia/Amman',
  gtb: 'Europe/Bucharest',
  'middle east': 'Asia/Beirut',
  egypt: 'Africa/Cairo',
  'e. europe': 'Europe/Chisinau',
  syria: 'Asia/Damascus',
  'west bank': 'Asia/Hebron',
  'south africa': 'Africa/Johannesburg',
  fle: 'Europe/Kiev',
  israel: 'Asia/Jerusalem',
  'south sudan': 'Africa/Juba',
  kaliningrad: 'Europe/Kaliningrad',
  sudan: 'Africa/Khartoum',
  libya: 'Africa/Tripoli',
  namibia: 'Africa/Windhoek',
  arabic: 'Asia/Baghdad',
  turkey: 'Europe/Istanbul',
  arab: 'Asia/Riyadh',
  belarus: 'Europe/Minsk',
  russian: 'Europe/Moscow',
  'e. africa': 'Africa/Nairobi',
  iran: 'Asia/Tehran',
  arabian: 'Asia/Dubai',
  astrakhan: 'Europe/Astrakhan',
  azerbaijan: 'Asia/Baku',
  mauritius: 'Indian/Mauritius',
  saratov: 'Europe/Saratov',
  georgian: 'Asia/Tbilisi',
  volgograd: 'Europe/Volgograd',
  caucasus: 'Asia/Yerevan',
  afghanistan: 'Asia/Kabul',
  'west asia': 'Asia/Tashkent',
  ekaterinburg: 'Asia/Yekaterinburg',
  pakistan: 'Asia/Karachi',
  qyzylorda: 'Asia/Qyzylorda',
  india: 'Asia/Kolkata',
  'sri lanka': 'Asia/Colombo',
  nepal: 'Asia/Kathmandu',
  'central asia': 'Asia/Bishkek',
  bangladesh: 'Asia/Dhaka',
  omsk: 'Asia/Omsk',
  myanmar: 'Asia/Yangon',
  'se asia': 'Asia/Bangkok',
  altai: 'Asia/Barnaul',
  'w. mongolia': 'Asia/Hovd',
  'north asia': 'Asia/Krasnoyarsk',
  'n. central asia': 'Asia/Novosibirsk',
  tomsk: 'Asia/Tomsk',
  china: 'Asia/Shanghai',
  'north asia east': 'Asia/Irkutsk',
  singapore: 'Asia/Singapore',
  'w. australia': 'Australia/Perth',
  taipei: 'Asia/Taipei',
  ulaanbaatar: 'Asia/Ulaanbaatar',
  'aus central w.': 'Australia/Eucla',
  transbaikal: 'Asia/Chita',
  tokyo: 'Asia/Tokyo',
  'north korea': 'Asia/Pyongyang',
  korea: 'Asia/Seoul',
  yakutsk: 'Asia/Yakutsk',
  'cen. australia': 'Australia/Adelaide',
  'aus central': 'Australia/Darwin',
  'e. australia': 'Australia/Brisbane',
  'aus eastern': 'Australia/Sydney',
  'west pacific': 'Pacific/Port_Moresby',
  tasmania: 'Australia/Hobart',
  vladivostok: 'Asia/Vladivostok',
  'lord howe': 'Australia/Lord_Howe',
  bougainville: 'Pacific/Bougainville',
  magadan: 'Asia/Magadan',
  norfolk: 'Pacific/Norfolk',
  sakhalin: 'Asia/Sakhalin',
  'central pacific': 'Pacific/Guadalcanal',
  'new zealand': 'Pacific/Auckland',
  fiji: 'Pacific/Fiji',
  kamchatka: 'Asia/Kamchatka',
  'chatham islands': 'Pacific/Chatham',
  tonga: 'Pacific/Tongatapu',
  samoa: 'Pacific/Apia',
  'line islands': 'Pacific/Kiritimati',
};

/** Names of another form. */
const others: Record<string, string> = {
  'utc-11': 'Etc/GMT+11',
  'utc-09': 'Etc/GMT+9',
  'utc-08': 'Etc/GMT+8',
  'utc-02': 'Etc/GMT+2',
  'russia time zone 3': 'Europe/Samara',
  'russia time zone 10': 'Asia/Srednekolymsk',
  'russia time zone 11': 'Asia/Kamchatka',
  'utc+12': 'Etc/GMT-12',
  'utc+13': 'Etc/GMT-13',
  'pacific standard time (mexico)': 'America/Tijuana',
  'mountain standard time (mexico)': 'America/Mazatlan',
  'central standard time (mexico)': 'America/Mexico_City',
  'eastern standard time (mexico)': 'America/Cancun',
  'tzone://microsoft/utc': 'UTC',
};

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
  const [, region = ''] = /^(.+) (?:standard|daylight) time$/.exec(said) ?? [];
  return standard[region] ?? others[said] ?? zoneOfCities(said);
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
