/** Greek: what kinds of stories are called. */
import type { KindWords } from '../kind-words.ts';

export const elKinds: KindWords = {
  news: '',
  analysis: 'Ανάλυση',
  opinion: 'Γνώμη',
  explainer: 'Με απλά λόγια',
  live: 'Ζωντανά',
  correction: 'Διόρθωση',
  obituary: 'Νεκρολογία',
  letters: 'Επιστολές',
  labelled: (label, headline) => `${label}: ${headline}`,
};
