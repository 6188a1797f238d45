/** Which of the paper's letters a page needs: the script of its language, and the files asked for before the styles are read. */
import { type AssetName, assetPath } from './assets.ts';

/** ISO 15924 code of the letters a language is written in, `Latn` for a tag that says nothing. */
export function scriptOf(language: string): string {
  try {
    return new Intl.Locale(language).maximize().script ?? 'Latn';
  } catch {
    return 'Latn'; // no tag that Unicode knows
  }
}

/** Files that a page of readers shows at first sight in any case: the headline's face and the text's, in the page's script. */
const firstFaces: Record<string, AssetName[]> = {
  Latn: ['serif-latin-600', 'serif-latin-400'],
  Grek: ['serif-greek-600', 'serif-greek-400'],
  Cyrl: ['serif-cyrillic-600', 'serif-cyrillic-400'],
  Arab: ['naskh'],
};

export function firstFontPaths(language: string): string[] {
  return (firstFaces[scriptOf(language)] ?? []).map(assetPath);
}
