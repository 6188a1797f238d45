/** How el, ru, uk, es, fr, de, it and ar say that somebody says something. Words in lower case, forms as newspapers use them. */

import { byLanguage } from '../../language/languages.ts';
export const cueTables = byLanguage('cues');
