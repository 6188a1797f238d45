/** English: the furniture words of live stories. */
import { counter } from '../plural.ts';

const number = counter('en');

export const enLive = {
  live: 'Live',
  over: 'Ended',
  began: (when: string) => `Live since ${when}`,
  ended: (when: string) => `Ended ${when}`,
  keyMoments: 'Key moments',
  keyMoment: 'Key moment',
  pinned: 'Pinned',
  entries: 'Entries',
  all: 'All entries',
  onlyKey: 'Key moments only',
  earlier: 'Earlier entries',
  later: 'Later entries',
  newest: 'To the newest',
  moreKey: 'More key moments',
  link: 'Link to this entry',
  newEntries: (count: number) => number(count, { one: 'new entry', other: 'new entries' }),
  withdrawnAt: (when: string) => `Withdrawn, ${when}.`,
  none: 'Nothing has been written yet.',
  told: 'Whoever follows this story is alerted to its key moments, and to nothing else of it.',
};
