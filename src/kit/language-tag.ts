/** What a BCP 47 tag says by itself. */

/** The language without region and script: `en` of `en-GB`; empty for an empty tag. */
export function primaryLanguage(tag: string): string {
  return tag.toLowerCase().split('-')[0] ?? '';
}

const RIGHT_TO_LEFT = new Set(['ar', 'he', 'fa', 'ur', 'ps', 'ckb', 'sd', 'ug', 'yi', 'dv']);

/** Reading direction of a language. */
export function directionOf(tag: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(primaryLanguage(tag)) ? 'rtl' : 'ltr';
}

const LETTERS: Readonly<Record<string, string>> = { Hans: 'Hani', Hant: 'Hani', Jpan: 'Hani', Kore: 'Hang' };

/** Whether a text is written in the letters that its language is usually written in: Greek ones for `el`. */
export function isInLettersOf(text: string, tag: string): boolean {
  try {
    const { script = '' } = new Intl.Locale(tag).maximize();
    return new RegExp(`\\p{Script=${LETTERS[script] ?? script}}`, 'u').test(text);
  } catch {
    return true; // no tag, or one whose letters Unicode does not name
  }
}
