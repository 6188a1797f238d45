/** Greek: what an alert says by itself. */
import type { AlertCatalog } from '../alert-catalog.ts';
import { elKinds } from './kinds.ts';

export const elAlerts: AlertCatalog = {
  alert: {
    correction: (headline) => `Διόρθωση: ${headline}`,
    withdrawn: 'Ένα θέμα αποσύρθηκε',
    withdrawnBody: 'Ένα θέμα για το οποίο ειδοποιηθήκατε αποσύρθηκε. Η σελίδα εξηγεί γιατί.',
    welcome: 'Οι ειδοποιήσεις ενεργοποιήθηκαν',
    welcomeBody: (paper) => `Έτσι θα σας ειδοποιεί σε αυτή τη συσκευή: ${paper}.`,
  },
  kinds: elKinds,
  actions: { stop: 'Όχι άλλα γι’ αυτό', settings: 'Αλλαγή ειδοποιήσεων' },
  gathered: {
    quiet: (count) => `${count} θέματα από τις ώρες ησυχίας σας`,
    cap: (count) => `${count} ακόμη θέματα σήμερα`,
  },
};
