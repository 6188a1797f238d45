/** Verbs with which speech is given to a speaker, and what marks a source, by language: small lists, for checks only. */

import { byLanguage } from '../language/languages.ts';
export const speechWords = byLanguage('speech');
