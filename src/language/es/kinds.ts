/** Spanish: what kinds of stories are called. */
import type { KindWords } from '../kind-words.ts';

export const esKinds: KindWords = {
  news: '',
  analysis: 'Análisis',
  opinion: 'Opinión',
  explainer: 'Claves',
  live: 'En directo',
  correction: 'Corrección',
  obituary: 'Obituario',
  letters: 'Cartas de los lectores',
  labelled: (label, headline) => `${label}: ${headline}`,
};
