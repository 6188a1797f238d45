/** Thai: all that is known of it. See docs/languages.md. */
import type { Language } from '../language.ts';
import { thPairs } from './pairs.ts';

export const th: Language = {
  ...thPairs,
};
