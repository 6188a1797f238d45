/** Japanese: what the wire knows of its news and of websites in it. */
import { oneOf } from '../lists.ts';
import type { WireWords } from '../wire-words.ts';

export const jaWire: WireWords = {
  furniture: {
    readAlso: oneOf(`
      関連記事
      あわせて読みたい
      関連ニュース
    `),
    credit: '写真',
    advertisement: '広告',
  },
};
