/** German: what kinds of stories are called. */
import type { KindWords } from '../kind-words.ts';

export const deKinds: KindWords = {
  news: '',
  analysis: 'Analyse',
  opinion: 'Meinung',
  explainer: 'Erklärt',
  live: 'Live',
  correction: 'Berichtigung',
  obituary: 'Nachruf',
  letters: 'Leserbriefe',
  labelled: (label, headline) => `${label}: ${headline}`,
};
