/**
 * A small pool of worker threads for work that would hold the loop: reading what a stranger sent. A job names a module
 * and a function of it; what the function takes and gives is copied. A job that takes too long, or too much memory, ends
 * with its thread and is a value, never an exception: it is the outside's doing.
 */
import { availableParallelism } from 'node:os';
import type { Worker } from 'node:worker_threads';
import { SECOND } from './clock.ts';
import { openOwnThread } from './own-module.ts';

export interface Job {
  /** `ownModule('room/file')`: the module that exports `work`; tools/build-server.mjs has them in a list. */
  module: URL;
  /** An exported function of one argument. */
  work: string;
  /** Copied into the thread (structured clone). */
  argument: unknown;
  /** Milliseconds; after that the thread is ended. */
  ms: number;
  /**
   * It takes milliseconds as a rule, and comes in crowds: a thread is handed several, so that it goes on while this one is busy. One
   * that is handed over behind another that never ends begins anew elsewhere when that one is ended.
   */
  isShort?: true;
}

export type JobAnswer<Answer> =
  | { ok: true; value: Answer }
  /** `broken`: the function threw, which is a bug of ours met with this argument; `words` say what. */
  | { ok: false; why: 'too-long' | 'too-much' | 'broken' | 'closed'; words: string };

export interface Threads {
  run<Answer>(job: Job): Promise<JobAnswer<Answer>>;
  close(): Promise<void>;
}

export interface ThreadLimits {
  /** Threads at most. */
  most: number;
  /** Megabytes of JavaScript heap in one thread. */
  heapMb: number;
  /** Milliseconds after which an idle thread ends and gives its memory back. */
  idleMs: number;
}

const LIMITS: ThreadLimits = {
  most: Math.max(1, Math.min(availableParallelism() - 1, 4)), // one processor stays with the pages
  heapMb: 384, // the largest feed known takes a fifth of it
  idleMs: 60 * SECOND,
};

interface Waiting {
  job: Job;
  settle: (answer: JobAnswer<never>) => void;
}

const HANDED = 8; // short jobs with one thread; it reads them while a transaction of some items is written

interface Thread {
  worker: Worker;
  /** What it was handed, the one that it is at first. */
  under: Waiting[];
  timer: NodeJS.Timeout | undefined;
}

/** Opens the pool; its threads start when they are first needed. */
export function openThreads(limits: Partial<ThreadLimits> = {}): Threads {
  const pool = new Pool({ ...LIMITS, ...limits });
  return { run: (job) => pool.run(job), close: () => pool.close() };
}

class Pool {
  readonly #limits: ThreadLimits;
  readonly #threads = new Set<Thread>();
  readonly #queue: Waiting[] = [];
  #closed = false;

  constructor(limits: ThreadLimits) {
    this.#limits = limits;
  }

  run<Answer>(job: Job): Promise<JobAnswer<Answer>> {
    return new Promise((settle) => {
      if (this.#closed) settle({ ok: false, why: 'closed', words: 'The newsroom is closing.' });
      else {
        this.#queue.push({ job, settle });
        this.#next();
      }
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    const words = 'The newsroom is closing.';
    for (const { settle } of this.#queue.splice(0)) settle({ ok: false, why: 'closed', words });
    await Promise.all([...this.#threads].map((thread) => this.#end(thread, { why: 'closed', words })));
  }

  #next(): void {
    for (let [waiting] = this.#queue; waiting; [waiting] = this.#queue) {
      const thread = this.#idle() ?? this.#open() ?? (waiting.job.isShort ? this.#leastBusy() : null);
      if (!thread) return;
      this.#queue.shift();
      this.#give(thread, waiting);
    }
  }

  #idle(): Thread | undefined {
    return [...this.#threads].find(({ under }) => under.length === 0);
  }

  /** Of those that are at short jobs alone: behind another nothing is handed over. */
  #leastBusy(): Thread | null {
    const all = [...this.#threads].filter(
      ({ under }) => under.length < HANDED && under.every(({ job }) => job.isShort),
    );
    return all.sort((one, other) => one.under.length - other.under.length)[0] ?? null;
  }

  #open(): Thread | null {
    if (this.#threads.size >= this.#limits.most) return null;
    const limits = { resourceLimits: { maxOldGenerationSizeMb: this.#limits.heapMb } };
    const worker = openOwnThread('kit/thread-worker', limits);
    const thread: Thread = { worker, under: [], timer: undefined };
    worker.unref();
    worker.on('message', (answer: JobAnswer<never>) => this.#took(thread, answer));
    worker.on('error', (error: NodeJS.ErrnoException) => {
      const isMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      const words = isMemory ? 'It takes more memory than it is given.' : String(error);
      void this.#end(thread, { why: isMemory ? 'too-much' : 'broken', words });
    });
    worker.on('exit', () => void this.#end(thread, { why: 'broken', words: 'The thread ended.' }));
    this.#threads.add(thread);
    return thread;
  }

  #give(thread: Thread, waiting: Waiting): void {
    const { module, work, argument } = waiting.job;
    thread.under.push(waiting);
    if (thread.under.length === 1) this.#begin(thread, waiting.job);
    thread.worker.postMessage({ module: module.href, work, argument });
  }

  /** Its time counts from here. */
  #begin(thread: Thread, { ms }: Job): void {
    clearTimeout(thread.timer);
    thread.worker.ref();
    thread.timer = setTimeout(() => {
      const words = `It was not done within ${Math.round(ms / 100) / 10} seconds.`;
      void this.#end(thread, { why: 'too-long', words });
    }, ms);
  }

  #took(thread: Thread, answer: JobAnswer<never>): void {
    const done = thread.under.shift();
    const [next] = thread.under;
    if (next) this.#begin(thread, next.job);
    else this.#rest(thread);
    done?.settle(answer);
    this.#next();
  }

  #rest(thread: Thread): void {
    clearTimeout(thread.timer);
    thread.worker.unref();
    thread.timer = setTimeout(
      () => void this.#end(thread, { why: 'closed', words: '' }),
      this.#limits.idleMs,
    );
    thread.timer.unref();
  }

  async #end(thread: Thread, end: { why: 'too-long' | 'too-much' | 'broken' | 'closed'; words: string }) {
    if (!this.#threads.delete(thread)) return;
    clearTimeout(thread.timer);
    const [at, ...behind] = thread.under.splice(0);
    at?.settle({ ok: false, ...end });
    if (this.#closed) for (const { settle } of behind) settle({ ok: false, ...end });
    else this.#queue.unshift(...behind);
    if (!this.#closed) this.#next();
    await thread.worker.terminate();
  }
}
