/** English: what kinds of stories are called. */
import type { KindWords } from '../kind-words.ts';

export const enKinds: KindWords = {
  news: '',
  analysis: 'Analysis',
  opinion: 'Opinion',
  explainer: 'Explainer',
  live: 'Live',
  correction: 'Correction',
  obituary: 'Obituary',
  letters: 'Letters',
  labelled: (label, headline) => `${label}: ${headline}`,
};
