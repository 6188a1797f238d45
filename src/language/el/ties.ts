/** Greek: what ties stories to each other. */
import type { TieWords } from '../tie-words.ts';

export const elTies: TieWords = {
  earlier: 'Νωρίτερα για το ίδιο θέμα',
  related: 'Σχετικά',
  moreBy: (name) => `Περισσότερα: ${name}`,
  partOf: 'Ανήκει στο:',
  series: 'Σειρά',
  part: (number, of) => `Μέρος ${number} από ${of}`,
  partBefore: 'Προηγούμενο μέρος',
  partAfter: 'Επόμενο μέρος',
  updates: 'Ενημερώνει παλαιότερο θέμα:',
  updatedBy: 'Υπάρχει νεότερο θέμα:',
  corrects: 'Διορθώνει:',
  correctedBy: 'Υπάρχει διόρθωση:',
  goesOn: 'Το θέμα συνεχίζεται σε άλλο.',
  readThere: 'Διαβάστε το εκεί',
};
