/** Czech: what the wire knows of its news and of websites in it. */
import { oneOf } from '../lists.ts';
import type { WireWords } from '../wire-words.ts';

export const csWire: WireWords = {
  furniture: {
    readAlso: oneOf(`
      přečtěte si
      čtěte také
    `),
  },
};
