/** Dates of a document that are none, said in words. */

/** What programs write where they know no date: it says nothing that anyone must hear. */
const NO_DATE = /(?<!\d)(?:0000|0001|1970|1899|1900)(?!\d)|^(?:null|none|n\/a|invalid date|-)$/i;
const SHOWN = 3; // of one document: where one is wrong all are

export function wrongDates(written: string[]): string[] {
  const wrong = [...new Set(written.map((one) => one.trim()))].filter(
    (one) => one !== '' && !NO_DATE.test(one),
  );
  const more = wrong.length - SHOWN;
  return [
    ...wrong.slice(0, SHOWN).map((one) => `A date is none: “${one.slice(0, 60)}”.`),
    ...(more > 0 ? [`${more} more dates are none.`] : []),
  ];
}
