/**
 * What a check says of what it found: a name and facts. The sentence is made of them in a catalog, `language/<code>/findings.ts`; in
 * English it stands beside its reason, for the command line, for programs and for the keys under which answers are kept.
 */
import { enFindings } from '../language/en/findings.ts';

type FindingCatalog = typeof enFindings;
export type FindingName = keyof FindingCatalog;
type FactsOf<Name extends FindingName> = FindingCatalog[Name] extends (facts: infer Facts) => string
  ? [facts: Facts]
  : [];

export interface FindingReason {
  name: FindingName;
  facts: object;
}

/** `reason('standsTwice', { word })`; without facts where the reason has none. */
export function reason<Name extends FindingName>(name: Name, ...[facts]: FactsOf<Name>): FindingReason {
  return { name, facts: facts ?? {} };
}

/** In English, or in the words of another catalog of the same shape. */
export function sayFinding({ name, facts }: FindingReason, catalog: FindingCatalog = enFindings): string {
  const words = catalog[name] as string | ((facts: object) => string);
  return typeof words === 'string' ? words : words(facts);
}

/** With the sentence beside its reason. */
export function inWords<Found extends { because: FindingReason }>(found: Found): Found & { message: string } {
  return { ...found, message: sayFinding(found.because) };
}
