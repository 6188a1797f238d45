/** The shape of a catalog: that of the English one, of which a translation may lack some. */
import type { enPages } from './en/pages.ts';

/** Every catalog has the shape of the English one. */
export type Words = typeof enPages;

/** A translation of it: what is missing is said in English, and a test names it. */
export type Catalog = Some<Words>;

export type Some<Part> = {
  [Name in keyof Part]?: Part[Name] extends string
    ? string
    : Part[Name] extends (...given: never[]) => string
      ? Part[Name]
      : Some<Part[Name]>;
};
