/** German: the furniture words of live stories. */
import type { Words } from '../catalog.ts';
import { counter } from '../plural.ts';

const count = counter('de');

export const deLive: Words['live'] = {
  live: 'Live',
  over: 'Beendet',
  began: (when) => `Live seit ${when}`,
  ended: (when) => `Beendet ${when}`,
  keyMoments: 'Das Wichtigste',
  keyMoment: 'Wichtig',
  pinned: 'Angeheftet',
  entries: 'Einträge',
  all: 'Alle Einträge',
  onlyKey: 'Nur das Wichtigste',
  earlier: 'Frühere Einträge',
  later: 'Spätere Einträge',
  newest: 'Zum Neuesten',
  moreKey: 'Mehr vom Wichtigsten',
  link: 'Link zu diesem Eintrag',
  newEntries: (number) => count(number, { one: 'neuer Eintrag', other: 'neue Einträge' }),
  withdrawnAt: (when) => `Zurückgezogen, ${when}.`,
  none: 'Noch steht hier nichts.',
  told: 'Wer dieser Geschichte folgt, erhält eine Meldung nur bei dem, was als Wichtigstes gilt.',
};
