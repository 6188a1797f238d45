/** English: what an alert says by itself. */
import type { AlertCatalog } from '../alert-catalog.ts';
import { enKinds } from './kinds.ts';

export const enAlerts = {
  alert: {
    correction: (headline) => `Correction: ${headline}`,
    withdrawn: 'A story was withdrawn',
    withdrawnBody: 'A story you were alerted to has been withdrawn. The page says why.',
    welcome: 'Alerts are on',
    welcomeBody: (paper) => `This is how you will hear from ${paper} on this device.`,
  },
  kinds: enKinds,
  actions: { stop: 'Stop this story', settings: 'Change alerts' },
  gathered: {
    quiet: (count) => `${count} stories while it was quiet`,
    cap: (count) => `${count} more stories today`,
  },
} satisfies AlertCatalog;
