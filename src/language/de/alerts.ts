/** German: what an alert says by itself. */
import type { AlertCatalog } from '../alert-catalog.ts';
import { deKinds } from './kinds.ts';

export const deAlerts: AlertCatalog = {
  alert: {
    correction: (headline) => `Berichtigung: ${headline}`,
    withdrawn: 'Ein Bericht wurde zurückgezogen',
    withdrawnBody:
      'Ein Bericht, auf den wir Sie hingewiesen haben, wurde zurückgezogen. Die Seite nennt den Grund.',
    welcome: 'Meldungen sind eingeschaltet',
    welcomeBody: (paper) => `So meldet sich ${paper} auf diesem Gerät.`,
  },
  kinds: deKinds,
  actions: { stop: 'Nicht mehr davon', settings: 'Meldungen ändern' },
  gathered: {
    quiet: (count) => `${count} Berichte aus Ihrer Ruhezeit`,
    cap: (count) => `${count} weitere Berichte von heute`,
  },
};
