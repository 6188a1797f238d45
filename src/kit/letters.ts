/** Letters as copy has them: composed, and without those that nobody sees. */

/** Without what XML and PostgreSQL do not bear: control characters, NUL, non-characters. */
export function withoutControls(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff\ufeff]/g, '');
}

/**
 * Signs without a shape that programs leave in words: the soft hyphen, places where a line may or may not break, the
 * place of an object, and embeddings and overrides, which turn letters round for the eye only. What Persian, Indian
 * scripts and emoji are written with (U+200C, U+200D, variation selectors) stays, and so do the marks of a direction
 * (U+200E, U+200F, U+061C), which right-to-left copy needs beside numbers.
 */
const UNSEEN = /[\u00ad\u180e\u2060-\u2064\u202a-\u202e\u206a-\u206f\ufeff\ufff9-\ufffc]/g;
/** In these scripts the space without width stands between words. */
const ZERO_SPACE =
  /(?<![\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Tibetan}])\u200b|\u200b(?![\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Tibetan}])/gu;
const ISOLATES = /[\u2066-\u2069]/g;
/** Letters that old type cast in one piece, as PDF files hold them. */
const LIGATURES: Record<string, string> = {
  '\ufb00': 'ff',
  '\ufb01': 'fi',
  '\ufb02': 'fl',
  '\ufb03': 'ffi',
  '\ufb04': 'ffl',
  '\ufb05': 'st',
  '\ufb06': 'st',
};
/** Bullets of the fonts Symbol and Wingdings, which have no place in Unicode. */
const FONT_BULLETS = /[\uf0b7\uf0a7\uf076\uf0d8\uf0fc]/g;
/** Plain text of the first pages of Unicode, which most copy is: nothing in it is to be done. */
const NEEDS_WORK = /[^\n -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]/;

/**
 * Any words of copy, composed (Unicode's NFC, so that the same letter is the same everywhere), without controls and
 * without invisible letters. What isolates a direction stays where it is closed again. Made twice it is the same.
 */
export function cleanLetters(text: string): string {
  if (!NEEDS_WORK.test(text)) return text;
  const seen = withoutControls(text)
    .replace(UNSEEN, '')
    .replace(ZERO_SPACE, '')
    .replace(/[\ufb00-\ufb06]/g, (sign) => LIGATURES[sign] ?? sign)
    .replace(FONT_BULLETS, '•');
  return (areClosed(seen) ? seen : seen.replace(ISOLATES, '')).normalize('NFC');
}

function areClosed(text: string): boolean {
  let open = 0;
  for (const [sign] of text.matchAll(ISOLATES)) {
    open += sign === '\u2069' ? -1 : 1;
    if (open < 0) return false;
  }
  return open === 0;
}

/** Browsers and word processors write unbreakable spaces for spaces; those beside signs and numbers are meant. */
export function withPlainSpaces(text: string): string {
  return text.replace(/\u00a0/g, (space, at: number) => {
    const isMeant = /[«‹§№\d]/.test(text[at - 1] ?? '') || /[»›:;!?%€$£°\d–—]/.test(text[at + 1] ?? '');
    return isMeant ? space : ' ';
  });
}
