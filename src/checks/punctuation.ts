/** Stops and commas that stand wrong: a space before them, none after, two of them. */

import { eachOnce } from '../kit/once.ts';
import { byLanguage } from '../language/languages.ts';
import type { Check, Finding } from './check.ts';
import { type FindingReason, reason } from './finding-reason.ts';
import type { TextReading } from './reading.ts';

const tell = { check: 'punctuation', severity: 'minor' } as const;

export const punctuation: Check = {
  name: 'punctuation',
  says: 'A space stands before a comma or stop, or two stops stand together.',
  languages: 'all',
  isOn: true,
  find: (reading) =>
    [reading.headline, reading.dek, reading.body].flatMap((part) => wrongIn(part, reading.language)),
};

const wordSign = '[\\p{L}\\p{N}\\p{M}”»"’)\\]]';
// What stands before a space is looked at behind it, and a sign before what stands before it: so few places are looked at at all.
const before = new RegExp(`[ \\u00a0](?<=${wordSign}[ \\u00a0])[ \\u00a0]*[,.](?=\\s|$|[”"’»)\\]])`, 'gu');
const beforeHigh = new RegExp(`[ ](?<=${wordSign}[ ])[ ]*[;:!?](?=\\s|$|[”"’»)\\]])`, 'gu');
const insideBrackets = /[ ](?<=[([][ ])[ ]*(?=\p{L})|[ ](?<=\p{L}[ ])[ ]*(?=[)\]](?:[\s.,;:]|$))/gu;
const twice =
  /[,.;:](?<=[\p{L}\p{N})”"»’][,.;:])(?:(?<=,)[ ]?[,.;:]|(?<=\.)[ ]?,(?=[ ]\p{Ll})|(?<=;)[ ]?[,;.]|(?<=:)[ ]?[,;:]|(?<=\.)[ ]?\.(?!\.)(?=\s|$))/gu;
const unspaced = /\.(?<=\s\p{Ll}{4,30}\.)(?=\p{Lu}\p{Ll}*\s\p{Ll}+\s)/gu;
const spacedHigh = new Set(['fr']); // a space before ; : ! ? is the rule

/** m’ ont: the space behind an elided word. */
const elisions = eachOnce(
  byLanguage('elided'),
  (words) =>
    new RegExp(
      `(?<=(?<![\\p{L}\\p{M}\\p{N}’'‘])(?:${words.split(' ').join('|')})[’'])[ \\u00a0](?=\\p{L}{2})`,
      'giu',
    ),
);

function wrongIn(part: TextReading, language: string): Finding[] {
  const findings: Finding[] = [];
  const look = (pattern: RegExp, because: FindingReason, suggest: (text: string) => string) => {
    for (const match of part.matches(pattern)) {
      if (isMeant(part.text, match)) continue;
      const span = { start: match.index, end: match.index + match[0].length };
      findings.push(part.finding(span, { ...tell, because, suggestion: suggest(match[0]) }));
    }
  };
  look(before, reason('spaceBeforeSign'), (text) => text.trim());
  if (language !== '' && !spacedHigh.has(language))
    look(beforeHigh, reason('spaceBeforeSign'), (text) => text.trim());
  if (language !== '') look(insideBrackets, reason('spaceInBracket'), () => '');
  const elided = elisions[language];
  if (elided) look(elided, reason('spaceAfterApostrophe'), () => '');
  look(unspaced, reason('noSpaceAfterStop'), () => '. ');
  look(twice, reason('twoSigns'), (text) => (/^\. ?\.$/u.test(text) ? '.' : (text[0] ?? '')));
  return findings;
}

/** A line's last comma before a stop was a machine's: the line is no sentence. */
function isLineEnd(text: string, end: number): boolean {
  return end >= text.length || text[end] === '\n';
}

/** Three stops, with spaces between them or without, after a comma or another stop too. */
function isEllipsis(text: string, match: RegExpExecArray): boolean {
  const from = match.index;
  const around = text.slice(Math.max(0, from - 8), from + match[0].length + 8);
  return [...around.matchAll(/\.(?:[ \u00a0]?\.){2,}/gu)].some(({ index, 0: dots }) => {
    const start = Math.max(0, from - 8) + index;
    return start <= from + match[0].length && start + dots.length >= from;
  });
}

/** Abbreviations end in a stop of their own (Inc., said), and a face :) is none of ours. */
function isMeant(text: string, match: RegExpExecArray): boolean {
  if (isEllipsis(text, match)) return true;
  if (/^\./u.test(match[0]) && match[0].includes(',')) return true;
  if (match[0] === ',.' && isLineEnd(text, match.index + 2)) return true;
  if (match[0] === '..' && /\p{Lu}$/u.test(text.slice(0, match.index).slice(-1))) return true;
  if (/^\s+\./u.test(match[0]) && /^\.(?:\.|\w)/u.test(text.slice(match.index).trimStart().slice(0, 3)))
    return true;
  return /^\s+[:;]/u.test(match[0]) && /^\s+[:;]-?[)(DPp]/u.test(text.slice(match.index, match.index + 5));
}
