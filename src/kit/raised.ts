/**
 * Raised and lowered letters as letters of their own, since a body has no mark for them: HTML LS 4.5.19 has `sup` and
 * `sub` where their absence would change the meaning, and `10⁶` without it is another number.
 */

const RAISED = letters('0123456789+-−‐‑–=()nixyk', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁻⁻⁼⁽⁾ⁿⁱˣʸᵏ');
const LOWERED = letters('0123456789+-−‐‑–=()', '₀₁₂₃₄₅₆₇₈₉₊₋₋₋₋₋₌₍₎');
const SIGNS: Record<string, string> = { TM: '™', SM: '℠', R: '®', C: '©' };
const WORDS = 12; // letters from which it is a sentence that someone raised, and no sign

const FRACTIONS: Record<string, string> = {
  '1/2': '½',
  '1/3': '⅓',
  '2/3': '⅔',
  '1/4': '¼',
  '3/4': '¾',
  '1/5': '⅕',
  '2/5': '⅖',
  '3/5': '⅗',
  '4/5': '⅘',
  '1/6': '⅙',
  '5/6': '⅚',
  '1/7': '⅐',
  '1/8': '⅛',
  '3/8': '⅜',
  '5/8': '⅝',
  '7/8': '⅞',
  '1/9': '⅑',
  '1/10': '⅒',
};

function letters(from: string, to: string): Map<string, string> {
  const signs = [...to];
  return new Map([...from].map((sign, at) => [sign, signs[at] ?? sign]));
}

/** `6` becomes ⁶; the letters of `1st`, `2e`, `Mme` stay letters; `3.5` after a number is ^3.5; 7 with an o is 7º. */
export function raised(text: string, before: string): string {
  const said = text.trim();
  if (/^[oa]s?$/.test(said) && /\p{Nd}[.]?$|\b[nN]$/u.test(before))
    return said.replace('o', 'º').replace('a', 'ª');
  const parts = /^(\d{1,3})\s?[/⁄]\s?(\d{1,3})$/.exec(said);
  if (parts) return fraction(parts[1] ?? '', parts[2] ?? '', before);
  return SIGNS[said] ?? shifted(said, before, { table: RAISED, sign: '^' });
}

/** `2` becomes ₂; letters stay letters. */
export function lowered(text: string, before: string): string {
  return shifted(text.trim(), before, { table: LOWERED, sign: '_' });
}

function shifted(
  said: string,
  before: string,
  { table, sign }: { table: Map<string, string>; sign: string },
): string {
  const signs = [...said];
  if (/^\[.*\]$/s.test(said)) return said; // the mark of a note brings its own brackets
  // A power of a power is not the number that its signs would make side by side.
  if (/[\d][⁰¹²³⁴-⁹₀-₉]/u.test(said)) return `${sign}(${said})`;
  if (signs.every((letter) => table.has(letter) || isShifted(letter)))
    return signs.map((letter) => table.get(letter) ?? letter).join('');
  const isFused = /[\p{N}\p{L}]$/u.test(before) && /\p{N}/u.test(said);
  if (!isFused) return said;
  if (said.length > WORDS || /\s/.test(said)) return ` ${said}`;
  return /^[+−-]?[\p{N}.,]+$/u.test(said) ? sign + said : `${sign}(${said})`;
}

/** What is raised or lowered already, a prime, a star: it stays as it is. */
function isShifted(letter: string): boolean {
  return /[\u2070-\u209c¹²³ⁿˣʸᵏ′″*†‡°]/u.test(letter);
}

/** One half as ½; 7 and 16 as 7/16, a space before it where a number stands. */
export function fraction(top: string, bottom: string, before: string): string {
  const known = FRACTIONS[`${plainDigits(top)}/${plainDigits(bottom)}`];
  if (known) return known;
  const part = (text: string): string => (/^[\p{L}\p{N}.,]+$/u.test(text) ? text : `(${text})`);
  return `${/\p{N}$/u.test(before) ? ' ' : ''}${part(plainDigits(top))}/${part(plainDigits(bottom))}`;
}

const BACK = new Map([...RAISED, ...LOWERED].map(([plain, shiftedSign]) => [shiftedSign, plain]));

function plainDigits(text: string): string {
  return [...text.trim()].map((sign) => BACK.get(sign) ?? sign).join('');
}

/** A raised number, a slash and a lowered one at the end of a text: where it begins, and its two numbers. */
export function endingFraction(text: string): { start: number; top: string; bottom: string } | null {
  const found = /([⁰¹²³⁴-⁹]{1,6})[/⁄∕]([₀-₉]{1,6})$/u.exec(text.slice(-14));
  if (!found) return null;
  const [whole, top = '', bottom = ''] = found;
  return { start: text.length - whole.length, top, bottom };
}
