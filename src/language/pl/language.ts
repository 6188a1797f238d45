/** Polish: all that is known of it. See docs/languages.md. */

import type { Language } from '../language.ts';
import { plChecks } from './checks.ts';
import { plCopy } from './copy.ts';
import { plFigures } from './figures.ts';
import { plPairs } from './pairs.ts';
import { plWire } from './wire.ts';

export const pl: Language = {
  ...plChecks,
  ...plWire,
  ...plCopy,
  ...plPairs,
  figures: plFigures,
};
