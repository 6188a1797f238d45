/** Japanese: what the checks know of its words. */

import type { CopyWords } from '../copy-words.ts';

export const jaCopy: CopyWords = {
  months: ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'],
  weekdays: [
    '月 月曜 月曜日',
    '火 火曜 火曜日',
    '水 水曜 水曜日',
    '木 木曜 木曜日',
    '金 金曜 金曜日',
    '土 土曜 土曜日',
    '日 日曜 日曜日',
  ],
  otherYear: /昨年|去年|来年|年前|周年/u,
};
