/** Korean: what the wire knows of its news and of websites in it. */
import type { WireWords } from '../wire-words.ts';

export const koWire: WireWords = {
  furniture: {
    readAlso: '관련 ?기사',
  },
};
