/** French: what an alert says by itself. */
import type { AlertCatalog } from '../alert-catalog.ts';
import { frKinds } from './kinds.ts';

export const frAlerts: AlertCatalog = {
  alert: {
    correction: (headline) => `Rectification : ${headline}`,
    withdrawn: 'Un article a été retiré',
    withdrawnBody: 'Un article dont nous vous avions averti a été retiré. La page dit pourquoi.',
    welcome: 'Les alertes sont activées',
    welcomeBody: (paper) => `Voici comment ${paper} vous avertira sur cet appareil.`,
  },
  kinds: frKinds,
  actions: { stop: 'Ne plus suivre ce sujet', settings: 'Modifier les alertes' },
  gathered: {
    quiet: (count) => `${count} articles pendant vos heures calmes`,
    cap: (count) => `${count} autres articles aujourd’hui`,
  },
};
