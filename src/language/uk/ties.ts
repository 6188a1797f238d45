/** Ukrainian: what ties stories to each other. */
import type { TieWords } from '../tie-words.ts';

export const ukTies: TieWords = {
  earlier: 'Раніше на цю тему',
  related: 'За темою',
  moreBy: (name) => `Ще: ${name}`,
  partOf: 'Частина теми:',
  series: 'Цикл',
  part: (number, of) => `Частина ${number} з ${of}`,
  partBefore: 'Попередня частина',
  partAfter: 'Наступна частина',
  updates: 'Оновлює давніший матеріал:',
  updatedBy: 'Є новіший матеріал:',
  corrects: 'Виправляє:',
  correctedBy: 'До цього матеріалу є виправлення:',
  goesOn: 'Цей матеріал продовжено в іншому.',
  readThere: 'Читати там',
};
