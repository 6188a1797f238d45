/** Time zones to choose from, by region and place; the chosen one is there whatever it is. */
import { nameOfToday, timeZoneGroups } from './time-zones.ts';

export function TimeZoneOptions({ chosen }: { chosen: string }) {
  const groups = timeZoneGroups();
  const today = nameOfToday(chosen);
  const isListed = groups.some(({ zones }) => zones.some(({ value }) => value === today));
  return (
    <>
      {!isListed && chosen !== '' && (
        <option value={chosen} selected>
          {chosen}
        </option>
      )}
      {groups.map(({ region, zones }) => (
        <optgroup key={region} label={region}>
          {zones.map(({ value, words }) => (
            <option key={value} value={value} selected={value === today}>
              {words}
            </option>
          ))}
        </optgroup>
      ))}
    </>
  );
}
