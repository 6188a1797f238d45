/** In which forms a language counts things, and a number that asks for each: scripts know how many there are, pages know the words. */

const SAMPLES = 100; // in every language, each form that a whole number can ask for is among these

const kept = new Map<string, ReadonlyMap<string, number>>(); // by language; of those that have a catalog, so there are few

/** The first number from 1 on that asks for each form. */
export function countedForms(language: string): ReadonlyMap<string, number> {
  const known = kept.get(language);
  if (known) return known;
  const rules = new Intl.PluralRules(language);
  const forms = new Map<string, number>();
  for (let count = 1; count <= SAMPLES; count += 1) {
    const form = rules.select(count);
    if (!forms.has(form)) forms.set(form, count);
  }
  kept.set(language, forms);
  return forms;
}
