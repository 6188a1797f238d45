/**
 * A name as it sounds, roughly, in any script: what «Μακρόν», "Macron" and «Макрон» have in common. Vowels go, because
 * some scripts leave them away; consonants that scripts exchange for each other become one. Many names share a key, so a
 * key is a hint that needs others beside it.
 */
import anyAscii from 'any-ascii';

const LEAST = 2; // consonants; fewer say nothing
const LONGEST = 8;

/** Sounds written with several letters, before single letters; the order is important. */
const SOUNDS: [RegExp, string][] = [
  [/[^a-z]+/g, ''],
  [/^(?:mc|mac)(?=[a-z]{4})/, 'mk'],
  [/tsch|tch|dzh|sch|shch|szcz|cz|sz|sh|ch(?=[ei])|ch|zh|dj|dž/g, 's'],
  [/(?:ts|tz)/g, 's'],
  [/ph/g, 'f'],
  [/kh/g, ''], // Ahmad, Akhmad
  [/gh|qu|ck|cq/g, 'k'],
  [/th|dh/g, 't'],
  [/x/g, 'ks'],
  [/c(?=[eiy])|g(?=[eiy])/g, 's'],
  [/j/g, 's'],
];

const CLASSES: Record<string, string> = {
  b: 'P',
  p: 'P',
  f: 'P',
  v: 'P',
  c: 'K',
  k: 'K',
  q: 'K',
  g: 'K',
  s: 'S',
  z: 'S',
  d: 'T',
  t: 'T',
  l: 'L',
  r: 'R',
  m: 'M',
  n: 'N',
};

const VOWELS: Record<string, string> = {
  a: 'a',
  e: 'i',
  i: 'i',
  y: 'i',
  o: 'u',
  u: 'u',
  w: 'u',
};

/** Greek writes with two letters what others write with one. */
const GREEK: [RegExp, string][] = [
  [/μπ/gu, 'b'],
  [/ντ/gu, 'd'],
  [/γ[κγ]/gu, 'g'],
  [/ου/gu, 'u'],
  [/(?<=[αε])υ/gu, 'v'],
];

/**
 * Null for what has too few consonants to be told from others. What has just two keeps its vowels, roughly: Arion, Lyra.
 * Case endings go: Βάρδης, Βάρδη; Вардис, Вардисом.
 */
export function eventNameKey(name: string): string | null {
  const spoken = withoutEnding(soundsOf(name), /[А-я]/u.test(name)).replace(/[aiu]+$/, '');
  const consonants = spoken.replace(/[aiu]/g, '').replace(/(.)\1+/g, '$1');
  if (consonants.length > LEAST) return consonants.slice(0, LONGEST);
  return spoken.length > LEAST && spoken.replace(/[aiu]/g, '').length >= LEAST ? spoken : null;
}

/** Consonants in classes, vowels in three of their own; a nasal before a stop is often not written. */
function soundsOf(name: string): string {
  const bare = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  const single = GREEK.reduce((written, [letters, sound]) => written.replace(letters, sound), bare);
  // The Hebrew vav within a word is a vowel more often than not.
  let sounds = anyAscii(single.replace(/(?<=[א-ת])ו/gu, '').replaceAll('ا', 'a')).toLowerCase();
  for (const [letters, sound] of SOUNDS) sounds = sounds.replace(letters, sound);
  return [...sounds]
    .map((sound) => CLASSES[sound] ?? VOWELS[sound] ?? '')
    .join('')
    .replace(/N(?=[TK])|M(?=P)/g, '')
    .replace(/(.)\1+/g, '$1');
}

function withoutEnding(sounds: string, isCyrillic: boolean): string {
  const bare = isCyrillic ? sounds.replace(/(?<=(?:[A-Z][aiu]*){3})M[aiu]*$/, '') : sounds;
  return bare.replace(/(?<=(?:[A-Z][aiu]*){2})S[aiu]*$/, '');
}
