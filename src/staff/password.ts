/** Passwords of the staff: what is wrong with one, in words, and the hash that is kept of it (scrypt, slow on purpose). */
import { randomInt } from 'node:crypto';

const SHORTEST = 10; // characters: the length asked for instead of signs and digits, which people write on paper
export const LONGEST = 128; // characters: the library refuses more, so that hashing cannot be made to take long

const LOOKED_AT = 64; // characters of it that are estimated: the rest only makes it longer, and takes time
const LEAST_GUESSES = 1e8; // tries that a list with the usual changes needs; half a minute apart that is ninety years

// What the common list lacks: rows of other keyboards, and words that belong to every newsroom.
const OF_NEWSROOMS = [
  'crier',
  'newsroom',
  'editor',
  'journalist',
  'redaktion',
  'redaction',
  'редакция',
  'редакція',
];
const KEYBOARD_ROWS = [
  'йцукенгшщзхъ',
  'фывапролджэ',
  'ячсмитьбю',
  'йцукенгшщзхї',
  'фівапролджє',
  ';ςερτυθιοπ',
  'ασδφγηξκλ',
];
const MORE_ROWS = ['ضصثقفغعهخحج', 'شسيبلاتنم', 'azertyuiop', 'qsdfghjklm', 'qwertzuiop'];

/**
 * What is wrong with the password in words, or null. `about`: name and address of the person, which are guessed first.
 * Refused are those too short (NIST SP 800-63B, 3.1.1.2: length, and a list of common ones, and no rules of signs), those
 * on the list of the commonest with the changes that everybody makes (`Password2026!`), rows of keys, dates, repetitions.
 */
export async function passwordProblem(
  password: string,
  about: { name: string; email: string },
): Promise<string | null> {
  const length = [...password].length;
  if (length < SHORTEST) return `A password has ${SHORTEST} characters or more; this one has ${length}.`;
  if (password.length > LONGEST) return `A password has ${LONGEST} characters at most.`;
  if (new Set(password).size < 4) return 'The same few characters over and over are guessed at once.';
  const plain = password.toLowerCase();
  const known = [about.email, about.email.split('@')[0] ?? '', about.name].map((text) => text.toLowerCase());
  if (known.includes(plain)) return 'A name or an address is guessed first. Take something else.';
  return (await isGuessed(plain, known))
    ? 'That is among the first that are tried. A few words in a row are better.'
    : null;
}

/** By zxcvbn (Wheeler, USENIX Security 2016): how many tries whoever knows the usual lists and habits needs. */
async function isGuessed(password: string, known: string[]): Promise<boolean> {
  const { ZxcvbnFactory } = await import('@zxcvbn-ts/core');
  const { dictionary, adjacencyGraphs } = await import('@zxcvbn-ts/language-common');
  const words = known
    .flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)])
    .filter((word) => word.length > 2);
  const estimate = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
  const rows = [...KEYBOARD_ROWS, ...MORE_ROWS];
  const own = [...words, ...OF_NEWSROOMS, ...rows, ...rows.map((row) => row.slice(0, SHORTEST))];
  return estimate.check(password.slice(0, LOOKED_AT), own).guesses < LEAST_GUESSES;
}

/** Loaded when first needed: nobody signs in while the newsroom starts. */
export async function hashPassword(password: string): Promise<string> {
  const library = await import('better-auth/crypto');
  return await library.hashPassword(password);
}

export async function fitsPassword(password: string, hash: string): Promise<boolean> {
  const library = await import('better-auth/crypto');
  return await library.verifyPassword({ hash, password });
}

const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'; // none that is mistaken for another when read aloud

/** A password to hand over once: four groups of five, 99 bits. */
export function makePassword(): string {
  const group = () => Array.from({ length: 5 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}
