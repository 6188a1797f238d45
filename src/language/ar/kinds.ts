/** Arabic: what kinds of stories are called. */
import type { KindWords } from '../kind-words.ts';

export const arKinds: KindWords = {
  news: '',
  analysis: 'تحليل',
  opinion: 'رأي',
  explainer: 'شرح',
  live: 'مباشر',
  correction: 'تصويب',
  obituary: 'نعي',
  letters: 'رسائل القراء',
  labelled: (label, headline) => `${label}: ${headline}`,
};
