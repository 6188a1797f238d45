/** Arabic: all that is known of it. See docs/languages.md. */

import type { Language } from '../language.ts';
import { arAlerts } from './alerts.ts';
import { arChecks } from './checks.ts';
import { arCopy } from './copy.ts';
import { arFigures } from './figures.ts';
import { arPages } from './pages.ts';
import { arPairs } from './pairs.ts';
import { arSayings } from './sayings.ts';
import { arWire } from './wire.ts';

export const ar: Language = {
  ...arChecks,
  ...arCopy,
  ...arWire,
  ...arPairs,
  ...arSayings,
  ...arAlerts,
  figures: arFigures,
  pages: arPages,
};
