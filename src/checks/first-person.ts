/**
 * How a sentence shows that whoever says it speaks of themselves, in the nine languages: a pronoun, or a verb of the first
 * person where the language leaves the pronoun out. Small lists of what a speaker says most.
 */

import { eachOnce } from '../kit/once.ts';
import { byLanguage } from '../language/languages.ts';
export const mine = byLanguage('firstPerson');

/** What follows a mark that closes when the speaker goes on: a space, and a sentence in the first person of three words or more. */
export function runsOn(language: string): RegExp {
  return patterns[language] ?? /(?!)/u;
}

function patternFor({ lead, opens }: (typeof mine)[string]): RegExp {
  const leads = lead === '' ? '' : `(?:(?:${lead.split(' ').join('|')})\\s+){0,2}`;
  return new RegExp(
    `^\\s+${leads}(?:${opens.split(' ').join('|')})(?![\\p{L}\\p{M}])\\s*[^\\n“”"«»„]{6,}`,
    'iu',
  );
}

/** Whether a paper speaks of its own report: we recall that … */
export function isPaperSpeaking(text: string, language: string): boolean {
  const recalls = mine[language]?.recalls;
  return recalls !== undefined && new RegExp(`^\\s+(?:${recalls})(?![\\p{L}\\p{M}])`, 'iu').test(text);
}

export function ownWords(language: string): Set<string> {
  return new Set((mine[language]?.own ?? '').split(' '));
}

const patterns = eachOnce(mine, patternFor);
