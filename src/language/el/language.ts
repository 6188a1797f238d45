/** Greek: all that is known of it. See docs/languages.md. */

import type { Language } from '../language.ts';
import { elAlerts } from './alerts.ts';
import { elChecks } from './checks.ts';
import { elCopy } from './copy.ts';
import { elFigures } from './figures.ts';
import { elPages } from './pages.ts';
import { elPairs } from './pairs.ts';
import { elSayings } from './sayings.ts';
import { elWire } from './wire.ts';

export const el: Language = {
  ...elChecks,
  ...elCopy,
  ...elWire,
  ...elPairs,
  ...elSayings,
  ...elAlerts,
  figures: elFigures,
  pages: elPages,
};
