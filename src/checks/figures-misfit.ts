/** A desk’s old rule: do the sums. Figures of one story that do not fit each other. */
import type { Check } from './check.ts';
import { backwardsIn } from './figures/backwards.ts';
import { figureWords } from './figures/change-patterns.ts';
import { changesIn } from './figures/changes.ts';
import { livesIn } from './figures/lives.ts';
import { partsIn } from './figures/parts.ts';
import { totalsIn } from './figures/totals.ts';
import { votesIn } from './figures/votes.ts';
import { yearsAgoIn } from './figures/years-ago.ts';

export const figuresMisfit: Check = {
  name: 'figures-misfit',
  says: 'Figures that stand together do not fit each other: a change, a span, a sum, a total.',
  languages: Object.keys(figureWords),
  isOn: true,
  find: (reading) => [
    ...totalsIn(reading),
    ...reading.parts.flatMap((part) => [
      ...changesIn(part),
      ...backwardsIn(part),
      ...partsIn(part),
      ...votesIn(part),
      ...livesIn(part, reading),
      ...yearsAgoIn(part, reading),
    ]),
  ],
};
