/** Swedish: what the wire knows of its news and of websites in it. */
import { oneOf } from '../lists.ts';
import type { WireWords } from '../wire-words.ts';

export const svWire: WireWords = {
  furniture: {
    places: String.raw`nyhetsbrev\p{L}*`,
    asks: oneOf(`
      prenumerera
      följ
    `),
    share: 'dela',
    comments: 'lämna en kommentar',
    readAlso: 'läs (?:också|även|mer)',
    advertisement: 'annons',
  },
};
