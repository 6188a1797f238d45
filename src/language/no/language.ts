/** Norwegian: all that is known of it. See docs/languages.md. */
import type { Language } from '../language.ts';
import { noCopy } from './copy.ts';
import { noFigures } from './figures.ts';
import { noPairs } from './pairs.ts';
import { noWire } from './wire.ts';

export const no: Language = {
  ...noWire,
  ...noCopy,
  ...noPairs,
  figures: noFigures,
};
