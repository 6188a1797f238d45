/** Words that go round: what a translation engine does when it loses its way, and what pasting twice leaves. */

import type { Span } from '../kit/paragraphs.ts';
import type { Check, Finding } from './check.ts';
import { reason } from './finding-reason.ts';
import type { TextReading } from './reading.ts';
import { type Word, wordsWithin } from './words.ts';

const TIMES = 3; // a single word may be said twice
const SURE = 8; // times after which more tell nothing new
const LONGEST = 12; // words of a phrase that goes round
const TWICE = 4; // words of a phrase that is a loop when it follows itself once
const SENTENCE = 8; // words of a sentence that nobody writes twice in a piece
const PER_WORD = 24; // units looked at where a script has no spaces

export const loop: Check = {
  name: 'loop',
  says: 'Words, a sentence or a paragraph are repeated.',
  languages: 'all',
  isOn: true,
  find: (reading) => [
    ...reading.parts.flatMap((part) => [...loopsIn(part), ...signLoops(part)]),
    ...repeatedSentences(reading.body),
  ],
};

/** The same words again at once. */
function loopsIn(part: TextReading): Finding[] {
  const keys = part.words.map(({ text }) => text.toLowerCase());
  const findings: Finding[] = [];
  for (let at = 0; at < keys.length; at += 1) {
    const found = loopAt(part, keys, at);
    if (!found) continue;
    const [first, last] = [part.words[at] as Word, part.words[found.end - 1] as Word];
    const once = part.words[at + found.length - 1] as Word;
    const because = reason('goesRoundTimes', {
      words: shortened(part.text.slice(first.start, once.end)),
      times: found.times,
    });
    const suggestion = part.text.slice(first.start, once.end);
    const severity = found.times > TIMES ? 'critical' : 'major';
    findings.push(
      part.finding({ start: first.start, end: last.end }, { check: 'loop', severity, because, suggestion }),
    );
    at = found.end - 1;
  }
  return findings;
}

function loopAt(
  part: TextReading,
  keys: string[],
  at: number,
): { length: number; times: number; end: number } | null {
  for (let length = 1; length <= LONGEST; length += 1) {
    if (keys[at] !== keys[at + length]) continue;
    let times = 1;
    while (times < SURE && isSame(keys, at, at + times * length, length)) times += 1;
    if (times < 2 || !isLoop(part, at, length, times)) continue;
    while (isSame(keys, at, at + times * length, length)) times += 1;
    return { length, times, end: at + times * length };
  }
  return null;
}

function isSame(keys: string[], one: number, other: number, length: number): boolean {
  for (let at = 0; at < length; at += 1)
    if (keys[one + at] === undefined || keys[one + at] !== keys[other + at]) return false;
  return true;
}

/** Said for effect, with commas or stops between or in a speaker's mouth, it is no loop; nor are numbers and names. */
function isLoop(part: TextReading, at: number, length: number, times: number): boolean {
  const { words, text } = part;
  const [first, turn] = [words[at] as Word, words[at + length] as Word];
  const once = words[at + length - 1] as Word;
  if (times < TIMES && length < TWICE) return false;
  const phrase = text.slice(first.start, once.end);
  if (!/\p{L}{2}/u.test(phrase)) return false;
  const gap = text.slice(once.end, turn.start);
  if (/\n/u.test(gap)) return false; // a heading or a caption comes back
  if (isTable(first.text, turn.text) && times < 6) return false;
  const isPlain = /^\s*$/u.test(gap);
  if (part.isQuoted(first.start) && times <= TIMES && !(isPlain && length === 1)) return false;
  if (isPlain) return times > 2 || !/^\p{Lu}/u.test(turn.text) || length >= TWICE + 2;
  return times > (length === 1 ? 6 : TIMES) || (length >= 6 && /^[\s,]*$/u.test(gap));
}

/** Yes Yes Yes: cells of a row; and etc, which is said thrice. */
function isTable(one: string, other: string): boolean {
  return (
    (/^\p{Lu}/u.test(one) && /^\p{Lu}/u.test(other)) ||
    /^(?:yes|no|n\/a|etc|ha|ho|hey|blah|la|na|very|so|really)$/iu.test(one)
  );
}

/** In scripts without spaces the same few signs again and again. */
function signLoops(part: TextReading): Finding[] {
  if (!/[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]/u.test(part.text)) return [];
  const pattern = new RegExp(
    `([\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3040-\\u30ff\\u3400-\\u9fff（）()]{2,${PER_WORD}}?)\\1{3,}`,
    'gu',
  );
  return [...part.text.matchAll(pattern)]
    .filter(([, once]) => !/^(.)\1+$/u.test(once ?? ''))
    .map((match) =>
      part.finding(
        { start: match.index, end: match.index + match[0].length },
        {
          check: 'loop',
          severity: 'critical',
          because: reason('goesRound', { words: match[1] ?? '' }),
          suggestion: match[1],
        },
      ),
    );
}

/** A whole sentence that was already there. */
function repeatedSentences(body: TextReading): Finding[] {
  if (body.isRollingLog) return [];
  const seen = new Map<string, Span>();
  const findings: Finding[] = [];
  for (const sentence of body.sentences) {
    const words = wordsWithin(body.words, sentence);
    const units =
      words.length >= SENTENCE
        ? words.length
        : /[\u3040-\u30ff\u3400-\u9fff]/u.test(body.slice(sentence))
          ? sentence.end - sentence.start
          : 0;
    if (units < SENTENCE || (words.length < SENTENCE && units < PER_WORD)) continue;
    const key = words.map(({ text }) => text.toLowerCase()).join(' ');
    if (!seen.has(key)) {
      seen.set(key, sentence);
      continue;
    }
    if (!/[.!?…。！？؟”"»]$/u.test(body.slice(sentence)) || /\n/u.test(body.slice(sentence))) continue; // a heading or a caption comes back
    const because = reason('sentenceTwice');
    findings.push(body.finding(sentence, { check: 'loop', severity: 'major', because, suggestion: '' }));
  }
  return findings;
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
