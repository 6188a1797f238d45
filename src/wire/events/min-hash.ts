/** MinHash over runs of words: how much of two texts is the same copy, without comparing them. Pure. */

const WORDS = 250; // of the beginning; news is cut from its end
const RUN = 4; // words in one shingle
const LETTERS = 6; // letters in one shingle of a script that writes no spaces
export const BANDS = 20;
const ROWS = 3; // 20 bands of 3: two texts that share 40 % of their runs meet in one with a chance of 3 in 4, 60 % always
const HASHES = BANDS * ROWS;
const LEAST = 12; // shingles; a line or two is no copy to be compared

const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]/u;

/** The signature of a text; null for one too short to have one. */
export function signatureOf(text: string): number[] | null {
  const shingles = shinglesOf(text);
  if (!areEnough(shingles)) return null;
  const least = new Uint32Array(HASHES).fill(0xffffffff);
  for (let from = 0; from + shingles.run <= shingles.pieces.length; from += 1) {
    const one = hashOf(shingles, from, 0x811c9dc5);
    const other = hashOf(shingles, from, 0x9747b28c) | 1;
    for (let at = 0; at < HASHES; at += 1) {
      const value = mixed((one + Math.imul(at, other)) >>> 0);
      if (value < (least[at] ?? 0)) least[at] = value;
    }
  }
  return [...least];
}

/** How many of their runs two texts share, of all they have; from 0 to 1, within about a tenth. */
export function likeness(one: ArrayLike<number>, other: ArrayLike<number>): number {
  let same = 0;
  for (let at = 0; at < HASHES; at += 1) if (one[at] === other[at]) same += 1;
  return same / HASHES;
}

/** The keys under which copies meet, of 31 bits: two that meet by chance are compared and found to be none. */
export function bandsOf(signature: ArrayLike<number>): number[] {
  return Array.from({ length: BANDS }, (_, band) => {
    let key = band;
    for (let row = 0; row < ROWS; row += 1)
      key = mixed((Math.imul(key, 31) + (signature[band * ROWS + row] ?? 0)) >>> 0);
    return key >>> 1;
  });
}

/** Runs of so many pieces of a text, one from each piece on; one that comes twice changes nothing. */
interface Shingles {
  pieces: string[];
  run: number;
  /** What stands between two pieces. */
  glue: string;
}

function shinglesOf(text: string): Shingles {
  const plain = text.normalize('NFKC').toLowerCase();
  const words = plain.match(/[\p{L}\p{N}\p{M}]+/gu)?.slice(0, WORDS) ?? [];
  return UNSPACED.test(plain.slice(0, 400))
    ? { pieces: [...words.join('')].slice(0, WORDS * 2), run: LETTERS, glue: '' }
    : { pieces: words, run: RUN, glue: ' ' };
}

function areEnough({ pieces, run, glue }: Shingles): boolean {
  const different = new Set<string>();
  for (let from = 0; from + run <= pieces.length && different.size < LEAST; from += 1)
    different.add(pieces.slice(from, from + run).join(glue));
  return different.size >= LEAST;
}

/** FNV-1a of 32 bits, of the run that begins there. */
function hashOf({ pieces, run, glue }: Shingles, from: number, seed: number): number {
  let hash = seed;
  for (let at = from; at < from + run; at += 1) {
    if (at > from) hash = stirred(hash, glue);
    hash = stirred(hash, pieces[at] ?? '');
  }
  return hash >>> 0;
}

function stirred(seed: number, text: string): number {
  let hash = seed;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}

function mixed(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
