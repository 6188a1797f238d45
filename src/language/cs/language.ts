/** Czech: all that is known of it. See docs/languages.md. */

import type { Language } from '../language.ts';
import { csChecks } from './checks.ts';
import { csCopy } from './copy.ts';
import { csFigures } from './figures.ts';
import { csPairs } from './pairs.ts';
import { csWire } from './wire.ts';

export const cs: Language = {
  ...csChecks,
  ...csWire,
  ...csCopy,
  ...csPairs,
  figures: csFigures,
};
