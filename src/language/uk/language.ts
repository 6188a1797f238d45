/** Ukrainian: all that is known of it. See docs/languages.md. */

import type { Language } from '../language.ts';
import { ukAlerts } from './alerts.ts';
import { ukChecks } from './checks.ts';
import { ukCopy } from './copy.ts';
import { ukFigures } from './figures.ts';
import { ukPages } from './pages.ts';
import { ukPairs } from './pairs.ts';
import { ukSayings } from './sayings.ts';
import { ukWire } from './wire.ts';

export const uk: Language = {
  ...ukChecks,
  ...ukCopy,
  ...ukWire,
  ...ukPairs,
  ...ukSayings,
  ...ukAlerts,
  figures: ukFigures,
  pages: ukPages,
};
