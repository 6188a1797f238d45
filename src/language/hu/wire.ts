/** Hungarian: what the wire knows of its news and of websites in it. */
import type { WireWords } from '../wire-words.ts';

export const huWire: WireWords = {
  furniture: {
    readAlso: 'olvasd el',
  },
};
