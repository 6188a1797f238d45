/** Russian: all that is known of it. See docs/languages.md. */

import type { Language } from '../language.ts';
import { ruAlerts } from './alerts.ts';
import { ruChecks } from './checks.ts';
import { ruCopy } from './copy.ts';
import { ruFigures } from './figures.ts';
import { ruPages } from './pages.ts';
import { ruPairs } from './pairs.ts';
import { ruSayings } from './sayings.ts';
import { ruWire } from './wire.ts';

export const ru: Language = {
  ...ruChecks,
  ...ruCopy,
  ...ruWire,
  ...ruPairs,
  ...ruSayings,
  ...ruAlerts,
  figures: ruFigures,
  pages: ruPages,
};
