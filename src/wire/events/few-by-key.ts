/** Few things under each of very many keys. Most keys have one, which then stands by itself: a list of one takes as much room as it does. */
export class FewByKey<Value extends object> {
  #held = new Map<number, Value | Value[]>();

  at(key: number): readonly Value[] {
    const held = this.#held.get(key);
    if (held === undefined) return NONE;
    return Array.isArray(held) ? held : [held];
  }

  put(key: number, value: Value): void {
    const held = this.#held.get(key);
    if (Array.isArray(held)) held.push(value);
    else this.#held.set(key, held === undefined ? value : [held, value]);
  }

  remove(key: number, value: Value): void {
    const held = this.#held.get(key);
    if (Array.isArray(held)) {
      const left = held.filter((other) => other !== value);
      this.#held.set(key, left.length === 1 && left[0] ? left[0] : left);
    } else if (held === value) this.#held.delete(key);
  }
}

const NONE: never[] = [];
