/** French: all that is known of it. See docs/languages.md. */

import type { Language } from '../language.ts';
import { frAlerts } from './alerts.ts';
import { frChecks } from './checks.ts';
import { frCopy } from './copy.ts';
import { frFigures } from './figures.ts';
import { frPages } from './pages.ts';
import { frPairs } from './pairs.ts';
import { frSayings } from './sayings.ts';
import { frWire } from './wire.ts';

export const fr: Language = {
  ...frChecks,
  ...frCopy,
  ...frWire,
  ...frPairs,
  ...frSayings,
  ...frAlerts,
  figures: frFigures,
  pages: frPages,
};
