/** Signs that nobody sees: within a word they hide it from search, and those that turn the direction turn what is read. */

import type { Check, Finding } from './check.ts';
import { type FindingReason, reason } from './finding-reason.ts';
import type { TextReading } from './reading.ts';

const tell = { check: 'invisible-letter' } as const;

export const invisibleLetter: Check = {
  name: 'invisible-letter',
  says: 'A sign that nobody sees stands in the copy: a soft hyphen, a space without width, a turn of direction.',
  languages: 'all',
  isOn: true,
  find: (reading) => reading.parts.flatMap((part) => [...hiddenIn(part), ...turnsIn(part)]),
};

const names: Record<string, string> = {
  '\u00ad': 'a soft hyphen',
  '\u200b': 'a space without width',
  '\u2060': 'a joiner without width',
  '\ufeff': 'a byte order mark',
  '\u034f': 'a joiner of letters',
  '\u3164': 'a blank letter',
  '\u200c': 'a non-joiner',
  '\u200d': 'a joiner',
  '\u2800': 'a blank sign of Braille',
  '\u200e': 'a mark of direction',
  '\u200f': 'a mark of direction',
  '\u061c': 'a mark of direction',
};

// Fillers, mathematical and annotation signs, and the two joiners where no script joins.
const HIDDEN =
  '[\\u00ad\\u200b\\u2060-\\u2064\\ufeff\\u034f\\u115f\\u1160\\u17b4\\u17b5\\u180e\\u2800\\u3164\\uffa0\\ufff9-\\ufffb]';
const UNJOINED = '\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}';
// Within a word of one script a mark of direction has nothing to turn either.
const joinersApart = `(?<=[${UNJOINED}])[\\u200c\\u200d\\u200e\\u200f\\u061c]+(?=[${UNJOINED}])|(?<=\\p{Script=Arabic})[\\u200e\\u200f\\u061c]+(?=\\p{Script=Arabic})`;
const hidden = new RegExp(`${HIDDEN}|${joinersApart}`, 'u');
const hiddenAll = new RegExp(`${HIDDEN}|${joinersApart}`, 'gu');
const wordWith = new RegExp(
  `(?:[\\p{L}\\p{M}\\p{N}\\u200c\\u200d]|(?<=\\p{L})[\\u200e\\u200f\\u061c](?=\\p{L})|${HIDDEN})+`,
  'gu',
);
/** Languages that are written without spaces show by it where a line may break. */
const breaksByIt = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u;

function hiddenIn(part: TextReading): Finding[] {
  // Nothing but such signs is no headline at all, and told as that.
  if (!hidden.test(part.text) || part.text.replace(hiddenAll, '').trim() === '') return [];
  const findings: Finding[] = [];
  for (const { 0: word, index } of part.text.matchAll(wordWith)) {
    const [first] = word.match(hiddenAll) ?? [];
    if (first === undefined || breaksByIt.test(word)) continue;
    const seen = word.replace(hiddenAll, '');
    const sign = names[first] ?? `U+${code(first)}`;
    const because = seen === '' ? reason('unseen', { sign }) : reason('unseenWithin', { word: seen, sign });
    const span = { start: index, end: index + word.length };
    findings.push(part.finding(span, { ...tell, severity: 'major', because, suggestion: seen }));
  }
  return findings;
}

function code(sign: string): string {
  return (sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}

const opens = '\u202a\u202b\u202d\u202e\u2066\u2067\u2068';
const overrides = '\u202d\u202e';
const closes: Record<string, string> = {
  '\u202c': '\u202a\u202b\u202d\u202e',
  '\u2069': '\u2066\u2067\u2068',
};
const OVERRIDE = reason('directionTurned');

/** Overrides always: they make a name read backwards. The others only where they are not paired within a paragraph. */
function turnsIn(part: TextReading): Finding[] {
  if (!/[\u202a-\u202e\u2066-\u2069]/u.test(part.text)) return [];
  const findings: Finding[] = [];
  const put = (at: number, because: FindingReason, severity: 'critical' | 'major' = 'major') =>
    findings.push(part.finding({ start: at, end: at + 1 }, { ...tell, severity, because, suggestion: '' }));
  let open: { sign: string; at: number }[] = [];
  const leave = () => {
    for (const { sign, at } of open) if (!overrides.includes(sign)) put(at, reason('directionNeverEnded'));
    open = [];
  };
  for (const { 0: sign, index } of part.text.matchAll(/[\u202a-\u202e\u2066-\u2069\n]/gu)) {
    if (sign === '\n') leave();
    else if (opens.includes(sign)) open.push({ sign, at: index });
    else if (closes[sign]?.includes(open.at(-1)?.sign ?? ' ')) open.pop();
    else put(index, reason('directionNeverBegun'));
    if (overrides.includes(sign)) put(index, OVERRIDE, 'critical');
  }
  leave();
  return findings;
}
