/** Runs of text made tidy: one space between words, paragraphs at empty lines. Each step looks at a sign once. */
import { NOTE_SIGN, type Run } from './body-shape.ts';
import { cleanLetters } from './letters.ts';

export function plainRun(text: string): Run {
  return { text, href: null, strong: false, em: false };
}

/** Splits at empty lines, as copy written with `<br><br>` means it, and tidies each part; `mend` is done to whole words. */
export function paragraphsOf(runs: Run[], mend = (text: string): string => text): Run[][] {
  const paragraphs: Run[][] = [[]];
  const whole = withSameJoined(runs).map((run) => ({ ...run, text: mend(run.text) }));
  for (const piece of spaced(whole)) {
    if (piece.breaks > 1) paragraphs.push([]);
    else paragraphs.at(-1)?.push(piece.run);
  }
  return paragraphs.map(tidy).filter((paragraph) => paragraph.length > 0);
}

/** The same without space behind its last word. */
export function withoutSpaceAfter(runs: Run[]): Run[] {
  const kept = [...runs];
  for (let last = kept.pop(); last; last = kept.pop()) {
    const text = last.text.trimEnd();
    if (text !== '') return [...kept, { ...last, text }];
  }
  return [];
}

/** Neighbours of the same marks as one, so that a letter that was cut in two is composed. */
export function withSameJoined(runs: Run[]): Run[] {
  const all: { run: Run; texts: string[] }[] = [];
  for (const run of runs) {
    const last = all.at(-1);
    if (last && isSame(last.run, run)) last.texts.push(run.text);
    else all.push({ run, texts: [run.text] });
  }
  return all.map(({ run, texts }) => ({
    ...run,
    text: run.note === undefined ? cleanLetters(texts.join('')) : NOTE_SIGN,
  }));
}

interface Piece {
  run: Run;
  /** Line breaks in it, if it is space. */
  breaks: number;
}

/**
 * Words and what stands between them, but for single spaces between words of one run, which are as they should be; spaces
 * that follow each other are one, whatever marks they stand in.
 */
function spaced(runs: Run[]): Piece[] {
  const pieces: Piece[] = [];
  for (const run of runs) {
    for (const text of run.text.match(/\s+|\S+(?: \S+)*/g) ?? []) {
      const last = pieces.at(-1);
      if (!isSpace(text)) pieces.push({ run: { ...run, text }, breaks: 0 });
      else if (last && isSpace(last.run.text)) {
        last.breaks += breaksIn(text);
        last.run.text = oneSpace(last.run.text + oneSpace(text));
      } else pieces.push({ run: { ...run, text: oneSpace(text) }, breaks: breaksIn(text) });
    }
  }
  return pieces;
}

function breaksIn(text: string): number {
  return text.split('\n').length - 1;
}

/** One space between words, none at the ends or beside a break, and marks only on words, never on the space around. */
export function tidy(runs: Run[]): Run[] {
  const kept = spaced(runs).map(({ run }) => run);
  if (isSpace(kept[0]?.text ?? '')) kept.shift();
  if (isSpace(kept.at(-1)?.text ?? '')) kept.pop();
  return merge(kept);
}

function isSpace(text: string): boolean {
  return /^\s/.test(text);
}

function oneSpace(text: string): string {
  return text.includes('\n') ? '\n' : (/[\u00a0\u202f]/.exec(text)?.[0] ?? ' ');
}

function merge(runs: Run[]): Run[] {
  const merged: { run: Run; texts: string[] }[] = [];
  for (const [index, run] of runs.entries()) {
    const before = runs[index - 1];
    const after = runs[index + 1];
    const marked = isSpace(run.text) && before && after ? { ...shared(before, after), text: run.text } : run;
    const last = merged.at(-1);
    if (last && isSame(last.run, marked)) last.texts.push(marked.text);
    else merged.push({ run: marked, texts: [marked.text] });
  }
  return merged.map(({ run, texts }) => ({ ...run, text: texts.join('') }));
}

function isSame(one: Run, other: Run): boolean {
  return (
    one.href === other.href && one.strong === other.strong && one.em === other.em && one.note === other.note
  );
}

/** The marks that stay open from one word to the next, in the order in which they are written: link, strong, em. */
function shared(before: Run, after: Run): Omit<Run, 'text'> {
  if (before.href !== after.href || before.note !== undefined || after.note !== undefined)
    return { href: null, strong: false, em: false };
  const strong = before.strong && after.strong;
  return { href: before.href, strong, em: before.em && after.em && before.strong === after.strong };
}
