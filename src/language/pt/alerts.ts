/** Portuguese: what an alert says by itself. */
import type { AlertCatalog } from '../alert-catalog.ts';
import { ptKinds } from './kinds.ts';

export const ptAlerts: AlertCatalog = {
  alert: {
    correction: (headline) => `Correção: ${headline}`,
    withdrawn: 'Uma notícia foi retirada',
    withdrawnBody: 'Uma notícia de que o avisámos foi retirada. A página diz porquê.',
    welcome: 'Os alertas estão ligados',
    welcomeBody: (paper) => `É assim que ${paper} o avisará neste dispositivo.`,
  },
  kinds: ptKinds,
  actions: { stop: 'Não seguir esta notícia', settings: 'Alterar alertas' },
  gathered: {
    quiet: (count) => `${count} notícias das suas horas de silêncio`,
    cap: (count) => `Mais ${count} notícias de hoje`,
  },
};
