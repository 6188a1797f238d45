/** The line that says who wrote a text: By Maria Leontis. */
import { byLanguage } from '../../language/languages.ts';

const name = "\\p{Lu}[\\p{L}\\p{M}.’'-]*";
const joined = '(?:and|und|et|y|e|και|и|та|en|i|ve|de|del|di|da|du|van|von|der|la)';
const leads = Object.values(byLanguage('bylines')).join('|');
const line = new RegExp(
  `^(?:${leads})\\s*:?\\s+(${name}(?:,?\\s+(?:${joined}\\s+){0,2}${name}){0,7})(?:[.,|·–—-].{0,60})?$`,
  'u',
);
/** Arabic has no capitals: a short line that begins so is one. */
const arabic = /^(?:بقلم|كتب|كتبت|تقرير|إعداد)\s*:?\s+(\p{L}+(?:\s+\p{L}+){1,4})$/u;

/** The names in it; null where the line is none. */
export function bylineLine(text: string): string | null {
  return line.exec(text)?.[1] ?? arabic.exec(text)?.[1] ?? null;
}
