/** The time zones that a paper can keep, by the names they have today. */

// ECMA-402 lists each zone by the name that ICU took first, whatever the place has been called since; these are the names
// of the IANA database's own zone.tab (2025b). Both mean the same zone everywhere.
const namesOfToday: Record<string, string> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Louisville': 'America/Kentucky/Louisville',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
};

/** The zone's name of today; the name itself where it has not changed. */
export function nameOfToday(zone: string): string {
  return namesOfToday[zone] ?? zone;
}

/** IANA names, in their order. UTC is not among what the platform lists. */
export function timeZones(): string[] {
  return ['UTC', ...new Set(Intl.supportedValuesOf('timeZone').map(nameOfToday).toSorted())];
}

interface Zone {
  value: string;
  /** The place: 'Lisbon'. */
  words: string;
}

/** The zones by the part before the slash: Africa, America … */
export function timeZoneGroups(): { region: string; zones: Zone[] }[] {
  const groups = new Map<string, Zone[]>();
  for (const zone of timeZones()) {
    const [region = '', ...place] = zone.split('/');
    const words = place.toReversed().join(', ').replaceAll('_', ' ') || zone;
    groups.set(region, [...(groups.get(region) ?? []), { value: zone, words }]);
  }
  return [...groups].map(([region, zones]) => ({ region, zones }));
}

/** The zone of the machine, if it is one of those to choose from. */
export function likelyTimeZone(): string {
  const here = nameOfToday(new Intl.DateTimeFormat().resolvedOptions().timeZone);
  return timeZones().includes(here) ? here : 'UTC';
}
