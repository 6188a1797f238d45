/** Spanish: what ties stories to each other. */
import type { TieWords } from '../tie-words.ts';

export const esTies: TieWords = {
  earlier: 'Antes sobre esto',
  related: 'Relacionado',
  moreBy: (name) => `Más de ${name}`,
  partOf: 'Forma parte de:',
  series: 'Serie',
  part: (number, of) => `Parte ${number} de ${of}`,
  partBefore: 'Parte anterior',
  partAfter: 'Parte siguiente',
  updates: 'Actualiza una noticia anterior:',
  updatedBy: 'Hay una noticia más reciente sobre esto:',
  corrects: 'Corrige:',
  correctedBy: 'Hay una corrección de esta noticia:',
  goesOn: 'Esta noticia continúa en otra.',
  readThere: 'Leerla allí',
};
