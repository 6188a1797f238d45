/** Letters that were read in the wrong encoding, or lost in it. */

import { decodeWestern } from '../kit/western-letters.ts';
import type { Check, Finding } from './check.ts';
import { type FindingReason, reason } from './finding-reason.ts';
import { findMisread } from './misreadings.ts';
import type { TextReading } from './reading.ts';

const tell = { check: 'broken-letters', severity: 'critical' } as const;

export const brokenLetters: Check = {
  name: 'broken-letters',
  says: 'Letters were lost, or read in the wrong encoding.',
  languages: 'all',
  isOn: true,
  find: (reading) => reading.parts.flatMap((part) => brokenIn(part, reading.language)),
};

const WRONG = (text: string) => reason('wrongEncoding', { words: text });
const LOST = () => reason('letterLost');

interface Kind {
  pattern: RegExp;
  because(text: string): FindingReason;
  mend?(text: string): string | undefined;
}

const kinds: readonly Kind[] = [
  // The third byte of a closing mark has no letter in Windows-1252, and was dropped.
  { pattern: /â€(?![\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ])/gu, because: WRONG, mend: () => '”' },
  // Â before a space that was a no-break space, Ã where à stood before one: à la.
  { pattern: /(?<![\p{L}\p{M}])(?:Â|A\u0302)(?=[\s\u00a0])/gu, because: WRONG, mend: () => '' },
  { pattern: /(?<=\p{Ll})(?:Ã|A\u0303)(?=[\s.,;:!?’'”"»)]|$)/gu, because: WRONG, mend: () => 'à' },
  { pattern: /(?<=[\p{Ll}.,] )Ã(?=\s+\p{Ll})/gu, because: WRONG, mend: () => 'à' },
  // The screens of old: UTF-8 as code pages 437 and 850.
  {
    pattern: /[├┬][\u2500-\u259f\u00a0-\u00ff⌐¬½¼╗║╣╝╜╛┐]|(?:ΓÇ|ÔÇ)[\u00a0-\u00ffôÖöûƒªô£Ø]/gu,
    because: WRONG,
  },
  // Mac Roman's mark read as Windows-1252.
  { pattern: /(?<=\p{Ll})Õ(?=(?:s|t|re|ve|ll|d|m)(?!\p{L}))/gu, because: WRONG, mend: () => '’' },
  // Control signs where Windows-1252 has letters and marks.
  {
    pattern: /[\u00c0-\u00ff]*[\u0080-\u0084\u0086-\u009f][\u0080-\u00ff]*/gu,
    because: () => LOST(),
    mend: asWestern,
  },
  {
    pattern: /(?:=[0-9A-F]{2}){2,}|(?:\\x[0-9a-f]{2}){2,}|\\u[0-9a-f]{4}/giu,
    because: WRONG,
    mend: unwritten,
  },
  {
    pattern: /\ufffd+|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
    because: LOST,
  },
  { pattern: /\p{L}\?{2,}\p{L}/gu, because: () => reason('lettersAsked') },
  { pattern: /(?<!\S)\?{3,}(?: \?{2,})+(?!\S)/gu, because: () => reason('wordsAsked') },
  {
    pattern: /(?<=[a-z]{2}n|it|that|there|[hs]he|what|who|they|we|you)\?(?=(?:t|s|re|ve|ll)\s+\p{Ll})/gu,
    because: LOST,
    mend: () => '’',
  },
];

function brokenIn(part: TextReading, language: string): Finding[] {
  const { text } = part;
  if (!/[\\?=]|[^\0-\x7f]/u.test(text)) return [];
  const misread = findMisread(text).map(({ start, end, mended }) =>
    part.finding(
      { start, end },
      { ...tell, because: WRONG(text.slice(start, end)), suggestion: mended ?? undefined },
    ),
  );
  const taken = (at: number) => misread.some(({ start, end }) => start <= at && at < end);
  const others = kinds.flatMap(({ pattern, because, mend }) =>
    part
      .matches(pattern)
      .filter(({ index }) => !taken(index) && !isAddress(text, index))
      .map((match) => {
        const end = match.index + match[0].length;
        const told = { ...tell, because: because(match[0]), suggestion: mend?.(match[0]) };
        return part.finding({ start: match.index, end }, told);
      }),
  );
  return [...misread, ...others, ...otherPageIn(part, language)];
}

function isAddress(text: string, at: number): boolean {
  const from = text.slice(Math.max(0, at - 200), at);
  return /(?:https?:|www\.)\S*$/u.test(from);
}

/** Undefined where not every control sign becomes a letter. */
function asWestern(text: string): string | undefined {
  const read = decodeWestern(Uint8Array.from(text, (sign) => sign.charCodeAt(0)));
  return /[\u0080-\u009f]/u.test(read) ? undefined : read;
}

/** The letters of bytes that were written out: =C3=A9, \xc3\xa9, \u00e9. */
function unwritten(text: string): string | undefined {
  if (/^\\u/iu.test(text)) return String.fromCharCode(Number.parseInt(text.slice(2), 16));
  const bytes = Uint8Array.from(text.match(/[0-9a-f]{2}/giu) ?? [], (pair) => Number.parseInt(pair, 16));
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined; // only part of a letter: there is nothing to suggest
  }
}

/** The code page of a language before UTF-8. */
const pages: Record<string, string> = {
  el: 'windows-1253',
  ru: 'windows-1251',
  uk: 'windows-1251',
  ar: 'windows-1256',
  he: 'windows-1255',
};

const westernWord = /(?<![\p{L}\p{M}\p{N}])[À-ÿ]{4,}(?![\p{L}\p{N}])/gu;
const turnedWord = /(?<![\p{L}\p{N}])[а-яё][А-ЯЁ]{4,}(?!\p{L})/gu;
const LEAST_KINDS = 3; // different letters of a word: éééé is a cry

/** A word of nothing but accented letters: another code page, read as the Western one; and KOI8, whose capitals are small. */
function otherPageIn(part: TextReading, language: string): Finding[] {
  const western = part
    .matches(westernWord)
    .filter(([word]) => new Set(word).size >= LEAST_KINDS)
    .map((match) => ({ match, mended: inPage(match[0], pages[language]) }));
  const turned = part.matches(turnedWord).map((match) => ({
    match,
    mended: undefined,
  }));
  return [...western, ...turned].map(({ match, mended }) =>
    part.finding(
      { start: match.index, end: match.index + match[0].length },
      { ...tell, because: WRONG(match[0]), suggestion: mended },
    ),
  );
}

function inPage(word: string, page: string | undefined): string | undefined {
  if (!page) return undefined;
  return new TextDecoder(page).decode(Uint8Array.from(word, (sign) => sign.charCodeAt(0)));
}
