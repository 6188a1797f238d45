/**
 * What went wrong outside, as a name and facts: a value that is kept on the thing and shown at the desk, never an exception. What is
 * said of it stands in catalogs, `language/<code>/outside.ts`; in English it stands beside it, as what is kept of sources does.
 */
import { enOutside } from '../language/en/outside.ts';

type OutsideCatalog = typeof enOutside;
export type OutsideName = keyof OutsideCatalog;
type FactsOf<Name extends OutsideName> = OutsideCatalog[Name] extends (facts: infer Facts) => string
  ? [facts: Facts]
  : [];

export interface OutsideReason {
  name: OutsideName;
  facts: object;
}

/** `outside('feed:refused', { status })`; without facts where the reason has none. */
export function outside<Name extends OutsideName>(name: Name, ...[facts]: FactsOf<Name>): OutsideReason {
  return { name, facts: facts ?? {} };
}

/** In English, or in the words of another catalog of the same shape. */
export function sayOutside({ name, facts }: OutsideReason, catalog: OutsideCatalog = enOutside): string {
  const words = catalog[name] as string | ((facts: object) => string);
  return typeof words === 'string' ? words : words(facts);
}
