/**
 * Footnotes that were typed into the copy in signs of a plugin's that copy has of its own too: `[1. Words.]`, and words between double
 * brackets. What only a plugin leaves is a note; what may be anything stays as it was typed, and where it reads like one that is said.
 */
import { stretchesOfCode } from './code-codes.ts';

interface NotesRead {
  html: string;
  /** What may be one, in words. */
  odd: string[];
}

const NUMBERED = /[ \t]?\[(\d{1,3})\.\s+((?:[^[\]<>]|<[^<>]{0,500}>){1,3000})\]/g;
const DOUBLE = /[ \t]?\(\(((?:[^()<>]|\([^()<>]{0,300}\)|<[^<>]{0,500}>){1,3000})\)\)/g;
/** Where the plugin called Footnotes is to put its list, or none: nobody else writes it. */
const OF_FOOTNOTES = /\[\[(?:references(?: ?\/)?|\/references|no ?footnotes[^\][]{0,40})\]\]/gi;

const STAYS = (example: string): string[] => [
  `What may be footnotes stands in the copy as it was typed: “${example}”.`,
];

export function withTypedNotes(html: string): NotesRead {
  if (!html.includes('((') && !html.includes('[1.')) return { html, odd: [] };
  const numbered = withNumbered(html);
  const doubled = withDoubled(numbered.html);
  return { html: doubled.html, odd: [...numbered.odd, ...doubled.odd] };
}

/** A text that counts them from one on has them of a plugin; one alone may be a day of the month. */
function withNumbered(html: string): NotesRead {
  const found = inCopy(html, NUMBERED).filter(([, , words = '']) => isSentence(words));
  if (found.length === 0) return { html, odd: [] };
  const counts = found.every(([, number], at) => Number(number) === at + 1);
  if (!counts || found.length < 2) return { html, odd: STAYS(shortOf(found[0]?.[0] ?? '')) };
  return { html: written(html, found, 2), odd: [] };
}

function withDoubled(html: string): NotesRead {
  const found = inCopy(html, DOUBLE).filter(([, words = '']) => isSentence(words));
  const isOfPlugin = OF_FOOTNOTES.test(html);
  OF_FOOTNOTES.lastIndex = 0;
  if (isOfPlugin) return { html: written(html, found, 1).replace(OF_FOOTNOTES, ''), odd: [] };
  return { html, odd: found.length === 0 ? [] : STAYS(shortOf(found[0]?.[0] ?? '')) };
}

function inCopy(html: string, pattern: RegExp): RegExpExecArray[] {
  const code = stretchesOfCode(html).reverse();
  return [...html.matchAll(pattern)].filter(({ index }) => {
    while ((code.at(-1)?.to ?? index) < index) code.pop();
    return (code.at(-1)?.from ?? index) >= index;
  });
}

const LEAST_WORDS = 3;

/** Three words at least, or an address, and no sums: `((a + b) * (c))` is one. */
function isSentence(markup: string): boolean {
  const words = markup.replace(/<[^<>]*>/g, ' ');
  if (/https?:\/\//.test(words)) return true;
  const letters = words.match(/\p{L}[\p{L}\p{M}’'-]+/gu) ?? [];
  const isOfLetters = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Thai}]{6}/u.test(words);
  return !/[=+*^\\{}]|\d\s*[/-]\s*\d\s*[/*+-]/.test(words) && (letters.length >= LEAST_WORDS || isOfLetters);
}

function written(html: string, found: readonly RegExpExecArray[], group: number): string {
  let made = '';
  let from = 0;
  for (const each of found) {
    made += `${html.slice(from, each.index)}<fn>${(each[group] ?? '').trim()}</fn>`;
    from = each.index + each[0].length;
  }
  return made + html.slice(from);
}

const LONGEST_EXAMPLE = 60; // letters

function shortOf(markup: string): string {
  const words = markup
    .replace(/<[^<>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return words.length <= LONGEST_EXAMPLE ? words : `${words.slice(0, LONGEST_EXAMPLE)}…`;
}
