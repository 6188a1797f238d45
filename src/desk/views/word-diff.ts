/** What changed between two texts, word by word, for the versions of an item and the takes of a story. */

export interface WordRun {
  kind: 'same' | 'gone' | 'new';
  text: string;
}

const MOST_CELLS = 4_000_000; // of the comparison table: two texts of 2,000 changed words, about 30 ms

/** The runs of words that stayed, went and came, in reading order. */
export function diffWords(before: string, after: string): WordRun[] {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  let start = 0;
  while (start < old.length && start < now.length && isSame(old[start], now[start])) start += 1;
  let end = 0;
  while (
    end < old.length - start &&
    end < now.length - start &&
    isSame(old[old.length - 1 - end], now[now.length - 1 - end])
  )
    end += 1;
  return joinRuns([
    ...now.slice(0, start).map((text, place): WordRun => same(old[place], text)),
    ...compare(old.slice(start, old.length - end), now.slice(start, now.length - end)),
    ...now.slice(now.length - end).map((text, place): WordRun => same(old[old.length - end + place], text)),
  ]);
}

/** Words with the space after them, so that joining them is the text again. */
function wordsOf(text: string): string[] {
  return text.match(/\S+\s*|\s+/g) ?? [];
}

/** The same word, whatever space comes after it: a word at the end of one text may stand within the other. */
function isSame(one: string | undefined, other: string | undefined): boolean {
  return one?.trimEnd() === other?.trimEnd();
}

/** With its space, if either text has one: what went must not be glued to what stayed. */
function same(one = '', other = ''): WordRun {
  return { kind: 'same', text: one.length > other.length ? one : other };
}

/** The longest common run of words, by the table that every textbook has; too large, and all of it changed. */
function compare(old: string[], now: string[]): WordRun[] {
  const gone = old.map((text): WordRun => ({ kind: 'gone', text }));
  const fresh = now.map((text): WordRun => ({ kind: 'new', text }));
  const width = now.length + 1;
  if (old.length * width > MOST_CELLS || old.length === 0 || now.length === 0) return [...gone, ...fresh];
  const lengths = new Uint16Array((old.length + 1) * width);
  const at = (row: number, column: number) => lengths[row * width + column] ?? 0;
  for (let row = old.length - 1; row >= 0; row -= 1) {
    for (let column = now.length - 1; column >= 0; column -= 1) {
      lengths[row * width + column] = isSame(old[row], now[column])
        ? at(row + 1, column + 1) + 1
        : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const changes: WordRun[] = [];
  let [row, column] = [0, 0];
  while (row < old.length && column < now.length) {
    if (isSame(old[row], now[column])) {
      changes.push(same(old[row], now[column]));
      row += 1;
      column += 1;
    } else if (at(row + 1, column) >= at(row, column + 1)) changes.push(gone[row++] as WordRun);
    else changes.push(fresh[column++] as WordRun);
  }
  return [...changes, ...gone.slice(row), ...fresh.slice(column)];
}

function joinRuns(changes: WordRun[]): WordRun[] {
  const runs: WordRun[] = [];
  for (const change of changes) {
    const last = runs.at(-1);
    if (last?.kind === change.kind) last.text += change.text;
    else runs.push({ ...change });
  }
  // What went keeps to its line: its paragraph ends where what came in its place ends.
  for (const [place, run] of runs.entries())
    if (run.kind === 'gone' && runs[place + 1]) run.text = run.text.replace(/\n\s*$/, ' ');
  return runs;
}
