/** Words for an address: ASCII, lower case, hyphens. */
import anyAscii from 'any-ascii';

const LONGEST = 80; // characters; longer addresses are cut by mail programs and never read

/** The slug of a headline in any script; empty when nothing of it can be written in ASCII. */
export function slugOf(text: string): string {
  return inAscii(asSaid(text));
}

/** As it was made until November 2026: what has one keeps it. */
export function formerSlugOf(text: string): string {
  return inAscii(text);
}

function inAscii(text: string): string {
  const words = anyAscii(text.normalize('NFKC'))
    .toLowerCase()
    .replace(/['’`]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  if (words.length <= LONGEST) return words;
  const cut = words.slice(0, LONGEST + 1);
  return cut.slice(0, Math.max(cut.lastIndexOf('-'), 20)).replace(/-+$/, '');
}

/** Greek letters that are said otherwise together than alone (ELOT 743), by what follows them. */
const GREEK: [RegExp, string][] = [
  [/([αεη])[υύ](?=[\s\p{P}]|$|[θκξπσςτφχψ])/giu, '$1f'],
  [/([αεη])[υύ]/giu, '$1v'],
  [/γ(?=[γξχ])/giu, 'n'],
  [/(?<!\p{L})μπ/giu, 'b'],
];
const ALIF = /[اأإٱ]/gu;

/** Without its vowels an Arabic word is no word: alif, at least, is written. */
function asSaid(text: string): string {
  const known = text.normalize('NFKC').replace(ALIF, 'a');
  if (!/\p{sc=Greek}/u.test(known)) return known;
  return GREEK.reduce((said, [letters, written]) => said.replace(letters, written), known);
}
