/**
 * Where each of many words stands in a list. An object with 87,000 keys is slow to make, since the engine takes up every key among
 * its own names; a table of numbers needs only their letters.
 */

const FREE = 2; // places of the table for a word, at least

export class WordIndex {
  readonly #words: readonly string[];
  /** By hash, a word's place and one more; nought where none is. */
  readonly #table: Uint32Array;
  readonly #later = new Map<string, number>();

  /** No word twice. */
  constructor(words: readonly string[]) {
    this.#words = words;
    this.#table = new Uint32Array(2 ** Math.ceil(Math.log2(words.length * FREE + 1)));
    for (let at = 0; at < words.length; at += 1) this.#table[this.#slotOf(words[at] as string)] = at + 1;
  }

  /** The word's slot, or the free one where it would be. */
  #slotOf(word: string): number {
    const last = this.#table.length - 1;
    let slot = hashOf(word) & last;
    for (let at = this.#table[slot] ?? 0; at > 0 && this.#words[at - 1] !== word; at = this.#table[slot] ?? 0)
      slot = (slot + 1) & last;
    return slot;
  }

  find(word: string): number | undefined {
    const at = this.#table[this.#slotOf(word)] ?? 0;
    return at > 0 ? at - 1 : this.#later.get(word);
  }

  add(word: string, at: number): void {
    this.#later.set(word, at);
  }

  /** For a program that asks and adds as of an object without a prototype. */
  asRecord(): Record<string, number> {
    return new Proxy(Object.create(null), {
      get: (_record, word) => (typeof word === 'string' ? this.find(word) : undefined),
      set: (_record, word, at: number) => {
        this.add(String(word), at);
        return true;
      },
    });
  }
}

/** FNV-1a over UTF-16 units. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
