/**
 * What comes in on a socket, put together until the loop has turned: services answer each request in a record of its own, and to be woken
 * for each costs more than the answer itself. It comes in always in the same bytes: as a stream, each read is a piece of memory of
 * its own and goes through Node's queue.
 */

const READ = 16_384; // bytes: a record of TLS, which is what is read at once
const ROOM = 4 * READ; // for what comes in one turn

export class Inlet {
  #hear: ((bytes: Buffer) => void) | null = null;
  #page = Buffer.allocUnsafeSlow(ROOM);
  /** Takes in what might come while the first is heard. */
  #next = Buffer.allocUnsafeSlow(ROOM);
  #length = 0;
  #isComing = false;

  /** As `net` and `tls` take it when a socket is made. */
  readonly onread = {
    buffer: Buffer.allocUnsafeSlow(READ),
    callback: (length: number, bytes: Uint8Array): boolean => {
      if (this.#length + length > this.#page.length) this.#makeRoom();
      this.#page.set(bytes.subarray(0, length), this.#length);
      this.#length += length;
      if (!this.#isComing && this.#hear) this.#drainSoon();
      return true;
    },
  };

  /** From now on `hear` is handed what comes, also what came before; the bytes are good until it returns. */
  open(hear: (bytes: Buffer) => void): void {
    this.#hear = hear;
    if (this.#length > 0) this.#drainSoon();
  }

  /** Hands over what came, at once: for whoever is to know it before something else. */
  drain(): void {
    if (this.#length === 0 || !this.#hear) return;
    const bytes = this.#page.subarray(0, this.#length);
    [this.#page, this.#next] = [this.#next, this.#page];
    this.#length = 0;
    this.#hear(bytes);
  }

  #makeRoom(): void {
    if (this.#hear) this.drain();
    // A service may speak in the breath in which the handshake ends, before anybody hears it.
    else this.#page = Buffer.concat([this.#page], 2 * this.#page.length);
  }

  #drainSoon(): void {
    this.#isComing = true;
    setImmediate(() => {
      this.#isComing = false;
      this.drain();
    });
  }
}
