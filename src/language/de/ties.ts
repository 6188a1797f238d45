/** German: what ties stories to each other. */
import type { TieWords } from '../tie-words.ts';

export const deTies: TieWords = {
  earlier: 'Früher dazu',
  related: 'Zum Thema',
  moreBy: (name) => `Mehr von: ${name}`,
  partOf: 'Gehört zu:',
  series: 'Serie',
  part: (number, of) => `Teil ${number} von ${of}`,
  partBefore: 'Voriger Teil',
  partAfter: 'Nächster Teil',
  updates: 'Führt einen früheren Bericht fort:',
  updatedBy: 'Dazu gibt es einen neueren Bericht:',
  corrects: 'Berichtigt:',
  correctedBy: 'Dazu gibt es eine Berichtigung:',
  goesOn: 'Dieser Bericht wird in einem anderen fortgeführt.',
  readThere: 'Dort lesen',
};
