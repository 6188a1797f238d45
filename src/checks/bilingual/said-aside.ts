/**
 * Whether a sentence gives somebody's words without marks and says behind a comma whose they are: ‘…, dijo Saqib.’ Papers
 * differ in whether such words stand in marks, so marks that came there changed nothing; marks that went are told all the same.
 */
import { byLanguage } from '../../language/languages.ts';
import { speechWords } from '../speech-words.ts';
import { perLanguage } from './translation.ts';

const cues = byLanguage('cues');
const bareCues = byLanguage('saidAside');
const REACH = 3; // words between the comma and its verb: ‘, ha affermato’, ‘, the director of the zoo said’ is told by its end

const asides = perLanguage((language) => {
  const verbs = language === 'en' ? speechWords.en?.said : (cues[language]?.verbs ?? bareCues[language]);
  if (!verbs) return { pattern: null };
  const either = verbs
    .trim()
    .split(/\s+/u)
    .map((verb) => (verb.endsWith('*') ? `${verb.slice(0, -1)}\\p{L}*` : verb))
    .join('|');
  return {
    pattern: new RegExp(
      `[\\p{L}\\p{N})][,،]\\s(?:[\\p{L}\\p{M}’'-]+\\s){0,${REACH}}(?:${either})(?:-t-\\p{L}+|-\\p{L}+)?(?![\\p{L}\\p{M}])(?!\\s(?:que|che|dass|that|что|що|ότι|πως|أن|إن)(?!\\p{L}))`,
      'iu',
    ),
  };
});

export function isSaidAside(text: string, language: string): boolean {
  return asides(language).pattern?.test(text) ?? false;
}
