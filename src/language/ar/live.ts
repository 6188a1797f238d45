/** Arabic: the furniture words of live stories. */
import type { Words } from '../catalog.ts';
import { counter } from '../plural.ts';

const count = counter('ar');

export const arLive: Words['live'] = {
  live: 'مباشر',
  over: 'انتهت التغطية',
  began: (when) => `مباشر منذ ${when}`,
  ended: (when) => `انتهت التغطية ${when}`,
  keyMoments: 'أبرز اللحظات',
  keyMoment: 'لحظة بارزة',
  pinned: 'مثبَّت',
  entries: 'التحديثات',
  all: 'كل التحديثات',
  onlyKey: 'أبرز اللحظات فقط',
  earlier: 'تحديثات أقدم',
  later: 'تحديثات أحدث',
  newest: 'إلى الأحدث',
  moreKey: 'المزيد من أبرز اللحظات',
  link: 'رابط هذا التحديث',
  newEntries: (number) =>
    count(number, {
      one: '#0تحديث جديد',
      two: '#0تحديثان جديدان',
      few: 'تحديثات جديدة',
      many: 'تحديثًا جديدًا',
      other: 'تحديث جديد',
    }),
  withdrawnAt: (when) => `سُحب، ${when}.`,
  none: 'لم يُكتب شيء بعد.',
  told: 'من يتابع هذا الخبر يُنبَّه إلى أبرز لحظاته وحدها.',
};
