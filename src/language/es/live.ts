/** Spanish: the furniture words of live stories. */
import type { Words } from '../catalog.ts';
import { counter } from '../plural.ts';

const count = counter('es');

export const esLive: Words['live'] = {
  live: 'En directo',
  over: 'Terminado',
  began: (when) => `En directo desde ${when}`,
  ended: (when) => `Terminado ${when}`,
  keyMoments: 'Lo más importante',
  keyMoment: 'Importante',
  pinned: 'Fijado',
  entries: 'Entradas',
  all: 'Todas las entradas',
  onlyKey: 'Solo lo más importante',
  earlier: 'Entradas anteriores',
  later: 'Entradas posteriores',
  newest: 'A lo más reciente',
  moreKey: 'Más de lo importante',
  link: 'Enlace a esta entrada',
  newEntries: (number) => count(number, { one: 'entrada nueva', other: 'entradas nuevas' }),
  withdrawnAt: (when) => `Retirada, ${when}.`,
  none: 'Todavía no se ha escrito nada.',
  told: 'Quien sigue esta historia recibe avisos solo de lo más importante.',
};
