/** What each kind of doubt is called: over its list in the report, and on its line at the desk. */

const names = {
  'broken-off': { list: 'Files that could not be read to their end', short: 'Not read to the end' },
  'changed-on-both-sides': {
    list: 'Changed there and here since: ours stays',
    short: 'Changed there and here',
  },
  'withdrawn-there': { list: 'Withdrawn there since they came', short: 'Withdrawn there' },
  'picture-missing': { list: 'Pictures that could not be had', short: 'Picture missing' },
  'picture-unknown': { list: 'First pictures that the file does not have', short: 'First picture unknown' },
  'file-there': {
    list: 'Posts with files that stay in the other house, where their links lead',
    short: 'Files that stay there',
  },
  'read-it-over': {
    list: 'Posts to read over: something in them was not understood or left out',
    short: 'To read over',
  },
  'no-headline': { list: 'Posts without a headline', short: 'No headline' },
  empty: { list: 'Posts without a headline and words, left out', short: 'Empty' },
  private: { list: 'Private there, drafts here', short: 'Private there' },
  protected: { list: 'With a password there, drafts here', short: 'With a password there' },
  'members-only': { list: 'Read by members only there, drafts here', short: 'For members there' },
  sticky: { list: 'Stood at the top there', short: 'At the top there' },
  'hour-passed': {
    list: 'Scheduled for an hour that has passed, drafts here',
    short: 'Its hour has passed',
  },
  'not-scheduled': { list: 'Could not be scheduled, drafts here', short: 'Not scheduled' },
  'no-date': { list: 'Published without a date', short: 'Without a date' },
  'date-ahead': { list: 'Published with a date that is ahead', short: 'A date ahead' },
  'two-of-a-number': { list: 'Posts that have the number of another', short: 'Two of one number' },
  'key-missing': { list: 'Browsers that asked for alerts', short: 'Browsers with alerts' },
  'no-words': { list: 'Without words below their headline', short: 'Without words' },
  'kind-left-out': { list: 'Kinds of item that are left out', short: 'A kind left out' },
  'two-authors': { list: 'Authors of one login', short: 'Two authors of one login' },
  'two-of-a-language': { list: 'Posts of one group in one language', short: 'Two of one language' },
  'reply-without-story': {
    list: 'Replies to posts that readers do not have here',
    short: 'Reply without a story',
  },
} as const satisfies Record<string, { list: string; short: string }>;

export type DoubtCode = keyof typeof names;

/** Of a kind that this version does not have, which stands in the store from another, the code itself. */
export const doubtNames = (code: string): { list: string; short: string } =>
  names[code as DoubtCode] ?? { list: code, short: code };
