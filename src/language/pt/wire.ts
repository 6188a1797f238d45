/** Portuguese: what the wire knows of its news and of websites in it. */
import { oneOf } from '../lists.ts';
import type { WireWords } from '../wire-words.ts';

export const ptWire: WireWords = {
  furniture: {
    asks: oneOf(`
      assine
      inscreva-se
      siga
      receba
      participe do
    `),
    subscribe: 'assine já',
    share: 'compartilh(?:ar|e)(?: .{0,40})?',
    shareOn: 'compartilhe',
    comments: oneOf(`
      deixe um comentário
      o seu endereço de e-?mail não será
    `),
    readAlso: oneOf(`
      leia (?:também|mais)
      veja (?:também|mais)
      saiba mais
    `),
    feedLine: 'o post .{1,250} apareceu primeiro em .{1,100}',
    credit: 'imagem',
    rights: 'todos os direitos reservados',
    advertisement: 'continua após a publicidade',
  },
};
