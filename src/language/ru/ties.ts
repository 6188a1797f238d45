/** Russian: what ties stories to each other. */
import type { TieWords } from '../tie-words.ts';

export const ruTies: TieWords = {
  earlier: 'Ранее на эту тему',
  related: 'По теме',
  moreBy: (name) => `Ещё: ${name}`,
  partOf: 'Часть темы:',
  series: 'Цикл',
  part: (number, of) => `Часть ${number} из ${of}`,
  partBefore: 'Предыдущая часть',
  partAfter: 'Следующая часть',
  updates: 'Обновляет более ранний материал:',
  updatedBy: 'Есть более новый материал:',
  corrects: 'Исправляет:',
  correctedBy: 'К этому материалу есть поправка:',
  goesOn: 'Этот материал продолжен в другом.',
  readThere: 'Читать там',
};
