/**
 * Folding: words are the same words when only their typography differs (curly or straight quotation marks, kinds of
 * spaces and hyphens, composed or decomposed letters, invisible marks that copying leaves behind).
 */

const doubleMarks = /[“”„‟«»″＂]/u;
const singleMarks = /[‘’‚‛‹›`´′＇]/u;
const hyphens = /[\u2010\u2011]/u;
// Soft hyphens, zero-width and direction marks, variation selectors: nobody sees them, and copied text is full of them.
const invisible =
  /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]/u;

/** One character as it is compared: a space for any whitespace, nothing for what is invisible. */
export function foldCharacter(character: string): string {
  if (character >= '!' && character <= '~') return character === '`' ? "'" : character;
  if (invisible.test(character)) return '';
  if (isSpace(character)) return ' ';
  if (doubleMarks.test(character)) return '"';
  if (singleMarks.test(character)) return "'";
  if (hyphens.test(character)) return '-';
  if (character === '…') return '...';
  return character.normalize('NFD');
}

/** Text as it is compared, trimmed. `lines`: whether whitespace with a line end in it parts paragraphs, as '\n'. */
export function foldForMatch(text: string, lines: 'part' | 'join' = 'join'): string {
  let folded = '';
  let gap = '';
  for (const character of text) {
    const one = foldCharacter(character);
    if (one === ' ') {
      if (gap !== '\n') gap = lines === 'part' && character === '\n' ? '\n' : ' ';
    } else if (one !== '') {
      folded += folded === '' ? one : gap + one;
      gap = '';
    }
  }
  return folded;
}

/** Whether there is nothing but whitespace. */
export function isSpace(text: string): boolean {
  return /^\s*$/u.test(text);
}
