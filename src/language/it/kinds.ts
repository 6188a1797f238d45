/** Italian: what kinds of stories are called. */
import type { KindWords } from '../kind-words.ts';

export const itKinds: KindWords = {
  news: '',
  analysis: 'Analisi',
  opinion: 'Opinione',
  explainer: 'Spiegazione',
  live: 'In diretta',
  correction: 'Rettifica',
  obituary: 'Necrologio',
  letters: 'Lettere',
  labelled: (label, headline) => `${label}: ${headline}`,
};
