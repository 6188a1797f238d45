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
  ...{ b: 'P', p: 'P', f: 'P', v: 'P' },
  ...{ c: 'K', k: 'K', q: 'K', g: 'K' },
  ...{ s: 'S', z: 'S' },
  ...{ d: 'T', t: 'T' },
  ...{ l: 'L', r: 'R', m: 'M', n: 'N' },
};

/** Null for what has too few consonants to be told from others. */
export function nameKey(name: string): string | null {
  const bare = name.normalize('NFKD').replace(/\p{M}+/gu, '');
  // The Hebrew vav within a word is a vowel more often than not.
  let sounds = anyAscii(bare.replace(/(?<=[א-ת])ו/gu, '')).toLowerCase();
  for (const [letters, sound] of SOUNDS) sounds = sounds.replace(letters, sound);
  let key = '';
  for (const sound of sounds) {
    const kind = CLASSES[sound];
    if (kind && kind !== key.at(-1)) key += kind;
  }
  return key.length < LEAST ? null : key.slice(0, LONGEST);
}
