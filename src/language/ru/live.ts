/** Russian: the furniture words of live stories. */
import type { Words } from '../catalog.ts';
import { counter } from '../plural.ts';

const count = counter('ru');

export const ruLive: Words['live'] = {
  live: 'Онлайн',
  over: 'Завершено',
  began: (when) => `Онлайн с момента: ${when}`,
  ended: (when) => `Завершено: ${when}`,
  keyMoments: 'Главное',
  keyMoment: 'Важно',
  pinned: 'Закреплено',
  entries: 'Записи',
  all: 'Все записи',
  onlyKey: 'Только главное',
  earlier: 'Более ранние записи',
  later: 'Более поздние записи',
  newest: 'К самым новым',
  moreKey: 'Ещё из главного',
  link: 'Ссылка на эту запись',
  newEntries: (number) =>
    count(number, { one: 'новая запись', few: 'новые записи', many: 'новых записей', other: 'новой записи' }),
  withdrawnAt: (when) => `Отозвано, ${when}.`,
  none: 'Пока ничего не написано.',
  told: 'Кто следит за этим материалом, получает уведомления только о главном.',
};
