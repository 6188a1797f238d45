/** Arabic: what single checks look for in its copy. */
import type { CheckWords } from '../check-words.ts';
import { WITHIN, wordLines } from '../lists.ts';

export const arChecks: CheckWords = {
  lostPairs: {
    never: [
      ['في', 'إلى على عن من'],
      ['إلى', 'في على عن'],
      ['على', 'في إلى عن'],
      ['عن', 'في إلى على'],
      ['من', 'إلى'],
    ],
    beforeComma: 'في إلى على عن',
    beforeStop: 'من',
  },
  pluralSources: {
    many: {
      مصادر: 'مصدر',
      مصدران: 'مصدر',
      مسؤولون: 'مسؤول',
      دبلوماسيون: 'دبلوماسي',
      شهود: 'شاهد',
      خبراء: 'خبير',
    },
    said: 'قال|أضاف|أكد|ذكر|أوضح|بحسب|وفق|أفاد|كشف',
    same: '(?:ال|وال)ONE',
    another: 'ONE (?:آخر|ثان|في|من|ب)|أحد ',
    counted: 'ثلاثة|أربعة|خمسة|عدة|بعض|مصدران|أخرى',
  },
  hearsay: [
    `(?:قال|ذكر|روى)ت?${WITHIN}(?:أخبر|قال ل|سمع)\\p{L}*${WITHIN}(?:سمع|أخبر|قال)\\p{L}*`,
    `(?:نقلا عن)${WITHIN}(?:نقلا عن|نقلت عن|الذي نقل)${WITHIN}(?:نقلا عن|نقل)`,
  ],
  bodies: wordLines(`
    nato:الناتو
  `),
};
