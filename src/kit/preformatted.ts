/** Verse, code and columns of figures: lines as they stand, and how far in each begins. */
import type { PreBlock, PreLine, Run } from './body-shape.ts';
import type { Attributes } from './html-styles.ts';
import type { OpenElement } from './open-element.ts';
import { withoutSpaceAfter, withSameJoined } from './runs.ts';

const TAB = '    ';
const FARTHEST = 400; // signs before the first word of a line; more is nobody's meaning

/** What is needed of the reader of copy. */
interface PreHost {
  runs: Run[];
  readonly frames: { put(block: PreBlock): void };
  endLeaf(): void;
}

/**
 * Reads an element that says of itself that its lines stand as they are; false of any other `pre`, which is a text whose lines are
 * paragraphs, as agencies send it.
 */
export function enterPre(here: OpenElement, attributes: Attributes, host: PreHost): boolean {
  const of = here.name === 'pre' ? attributes['data-block'] : undefined;
  if (of !== 'verse' && of !== 'code') return false;
  host.endLeaf();
  here.keepsSpaces = true;
  here.end = () => {
    const block = preBlock(of, host.runs.splice(0));
    if (block) host.frames.put(block);
    host.endLeaf();
  };
  return true;
}

/** Lines out of runs that were kept as they came; null where no word is in them. */
function preBlock(of: PreBlock['of'], runs: Run[]): PreBlock | null {
  const lines: Run[][] = [[]];
  for (const run of withSameJoined(runs)) {
    const [first = '', ...others] = run.text.split('\n');
    lines.at(-1)?.push({ ...run, text: first });
    for (const text of others) lines.push([{ ...run, text }]);
  }
  const read = lines.map(preLineOf);
  const hasWords = ({ runs: words }: PreLine): boolean => words.length > 0;
  const first = read.findIndex(hasWords);
  return first === -1
    ? null
    : { kind: 'pre', of, lines: read.slice(first, read.findLastIndex(hasWords) + 1) };
}

/** One line of it, as it was typed. */
export function preLineOf(runs: Run[]): PreLine {
  let indent = 0;
  const words: Run[] = [];
  for (const run of runs) {
    const text = run.text.replaceAll('\t', TAB);
    const begins = words.length === 0 ? text.search(/\S|$/) : 0;
    indent += begins;
    if (text.length > begins) words.push({ ...run, text: text.slice(begins) });
  }
  const kept = withoutSpaceAfter(words);
  return { indent: kept.length === 0 ? 0 : Math.min(indent, FARTHEST), runs: kept };
}

const spaceBefore = ({ indent }: PreLine): string => ' '.repeat(indent);

export function writePre({ of, lines }: PreBlock, write: (runs: Run[]) => string): string {
  const written = lines.map((line) => spaceBefore(line) + write(line.runs));
  return `<pre data-block="${of}">${written.join('\n')}</pre>`;
}

/** The lines with what stands before each, written as somebody writes their words. */
export const preText = ({ lines }: PreBlock, words: (runs: Run[]) => string): string =>
  lines.map((line) => spaceBefore(line) + words(line.runs)).join('\n');
