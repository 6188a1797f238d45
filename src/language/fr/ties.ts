/** French: what ties stories to each other. */
import type { TieWords } from '../tie-words.ts';

export const frTies: TieWords = {
  earlier: 'Auparavant sur ce sujet',
  related: 'À lire aussi',
  moreBy: (name) => `Plus d’articles : ${name}`,
  partOf: 'Fait partie de :',
  series: 'Série',
  part: (number, of) => `Partie ${number} sur ${of}`,
  partBefore: 'Partie précédente',
  partAfter: 'Partie suivante',
  updates: 'Met à jour un article antérieur :',
  updatedBy: 'Il y a un article plus récent à ce sujet :',
  corrects: 'Rectifie :',
  correctedBy: 'Il y a une rectification de cet article :',
  goesOn: 'Cet article se poursuit dans un autre.',
  readThere: 'Le lire là-bas',
};
