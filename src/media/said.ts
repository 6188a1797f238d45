/**
 * What the file of a picture says of itself: fields of IPTC's Photo Metadata Standard 2025.1, each with where it was read. Which
 * of several answers stands: XMP before IIM before EXIF, as the Metadata Working Group has it; the others are shown beside it.
 */
export const saidFields = [
  'headline',
  'caption',
  'alt',
  'creator',
  'credit',
  'source',
  'copyright',
  'usageTerms',
  'webStatement',
  'licensor',
  'takenAt',
  'place',
  'persons',
  'instructions',
  'sourceType',
  'dataMining',
  'aiSystem',
  'aiPrompt',
  'aiPromptWriter',
] as const;
export type SaidField = (typeof saidFields)[number];

/** Where in a file a line stands. */
export type SaidPlace = 'XMP' | 'IIM' | 'EXIF' | 'PNG';

export interface FileLine {
  field: SaidField;
  value: string;
  from: SaidPlace;
}

/** What was read in a file. */
export interface FileWords {
  /** In the order in which they are believed; the first of a field stands. */
  said: FileLine[];
  /** Who signed it with Content Credentials (C2PA), 'unknown' where it does not say; empty where it came without. */
  credentials: string;
  /** What could not be read, in words for the desk. */
  problems: string[];
}

/** What stands of a field; empty where nobody says. */
export function firstSaid(said: readonly FileLine[], field: SaidField): string {
  return said.find((each) => each.field === field)?.value ?? '';
}

/** The credit line as a page shows it: the one that is asked for, else who made it and for whom. */
export function creditOf(said: readonly FileLine[]): string {
  const [credit, creator, source] = (['credit', 'creator', 'source'] as const).map((field) =>
    firstSaid(said, field),
  );
  if (credit && creator && !credit.toLowerCase().includes(creator.toLowerCase()))
    return `${creator}/${credit}`;
  return credit || [creator, source].filter((part) => part !== '').join('/');
}

/** A code of IPTC's digital source types, from its address or QCode; empty where it is none. */
export function vocabularyCode(address: string): string {
  const code = address.trim().split(/[/:#]/).filter(Boolean).at(-1) ?? '';
  return /^[A-Za-z][A-Za-z0-9-]{2,80}$/.test(code) ? code : '';
}

export const fieldNames: Record<SaidField, string> = {
  headline: 'Headline',
  caption: 'Caption',
  alt: 'Alternative text',
  creator: 'Creator',
  credit: 'Credit line',
  source: 'Source',
  copyright: 'Copyright notice',
  usageTerms: 'Usage terms',
  webStatement: 'Web statement of rights',
  licensor: 'Licensor',
  takenAt: 'Taken',
  place: 'Place',
  persons: 'Persons',
  instructions: 'Instructions',
  sourceType: 'Digital source type',
  dataMining: 'Data mining',
  aiSystem: 'AI system',
  aiPrompt: 'AI prompt',
  aiPromptWriter: 'AI prompt by',
};
