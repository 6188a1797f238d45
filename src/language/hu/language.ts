/** Hungarian: all that is known of it. See docs/languages.md. */
import type { Language } from '../language.ts';
import { huCopy } from './copy.ts';
import { huWire } from './wire.ts';

export const hu: Language = {
  ...huWire,
  ...huCopy,
};
