/** German: all that is known of it. See docs/languages.md. */

import type { Language } from '../language.ts';
import { deAlerts } from './alerts.ts';
import { deChecks } from './checks.ts';
import { deCopy } from './copy.ts';
import { deFigures } from './figures.ts';
import { dePages } from './pages.ts';
import { dePairs } from './pairs.ts';
import { deSayings } from './sayings.ts';
import { deWire } from './wire.ts';

export const de: Language = {
  ...deChecks,
  ...deCopy,
  ...deWire,
  ...dePairs,
  ...deSayings,
  ...deAlerts,
  figures: deFigures,
  pages: dePages,
};
