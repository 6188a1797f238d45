/**
 * A QR code (ISO/IEC 18004) of an address, for a camera that looks at a screen: bytes, the lowest level of correction, versions 1 to 20.
 */

/** Of level L by version, from 1: codewords in all, of correction in a block, and blocks. */
const SIZES: readonly (readonly [all: number, correction: number, blocks: number])[] = [
  [26, 7, 1],
  [44, 10, 1],
  [70, 15, 1],
  [100, 20, 1],
  [134, 26, 1],
  [172, 18, 2],
  [196, 20, 2],
  [242, 24, 2],
  [292, 30, 2],
  [346, 18, 4],
  [404, 20, 4],
  [466, 24, 4],
  [532, 26, 4],
  [581, 30, 4],
  [655, 22, 6],
  [733, 24, 6],
  [815, 28, 6],
  [901, 30, 6],
  [991, 28, 7],
  [1085, 28, 8],
];

/** Rows of dark (true) and light; null of what is too long for it, more than 858 bytes. */
export function qrCode(text: string): boolean[][] | null {
  const bytes = [...new TextEncoder().encode(text)];
  const version = 1 + SIZES.findIndex((_, at) => bytes.length <= roomOf(at + 1));
  if (version === 0) return null;
  const square = new Square(version);
  square.lay(withCorrection(version, wordsOf(version, bytes)));
  return square.rows;
}

const dataOf = (version: number): number => {
  const [all, correction, blocks] = SIZES[version - 1] ?? [0, 0, 0];
  return all - correction * blocks;
};

const countBits = (version: number) => (version < 10 ? 8 : 16);
const roomOf = (version: number) => Math.floor((dataOf(version) * 8 - 4 - countBits(version)) / 8);

const BYTES = 0b0100;
const FILLERS = [0xec, 0x11];

/** The mode, how many bytes, the bytes, and what fills the rest. */
function wordsOf(version: number, bytes: number[]): number[] {
  const bits = [...bitsOf(BYTES, 4), ...bitsOf(bytes.length, countBits(version))];
  for (const byte of bytes) bits.push(...bitsOf(byte, 8));
  const all = dataOf(version);
  bits.push(...bitsOf(0, Math.min(4, all * 8 - bits.length)));
  while (bits.length % 8 !== 0) bits.push(0);
  const words = Array.from({ length: bits.length / 8 }, (_, at) =>
    Number.parseInt(bits.slice(at * 8, at * 8 + 8).join(''), 2),
  );
  for (let at = 0; words.length < all; at += 1) words.push(FILLERS[at % 2] ?? 0);
  return words;
}

const bitsOf = (value: number, count: number): number[] =>
  Array.from({ length: count }, (_, at) => (value >>> (count - 1 - at)) & 1);

/** Data and correction of all blocks, one word of each in turn; the last blocks may have one word more. */
function withCorrection(version: number, words: number[]): number[] {
  const [all, correction, count] = SIZES[version - 1] ?? [0, 0, 1];
  const short = Math.floor(all / count) - correction;
  const shorts = count - (all % count);
  let from = 0;
  const blocks = Array.from({ length: count }, (_, at) => {
    const data = words.slice(from, from + short + (at < shorts ? 0 : 1));
    from += data.length;
    return { data, correction: correctionOf(data, correction) };
  });
  const inTurn = (of: (block: (typeof blocks)[number]) => number[]) =>
    Array.from({ length: short + 1 + correction }, (_, at) =>
      blocks.flatMap((block) => of(block)[at] ?? []),
    ).flat();
  return [...inTurn(({ data }) => data), ...inTurn((block) => block.correction)];
}

const FIELD = 0x11d; // x8 + x4 + x3 + x2 + 1

function times(one: number, other: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit -= 1) {
    product = (product << 1) ^ ((product >>> 7) * FIELD);
    if ((other >>> bit) & 1) product ^= one;
  }
  return product;
}

/** What is left of the data divided by the generator of that degree (Reed and Solomon). */
export function correctionOf(data: number[], degree: number): number[] {
  let generator = [1];
  let root = 1;
  for (let at = 0; at < degree; at += 1) {
    const by = root;
    generator = [...generator, 0].map((each, place) => each ^ times(generator[place - 1] ?? 0, by));
    root = times(root, 2);
  }
  const left = Array.from({ length: degree }, () => 0);
  for (const word of data) {
    const factor = word ^ (left.shift() ?? 0);
    left.push(0);
    for (const [at, each] of generator.slice(1).entries()) left[at] = (left[at] ?? 0) ^ times(each, factor);
  }
  return left;
}

