/**
 * How letters are compared: small, without accents, and with one letter for what readers type in several ways: ł and l, ß
 * and ss, ё and е, ة and ه, ١٢٣ and 123. Invisible ones count for nothing. The folds of scripts follow PostgreSQL's `unaccent`
 * (through any-ascii) and Lucene's ArabicNormalizer and PersianNormalizer.
 */
import anyAscii from 'any-ascii';

const ASCII = /^[\x20-\x7e]*$/;
const INVISIBLE = /\p{Default_Ignorable_Code_Point}+/gu; // soft hyphens, joiners, marks of direction (UAX 44)

/** Accents, harakat and niqqud. The signs of Thai or Devanagari are letters to their readers, and so are Japanese voicing marks. */
const ACCENTS =
  /(?=[\p{sc=Zinh}\p{sc=Latn}\p{sc=Grek}\p{sc=Cyrl}\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}])(?![\u3099\u309a])\p{M}/gu;

const ONE_LETTER: Readonly<Record<string, string>> = {
  ς: 'σ',
  ґ: 'г',
  ة: 'ه',
  ہ: 'ه',
  ە: 'ه',
  ھ: 'ه',
  ى: 'ي',
  ی: 'ي',
  ے: 'ي',
  ک: 'ك',
  ڪ: 'ك',
  ٱ: 'ا',
  ـ: '',
};
const SEVERAL = new RegExp(`[${Object.keys(ONE_LETTER).join('')}]`, 'gu');

const LATIN = /(?=\p{sc=Latn})[^a-z]/gu;
const DIGIT = /(?=\p{Nd})[^0-9]/gu;
const ZEROS = [
  ...[0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66],
  ...[0x0e50, 0x0ed0, 0x0f20, 0x1040, 0x1090, 0x17e0, 0x1810],
];

const MOST_KEPT = 4_000; // letters whose folds are kept: all that a paper in ten languages uses, and half of Chinese

/** A letter is folded in eight steps and met a thousand times a page. The bound is for what strangers may send. */
const kept = new Map<string, string>();

/** The text as it is compared. Its length may differ. */
export function foldForSearch(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  let folded = '';
  for (const letter of text.normalize('NFC')) folded += kept.get(letter) ?? keep(letter);
  return folded.normalize('NFC'); // a voicing mark that was a letter by itself
}

function keep(letter: string): string {
  if (kept.size >= MOST_KEPT) kept.clear();
  const folded = foldLetter(letter);
  kept.set(letter, folded);
  return folded;
}

function foldLetter(letter: string): string {
  return letter
    .normalize('NFKD')
    .replace(INVISIBLE, '')
    .replace(ACCENTS, '')
    .toLowerCase()
    .replace(SEVERAL, (each) => ONE_LETTER[each] ?? each)
    .replace(DIGIT, digitOf)
    .replace(LATIN, (each) => anyAscii(each).toLowerCase())
    .normalize('NFC');
}

/** The text without what nobody sees. */
export function withoutInvisible(text: string): string {
  return text.replace(INVISIBLE, '');
}

function digitOf(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  const zero = ZEROS.find((each) => code >= each && code < each + 10);
  return zero === undefined ? sign : String(code - zero);
}
