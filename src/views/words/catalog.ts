/** The shape of a catalog: that of the English one, of which a translation may lack some. */
import type { en } from './en.ts';

/** Every catalog has the shape of the English one. */
export type Words = typeof en;

/** A translation of it: what is missing is said in English, and a test names it. */
export type Catalog = Some<Words>;

export type Some<Part> = {
  [Name in keyof Part]?: Part[Name] extends string
    ? string
    : Part[Name] extends (...given: never[]) => string
      ? Part[Name]
      : Some<Part[Name]>;
};
