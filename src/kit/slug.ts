/** Words for an address: ASCII, lower case, hyphens. */
import anyAscii from 'any-ascii';
import { greekAsSaid, inItsOwnLetters } from './slug-letters.ts';

const LONGEST = 80; // characters; longer addresses are cut by mail programs and never read

/**
 * The slug of a headline in any script; empty when nothing of it can be written in ASCII.
 *
 * @param language BCP 47, where it is known: Grüne is gruene in German and grune in Turkish.
 */
export function slugOf(text: string, language: string | null = null): string {
  return inAscii(inItsOwnLetters(asSaid(text), language));
}

/** As they were made before languages were asked, and before letters were: what has one of these keeps it. The newest is first. */
export function formerSlugsOf(text: string): string[] {
  return [...new Set([slugOf(text), inAscii(greekAsSaid(asSaid(text))), inAscii(text)])];
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

const ALIF = /[اأإٱ]/gu;

/** Without its vowels an Arabic word is no word: alif, at least, is written. */
const asSaid = (text: string): string => text.normalize('NFKC').replace(ALIF, 'a');
