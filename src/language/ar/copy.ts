/** Arabic: how its sentences are read, and what the checks know of its words. */
import type { CopyWords } from '../copy-words.ts';

export const arCopy: CopyWords = {
  months: [
    'يناير',
    'فبراير',
    'مارس',
    'أبريل ابريل',
    'مايو',
    'يونيو',
    'يوليو',
    'أغسطس اغسطس',
    'سبتمبر',
    'أكتوبر اكتوبر',
    'نوفمبر',
    'ديسمبر',
  ],
  weekdays: ['الاثنين الإثنين', 'الثلاثاء', 'الأربعاء', 'الخميس', 'الجمعة', 'السبت', 'الأحد'],
  meantTwice: 'جدا شيئا رويدا لا نعم واحدا يوما صفا جيدا ما من في',
  firstPerson: {
    lead: '',
    opens: '[وف]?أنا [وف]?نحن [وف]?إننا [وف]?إنني [وف]?لدينا [وف]?لدي [وف]?كنا [وف]?كنت',
    own: 'أنا نحن إننا إنني لدينا كنا',
  },
  speech: {
    said: 'قال قالت أضاف أضافت أوضح أوضحت صرح صرحت أكد أكدت',
    who: 'هو هي',
    source: /./u,
    mine: 'أنا نحن',
  },
};
