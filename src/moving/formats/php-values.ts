/**
 * What PHP's `serialize` wrote, read without running anything: texts, numbers, yes and no, lists and maps. Lengths count bytes.
 * What is not as it says (a length that lies, an object, a cut end) is null: nothing in it can be believed then.
 */

export type PhpValue = string | number | boolean | null | Map<string, PhpValue>;

const DEEPEST = 20; // maps within maps

/** Null for what is no such value; a map keeps the order it was written in. */
export function readPhp(text: string): PhpValue {
  if (!/^(?:[aisbd]:|N;)/.test(text)) return null;
  try {
    const reader = new PhpReader(Buffer.from(text, 'utf8'));
    return reader.value(0);
  } catch (error) {
    if (error instanceof PhpLie) return null;
    throw error;
  }
}

/** A map of texts out of one, with whatever else left away; empty for anything else. */
export function textsOf(value: PhpValue): Map<string, string> {
  const texts = new Map<string, string>();
  if (!(value instanceof Map)) return texts;
  for (const [key, one] of value)
    if (typeof one === 'string' || typeof one === 'number') texts.set(key, String(one));
  return texts;
}

class PhpLie extends Error {}

class PhpReader {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  value(depth: number): PhpValue {
    if (depth > DEEPEST) throw new PhpLie();
    const kind = this.#take(2);
    if (kind === 'N;') return null;
    if (kind === 's:') return this.#text();
    if (kind === 'a:') return this.#map(depth);
    const word = this.#until(';');
    if (kind === 'b:') return word === '1';
    if (kind === 'i:' || kind === 'd:') return Number(word);
    throw new PhpLie();
  }

  #text(): string {
    const length = this.#length();
    this.#expect('"');
    const from = this.#at;
    this.#at += length;
    if (this.#at > this.#bytes.length) throw new PhpLie();
    const text = this.#bytes.subarray(from, this.#at).toString('utf8');
    this.#expect('";');
    return text;
  }

  #map(depth: number): Map<string, PhpValue> {
    const length = this.#length();
    this.#expect('{');
    const map = new Map<string, PhpValue>();
    for (let index = 0; index < length; index += 1) {
      const key = this.value(depth + 1);
      if (typeof key !== 'string' && typeof key !== 'number') throw new PhpLie();
      map.set(String(key), this.value(depth + 1));
    }
    this.#expect('}');
    return map;
  }

  #length(): number {
    const length = Number(this.#until(':'));
    if (!Number.isInteger(length) || length < 0 || length > this.#bytes.length) throw new PhpLie();
    return length;
  }

  #take(count: number): string {
    const text = this.#bytes.toString('latin1', this.#at, this.#at + count);
    this.#at += count;
    return text;
  }

  #until(sign: string): string {
    const end = this.#bytes.indexOf(sign, this.#at);
    if (end === -1) throw new PhpLie();
    const text = this.#bytes.toString('latin1', this.#at, end);
    this.#at = end + 1;
    return text;
  }

  #expect(signs: string): void {
    if (this.#take(signs.length) !== signs) throw new PhpLie();
  }
}
