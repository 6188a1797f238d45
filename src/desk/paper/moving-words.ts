/** What the kinds of doubt of a move are called at the desk, and how an address of another house is read. */

const names: Record<string, string> = {
  'broken-off': 'Not read to the end',
  'changed-on-both-sides': 'Changed there and here',
  'withdrawn-there': 'Withdrawn there',
  'picture-missing': 'Picture missing',
  'picture-unknown': 'First picture unknown',
  'read-it-over': 'To read over',
  'no-headline': 'No headline',
  empty: 'Empty',
  private: 'Private there',
  protected: 'With a password there',
  sticky: 'At the top there',
  'hour-passed': 'Its hour has passed',
  'not-scheduled': 'Not scheduled',
  'no-date': 'Without a date',
  'date-ahead': 'A date ahead',
  'key-missing': 'Browsers with alerts',
  'two-authors': 'Two authors of one login',
  'two-of-a-language': 'Two of one language',
  'two-of-a-number': 'Two of one number',
  'reply-without-story': 'Reply without a story',
};

export const doubtTitle = (code: string): string => names[code] ?? code;

/** Without what every address of the house has; signs that stand for letters as those. */
export function addressThere(address: string): string {
  const plain = address.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '');
  try {
    return decodeURIComponent(plain);
  } catch {
    return plain; // a per cent sign that is one
  }
}
