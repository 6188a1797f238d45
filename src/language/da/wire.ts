/** Danish: what the wire knows of its news and of websites in it. */
import type { WireWords } from '../wire-words.ts';

export const daWire: WireWords = {
  furniture: {
    places: String.raw`nyhedsbrev\p{L}*`,
    asks: 'tilmeld|abonner|følg os',
    share: 'del',
    readAlso: 'læs (?:også|mere)',
    advertisement: 'annonce',
  },
};
