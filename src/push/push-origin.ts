/**
 * All that goes to one push service from one worker: a queue, connections, and a window of requests under way. Origins
 * know nothing of each other.
 */

import { outcomeOf, type PushAnswer } from './answer.ts';
import { openConnection } from './connect.ts';
import { type Connection, failureText, type Reach, type Request } from './connection.ts';
import type { Outcome } from './outcome.ts';
import { SenderWindow } from './request-window.ts';

/** One message on its way. It is encrypted only when there is room to send it. */
export interface Errand {
  make(): Request;
  settle(outcome: Outcome): void;
  /** Not begun after this instant. */
  deadline: number;
  tries: number;
}

const TOGETHER = 32; // requests that are worth a write: it costs as much as several of them, and so does the answer's way back
const LATE = 10; // ms that they wait for each other at the most
const CONNECTIONS = 4; // to one service; more only where its own stream limit holds us back
const TRIES = 3; // when the connection breaks under a request: at once, elsewhere; the service replaces by topic
const MISUNDERSTOOD = 2; // connections that ended because one side did not follow the other: then Node's client takes over
const BARREN = 5; // connections in a row that ended before they answered anything: nobody is at home behind them
const REFUSED_IN_ROW = 20; // refusals (400, 401, 403) without a yes between them: it is about us, and the rest is spared

export class PushOrigin {
  #reach: Reach;
  readonly #patience: number;
  #queue: Errand[] = [];
  #head = 0;
  #connections: Connection[] = [];
  /** Those that take no more, as long as they may owe an answer: a broken one would never give it. */
  #left: { connection: Connection; at: number }[] = [];
  #connecting = false;
  #busy = 0;
  readonly #window = new SenderWindow();
  #refused = 0;
  #misunderstood = 0;
  #barren = 0;
  #pausedUntil = 0;
  #late: NodeJS.Timeout | undefined;

  /** `patience`: milliseconds that an answer is waited for. */
  constructor(reach: Omit<Reach, 'changed'>, patience: number) {
    this.#patience = patience;
    this.#reach = { ...reach, changed: () => this.#pump() };
  }

  get idle(): boolean {
    return this.#busy === 0 && this.#queue.length === this.#head && this.#connections.length === 0;
  }

  add(errands: readonly Errand[]): void {
    for (const errand of errands) this.#queue.push(errand);
    this.#pump();
  }

  /** Called every second: ends what waits too long for an answer, and gives back what cannot begin in time. */
  sweep(): void {
    const now = this.#reach.now();
    for (const connection of this.#connections) connection.sweep(now - this.#patience);
    for (const { connection } of this.#left) connection.sweep(now - this.#patience);
    this.#left = this.#left.filter(({ at }) => at >= now - this.#patience);
    const late = this.#queue.slice(this.#head).filter((errand) => errand.deadline <= now);
    if (late.length > 0) {
      this.#queue = this.#queue.slice(this.#head).filter((errand) => errand.deadline > now);
      this.#head = 0;
      for (const errand of late) errand.settle({ kind: 'retry', why: 'not reached in time' });
    }
    this.#pump();
  }

  close(): void {
    clearTimeout(this.#late);
    for (const connection of this.#connections) connection.close();
    this.#connections = [];
    this.#flush(() => ({ kind: 'retry', why: 'the newsroom was shut down' }));
  }

  #pump(isLate = false): void {
    const wait = this.#pausedUntil - this.#reach.now();
    if (wait > 0) this.#flush(() => ({ kind: 'throttled', status: 429, wait }));
    if (!isLate && !this.#isWorthAWrite()) {
      // What is under way may never be answered: then one by one is what there is.
      this.#late ??= setTimeout(() => {
        this.#late = undefined;
        this.#pump(true);
      }, LATE);
      return;
    }
    while (this.#head < this.#queue.length && this.#busy < this.#window.size) {
      const connection = this.#connections.find((one) => one.usable() && one.room() > 0);
      if (!connection) {
        this.#connect();
        break;
      }
      const errand = this.#queue[this.#head++];
      if (this.#head > 1_000 && this.#head * 2 > this.#queue.length) {
        this.#queue = this.#queue.slice(this.#head);
        this.#head = 0;
      }
      if (errand) this.#start(errand, connection);
    }
  }

  /**
   * While answers are still to come, requests wait until there is room for several: each answer makes room for one. A quarter of
   * what a service takes at once is enough, and the last ones of a queue do not wait.
   */
  #isWorthAWrite(): boolean {
    const waiting = this.#queue.length - this.#head;
    if (this.#busy === 0 || waiting === 0) return true;
    let room = 0;
    for (const one of this.#connections) if (one.usable()) room += Math.max(one.room(), 0);
    const free = Math.min(room, this.#window.size - this.#busy);
    return free >= Math.min(TOGETHER, waiting, (this.#busy + free) / 4) || room === 0;
  }

  #start(errand: Errand, connection: Connection): void {
    this.#busy += 1;
    errand.tries += 1;
    const began = performance.now();
    connection.send(errand.make(), (answer) => {
      this.#busy -= 1;
      if ('status' in answer) this.#barren = 0;
      if ('failed' in answer && answer.again && errand.tries < TRIES) this.#queue.push(errand);
      else this.#settle(errand, answer, performance.now() - began);
    });
  }

  #settle(errand: Errand, answer: PushAnswer, took: number): void {
    const now = this.#reach.now();
    const outcome = outcomeOf(answer, now);
    if (outcome.kind === 'accepted') {
      this.#refused = 0;
      this.#window.widen(took, now);
    } else if (outcome.kind === 'throttled') {
      this.#window.narrow(now);
      this.#pausedUntil = Math.max(this.#pausedUntil, now + outcome.wait);
    } else if (outcome.kind === 'retry') this.#window.narrow(now);
    errand.settle(outcome);
    if (outcome.kind === 'quarantined' && [400, 401, 403].includes(outcome.status)) this.#refuse(outcome);
  }

  /** Many in a row are not about the devices: the others keep their turn for when the service believes us again. */
  #refuse({ status, why }: Extract<Outcome, { kind: 'quarantined' }>): void {
    this.#refused += 1;
    if (this.#refused < REFUSED_IN_ROW) return;
    this.#refused = 0;
    this.#flush(() => ({ kind: 'distrusted', status, why }));
  }

  #connect(): void {
    const over = this.#connections.filter((one) => !one.usable());
    this.#misunderstood += over.filter((one) => one.misunderstood).length;
    this.#barren += over.length;
    for (const connection of over) this.#left.push({ connection, at: this.#reach.now() });
    this.#connections = this.#connections.filter((one) => one.usable());
    if (this.#barren >= BARREN) {
      this.#barren = 0;
      this.#flush(() => ({ kind: 'retry', why: 'it ends every connection at once' }));
      return;
    }
    if (this.#connecting || this.#connections.length >= CONNECTIONS) return;
    if (this.#connections.some((one) => !one.multiplies)) return;
    this.#connecting = true;
    openConnection(this.#reach, { useNode: this.#misunderstood >= MISUNDERSTOOD }).then(
      (connection) => {
        this.#connecting = false;
        this.#connections.push(connection);
        this.#pump();
      },
      (error: unknown) => {
        this.#connecting = false;
        if (this.#connections.some((one) => one.usable())) return;
        const why = failureText(error);
        this.#flush(() => ({ kind: 'retry', why }));
      },
    );
  }

  #flush(outcome: () => Outcome): void {
    const waiting = this.#queue.slice(this.#head);
    this.#queue = [];
    this.#head = 0;
    for (const errand of waiting) errand.settle(outcome());
  }
}
