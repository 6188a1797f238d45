/** Polish: what the wire knows of its news and of websites in it. */
import { oneOf } from '../lists.ts';
import type { WireWords } from '../wire-words.ts';

export const plWire: WireWords = {
  furniture: {
    places: String.raw`biuletyn\p{L}*`,
    asks: oneOf(`
      zapisz się
      subskrybuj
      obserwuj
      dołącz
    `),
    share: 'udostępnij',
    comments: 'dodaj komentarz',
    readAlso: oneOf(`
      czytaj (?:też|także|również|więcej)
      zobacz (?:też|także|również)
      przeczytaj (?:też|także|również)
    `),
    credit: oneOf(String.raw`
      zdjęcie
      fot\.?
    `),
    rights: 'wszelkie prawa zastrzeżone',
    advertisement: 'reklama',
  },
};
