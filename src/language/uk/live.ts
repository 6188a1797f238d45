/** Ukrainian: the furniture words of live stories. */
import type { Words } from '../catalog.ts';
import { counter } from '../plural.ts';

const count = counter('uk');

export const ukLive: Words['live'] = {
  live: 'Наживо',
  over: 'Завершено',
  began: (when) => `Наживо, початок: ${when}`,
  ended: (when) => `Завершено: ${when}`,
  keyMoments: 'Головне',
  keyMoment: 'Важливо',
  pinned: 'Закріплено',
  entries: 'Записи',
  all: 'Усі записи',
  onlyKey: 'Тільки головне',
  earlier: 'Раніші записи',
  later: 'Пізніші записи',
  newest: 'До найновіших',
  moreKey: 'Ще з головного',
  link: 'Посилання на цей запис',
  newEntries: (number) =>
    count(number, { one: 'новий запис', few: 'нові записи', many: 'нових записів', other: 'нового запису' }),
  withdrawnAt: (when) => `Відкликано, ${when}.`,
  none: 'Поки що нічого не написано.',
  told: 'Хто стежить за цим матеріалом, отримує сповіщення лише про головне.',
};
