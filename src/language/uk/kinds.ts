/** Ukrainian: what kinds of stories are called. */
import type { KindWords } from '../kind-words.ts';

export const ukKinds: KindWords = {
  news: '',
  analysis: 'Аналіз',
  opinion: 'Думка',
  explainer: 'Пояснення',
  live: 'Наживо',
  correction: 'Виправлення',
  obituary: 'Некролог',
  letters: 'Листи читачів',
  labelled: (label, headline) => `${label}: ${headline}`,
};
