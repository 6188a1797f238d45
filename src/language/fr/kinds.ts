/** French: what kinds of stories are called. */
import type { KindWords } from '../kind-words.ts';

export const frKinds: KindWords = {
  news: '',
  analysis: 'Analyse',
  opinion: 'Opinion',
  explainer: 'Décryptage',
  live: 'En direct',
  correction: 'Rectification',
  obituary: 'Nécrologie',
  letters: 'Courrier des lecteurs',
  labelled: (label, headline) => `${label} : ${headline}`,
};
