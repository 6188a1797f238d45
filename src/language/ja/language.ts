/** Japanese: all that is known of it. See docs/languages.md. */
import type { Language } from '../language.ts';
import { jaCopy } from './copy.ts';
import { jaPairs } from './pairs.ts';
import { jaWire } from './wire.ts';

export const ja: Language = {
  ...jaWire,
  ...jaCopy,
  ...jaPairs,
};
