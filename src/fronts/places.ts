/** The places of a front, in the order in which a reader meets them. */

/** How many stories each part of the paper's front has room for. */
export const PAIR = 2;
export const MIDDLE = 6;
export const STRIP = 4; // stories of a section below
const LISTED = 10; // places at the head of a section's page that a hand may fill; below them it is a list by time

/** A place by its part and its number there, from 1. */
export interface FrontPlace {
  /** 'lead', 'pair', 'middle'; 'list' on a section's page; 'strip:' and the id of a section. */
  area: string;
  at: number;
}

const numbered = (area: string, count: number): FrontPlace[] =>
  Array.from({ length: count }, (_, index) => ({ area, at: index + 1 }));

/** Of the paper's front, its strips not counted. */
export const paperPlaces: readonly FrontPlace[] = [
  ...numbered('lead', 1),
  ...numbered('pair', PAIR),
  ...numbered('middle', MIDDLE),
];

/** Of a section's page. */
export const sectionPlaces: readonly FrontPlace[] = numbered('list', LISTED);

/** Of a section's strip on the paper's front. */
export const stripPlaces = (sectionId: string): readonly FrontPlace[] => numbered(stripOf(sectionId), STRIP);

export const stripOf = (sectionId: string): string => `strip:${sectionId}`;

/** The row of places in which this one stands; none for a place that there is not. */
export function placesInRow(place: FrontPlace): readonly FrontPlace[] {
  const row = place.area.startsWith('strip:')
    ? stripPlaces(place.area.slice('strip:'.length))
    : [paperPlaces, sectionPlaces].find((places) => indexOf(places, place) >= 0);
  return row && indexOf(row, place) >= 0 ? row : [];
}

/** Where in a row a place stands; -1 where it does not. */
export function indexOf(row: readonly FrontPlace[], { area, at }: FrontPlace): number {
  return row.findIndex((place) => place.area === area && place.at === at);
}

/** 'pair.2': a place in one word, as forms send it. */
export const placeWord = ({ area, at }: FrontPlace): string => `${area}.${at}`;

/** The place of such a word; null for what is none. */
export function readPlace(word: string): FrontPlace | null {
  const [, area, at] = /^(lead|pair|middle|list|strip:[\w-]{1,64})\.(\d{1,2})$/.exec(word) ?? [];
  const place = area === undefined ? null : { area, at: Number(at) };
  return place && placesInRow(place).length > 0 ? place : null;
}
