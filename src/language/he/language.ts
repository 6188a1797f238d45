/** Hebrew: all that is known of it. See docs/languages.md. */
import type { Language } from '../language.ts';
import { hePairs } from './pairs.ts';
import { heWire } from './wire.ts';

export const he: Language = {
  ...heWire,
  ...hePairs,
};
