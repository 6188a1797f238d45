/** What the desk's search says: its kinds, its fields, and what of a search cannot be asked. */
import type { FieldWrong } from '../../lookup/fields.ts';
import type { LookupKind } from '../../lookup/thing.ts';
import { fieldHelps } from '../views/search-fields.ts';

export const foundKindWords: Record<LookupKind, string> = {
  item: 'Wire',
  draft: 'Drafts',
  published: 'Published',
  media: 'Library',
  speaker: 'Speakers',
  source: 'Sources',
  person: 'People',
};

/** What cannot be asked, in a sentence that says what to do. */
export function wrongWords({ why, field, value }: FieldWrong): string {
  switch (why) {
    case 'no-field':
      return `There is no field “${field}”. Fields are ${fieldHelps.map((help) => help.field).join(', ')}; to look for the word itself, put “${field}:${value}” into quotation marks.`;
    case 'no-value':
      return `Say what “${field}:” is to be: ${helpOf(field)}.`;
    case 'no-source':
      return `No source is called “${value}”.`;
    case 'no-state':
      return `There is no state “${value}”. It is ${helpOf('state')}.`;
    case 'no-language':
      return `No language is called “${value}”. Give its English name or its tag: in:greek, in:el.`;
    case 'no-kind':
      return `Nothing is of the kind “${value}”. It is ${helpOf('kind')}.`;
    case 'no-section':
      return `No section is called “${value}”.`;
    case 'no-day':
      return `“${value}” is no day. Give one as 2026-11-19, 2026-11, 2026, today, yesterday or 7d.`;
  }
}

function helpOf(field: string): string {
  const help = fieldHelps.find((each) => each.field === field);
  return help === undefined ? field : `${help.says}, as in ${help.example}`;
}
