/** Russian: what kinds of stories are called. */
import type { KindWords } from '../kind-words.ts';

export const ruKinds: KindWords = {
  news: '',
  analysis: 'Анализ',
  opinion: 'Мнение',
  explainer: 'Разбор',
  live: 'Онлайн',
  correction: 'Поправка',
  obituary: 'Некролог',
  letters: 'Письма читателей',
  labelled: (label, headline) => `${label}: ${headline}`,
};
