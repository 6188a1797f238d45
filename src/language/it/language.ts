/** Italian: all that is known of it. See docs/languages.md. */
import type { Language } from '../language.ts';
import { itAlerts } from './alerts.ts';
import { itCopy } from './copy.ts';
import { itPairs } from './pairs.ts';
import { itSayings } from './sayings.ts';
import { itWire } from './wire.ts';

export const it: Language = {
  ...itCopy,
  ...itWire,
  ...itPairs,
  ...itSayings,
  ...itAlerts,
};
