/** Words by which each language marks how sure a statement is. A star ends a stem. */

import { byLanguage } from '../../language/languages.ts';
export const voices = byLanguage('voices');
