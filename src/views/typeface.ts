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

/**
 * Files that every page of readers shows at first sight: the face of headlines, in the page's script. One, and a small one:
 * on a slow line whatever is asked for beside the styles holds up the first paint.
 */
const firstFaces: Record<string, AssetName[]> = {
  Latn: ['serif-latin-600'],
  Grek: ['serif-greek-600'],
  Cyrl: ['serif-cyrillic-600'],
};

export function firstFontPaths(language: string): string[] {
  return (firstFaces[scriptOf(language)] ?? []).map(assetPath);
}
