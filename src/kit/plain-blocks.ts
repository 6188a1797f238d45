/** Plain text as blocks: what a clipboard, a summary or a mail holds without markup. */

import type { Block } from './body-shape.ts';
import { paragraphsOf, plainRun } from './runs.ts';

const WRAPPED_MOST = 100; // characters of a line that a program wrapped: mail and PDF break at 64 to 80
const WRAPPED_LEAST = 40; // a wrapped text is this wide at least, or it is verse or a list

/**
 * An empty line ends a paragraph. A single line end is a break, unless the lines were wrapped at a width, where they go
 * on: with a space, and without one after a hyphen, of which nobody knows whether it is the word's own.
 */
export function plainBlocks(text: string): Block[] {
  const parts: string[][] = [[]];
  for (const line of text
    .replace(/\r\n?|[\u2028\u0085]/g, '\n')
    .replace(/[\u2029\f\v]/g, '\n\n')
    .split('\n')) {
    const words = line.trim();
    if (words !== '') parts.at(-1)?.push(words);
    else if (parts.at(-1)?.length) parts.push([]);
  }
  return parts.flatMap((lines) =>
    paragraphsOf([plainRun(joined(lines))]).map((runs): Block => ({ kind: 'p', runs })),
  );
}

function joined(lines: string[]): string {
  if (!areWrapped(lines)) return lines.join('\n');
  return lines.reduce((text, line) =>
    /\p{L}-$/u.test(text.slice(-3)) && /^\p{Ll}/u.test(line) ? text + line : `${text} ${line}`,
  );
}

/** A line that begins with the sign of an item, of dialogue, or of what a mail quotes. */
const MARKED = /^(?:[-–—•·▪*+>]|\(?(?:\d{1,3}|[a-z])[.)])\s/u;

/** Whether the lines break off in mid-sentence at about the same width, all but the last. */
function areWrapped(lines: string[]): boolean {
  const followed = lines.slice(0, -1);
  // A list, a quotation of a mail, dialogue: each of its lines begins by itself.
  if (lines.filter((line) => MARKED.test(line)).length * 2 >= lines.length) return false;
  if (followed.length === 0 || followed.some((line) => line.length > WRAPPED_MOST)) return false;
  const widest = Math.max(...followed.slice(0, 1_000).map((line) => line.length));
  if (widest < WRAPPED_LEAST) return false;
  const broken = followed.filter(
    (line) => line.length >= widest * 0.6 && !/[.!?:;…”"»)\]]$/u.test(line),
  ).length;
  return broken * 2 > followed.length;
}
