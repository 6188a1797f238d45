/** Swedish: all that is known of it. See docs/languages.md. */
import type { Language } from '../language.ts';
import { svCopy } from './copy.ts';
import { svFigures } from './figures.ts';
import { svPairs } from './pairs.ts';
import { svWire } from './wire.ts';

export const sv: Language = {
  ...svWire,
  ...svCopy,
  ...svPairs,
  figures: svFigures,
};
