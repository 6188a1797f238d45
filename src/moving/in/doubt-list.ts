/**
 * What a person is to look at, on the scratch pad: a paper of a hundred thousand posts may have as many, and holds no more memory
 * for it. Those that the desk does not know yet wait apart until a transaction has kept them.
 */
import type { DoubtKind } from '../../store/closed-sets.ts';
import type { Spool } from '../../store/spool.ts';
import type { DoubtCode } from '../doubt-names.ts';

/** Something that a person is to look at. */
export interface Doubt {
  kind: DoubtKind;
  foreignId: string;
  code: DoubtCode;
  words: string;
  /** Where it stands in the other house. */
  address: string | null;
  /** The story here. */
  storyId: string | null;
  /** The post there in which it stands. */
  postId: string | null;
}

export class DoubtList implements Iterable<Doubt> {
  readonly #spool: Spool;
  readonly #isReal: boolean;
  readonly #counts = new Map<string, number>();
  #untold: Doubt[] = [];

  constructor(spool: Spool, isReal: boolean) {
    this.#spool = spool;
    this.#isReal = isReal;
  }

  add(doubt: Doubt): void {
    this.#spool.add(`doubt ${doubt.code}`, '', doubt);
    this.#counts.set(doubt.code, (this.#counts.get(doubt.code) ?? 0) + 1);
    if (this.#isReal) this.#untold.push(doubt);
  }

  /** How many of each kind there are. */
  get counts(): ReadonlyMap<string, number> {
    return this.#counts;
  }

  *of(code: string): Generator<Doubt> {
    for (const { thing } of this.#spool.each<Doubt>(`doubt ${code}`)) yield thing;
  }

  *[Symbol.iterator](): Generator<Doubt> {
    for (const code of this.#counts.keys()) yield* this.of(code);
  }

  /** Those that no transaction has kept. */
  get untold(): readonly Doubt[] {
    return this.#untold;
  }

  /** These are kept now; what came meanwhile is not. */
  told(doubts: readonly Doubt[]): void {
    const known = new Set(doubts);
    this.#untold = this.#untold.filter((doubt) => !known.has(doubt));
  }
}
