/** Portuguese: all that is known of it. See docs/languages.md. */
import type { Language } from '../language.ts';
import { ptAlerts } from './alerts.ts';
import { ptCopy } from './copy.ts';
import { ptPairs } from './pairs.ts';

export const pt: Language = {
  ...ptCopy,
  ...ptPairs,
  ...ptAlerts,
};
