/** Dutch: all that is known of it. See docs/languages.md. */
import type { Language } from '../language.ts';
import { nlCopy } from './copy.ts';
import { nlFigures } from './figures.ts';
import { nlPairs } from './pairs.ts';
import { nlWire } from './wire.ts';

export const nl: Language = {
  ...nlWire,
  ...nlCopy,
  ...nlPairs,
  figures: nlFigures,
};
