/**
 * Bodies that each language abbreviates in its own way: WHO, OMS, ΠΟΥ, ВОЗ. A translation takes one over and writes the other;
 * so do two agencies whose copy came together.
 */
import { byLanguage } from '../language/languages.ts';

/** The body that an abbreviation names, in whatever language; undefined for one that is unknown. */
export const abbreviatedBodies: ReadonlyMap<string, string> = new Map(
  Object.values(byLanguage('bodies'))
    .flatMap((words) => words.split(' '))
    .map((word) => word.split(':'))
    .map(([body = '', abbreviation = '']) => [abbreviation, body]),
);
