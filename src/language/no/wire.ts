/** Norwegian: what the wire knows of its news and of websites in it. */
import { oneOf } from '../lists.ts';
import type { WireWords } from '../wire-words.ts';

export const noWire: WireWords = {
  furniture: {
    asks: oneOf(`
      følg
      abonner
    `),
    comments: 'legg igjen',
    readAlso: 'les (?:også|mer)',
    advertisement: 'annonse',
  },
};
