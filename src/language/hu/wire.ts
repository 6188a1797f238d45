/** Hungarian: what the wire knows of its news and of websites in it. */
import type { WireWords } from '../wire-words.ts';

export const huWire: WireWords = {
  furniture: {
    places: 'hírlevel\\p{L}*|csatorn\\p{L}*',
    asks: 'iratkoz(?:z|zon|zatok) fel|kövess(?:en)? minket',
    comments: 'szólj(?:on)? hozzá',
    readAlso: 'olvasd el|olvassa el ezt is|kapcsolódó cikk(?:ek)?',
  },
};
