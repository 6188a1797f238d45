/** Chinese: what the checks know of its words. */

import type { CopyWords } from '../copy-words.ts';

export const zhCopy: CopyWords = {
  months: ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'],
  weekdays: [
    '周一 星期一 星期一',
    '周二 星期二 星期二',
    '周三 星期三 星期三',
    '周四 星期四 星期四',
    '周五 星期五 星期五',
    '周六 星期六 星期六',
    '周日 星期日 星期天',
  ],
  otherYear: /去年|明年|年前|周年/u,
};
