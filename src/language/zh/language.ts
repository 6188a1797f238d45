/** Chinese: all that is known of it. See docs/languages.md. */
import type { Language } from '../language.ts';
import { zhCopy } from './copy.ts';
import { zhFigures } from './figures.ts';
import { zhPairs } from './pairs.ts';
import { zhWire } from './wire.ts';

export const zh: Language = {
  ...zhWire,
  ...zhCopy,
  ...zhPairs,
  figures: zhFigures,
};
