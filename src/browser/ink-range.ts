/**
 * Where the words of a finding stand in what is being written. The newsroom counts without spaces, because the editor and
 * the text part paragraphs in different ways; the white space that a finding has at its ends is found beside its words.
 */

/** Words of one block of the copy; `at` is where they begin in the document. */
export interface Piece {
  text: string;
  at: number;
  block: number;
  /** Of a block that stands in the document as one: all its words are at its place, and none can be changed there. */
  isWhole?: boolean;
}

/** Everything but white space, with its places. */
export interface Inks {
  signs: string;
  /** Where each unit of the signs begins and ends in the document, and in which block it stands. */
  starts: number[];
  ends: number[];
  blocks: number[];
  /** First and last place of each block. */
  bounds: { start: number; end: number }[];
}

/** As the newsroom tells it: units from and to, not counting spaces, and the words themselves with their spaces. */
export interface InkPlace {
  from: number;
  to: number;
  text: string;
}

const WHOLE = -1; // in place of the block of words that stand in one piece

export interface InkRange {
  from: number;
  to: number;
}

// Letters are composed and controls left out, as the newsroom does when it reads the copy.
const LETTER = /\P{M}\p{M}*|\p{M}+/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const NO_INK = /[\s\u0000-\u001f\u007f\ufffe\uffff]/u;

export function inksOf(pieces: readonly Piece[], bounds: Inks['bounds']): Inks {
  const inks: Inks = { signs: '', starts: [], ends: [], blocks: [], bounds };
  const signs: string[] = [];
  for (const { text, at, block, isWhole = false } of pieces)
    for (const { 0: letter, index } of text.matchAll(LETTER)) {
      if (NO_INK.test(letter)) continue;
      const composed = letter.normalize('NFC');
      signs.push(composed);
      for (let unit = 0; unit < composed.length; unit += 1) {
        const [start, end] = composed === letter ? [unit, unit + 1] : [0, letter.length];
        inks.starts.push(isWhole ? at : at + index + start);
        inks.ends.push(isWhole ? at + 1 : at + index + end);
        inks.blocks.push(isWhole ? WHOLE : block);
      }
    }
  inks.signs = signs.join('');
  return inks;
}

/** Null when other words stand there by now. */
export function rangeIn(inks: Inks, { from, to, text }: InkPlace): InkRange | null {
  if (text === '' || inks.signs.slice(from, to) !== inkIn(text)) return null;
  if (from === to) return spaceBefore(inks, from);
  const start = /^\s/u.test(text) ? endBefore(inks, from) : inks.starts[from];
  const end = /\s$/u.test(text) ? startAfter(inks, to - 1) : inks.ends[to - 1];
  return start === undefined || end === undefined ? null : { from: start, to: end };
}

/** The white space between two words of one block. */
function spaceBefore(inks: Inks, at: number): InkRange | null {
  if (inks.blocks[at] === undefined || inks.blocks[at] !== inks.blocks[at - 1]) return null;
  const range = { from: inks.ends[at - 1] ?? 0, to: inks.starts[at] ?? 0 };
  return range.to > range.from ? range : null;
}

function endBefore(inks: Inks, at: number): number | undefined {
  const block = inks.blocks[at];
  return inks.blocks[at - 1] === block ? inks.ends[at - 1] : inks.bounds[block ?? -1]?.start;
}

function startAfter(inks: Inks, at: number): number | undefined {
  const block = inks.blocks[at];
  return inks.blocks[at + 1] === block ? inks.starts[at + 1] : inks.bounds[block ?? -1]?.end;
}

/** What is to be changed so that the suggestion stands there: what it keeps of the words stays as it is, with its bold. */
export function changesFor(inks: Inks, place: InkPlace, words: string): (InkRange & { words: string })[] {
  const range = rangeIn(inks, place);
  if (!range || inks.blocks.slice(place.from, place.to).includes(WHOLE)) return [];
  const kept = inkIn(words);
  const found = inks.signs.slice(place.from, place.to);
  const at = place.from + found.indexOf(kept);
  if (kept === '' || kept === found || at < place.from || words !== words.trim())
    return [{ ...range, words }];
  const around = [
    { from: inks.ends[at + kept.length - 1] ?? range.to, to: range.to, words: '' },
    { from: range.from, to: inks.starts[at] ?? range.from, words: '' },
  ];
  return around.filter(({ from, to }) => to > from);
}

function inkIn(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, '');
}
