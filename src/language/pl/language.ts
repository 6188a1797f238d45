/** Polish: all that is known of it. See docs/languages.md. */
import type { Language } from '../language.ts';
import { plCopy } from './copy.ts';
import { plPairs } from './pairs.ts';

export const pl: Language = {
  ...plCopy,
  ...plPairs,
};
