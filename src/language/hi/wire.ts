/** Hindi: what the wire knows of its news and of websites in it. */
import { oneOf } from '../lists.ts';
import type { WireWords } from '../wire-words.ts';

export const hiWire: WireWords = {
  furniture: {
    readAlso: oneOf(`
      यह भी पढ़ें
      ये भी पढ़ें
    `),
  },
};
