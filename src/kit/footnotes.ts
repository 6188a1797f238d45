/**
 * Footnotes of a text that is read: marks and notes find each other by where their links lead, and are numbered as their
 * marks follow. A mark without its note goes, as it says nothing; a note without its mark is handed back as left out.
 */
import { type Block, everyRun, mapLines, NOTE_SIGN, type Run, wordsOfRuns } from './body-shape.ts';
import { plainRun, tidy } from './runs.ts';

const MOST_NOTES = 500; // of one body; what is more is left out with its words

/** What a mark's and a note's link name alike: `_ftnref1` leads back to `_ftn1`, `sdfootnote1anc` to `sdfootnote1sym`. */
export function footnoteKey(name: string): string {
  return name
    .toLowerCase()
    .replace(/^user-content-/, '')
    .replace(/(?:anc|sym)$|ref|[-:_.]/g, '');
}

export class Footnotes {
  readonly #numbers = new Map<string, number>();
  readonly #notes = new Map<string, Run[]>();
  #made = 0;

  /** The mark of a note, which is found at the end of the reading. */
  call(key: string): Run {
    const number = this.#numbers.get(key) ?? this.#numbers.size + 1;
    this.#numbers.set(key, number);
    return { ...plainRun(NOTE_SIGN), note: number };
  }

  /** A key that nothing else has: of a note that stands where its mark does. */
  ownKey(): string {
    this.#made += 1;
    return `\n${this.#made}`;
  }

  /** A further paragraph of a note goes on in its line. */
  put(key: string, runs: Run[]): void {
    const known = this.#notes.get(key);
    if (known) known.push(plainRun('\n'), ...runs);
    else this.#notes.set(key, [...runs]);
  }

  /** `isPart`: notes stand elsewhere. The blocks with the notes behind them, how many marks led nowhere, and the words of notes that no mark leads to. */
  joined(blocks: Block[], isPart = false): { blocks: Block[]; lost: number; notes: string[] } {
    if (this.#numbers.size === 0 && this.#notes.size === 0) return { blocks, lost: 0, notes: [] };
    const keys = new Map([...this.#numbers].map(([key, number]) => [number, key]));
    if (isPart)
      return {
        blocks: blocks.map((block) => mapLines(block, (runs) => numbered(runs, asSaid(keys)))),
        lost: 0,
        notes: [],
      };
    const words = new Map([...this.#notes].map(([key, runs]) => [key, tidy(withoutMarks(runs))]));
    const order = new Map<number, number>();
    let lost = 0;
    for (const { note } of blocks.flatMap(everyRun)) {
      if (note === undefined || order.has(note)) continue;
      if ((words.get(keys.get(note) ?? '')?.length ?? 0) > 0 && order.size < MOST_NOTES)
        order.set(note, order.size + 1);
      else lost += 1;
    }
    const marked = blocks.map((block) => mapLines(block, (runs) => numbered(runs, order)));
    const all = [...order.keys()].map((number) => words.get(keys.get(number) ?? '') ?? []);
    const called = new Set([...order.keys()].map((number) => keys.get(number)));
    const notes = [...words].filter(([key]) => !called.has(key)).map(([, runs]) => wordsOfRuns(runs));
    return { blocks: all.length === 0 ? marked : [...marked, { kind: 'notes', notes: all }], lost, notes };
  }
}

/** The numbers that the marks themselves say: `fn-3` is the third. */
function asSaid(keys: Map<number, string>): Map<number, number> {
  return new Map([...keys].map(([number, key]) => [number, Number(/\d{1,3}$/.exec(key)?.[0] ?? number)]));
}

function withoutMarks(runs: Run[]): Run[] {
  return runs.filter(({ note }) => note === undefined);
}

function numbered(runs: Run[], order: Map<number, number>): Run[] {
  if (runs.every(({ note }) => note === undefined)) return runs;
  const kept = runs.flatMap((run) => {
    if (run.note === undefined) return [run];
    const note = order.get(run.note);
    return note === undefined ? [] : [{ ...run, note }];
  });
  return tidy(kept);
}
