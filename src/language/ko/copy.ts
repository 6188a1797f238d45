/** Korean: what the checks know of its words. */

import type { CopyWords } from '../copy-words.ts';

export const koCopy: CopyWords = {
  months: ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'],
  weekdays: ['월 월요일', '화 화요일', '수 수요일', '목 목요일', '금 금요일', '토 토요일', '일 일요일'],
  otherYear: /지난해|작년|내년|년 전|주년/u,
};
