/** Turkish: what the wire knows of its news and of websites in it. */
import { oneOf } from '../lists.ts';
import type { WireWords } from '../wire-words.ts';

export const trWire: WireWords = {
  furniture: {
    places: String.raw`bülten\p{L}*`,
    asks: oneOf(String.raw`
      abone ol\p{L}*
      takip ed\p{L}*
    `),
    subscribe: 'abone ol',
    share: 'paylaş',
    shareOn: 'paylaş',
    comments: oneOf(`
      yorum (?:yap|yaz)
      e-?posta adresiniz yayınlanmayacak
    `),
    readAlso: oneOf(`
      ayrıca okuyun
      bunu da oku
      ilgili haberler
    `),
    credit: 'fotoğraf',
    rights: 'tüm hakları saklıdır',
    advertisement: 'reklam',
  },
};
