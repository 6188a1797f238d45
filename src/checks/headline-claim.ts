/** A claim above the story that the story does not carry: a number, a name, quoted words, or who accuses whom. */

import { once } from '../kit/once.ts';
import type { Check, Finding } from './check.ts';
import { reason } from './finding-reason.ts';
import type { Reading, TextReading } from './reading.ts';
import { soundKey } from './transliterate.ts';

const tell = { check: 'headline-claim' } as const;
const ENOUGH = 30; // words of a body that can be asked to carry what stands above it

export const headlineClaim: Check = {
  name: 'headline-claim',
  says: 'The headline or dek says what no sentence of the body carries, or turns round who accuses whom.',
  languages: ['en', 'el', 'ru', 'uk', 'es', 'fr', 'de', 'it', 'ar'],
  isOn: true,
  find(reading) {
    if (reading.body.words.length < ENOUGH || isCutShort(reading.body.text)) return [];
    const above = [reading.headline, reading.dek].filter(({ text }) => text !== '');
    return above.flatMap((part) => [
      ...numbersMissing(part, reading),
      ...wordsMissing(part, reading),
      ...(reading.language === 'en' ? reversed(part, reading.body) : []),
    ]);
  },
};

/** What ends in dots is the beginning of a story. */
function isCutShort(text: string): boolean {
  return /(?:\.\.\.|…)[\])”"]*\s*$/u.test(text);
}

const small: Record<string, string> = {
  en: 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty',
};
const numberPattern =
  /(?<![\p{L}\p{N}.,/:-])\d{1,3}(?:(?:[.,\u00a0\u202f ]\d{3})+|\d*)(?:[.,]\d+)?(?![\p{L}\p{N}]|[.,:/-]\d)/gu;

const digits = /\d[\d.,\u00a0\u202f]*/gu;

/** A number of two digits or more that is nowhere below, neither written so nor rounded. */
function numbersMissing(part: TextReading, { body, language }: Reading): Finding[] {
  const numbers = [...part.text.matchAll(numberPattern)];
  if (numbers.length === 0) return [];
  // Most numbers say without it that they need not be carried: the body is gone through when one asks.
  const below = once(() => new Set(body.matches(digits).map(([text]) => digitsOf(text))));
  const words = once(() => new Set(body.words.map(({ text }) => text.toLowerCase())));
  const list = small[language]?.split(' ') ?? null;
  return numbers.flatMap((match) => {
    const [text] = match;
    if (!counts(part.text, match.index, match.index + text.length)) return [];
    const written = digitsOf(text);
    const value = Number(written);
    if (/^0/u.test(written) || /^(?:19|20)\d\d$/u.test(written) || (value < 100 && !(list && value <= 20)))
      return [];
    if (value <= 20 && (value < 2 || isListed(part, match.index))) return [];
    if (below().has(written) || (list && value <= 20 && words().has(list[value] ?? ''))) return [];
    if (isCarried(value, [...below()].map(Number))) return [];
    const span = { start: match.index, end: match.index + text.length };
    return [
      part.finding(span, { ...tell, severity: 'major', because: reason('nowhereInStory', { words: text }) }),
    ];
  });
}

