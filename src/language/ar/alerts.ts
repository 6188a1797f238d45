/** Arabic: what an alert says by itself. */
import type { AlertCatalog } from '../alert-catalog.ts';
import { arKinds } from './kinds.ts';

export const arAlerts: AlertCatalog = {
  alert: {
    correction: (headline) => `تصحيح: ${headline}`,
    withdrawn: 'سُحب خبر',
    withdrawnBody: 'سُحب خبر كنا قد نبهناك إليه. الصفحة توضح السبب.',
    welcome: 'التنبيهات مفعّلة',
    welcomeBody: (paper) => `هكذا ستصلك أخبار ${paper} على هذا الجهاز.`,
  },
  kinds: arKinds,
  actions: { stop: 'أوقف هذا الخبر', settings: 'تغيير التنبيهات' },
  gathered: {
    quiet: (count) => `أثناء ساعات الهدوء، عدد الأخبار: ${count}`,
    cap: (count) => `المزيد اليوم، عدد الأخبار: ${count}`,
  },
};
