/**
 * A guess at how letters are written where nothing says it truly. What `chardet` answers stands, unless another alphabet
 * makes far better words of the same bytes: it takes short Arabic, Greek and Hebrew for Western European.
 */
import { detect } from 'chardet';
import iconv from 'iconv-lite';

const SAMPLE = 65_536; // bytes that a guess is made from
const WORDS = 400; // words looked at; more changes nothing
/** Words of four letters and more have a vowel: the same bytes are letters of either alphabet. */
const CYRILLIC = /^(?:\p{Script=Cyrillic}{1,3}|(?=.*[аеиоуыэюяёіїєўө])\p{Script=Cyrillic}+)$/iu;
const GREEK = /^(?:\p{Script=Greek}{1,3}|(?=.*[αεηιουωάέήίόύώϊϋΐΰ])\p{Script=Greek}+)$/iu;
/** Encodings of other alphabets, with the script whose letters they hold. */
const ALPHABETS: [label: string, script: RegExp][] = [
  ['windows-1256', /^\p{Script=Arabic}+$/u],
  ['windows-1251', CYRILLIC],
  ['koi8-r', CYRILLIC],
  ['windows-1253', GREEK],
  ['windows-1255', /^\p{Script=Hebrew}+$/u],
];
const CLEARLY = 0.25; // how much more of the words must make sense in the other alphabet

/** A label as it is usually written, or null where the bytes say nothing. */
export function guessEncoding(buffer: Buffer): string | null {
  const sample = sampleOf(buffer);
  const first = detect(sample);
  const label = first ? first.toLowerCase() : null;
  // Several bytes to a letter follow rules that nothing else does by chance.
  if (label && /^(?:utf|gb|big5|euc|shift|iso-2022)/.test(label)) return label;
  const scored = ALPHABETS.map(([name, script]) => ({ name, score: sense(wordsIn(sample, name), script) }));
  const best = scored.reduce((one, other) => (other.score > one.score ? other : one));
  const own = scored.find(({ name }) => name === label)?.score;
  const known =
    own ?? sense(wordsIn(sample, label && iconv.encodingExists(label) ? label : 'windows-1252'), /^\p{L}+$/u);
  return best.score > known + CLEARLY ? best.name : label;
}

/** The part with the most letters beyond ASCII, since the head of a feed says little. */
function sampleOf(buffer: Buffer): Buffer {
  const first = buffer.findIndex((byte) => byte >= 0x80);
  const from = Math.max(0, first - 256);
  return buffer.subarray(from, from + SAMPLE);
}

function wordsIn(sample: Buffer, label: string): string[] {
  const words = iconv.decode(sample, label).match(/[\p{L}\p{M}\u0080-\u009f\u00a1-\u00bf]+/gu) ?? [];
  return words.filter((word) => /[^\p{ASCII}]/u.test(word)).slice(0, WORDS);
}

/** The share of words that one hand would write: letters of one script, capitals only at the beginning or throughout. */
function sense(words: string[], script: RegExp): number {
  if (words.length === 0) return 0;
  const good = words.filter(
    (word) => script.test(word.replace(/\p{M}/gu, '')) && hasCase(word) && !ONLY_MARKED.test(word),
  );
  return good.length / words.length;
}

/** No Latin word of three letters or more has an accent on each: it is another alphabet, read as Western European. */
const ONLY_MARKED = /^(?:(?!\p{ASCII})\p{Script=Latin}){3,}$/u;

function hasCase(word: string): boolean {
  return /^(?:\p{Lu}?[\p{Ll}\p{Lo}\p{M}\p{Lm}]*|[\p{Lu}\p{M}]+)$/u.test(word);
}
