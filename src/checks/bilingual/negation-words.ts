/**
 * How each language says no. `not` turns a clause round; `near` holds every other word that may carry a denial (without,
 * refuse, lack, nobody, hardly), so that a translation which says it otherwise is left in peace. Regular expressions over
 * lower case words; a star is any ending.
 */

import { byLanguage } from '../../language/languages.ts';
export const negationWords = byLanguage('negation');
