/** Spanish: what an alert says by itself. */
import type { AlertCatalog } from '../alert-catalog.ts';
import { esKinds } from './kinds.ts';

export const esAlerts: AlertCatalog = {
  alert: {
    correction: (headline) => `Corrección: ${headline}`,
    withdrawn: 'Se ha retirado una noticia',
    withdrawnBody: 'Se ha retirado una noticia de la que le avisamos. La página explica por qué.',
    welcome: 'Los avisos están activados',
    welcomeBody: (paper) => `Así le avisará ${paper} en este dispositivo.`,
  },
  kinds: esKinds,
  actions: { stop: 'No seguir esta noticia', settings: 'Cambiar avisos' },
  gathered: {
    quiet: (count) => `${count} noticias de sus horas de silencio`,
    cap: (count) => `${count} noticias más de hoy`,
  },
};
