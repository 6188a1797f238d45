/** The fields of the desk's search, as they are taught. */
import { type LookupDays, type LookupField, lookupKindWords, lookupStates } from '../../lookup/fields.ts';
import { fromLocalInput, localInput, type PageTime } from './words.ts';

/** One line of the list of fields: what is typed, and what it finds. */
export interface FieldHelp {
  field: LookupField;
  example: string;
  says: string;
}

export const fieldHelps: FieldHelp[] = [
  { field: 'source', example: 'source:"associated press"', says: 'what came from a source, by its name' },
  { field: 'by', example: 'by:maria', says: 'written, filed or signed by somebody' },
  { field: 'state', example: 'state:draft', says: `one of ${lookupStates.join(', ')}` },
  {
    field: 'from',
    example: 'from:2026-11-01',
    says: 'on that day or after: a day, a month, a year, yesterday, 7d',
  },
  { field: 'to', example: 'to:yesterday', says: 'on that day or before' },
  { field: 'in', example: 'in:greek', says: 'in a language, by its name or its tag' },
  {
    field: 'kind',
    example: 'kind:picture',
    says: `one of ${lookupKindWords.map(({ words }) => words[0]).join(', ')}`,
  },
  { field: 'section', example: 'section:city', says: 'stories filed to a section' },
];

export const deskSearchPath = (typed: string): string => `/desk/search?${new URLSearchParams({ q: typed })}`;

/** How days of the paper become instants. */
export function searchDays({ now, zone }: PageTime): LookupDays {
  return {
    startOf: (day) => fromLocalInput(`${day}T00:00`, zone),
    today: localInput(now, zone).slice(0, 10),
  };
}
