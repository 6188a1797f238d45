/** Italian: what an alert says by itself. */
import type { AlertCatalog } from '../alert-catalog.ts';
import { itKinds } from './kinds.ts';

export const itAlerts: AlertCatalog = {
  alert: {
    correction: (headline) => `Rettifica: ${headline}`,
    withdrawn: 'Una notizia è stata ritirata',
    withdrawnBody: 'Una notizia di cui vi avevamo avvisato è stata ritirata. La pagina dice perché.',
    welcome: 'Gli avvisi sono attivi',
    welcomeBody: (paper) => `Così vi avviserà ${paper} su questo dispositivo.`,
  },
  kinds: itKinds,
  actions: { stop: 'Basta con questa notizia', settings: 'Cambia avvisi' },
  gathered: {
    quiet: (count) => `${count} notizie dalle vostre ore di silenzio`,
    cap: (count) => `Altre ${count} notizie di oggi`,
  },
};
