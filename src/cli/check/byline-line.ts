/** The line that says who wrote a text: By Maria Leontis. */
import { byLanguage } from '../../language/languages.ts';

const name = "\\p{Lu}[\\p{L}\\p{M}.’'-]*";
const joined = '(?:and|und|et|y|e|και|и|та|en|i|ve|de|del|di|da|du|van|von|der|la)';
/** Of languages that nothing else is known of. */
const others = 'Пише|Piše|Аутор|Автор|Napísal(?:a)?';
const leads = [...Object.values(byLanguage('bylines')), others].join('|');
const line = new RegExp(
  `^(?:${leads})\\s*:?\\s+(${name}(?:,?\\s+(?:${joined}\\s+){0,2}${name}){0,7})(?:[.,|·–—-].{0,60})?$`,
  'u',
);
/** Without its lead: a name and nothing else, in a line of its own. */
const bare = new RegExp(`^${name}(?: ${joined}){0,2}(?: (?:${joined} )?${name}){1,3}$`, 'u');
/** The paper's own room, in the words of its language. */
const room =
  /^(?:Da Redação|Redação|Redacción(?: \p{Lu}\p{L}+)?|(?:La )?[Rr]édaction|(?:La )?[Rr]edazione|(?:Von der )?Redaktion|Redakcja|Redakce|Redaktionen|Редакци[яї]|[ΗΣ]\S* ?[Σσ]υντακτικ\S+ [Οο]μάδα|(?:By )?(?:Our )?(?:Staff|Special|Own) (?:Correspondent|Reporter|Writer)s?)$/u;
/** Arabic and Hebrew have no capitals: a short line that begins so is one. */
const unleaded = /^(?:بقلم|كتب|كتبت|تقرير|إعداد|حوار|מאת|כתב|כתבה)\s*:?\s+(\p{L}+(?:\s+\p{L}+){1,4})$/u;

/** The names in it; null where the line is none. */
export function bylineLine(text: string): string | null {
  return line.exec(text)?.[1] ?? unleaded.exec(text)?.[1] ?? room.exec(text)?.[0] ?? null;
}

/** Whether a line is a name and no more: who wrote it, where a day stands beside. */
export const isBareName = (text: string): boolean => bare.test(text);
