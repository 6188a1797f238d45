/** Serbian from Cyrillic into Latin letters and back, letter for letter (the order of Vuk and Gaj). Tags stay as they are. */

const cyrillic = 'абвгдђежзијклљмнњопрстћуфхцчџш';
const latin = 'a b v g d đ e ž z i j k l lj m n nj o p r s t ć u f h c č dž š'.split(' ');
const toLatinLetter = new Map([...cyrillic].map((letter, at) => [letter, latin[at] ?? letter]));
const toCyrillicLetter = new Map([...cyrillic].map((letter, at) => [latin[at] ?? letter, letter]));

const CYRILLIC = /[а-яђјљњћџ]/giu;
const OUTSIDE_TAGS = /<[^<>]*>|&[#\w]{1,10};|[^<&]+|[<&]/g;

/** Capitals as they were: Љубав is Ljubav, ЉУБАВ is LJUBAV. */
export function toLatinSerbian(text: string): string {
  return text.replace(CYRILLIC, (letter, at: number) => {
    const small = toLatinLetter.get(letter.toLowerCase()) ?? letter;
    if (letter === letter.toLowerCase()) return small;
    const isLoud = /^\p{Lu}/u.test(text.slice(at + 1)) || /\p{Lu}$/u.test(text.slice(0, at));
    return small.length > 1 && !isLoud
      ? (small[0] ?? '').toUpperCase() + small.slice(1)
      : small.toUpperCase();
  });
}

// Two letters that are not one sound: in-jekcija, nad-živeti, ad-žuran.
const APART = /^(?:n(?=jekci|jugacij|junkci)|d(?=žive|žnj|žarn|želu|žuri))/iu;

/** Words that have a letter Serbian does not write (w, q, x, y) are names from elsewhere and stay. */
export function toCyrillicSerbian(text: string): string {
  return text.replace(OUTSIDE_TAGS, (part) =>
    /^[<&]/.test(part)
      ? part
      : part.replace(/[\p{Script=Latin}\p{M}]+/gu, (word) =>
          /[wqxy]/iu.test(word) ? word : cyrillicWord(word),
        ),
  );
}

function cyrillicWord(word: string): string {
  let written = '';
  for (let at = 0; at < word.length; ) {
    const isApart = APART.test(word.slice(at));
    const two = isApart ? undefined : toCyrillicLetter.get(word.slice(at, at + 2).toLowerCase());
    const one = two ?? toCyrillicLetter.get((word[at] ?? '').toLowerCase()) ?? word[at] ?? '';
    written += /\p{Lu}/u.test(word[at] ?? '') ? one.toUpperCase() : one;
    at += two === undefined ? 1 : 2;
  }
  return written;
}
