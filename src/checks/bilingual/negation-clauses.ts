/** Where one clause ends and the next begins, and which noes within one are the same no: what negation is counted by. */
import { eachOnce } from '../../kit/once.ts';
import { byLanguage } from '../../language/languages.ts';
import type { Span } from './translation.ts';

/** Words that begin a clause of its own, by language. */
const JOINTS = byLanguage('clauseJoints');

const splitters = eachOnce(
  JOINTS,
  (words) => new RegExp(`[,;:،؛—–()]+(?:\\s+(?:${words})(?=\\s))?|(?<=\\s)(?:${words})(?=\\s)`, 'giu'),
);

/** One at least, in order; the word that joins a clause to the one before is part of neither. */
export function clausesOf(text: string, language: string): Span[] {
  const splitter = splitters[language];
  if (!splitter) return [{ start: 0, end: text.length }];
  const clauses: Span[] = [];
  let from = 0;
  const close = (end: number) => {
    if (/[\p{L}\p{N}]/u.test(text.slice(from, end))) clauses.push({ start: from, end });
  };
  for (const { 0: joint, index } of text.matchAll(splitter)) {
    if (/\p{N}$/u.test(text.slice(0, index)) && /^[,:]$/.test(joint)) continue; // 1,200 and 6:30
    close(index);
    from = index + joint.length;
  }
  close(text.length);
  return clauses;
}

/** A no that goes on with the one before: ‘no boats, no nets’, ‘ni redes’, ‘weder … noch’. */
const GOES_ON = byLanguage('noGoesOn');

const FEW = 4; // words of a clause that is only one more thing in a list

/** Whether a clause is one more thing that the no before it holds for. */
export function goesOn(text: string, clause: Span, first: Span, language: string): boolean {
  const words = text.slice(clause.start, clause.end).trim().split(/\s+/u).length;
  const leads = !/\p{L}/u.test(text.slice(clause.start, first.start));
  return leads && words <= FEW && (GOES_ON[language]?.test(text.slice(first.start, first.end)) ?? false);
}

/** ‘Amendment No 25’, ‘n’importe où’, ‘noch’ without ‘weder’: no way of saying no at all. */
export function isNone(text: string, { start, end }: Span, language: string): boolean {
  const word = text.slice(start, end);
  const [before, after] = [text.slice(0, start), text.slice(end)];
  if (/^no$/i.test(word) && /^[.º°]?\s?\d/u.test(after))
    return (/^No$/.test(word) && /\p{L}\s+$/u.test(before)) || counted.test(before);
  if (moreThanEver[language]?.test(before + word)) return true;
  if (language === 'fr') return isFrenchNone(word, before, after);
  if (language === 'de') return /^noch$/i.test(word) && !/(?:^|\P{L})weder(?:\P{L}|$)/iu.test(before);
  return false;
}

/** More than ever says no less than yes: más que nunca, plus que jamais, как никогда. */
const moreThanEver = byLanguage('moreThanEver');

/** N’importe où, ne … que (only), and the ne that follows avant que without saying anything. */
function isFrenchNone(word: string, before: string, after: string): boolean {
  if (!/^n(?:e|['’])?$/i.test(word)) return false;
  if (/^['’]?importe\s/iu.test(after) || /\bavant\squ(?:e\s|['’])[^.;]{0,60}$/iu.test(before)) return true;
  return (
    /^['’\s]?\p{L}+\s(?:\p{L}+\s)?qu(?:e\s|['’])un/iu.test(after) &&
    !/\b(?:pas|plus|jamais|rien)\b/iu.test(after)
  );
}

const counted =
  /(?:amendment|article|number|room|flight|decree|resolution|case|file|line|berth|pier|platform|gate|enmienda|artículo|línea|vuelo)\s+$/iu;
