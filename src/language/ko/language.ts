/** Korean: all that is known of it. See docs/languages.md. */
import type { Language } from '../language.ts';
import { koCopy } from './copy.ts';
import { koPairs } from './pairs.ts';
import { koWire } from './wire.ts';

export const ko: Language = {
  ...koWire,
  ...koCopy,
  ...koPairs,
};
