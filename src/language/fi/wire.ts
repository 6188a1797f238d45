/** Finnish: what the wire knows of its news and of websites in it. */
import type { WireWords } from '../wire-words.ts';

export const fiWire: WireWords = {
  furniture: {
    readAlso: 'lue myös',
    credit: 'kuva',
  },
};
