/** Turkish: all that is known of it. See docs/languages.md. */
import type { Language } from '../language.ts';
import { trCopy } from './copy.ts';
import { trFigures } from './figures.ts';
import { trPairs } from './pairs.ts';
import { trWire } from './wire.ts';

export const tr: Language = {
  ...trWire,
  ...trCopy,
  ...trPairs,
  figures: trFigures,
};
