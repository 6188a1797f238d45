/**
 * Words of each language that a full stop does not end a sentence after, for sentences.ts. All lower case, without their
 * last stop. Kept as plain lists so that someone who reads the language can mend them.
 */

import type { Abbreviations } from '../language/copy-words.ts';
import { byLanguage } from '../language/languages.ts';

const none: Abbreviations = {
  before: '',
  beforeNumber: '',
  either: '',
  starters: '',
  afterOrdinal: null,
  beforeOrdinal: '',
};

export const abbreviations: Readonly<Record<string, Abbreviations>> = Object.fromEntries(
  Object.entries(byLanguage('abbreviations')).map(([language, own]) => [language, { ...none, ...own }]),
);
