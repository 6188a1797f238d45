/** Arabic: what ties stories to each other. */
import type { TieWords } from '../tie-words.ts';

export const arTies: TieWords = {
  earlier: 'سابقًا في هذا الموضوع',
  related: 'ذو صلة',
  moreBy: (name) => `المزيد من ${name}`,
  partOf: 'ضمن ملفّ:',
  series: 'سلسلة',
  part: (number, of) => `الجزء ${number} من ${of}`,
  partBefore: 'الجزء السابق',
  partAfter: 'الجزء التالي',
  updates: 'يحدّث خبرًا سابقًا:',
  updatedBy: 'ثمة خبر أحدث في هذا الموضوع:',
  corrects: 'يصوّب:',
  correctedBy: 'ثمة تصويب لهذا الخبر:',
  goesOn: 'يتواصل هذا الخبر في خبر آخر.',
  readThere: 'اقرأه هناك',
};