const MASK = 3; // which of the eight makes no difference to who reads: this one has no stripes of its own
const isMasked = (row: number, column: number) => (row + column) % 3 === 0;

class Square {
  readonly rows: boolean[][];
  readonly #size: number;
  readonly #isTaken: boolean[][];

  constructor(version: number) {
    this.#size = 17 + 4 * version;
    this.rows = Array.from({ length: this.#size }, () => Array<boolean>(this.#size).fill(false));
    this.#isTaken = this.rows.map((row) => [...row]);
    this.#finders();
    this.#alignments(version);
    for (let at = 8; at < this.#size - 8; at += 1) {
      this.#set(6, at, at % 2 === 0);
      this.#set(at, 6, at % 2 === 0);
    }
    this.#format();
    if (version >= 7) this.#version(version);
  }

  #set(row: number, column: number, isDark: boolean): void {
    const [cells, taken] = [this.rows[row], this.#isTaken[row]];
    if (!cells || !taken || column < 0 || column >= this.#size) return;
    cells[column] = isDark;
    taken[column] = true;
  }

  #finders(): void {
    const far = this.#size - 7;
    for (const [top, left] of [
      [0, 0],
      [0, far],
      [far, 0],
    ] as const)
      for (let row = -1; row <= 7; row += 1)
        for (let column = -1; column <= 7; column += 1) {
          const ring = Math.max(Math.abs(row - 3), Math.abs(column - 3));
          this.#set(top + row, left + column, ring !== 2 && ring !== 4);
        }
  }

  #alignments(version: number): void {
    if (version === 1) return;
    const count = Math.floor(version / 7) + 2;
    const step = Math.ceil((this.#size - 13) / (2 * count - 2)) * 2;
    const places = [6, ...Array.from({ length: count - 1 }, (_, at) => this.#size - 7 - at * step)];
    for (const row of places)
      for (const column of places) {
        if (isCorner(row, column, this.#size)) continue;
        for (let down = -2; down <= 2; down += 1)
          for (let right = -2; right <= 2; right += 1)
            this.#set(row + down, column + right, Math.max(Math.abs(down), Math.abs(right)) !== 1);
      }
  }

  /** Level L and the mask, twice, each with ten bits of correction. */
  #format(): void {
    const said = (0b01 << 3) | MASK;
    let rest = said;
    for (let at = 0; at < 10; at += 1) rest = (rest << 1) ^ ((rest >>> 9) * 0x537);
    const bits = ((said << 10) | rest) ^ 0x5412;
    const bit = (at: number) => ((bits >>> at) & 1) === 1;
    const last = this.#size - 1;
    for (let at = 0; at < 15; at += 1) {
      const row = at < 6 ? at : at < 8 ? at + 1 : 8;
      const column = at < 8 ? 8 : at === 8 ? 7 : 14 - at;
      this.#set(row, column, bit(at));
      if (at < 8) this.#set(8, last - at, bit(at));
      else this.#set(this.#size - 15 + at, 8, bit(at));
    }
    this.#set(this.#size - 8, 8, true);
  }

  #version(version: number): void {
    let rest = version;
    for (let at = 0; at < 12; at += 1) rest = (rest << 1) ^ ((rest >>> 11) * 0x1f25);
    const bits = (version << 12) | rest;
    for (let at = 0; at < 18; at += 1) {
      const [near, far] = [Math.floor(at / 3), this.#size - 11 + (at % 3)];
      this.#set(near, far, ((bits >>> at) & 1) === 1);
      this.#set(far, near, ((bits >>> at) & 1) === 1);
    }
  }

  /** In columns of two from the right, up and down in turn, around what is taken. */
  lay(words: number[]): void {
    let at = 0;
    for (let right = this.#size - 1; right >= 1; right -= 2) {
      if (right === 6) right = 5; // the column of the clock is passed over
      for (let step = 0; step < this.#size; step += 1)
        for (const column of [right, right - 1]) {
          const row = ((right + 1) & 2) === 0 ? this.#size - 1 - step : step;
          if (this.#isTaken[row]?.[column]) continue;
          const bit = ((words[at >>> 3] ?? 0) >>> (7 - (at & 7))) & 1;
          const cells = this.rows[row];
          if (cells) cells[column] = (bit === 1) !== isMasked(row, column);
          at += 1;
        }
    }
  }
}

/** Where the three finders are, there is no alignment. */
function isCorner(row: number, column: number, size: number): boolean {
  const [near, far] = [6, size - 7];
  return (
    (row === near && column === near) || (row === near && column === far) || (row === far && column === near)
  );
}
