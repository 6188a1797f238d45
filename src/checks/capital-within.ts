/** A capital in the middle of a sentence: behind a comma, or where a quotation has ended and its sentence goes on. */

import { eachOnce } from '../kit/once.ts';
import { byLanguage } from '../language/languages.ts';
import type { Check, Finding } from './check.ts';
import { reason } from './finding-reason.ts';
import type { TextReading } from './reading.ts';

/** German sentences may go on with Sie, French ones with A; a title or a place begins with an article before a capital. */
const small = byLanguage('smallWords');

const CLOSING = '”»“"’';

interface Patterns {
  after: RegExp;
  said: RegExp;
}

const patterns = eachOnce(
  small,
  ({ after, said }): Patterns => ({
    after: new RegExp(`(?<=[\\p{Ll}\\p{N})],[ \\u00a0])(${capitals(after)})(?= \\p{Ll}+)`, 'gu'),
    said: new RegExp(
      `(?:,[${CLOSING}]|[${CLOSING}],)[ \\u00a0](?:[-–—] ?)?(${capitals(said)})(?= \\p{L})`,
      'gu',
    ),
  }),
);

function capitals(words: string): string {
  return words
    .split(' ')
    .map((word) => `${word[0]?.toLocaleUpperCase()}${word.slice(1)}`)
    .join('|');
}

/** Words that may open a name of two words: behind a mark they are slips only before a word in lower case. */
const articles = /^(?:The|Ο|Η|Οι|El|Los|Las|Le|La|Les|Il|Lo|Gli|A|An|His|Her|Their)$/u;

export const capitalWithin: Check = {
  name: 'capital-within',
  says: 'A capital stands in the middle of a sentence, after a comma or the end of a quotation.',
  languages: Object.keys(small),
  isOn: true,
  find: ({ body, dek, language }) => [dek, body].flatMap((part) => capitalsIn(part, language)),
};

function capitalsIn(part: TextReading, language: string): Finding[] {
  const known = patterns[language];
  if (!known || part.text === '') return [];
  const { text } = part;
  const afterComma = [...text.matchAll(known.after)].filter(
    ({ index, 0: word }) => !isTitled(part, index) && !isSaidAfterComma(text, index) && word.length > 0,
  );
  const afterMark = [...text.matchAll(known.said)].filter((match) => {
    const word = match[1] ?? '';
    const end = match.index + match[0].length;
    return !articles.test(word) || /^ \p{Ll}/u.test(text.slice(end, end + 2));
  });
  const starts = [
    ...afterComma.map(({ index, 1: word = '' }) => ({ start: index, word })),
    ...afterMark.map(({ index, 0: whole, 1: word = '' }) => ({
      start: index + whole.length - word.length,
      word,
    })),
  ].sort((one, other) => one.start - other.start);
  return starts.map(({ start, word }) => {
    const suggestion = word.toLocaleLowerCase(language);
    const because = reason('capitalWithin', { word });
    return part.finding(
      { start, end: start + word.length },
      { check: 'capital-within', severity: 'minor', because, suggestion },
    );
  });
}

const SHORT_TITLE = 60; // units; within marks so short stands a title or a cry, whose capitals are its own

/** In a title within marks, in a line of capitals, or in a list. */
function isTitled(part: TextReading, at: number): boolean {
  const quoted = part.quoted.find(({ start, end }) => start <= at && at < end);
  if (quoted && quoted.end - quoted.start < SHORT_TITLE) return true;
  const line = part.text.slice(part.text.lastIndexOf('\n', at) + 1, at);
  if (/^\s*[-–—•*]/u.test(line)) return true;
  const words = line.match(/\p{L}{4,}/gu) ?? [];
  return words.length > 3 && words.filter((word) => /^\p{Lu}/u.test(word)).length * 4 > words.length * 3;
}

/** She said, The road is closed: speech without marks begins with a capital. */
function isSaidAfterComma(text: string, at: number): boolean {
  return /(?:sa(?:id|ys|ying)|thought|wrote|ask(?:ed|s)|wondered|told \p{L}+|is|was|like|adding|asking|noting|warning|[Yy]es|[Nn]o|[Ww]ell|[Oo]h|[Hh]ey|Dear \p{L}+), $/u.test(
    text.slice(Math.max(0, at - 30), at),
  );
}
