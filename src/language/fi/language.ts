/** Finnish: all that is known of it. See docs/languages.md. */
import type { Language } from '../language.ts';
import { fiCopy } from './copy.ts';
import { fiWire } from './wire.ts';

export const fi: Language = {
  ...fiWire,
  ...fiCopy,
};
