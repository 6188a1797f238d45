/** Form tokens: proof that a form was rendered here, for this purpose, not too long ago. Kept nowhere. */
import { refuse } from './refusal.ts';
import type { Seal } from './seal.ts';

/** `purpose` binds the token: 'reply:<story>', 'desk:<session>'. `now` in milliseconds. */
export function formToken(seal: Seal, purpose: string, now: number): string {
  const at = now.toString(36);
  return `${at}.${seal.hash('form', `${purpose}|${at}`)}`;
}

/** Refuses with `form-expired` a token that is missing, of another purpose, from the future or older than `maxAge` ms. */
export function checkFormToken(
  seal: Seal,
  given: { token: unknown; purpose: string; now: number; maxAge: number },
): void {
  const [at = '', hash = ''] = typeof given.token === 'string' ? given.token.split('.') : [];
  const age = given.now - Number.parseInt(at, 36);
  const fits = seal.matches('form', `${given.purpose}|${at}`, hash);
  if (!fits || !(age >= 0 && age <= given.maxAge)) refuse('form-expired');
}