/** A number that counts something: a word in lower case, a currency or a percentage follows. Part 2, No 335, 3.0 do not. */
function counts(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 24), start);
  if (/[#№.\p{L}]$/u.test(before) || /(?:\p{Lu}[\p{L}.]*|№|[Nn]o\.?|[Nn]r\.?)[\s\u00a0]$/u.test(before))
    return /^[\s\u00a0]\p{Ll}{2,}/u.test(text.slice(end)) && !/\p{Lu}\p{Ll}{2,8}\.?[\s\u00a0]$/u.test(before);
  return (
    /^(?:[\s\u00a0]?[%€$£₽₴]|[\s\u00a0-]\p{Ll}{2,}|[\s\u00a0]?\p{Lo})/u.test(text.slice(end)) ||
    /[$€£]$/u.test(before)
  );
}

/** The first number of "5 things to know". */
function isListed(part: TextReading, at: number): boolean {
  return at === 0 || /[:–—-]\s*$/u.test(part.text.slice(0, at));
}

function digitsOf(text: string): string {
  return text
    .replace(/[.,]$/u, '')
    .replace(/(?<=\d)[.,\u00a0\u202f ](?=\d{3}(?!\d))/gu, '')
    .replace(',', '.');
}

/** Rounded, or a sum or difference of two numbers below. */
function isCarried(value: number, below: number[]): boolean {
  const near = below.filter((number) => number > 0).slice(0, 60);
  if (
    near.some(
      (number) =>
        Math.abs(number - value) <= 0.1 * value ||
        [1e3, 1e6, 1e9].some(
          (unit) =>
            Math.abs(number * unit - value) <= 0.1 * value || Math.abs(number - value * unit) <= 0.1 * number,
        ),
    )
  )
    return true;
  return near.some((one) =>
    near.some((other) => Math.abs(one + other - value) < 0.5 || Math.abs(one - other) === value),
  );
}

/** Words in quotation marks above that nobody says below. */
function wordsMissing(part: TextReading, { body }: Reading): Finding[] {
  if (part.marks.pairs.length === 0) return [];
  const folded = foldWords(body.text);
  return part.marks.pairs.flatMap((pair) => {
    const quoted = part.text.slice(pair.openEnd, pair.close);
    const words = foldWords(quoted).trim();
    const count = words.split(' ').length;
    if (pair.level > 1 || count < 3 || folded.includes(` ${words} `)) return [];
    const carried = words
      .split(' ')
      .filter((word) => folded.includes(` ${word} `) || folded.includes(` ${word.slice(0, -1)}`)).length;
    if (carried >= count * 0.6) return [];
    const span = { start: pair.open, end: pair.closeEnd };
    return [part.finding(span, { ...tell, severity: 'major', because: reason('nobodySaysThese') })];
  });
}

function foldWords(text: string): string {
  return ` ${(text.toLowerCase().match(/[\p{L}\p{N}’']+/gu) ?? []).join(' ')} `;
}

// Each verb once in its active forms; the passive turns the two round.
const against =
  'accus\\w+|su(?:es|ed|ing)|attack(?:s|ed)|kill(?:s|ed)|arrest(?:s|ed)|blam(?:es|ed)|defeat(?:s|ed)|beat(?:s)?|condemn(?:s|ed)|sanction(?:s|ed)|criticis\\w+|criticiz\\w+|warn(?:s|ed)|threaten(?:s|ed)|invad(?:es|ed)|bomb(?:s|ed)|rescu(?:es|ed)|endors(?:es|ed)|dismiss(?:es|ed)|fir(?:es|ed)|stab(?:s|bed)|sho(?:ots|t)';
const capital = "\\p{Lu}[\\p{L}'’-]+(?:\\s+(?:of\\s+)?\\p{Lu}[\\p{L}'’-]+){0,3}";
const active = new RegExp(
  `(${capital})\\s+(?:has\\s+|have\\s+|had\\s+|also\\s+)?(${against})\\s+(?:the\\s+)?(${capital})`,
  'gu',
);
const passive = new RegExp(
  `(${capital})\\s+(?:is|are|was|were|been|be|being|has been|have been)\\s+(${against})\\s+by\\s+(?:the\\s+)?(${capital})`,
  'gu',
);

interface Deed {
  who: string;
  verb: string;
  whom: string;
  start: number;
  end: number;
}

function deedsIn({ text }: TextReading): Deed[] {
  const read = (pattern: RegExp, turned: boolean): Deed[] =>
    [...text.matchAll(pattern)].map((match) => {
      const [all, one = '', verb = '', other = ''] = match;
      const span = { start: match.index, end: match.index + all.length };
      return {
        who: turned ? other : one,
        whom: turned ? one : other,
        verb: verb.slice(0, 4).toLowerCase(),
        ...span,
      };
    });
  return [...read(active, false), ...read(passive, true)];
}

/** The body says that B accuses A, and nowhere that A accuses B. */
function reversed(part: TextReading, body: TextReading): Finding[] {
  const above = deedsIn(part);
  if (above.length === 0) return [];
  const below = deedsIn(body);
  return above.flatMap((deed) => {
    const same = below.filter(({ verb }) => verb === deed.verb);
    const isTurned = same.some((other) => isOne(other.who, deed.whom) && isOne(other.whom, deed.who));
    const isSaid = same.some((other) => isOne(other.who, deed.who) && isOne(other.whom, deed.whom));
    if (!isTurned || isSaid) return [];
    return [
      part.finding(deed, {
        ...tell,
        severity: 'critical',
        because: reason('otherWayRound'),
      }),
    ];
  });
}

function isOne(one: string, other: string): boolean {
  const last = (name: string) => soundKey(name.split(/\s+/u).at(-1) ?? name);
  return last(one) === last(other) || soundKey(one).includes(soundKey(other));
}
