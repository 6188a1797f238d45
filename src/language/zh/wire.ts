/** Chinese: what the wire knows of its news and of websites in it. */
import { oneOf } from '../lists.ts';
import type { WireWords } from '../wire-words.ts';

export const zhWire: WireWords = {
  furniture: {
    readAlso: oneOf(`
      延伸阅读
      相关(?:阅读|新闻|报道)
      更多阅读
    `),
    credit: oneOf(`
      图片来源
      图源
    `),
    advertisement: '广告',
  },
};
