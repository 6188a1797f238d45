/** Romanian: what the wire knows of its news and of websites in it. */
import { oneOf } from '../lists.ts';
import type { WireWords } from '../wire-words.ts';

export const roWire: WireWords = {
  furniture: {
    asks: oneOf(`
      abonează-te
      abonați-vă
      urmăriți
      urmărește
    `),
    share: 'distribuie',
    comments: 'lasă un (?:comentariu|răspuns)',
    readAlso: oneOf(`
      citește și
      citiți și
      vezi și
    `),
    credit: 'sursa foto',
    rights: 'toate drepturile rezervate',
  },
};
