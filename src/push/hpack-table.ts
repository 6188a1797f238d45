/** The tables of HPACK: names and values that both sides know by number (RFC 7541 sections 2.3 and 4, Appendix A). */

export interface HeaderField {
  name: string;
  value: string;
}

/** Appendix A, from 1 on. Names without a value stand for the name alone. */
export const staticTable: readonly HeaderField[] = [
  ':authority',
  ':method GET',
  ':method POST',
  ':path /',
  ':path /index.html',
  ':scheme http',
  ':scheme https',
  ...['200', '204', '206', '304', '400', '404', '500'].map((status) => `:status ${status}`),
  'accept-charset',
  'accept-encoding gzip, deflate',
  ...'accept-language accept-ranges accept access-control-allow-origin age allow authorization'.split(' '),
  ...'cache-control content-disposition content-encoding content-language content-length'.split(' '),
  ...'content-location content-range content-type cookie date etag expect expires from host if-match'.split(
    ' ',
  ),
  ...'if-modified-since if-none-match if-range if-unmodified-since last-modified link location'.split(' '),
  ...'max-forwards proxy-authenticate proxy-authorization range referer refresh retry-after server'.split(
    ' ',
  ),
  ...'set-cookie strict-transport-security transfer-encoding user-agent vary via www-authenticate'.split(' '),
].map((line) => {
  const space = line.indexOf(' ');
  return space < 0 ? { name: line, value: '' } : { name: line.slice(0, space), value: line.slice(space + 1) };
});

export const DEFAULT_TABLE_SIZE = 4_096; // bytes, until a setting says otherwise (RFC 9113 section 6.5.2)
const ENTRY_OVERHEAD = 32; // bytes that every entry counts beside its name and value (RFC 7541 section 4.1)

/** What a field counts in a table: bytes of name and value, which are single-byte text here, and the overhead. */
export function sizeOf({ name, value }: HeaderField): number {
  return name.length + value.length + ENTRY_OVERHEAD;
}

/** The entries that came with what was sent before; the oldest fall out when they no longer fit. */
export class DynamicTable {
  #entries: HeaderField[] = []; // oldest first
  #gone = 0; // how many fell out, ever: makes numbers that stay
  #size = 0;
  #most = DEFAULT_TABLE_SIZE;

  /** How many entries were ever added. While it stays, no entry has another number. */
  get added(): number {
    return this.#gone + this.#entries.length;
  }

  get length(): number {
    return this.#entries.length;
  }

  get most(): number {
    return this.#most;
  }

  /** The entry by its number counted from the newest, 0; undefined where there is none. */
  fromNewest(number: number): HeaderField | undefined {
    return this.#entries[this.#entries.length - 1 - number];
  }

  /** The number, counted from the newest, of the entry that was the `nth` to be added; null once it fell out. */
  numberOf(nth: number): number | null {
    return nth >= this.#gone && nth < this.added ? this.added - 1 - nth : null;
  }

  /** Adds a field; one that is larger than the table empties it (section 4.4). Answers the how-manieth it was. */
  add(field: HeaderField): number {
    this.#entries.push(field);
    this.#size += sizeOf(field);
    this.#evict();
    return this.added - 1;
  }

  resize(most: number): void {
    this.#most = most;
    this.#evict();
  }

  #evict(): void {
    while (this.#size > this.#most) {
      const oldest = this.#entries.shift();
      if (!oldest) break;
      this.#size -= sizeOf(oldest);
      this.#gone += 1;
    }
  }
}
