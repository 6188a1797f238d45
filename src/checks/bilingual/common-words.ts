/**
 * Small words of each language that a text in it is full of and that are no words of English or of a close relative: one
 * of them in a translation was left behind.
 */

import { byLanguage } from '../../language/languages.ts';
export const commonWords = byLanguage('common');
