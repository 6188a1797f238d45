/** Whose picture it is, where a caption says so at its end. */

const CREDIT =
  /(?:^|[\s.(|–—-])((?:photo(?:graph)?|picture|image|foto|credit|photo credit|bild|crédit|φωτο\w*|фото|الصورة)(?:\s+by|\s*:|\s*©)\s*.{2,80}?|©\s?.{2,80}?)[)\s]*$/iu;

/** Where the words of a caption end and what its credit is; the whole and an empty one where it names nobody. */
export function creditAtEnd(caption: string): { end: number; credit: string } {
  const said = CREDIT.exec(caption.slice(-LONGEST));
  if (!said) return { end: caption.length, credit: '' };
  const before = caption.slice(0, Math.max(0, caption.length - LONGEST) + said.index);
  return { end: before.replace(/[\s(|–—-]+$/, '').length, credit: said[1]?.trim() ?? '' };
}

const LONGEST = 200; // characters at the end of a caption in which a credit is looked for

/** Classes under which sites set the credit of a picture. */
export const CREDIT_CLASS = /credit|copyright|source|autor|photographer/i;
