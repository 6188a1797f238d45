/** Romanian: all that is known of it. See docs/languages.md. */
import type { Language } from '../language.ts';
import { roCopy } from './copy.ts';
import { roPairs } from './pairs.ts';
import { roWire } from './wire.ts';

export const ro: Language = {
  ...roWire,
  ...roCopy,
  ...roPairs,
};
