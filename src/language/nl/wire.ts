/** Dutch: what the wire knows of its news and of websites in it. */
import { oneOf } from '../lists.ts';
import type { WireWords } from '../wire-words.ts';

export const nlWire: WireWords = {
  furniture: {
    places: 'nieuwsbrief',
    asks: oneOf(`
      schrijf je in
      abonneer (?:u|je)
      meld je aan
      volg ons
    `),
    share: 'delen',
    shareOn: 'delen',
    comments: 'geef een reactie',
    readAlso: oneOf(`
      lees ook
      lees (?:meer|verder)
      bekijk ook
    `),
    feedLine: oneOf(`
      lees verder
      het bericht .{1,250} verscheen eerst op .{1,100}
    `),
    credit: oneOf(`
      beeld
      foto's
    `),
    advertisement: 'advertentie',
  },
};
