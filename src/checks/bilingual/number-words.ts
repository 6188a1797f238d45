/**
 * Numbers as words. A star ends a stem that any ending may follow. `sure` words are numbers wherever they stand; `perhaps`
 * words may be something else ('second', 'один'), so they only ever excuse a number on the other side.
 */

import { byLanguage } from '../../language/languages.ts';
export const numberWords = byLanguage('numbers');
