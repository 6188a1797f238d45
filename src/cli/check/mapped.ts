/** Text taken out of a file, which knows where each of its characters stood there. */

interface Piece {
  /** In our text. */
  at: number;
  length: number;
  /** In the file. */
  from: number;
  to: number;
}

/** Offsets are UTF-16 units on both sides. */
export class MappedText {
  #pieces: Piece[] = [];
  #chunks: string[] = [];
  #length = 0;
  /** The last two units: asked for at every paragraph. */
  #tail = '';

  get text(): string {
    if (this.#chunks.length > 1) this.#chunks = [this.#chunks.join('')];
    return this.#chunks[0] ?? '';
  }

  get length(): number {
    return this.#length;
  }

  /** Adds what stood in the file from `from` to `to`; as many units, or another spelling of it (an entity, spaces). */
  add(text: string, from: number, to = from + text.length): void {
    if (text === '') return;
    this.#pieces.push({ at: this.#length, length: text.length, from, to });
    this.#chunks.push(text);
    this.#length += text.length;
    this.#tail = (this.#tail + text).slice(-2);
  }

  /** Adds what stands nowhere in the file, such as the empty line between two paragraphs. */
  addBreak(text: string): void {
    const last = this.#pieces.at(-1);
    if (this.#length > 0) this.add(text, last?.to ?? 0, last?.to ?? 0);
  }

  /** Asks for one or two units. */
  endsWith(text: string): boolean {
    return this.#tail.endsWith(text);
  }

  /** A span of our text as a span of the file. */
  place({ start, end }: { start: number; end: number }): { start: number; end: number } {
    const from = this.#offset(start, false);
    return { start: from, end: Math.max(from, end > start ? this.#offset(end - 1, true) : from) };
  }

  #offset(at: number, isLast: boolean): number {
    const piece = this.#pieceAt(at);
    if (!piece) return this.#pieces.at(-1)?.to ?? 0;
    const isSame = piece.to - piece.from === piece.length;
    if (isSame) return piece.from + (at - piece.at) + (isLast ? 1 : 0);
    return isLast ? piece.to : piece.from;
  }

  #pieceAt(at: number): Piece | undefined {
    let [low, high] = [0, this.#pieces.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const piece = this.#pieces[middle] as Piece;
      if (at < piece.at) high = middle - 1;
      else if (at >= piece.at + piece.length) low = middle + 1;
      else return piece;
    }
    return undefined;
  }
}
