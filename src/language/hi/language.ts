/** Hindi: all that is known of it. See docs/languages.md. */
import type { Language } from '../language.ts';
import { hiPairs } from './pairs.ts';

export const hi: Language = {
  ...hiPairs,
};
