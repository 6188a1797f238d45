/** Greek: the furniture words of live stories. */
import type { Words } from '../catalog.ts';
import { counter } from '../plural.ts';

const count = counter('el');

export const elLive: Words['live'] = {
  live: 'Ζωντανά',
  over: 'Έληξε',
  began: (when) => `Ζωντανά από ${when}`,
  ended: (when) => `Έληξε ${when}`,
  keyMoments: 'Τα σημαντικότερα',
  keyMoment: 'Σημαντικό',
  pinned: 'Καρφιτσωμένο',
  entries: 'Καταχωρίσεις',
  all: 'Όλες οι καταχωρίσεις',
  onlyKey: 'Μόνο τα σημαντικότερα',
  earlier: 'Παλαιότερες καταχωρίσεις',
  later: 'Νεότερες καταχωρίσεις',
  newest: 'Στις πιο πρόσφατες',
  moreKey: 'Περισσότερα σημαντικά',
  link: 'Σύνδεσμος σε αυτή την καταχώριση',
  newEntries: (number) => count(number, { one: 'νέα καταχώριση', other: 'νέες καταχωρίσεις' }),
  withdrawnAt: (when) => `Αποσύρθηκε, ${when}.`,
  none: 'Δεν έχει γραφτεί ακόμη τίποτα.',
  told: 'Όποιος ακολουθεί αυτό το θέμα ειδοποιείται μόνο για τα σημαντικότερα.',
};
