/** Italian: all that is known of it. See docs/languages.md. */

import type { Language } from '../language.ts';
import { itAlerts } from './alerts.ts';
import { itChecks } from './checks.ts';
import { itCopy } from './copy.ts';
import { itFigures } from './figures.ts';
import { itPairs } from './pairs.ts';
import { itSayings } from './sayings.ts';
import { itWire } from './wire.ts';

export const it: Language = {
  ...itChecks,
  ...itCopy,
  ...itWire,
  ...itPairs,
  ...itSayings,
  ...itAlerts,
  figures: itFigures,
};
