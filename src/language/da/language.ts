/** Danish: all that is known of it. See docs/languages.md. */
import type { Language } from '../language.ts';
import { daCopy } from './copy.ts';
import { daFigures } from './figures.ts';
import { daPairs } from './pairs.ts';
import { daWire } from './wire.ts';

export const da: Language = {
  ...daWire,
  ...daCopy,
  ...daPairs,
  figures: daFigures,
};
