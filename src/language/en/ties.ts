/** English: what ties stories to each other. */
import type { TieWords } from '../tie-words.ts';

export const enTies: TieWords = {
  earlier: 'Earlier on this',
  related: 'Related',
  moreBy: (name) => `More from ${name}`,
  partOf: 'Part of:',
  series: 'Series',
  part: (number, of) => `Part ${number} of ${of}`,
  partBefore: 'Previous part',
  partAfter: 'Next part',
  updates: 'This updates an earlier story:',
  updatedBy: 'There is a newer story on this:',
  corrects: 'This corrects:',
  correctedBy: 'There is a correction of this:',
  goesOn: 'This story goes on in another.',
  readThere: 'Read it there',
};
