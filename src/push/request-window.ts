/**
 * How many requests may be under way to one push service: additive increase, multiplicative decrease. It narrows when the
 * service asks for less (429, 406, 5xx, time-outs) and when answers take much longer than they could, and widens slowly
 * while all is well; no wider than what keeps the service busy, because what only waits there is memory here.
 */
import { SECOND } from '../kit/clock.ts';

const FIRST = 64; // before anything is known of the service
const WIDEST = 1_000;
const SMOOTH = 1 / 32; // weight of one answer in the recent time of answers
const FORGET = 1 / 2_000; // by which the best time drifts up to today's: a route can become longer for good
const SLACK = 5; // ms beside which no share of the time counts: below it we measure ourselves
const NARROW_EVERY = SECOND; // the answers of one burst are one message
const EASE_EVERY = 100; // ms

export class SenderWindow {
  #size = FIRST;
  #starting = true; // doubles each round trip until first held back
  #best = 0;
  #recent = 0;
  #narrowedAt = 0;
  #easedAt = 0;

  /** Requests that may be under way. */
  get size(): number {
    return this.#size;
  }

  /** An answer that was well, after `took` ms. */
  widen(took: number, now: number): void {
    this.#best = this.#best === 0 ? took : Math.min(took, this.#best + (took - this.#best) * FORGET);
    this.#recent = this.#recent === 0 ? took : this.#recent + (took - this.#recent) * SMOOTH;
    if (this.#recent > this.#best * 3 + SLACK * 2) this.#ease(now);
    else if (this.#recent > this.#best * 1.5 + SLACK) this.#starting = false;
    else this.#size = Math.min(this.#size + (this.#starting ? 1 : 4 / this.#size), WIDEST);
  }

  /** The service asked for less, or gave no answer. */
  narrow(now: number): void {
    if (now - this.#narrowedAt < NARROW_EVERY) return;
    this.#narrowedAt = now;
    this.#starting = false;
    this.#size = Math.max(this.#size / 2, 1);
  }

  #ease(now: number): void {
    this.#starting = false;
    if (now - this.#easedAt < EASE_EVERY) return;
    this.#easedAt = now;
    this.#size = Math.max(this.#size * 0.9, Math.min(this.#size, FIRST / 2));
  }
}
