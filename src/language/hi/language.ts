/** Hindi: all that is known of it. See docs/languages.md. */
import type { Language } from '../language.ts';
import { hiPairs } from './pairs.ts';
import { hiWire } from './wire.ts';

export const hi: Language = {
  ...hiWire,
  ...hiPairs,
};
