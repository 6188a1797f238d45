/** Portuguese: what kinds of stories are called. */
import type { KindWords } from '../kind-words.ts';

export const ptKinds: KindWords = {
  news: '',
  analysis: 'Análise',
  opinion: 'Opinião',
  explainer: 'Explicador',
  live: 'Ao vivo',
  correction: 'Correção',
  obituary: 'Obituário',
  letters: 'Cartas dos leitores',
  labelled: (label, headline) => `${label}: ${headline}`,
};
