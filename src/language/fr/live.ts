/** French: the furniture words of live stories. */
import type { Words } from '../catalog.ts';
import { counter } from '../plural.ts';

const count = counter('fr');

export const frLive: Words['live'] = {
  live: 'En direct',
  over: 'Terminé',
  began: (when) => `En direct depuis : ${when}`,
  ended: (when) => `Terminé : ${when}`,
  keyMoments: 'L’essentiel',
  keyMoment: 'Essentiel',
  pinned: 'Épinglé',
  entries: 'Entrées',
  all: 'Toutes les entrées',
  onlyKey: 'L’essentiel seulement',
  earlier: 'Entrées précédentes',
  later: 'Entrées suivantes',
  newest: 'Aux plus récentes',
  moreKey: 'La suite de l’essentiel',
  link: 'Lien vers cette entrée',
  newEntries: (number) => count(number, { one: 'nouvelle entrée', other: 'nouvelles entrées' }),
  withdrawnAt: (when) => `Retirée, ${when}.`,
  none: 'Rien n’a encore été écrit.',
  told: 'Qui suit cet article est alerté de l’essentiel, et de rien d’autre.',
};
