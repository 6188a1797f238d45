/** Portuguese: all that is known of it. See docs/languages.md. */
import type { Language } from '../language.ts';
import { ptAlerts } from './alerts.ts';
import { ptCopy } from './copy.ts';
import { ptFigures } from './figures.ts';
import { ptPairs } from './pairs.ts';
import { ptWire } from './wire.ts';

export const pt: Language = {
  ...ptWire,
  ...ptCopy,
  ...ptPairs,
  ...ptAlerts,
  figures: ptFigures,
};
