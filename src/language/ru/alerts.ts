/** Russian: what an alert says by itself. */
import type { AlertCatalog } from '../alert-catalog.ts';
import { ruKinds } from './kinds.ts';

export const ruAlerts: AlertCatalog = {
  alert: {
    correction: (headline) => `Поправка: ${headline}`,
    withdrawn: 'Материал отозван',
    withdrawnBody: 'Материал, о котором мы вам сообщали, отозван. На его странице сказано почему.',
    welcome: 'Оповещения включены',
    welcomeBody: (paper) => `Так на этом устройстве вы будете получать новости: ${paper}.`,
  },
  kinds: ruKinds,
  actions: { stop: 'Больше не об этом', settings: 'Настроить' },
  gathered: {
    quiet: (count) => `Пока было тихо, новостей: ${count}`,
    cap: (count) => `Сегодня ещё новостей: ${count}`,
  },
};
