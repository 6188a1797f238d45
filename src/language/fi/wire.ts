/** Finnish: what the wire knows of its news and of websites in it. */
import type { WireWords } from '../wire-words.ts';

export const fiWire: WireWords = {
  furniture: {
    places: 'uutiskirje\\p{L}*',
    asks: 'tilaa|seuraa meitä',
    readAlso: 'lue (?:myös|lisää)',
    credit: 'kuva',
  },
};
