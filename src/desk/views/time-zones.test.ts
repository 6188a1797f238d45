/** Time zones as someone looks for their own: by what the place is called today. */
import { describe, expect, it } from 'vitest';
import { nameOfToday, timeZoneGroups, timeZones } from './time-zones.ts';

describe('the time zones to choose from', () => {
  it('have the names of today, each once', () => {
    const names = timeZones();
    for (const name of ['Europe/Kyiv', 'Asia/Kolkata', 'Asia/Yangon', 'America/Nuuk', 'Europe/Lisbon'])
      expect(names).toContain(name);
    for (const name of ['Europe/Kiev', 'Asia/Calcutta', 'Asia/Rangoon', 'America/Godthab', 'Asia/Saigon'])
      expect(names).not.toContain(name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('are all known to the clock, and tell the hour of the name they had', () => {
    const hour = (timeZone: string) =>
      new Intl.DateTimeFormat('en', { timeZone, dateStyle: 'short', timeStyle: 'long' }).format(0);
    for (const zone of Intl.supportedValuesOf('timeZone')) expect(hour(nameOfToday(zone))).toBe(hour(zone));
  });

  it('stand by region, the place first', () => {
    const america = timeZoneGroups().find(({ region }) => region === 'America');
    expect(america?.zones).toContainEqual({
      value: 'America/Argentina/Buenos_Aires',
      words: 'Buenos Aires, Argentina',
    });
    expect(timeZoneGroups()[0]).toEqual({ region: 'UTC', zones: [{ value: 'UTC', words: 'UTC' }] });
  });
});
