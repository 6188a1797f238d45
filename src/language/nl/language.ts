/** Dutch: all that is known of it. See docs/languages.md. */
import type { Language } from '../language.ts';
import { nlCopy } from './copy.ts';
import { nlPairs } from './pairs.ts';

export const nl: Language = {
  ...nlCopy,
  ...nlPairs,
};
