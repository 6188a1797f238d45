/** Hebrew: what the wire knows of its news and of websites in it. */
import { oneOf } from '../lists.ts';
import type { WireWords } from '../wire-words.ts';

export const heWire: WireWords = {
  furniture: {
    asks: oneOf(`
      הירשמו
      הצטרפו
      עקבו
    `),
    share: oneOf(`
      שתפו
      שיתוף
    `),
    comments: 'כתיבת תגובה',
    readAlso: oneOf(`
      קראו גם
      עוד בנושא
      יעניין אותך
    `),
    credit: oneOf(`
      מקור
      צילום
    `),
    advertisement: 'פרסומת',
  },
};
