/** Passwords of the staff: what is wrong with one, in words, and the hash that is kept of it (scrypt, slow on purpose). */
import { randomInt } from 'node:crypto';

const SHORTEST = 10; // characters: the length asked for instead of signs and digits, which people write on paper
export const LONGEST = 128; // characters: the library refuses more, so that hashing cannot be made to take long

/** What is wrong with the password, or null. `about`: name and address of the person, which are guessed first. */
export function passwordProblem(password: string, about: { name: string; email: string }): string | null {
  const length = [...password].length;
  if (length < SHORTEST) return `A password has ${SHORTEST} characters or more; this one has ${length}.`;
  if (password.length > LONGEST) return `A password has ${LONGEST} characters at most.`;
  if (new Set(password).size < 4) return 'The same few characters over and over are guessed at once.';
  const plain = password.toLowerCase();
  const known = [about.email, about.email.split('@')[0] ?? '', about.name].map((text) => text.toLowerCase());
  if (known.includes(plain)) return 'A name or an address is guessed first. Take something else.';
  return null;
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
