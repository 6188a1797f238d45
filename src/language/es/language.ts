/** Spanish: all that is known of it. See docs/languages.md. */

import type { Language } from '../language.ts';
import { esAlerts } from './alerts.ts';
import { esChecks } from './checks.ts';
import { esCopy } from './copy.ts';
import { esFigures } from './figures.ts';
import { esPages } from './pages.ts';
import { esPairs } from './pairs.ts';
import { esSayings } from './sayings.ts';
import { esWire } from './wire.ts';

export const es: Language = {
  ...esChecks,
  ...esCopy,
  ...esWire,
  ...esPairs,
  ...esSayings,
  ...esAlerts,
  figures: esFigures,
  pages: esPages,
};
