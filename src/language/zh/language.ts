/** Chinese: all that is known of it. See docs/languages.md. */
import type { Language } from '../language.ts';
import { zhPairs } from './pairs.ts';

export const zh: Language = {
  ...zhPairs,
};
