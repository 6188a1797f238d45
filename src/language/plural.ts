/** How a language counts: the right form of a word for a number, by Unicode's plural rules. */

/** `other` is always there; the rest as the language needs them (Unicode CLDR's names). */
export type Forms = { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>;

/**
 * `counter('ru')(3, { one: 'ответ', few: 'ответа', other: 'ответов' })` is `3 ответа`. Dual and zero forms may leave the
 * number out with `#0`. Large numbers are parted as the language parts them; digits are Latin throughout, as in the
 * dates, because one page should not write numbers in two ways, and the copy of wires has Latin ones.
 */
export function counter(language: string): (count: number, forms: Forms) => string {
  // Made when first asked: eight languages' rules at every start would be a thirtieth of it.
  let rules: Intl.PluralRules | undefined;
  let numbers: Intl.NumberFormat | undefined;
  return (count, forms) => {
    rules ??= new Intl.PluralRules(language);
    numbers ??= new Intl.NumberFormat(language, { numberingSystem: 'latn' });
    const form = forms[rules.select(count)] ?? forms.other;
    const number = numbers.format(count);
    return form.includes('#') ? form.replace('#0', '').replace('#', number) : `${number} ${form}`;
  };
}
