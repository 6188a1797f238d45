/** When a teleprinter's message was sent, as the line at its end says. */
// biome-ignore-all lint/suspicious/noControlCharactersInRegex: they are what is looked for

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
/** Months of other languages that begin otherwise. */
const OTHER_MONTHS: Record<string, number> = {
  mai: 4,
  mär: 2,
  maj: 4,
  okt: 9,
  dez: 11,
  fév: 1,
  avr: 3,
  jui: 5,
  aoû: 7,
  déc: 11,
  ene: 0,
  abr: 3,
  ago: 7,
  dic: 11,
  gen: 0,
  mag: 4,
  giu: 5,
  lug: 6,
  set: 8,
  ott: 9,
};

/** `212322 GMT Nov 18`: day and time, month, year. */
export function endDate(text: string): number | null {
  const found =
    /(?:^|\s|\u0003)(\d{2})(\d{2})(\d{2})\s+(?:GMT\s+|UTC\s+|Z\s+)?(\p{L}{3})\p{L}*\.?\s+(\d{2,4})(?:\s|$)/iu.exec(
      text,
    );
  if (!found) return null;
  const [, day, hour, minute, name = '', year] = found;
  const month = OTHER_MONTHS[name.toLowerCase()] ?? MONTHS.indexOf(name.toLowerCase());
  if (month < 0 || Number(day) > 31 || Number(hour) > 23 || Number(minute) > 59) return null;
  return Date.UTC(fullYear(Number(year)), month, Number(day), Number(hour), Number(minute));
}

/** `AP-NY-02-20-15 2354EST`, `KWS-21:37-09-12-18`: month or day first; the one that can be a month is. */
export function anpaDate(text: string): number | null {
  const late = /(\d{2})-(\d{2})-(\d{2})\s+(\d{2})(\d{2})\s*([A-Z]{3,4})?/.exec(text);
  if (late) {
    const [, month, day, year, hour, minute, zone] = late;
    return dateFrom(
      Number(month),
      Number(day),
      Number(year),
      Number(hour),
      Number(minute),
      ZONES[zone ?? 'GMT'] ?? 0,
    );
  }
  const early = /(\d{2}):(\d{2})-(\d{2})-(\d{2})-(\d{2})/.exec(text);
  if (!early) return null;
  const [, hour, minute, month, day, year] = early;
  return dateFrom(Number(month), Number(day), Number(year), Number(hour), Number(minute), 0);
}

const ZONES: Record<string, number> = {
  GMT: 0,
  UTC: 0,
  EST: -5,
  EDT: -4,
  CST: -6,
  CDT: -5,
  MST: -7,
  MDT: -6,
  PST: -8,
  PDT: -7,
};

function dateFrom(
  first: number,
  second: number,
  year: number,
  hour: number,
  minute: number,
  zone: number,
): number | null {
  const [month, day] = first > 12 ? [second, first] : [first, second];
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 24 || minute > 59) return null;
  return Date.UTC(fullYear(year), month - 1, day, hour - zone, minute);
}

function fullYear(year: number): number {
  return year >= 100 ? year : year + (year < 70 ? 2000 : 1900);
}
