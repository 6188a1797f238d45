/** Ukrainian: what an alert says by itself. */
import type { AlertCatalog } from '../alert-catalog.ts';
import { ukKinds } from './kinds.ts';

export const ukAlerts: AlertCatalog = {
  alert: {
    correction: (headline) => `Виправлення: ${headline}`,
    withdrawn: 'Матеріал відкликано',
    withdrawnBody: 'Матеріал, про який ми вам повідомляли, відкликано. На його сторінці сказано чому.',
    welcome: 'Сповіщення увімкнено',
    welcomeBody: (paper) => `Так на цьому пристрої ви отримуватимете новини: ${paper}.`,
  },
  kinds: ukKinds,
  actions: { stop: 'Більше не про це', settings: 'Налаштувати' },
  gathered: {
    quiet: (count) => `Поки було тихо, новин: ${count}`,
    cap: (count) => `Сьогодні ще новин: ${count}`,
  },
};
