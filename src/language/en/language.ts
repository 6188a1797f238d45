/** English: all that is known of it. See docs/languages.md. */

import type { Language } from '../language.ts';
import { enAlerts } from './alerts.ts';
import { enChecks } from './checks.ts';
import { enCopy } from './copy.ts';
import { enFigures } from './figures.ts';
import { enPages } from './pages.ts';
import { enPairs } from './pairs.ts';
import { enSayings } from './sayings.ts';
import { enWire } from './wire.ts';

export const en: Language = {
  ...enChecks,
  ...enCopy,
  ...enWire,
  ...enPairs,
  ...enSayings,
  ...enAlerts,
  figures: enFigures,
  pages: enPages,
};
