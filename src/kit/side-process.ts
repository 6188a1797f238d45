/**
 * Helpers: processes of their own for work on what a stranger sent whose memory the newsroom must not share, and whose crash it must
 * survive: decoders that are not written in JavaScript. One is started when there is something to do, works for one at a time, ends
 * when it is stuck or has nothing to do, and knows no setting and no secret of the newsroom.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { setPriority, tmpdir } from 'node:os';
import type { Writable } from 'node:stream';
import { SECOND } from './clock.ts';
import { ownProcess } from './own-module.ts';
import { Refusal } from './refusal.ts';
import type { HelperQuestion, HelperReply } from './side-work.ts';

export interface Ask {
  question: HelperQuestion;
  /** Handed over beside the question, without a copy. */
  bytes?: Uint8Array;
  /** Milliseconds; then the helper is ended. */
  ms: number;
  /** What is made on the way; the helper goes on once it is kept. */
  keep?: (name: string, bytes: Uint8Array) => Promise<void>;
}

/** `broken`: it threw, or its process ended over it. A refusal is thrown as one. */
export type HelperAnswer<Answer> =
  | { ok: true; value: Answer }
  | { ok: false; why: 'too-long' | 'broken' | 'closed'; words: string };

export interface Helper {
  ask<Answer>(ask: Ask): Promise<HelperAnswer<Answer>>;
}

export interface Helpers {
  /** Does the work with a helper that is nobody else's meanwhile, when one is free. It is started at the first question. */
  hire<T>(work: (helper: Helper) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface HelperLimits {
  /** Processes at most. */
  most: number;
  /** Milliseconds after which an idle one ends and gives its memory back. */
  idleMs: number;
}

const LIMITS: HelperLimits = { most: 2, idleMs: 30 * SECOND };
const BEHIND = 4; // of 19: pages come first
const NODE = ['--max-old-space-size=96', '--max-semi-space-size=2', '--expose-gc']; // what is large in it is no JavaScript: V8 does not see how much hangs on what it keeps
/** glibc gives back what decoders let go: few arenas, and large pieces mapped by themselves. It reads these at a start alone. */
const ENVIRONMENT = { MALLOC_ARENA_MAX: '2', MALLOC_MMAP_THRESHOLD_: '131072', UV_THREADPOOL_SIZE: '2' };

/** `module`: `ownModule('room/file')`, which calls `serveHelper`. */
export function openHelpers(module: URL, limits: Partial<HelperLimits> = {}): Helpers {
  return new Crew(module, { ...LIMITS, ...limits });
}

class Crew implements Helpers {
  readonly #module: URL;
  readonly #limits: HelperLimits;
  readonly #free: OneHelper[] = [];
  readonly #waiting: (() => void)[] = [];
  readonly #all = new Set<OneHelper>();
  #hired = 0;

  constructor(module: URL, limits: HelperLimits) {
    this.#module = module;
    this.#limits = limits;
  }

  async hire<T>(work: (helper: Helper) => Promise<T>): Promise<T> {
    if (this.#hired >= this.#limits.most) await new Promise<void>((begin) => this.#waiting.push(begin));
    else this.#hired += 1;
    const helper = this.#free.pop() ?? this.#new();
    try {
      return await work(helper);
    } finally {
      helper.rest(this.#limits.idleMs);
      this.#free.push(helper);
      const next = this.#waiting.shift();
      if (next) next();
      else this.#hired -= 1;
    }
  }

  #new(): OneHelper {
    const helper = new OneHelper(this.#module);
    this.#all.add(helper);
    return helper;
  }

  async close(): Promise<void> {
    await Promise.all([...this.#all].map((helper) => helper.close()));
  }
}

interface UnderWay {
  keep: Ask['keep'];
  settle: (answer: HelperAnswer<never>) => void;
  fail: (error: unknown) => void;
}

class OneHelper implements Helper {
  readonly #module: URL;
  #process: ChildProcess | null = null;
  #under: UnderWay | null = null;
  #idle: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(module: URL) {
    this.#module = module;
  }

  async ask<Answer>({ question, bytes, ms, keep }: Ask): Promise<HelperAnswer<Answer>> {
    if (this.#isClosed) return { ok: false, why: 'closed', words: 'The newsroom is closing.' };
    clearTimeout(this.#idle);
    const child = this.#process ?? this.#start();
    let timer: NodeJS.Timeout | undefined;
    try {
      return await new Promise<HelperAnswer<Answer>>((settle, fail) => {
        this.#under = { keep, settle, fail };
        timer = setTimeout(() => {
          const words = `It was not done within ${Math.round(ms / SECOND)} seconds.`;
          this.#end({ ok: false, why: 'too-long', words });
        }, ms);
        hold(child);
        child.send({ ...question, size: bytes?.byteLength ?? 0 });
        if (bytes) child.stdin?.write(bytes);
      });
    } finally {
      clearTimeout(timer);
      this.#under = null;
      if (this.#process) letGo(this.#process);
    }
  }

  /** Nobody asks it any more: it ends by itself unless it is asked again. */
  rest(ms: number): void {
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => this.#end(null), ms);
    this.#idle.unref();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#idle);
    const child = this.#process;
    if (!child) return;
    const gone = new Promise((done) => child.once('exit', done));
    hold(child);
    this.#end({ ok: false, why: 'closed', words: 'The newsroom is closing.' });
    await gone;
  }

  #start(): ChildProcess {
    const { path, flags } = ownProcess(this.#module);
    const child = fork(path, [], {
      execArgv: [...NODE, ...flags],
      env: { ...ENVIRONMENT, TMPDIR: tmpdir() }, // nothing else: no setting of the newsroom's
      serialization: 'advanced',
      stdio: ['pipe', 'ignore', 'inherit', 'ipc'],
    });
    this.#process = child;
    child.on('message', (reply: HelperReply) => void this.#took(child, reply));
    child.on('exit', () => this.#gone(child, 'Its process ended.'));
    child.on('error', (error) => this.#gone(child, String(error)));
    child.stdin?.on('error', () => {}); // it ended while it was written to: `exit` says so
    putBehind(child.pid);
    return child;
  }

  async #took(child: ChildProcess, reply: HelperReply): Promise<void> {
    const under = this.#under;
    if (child !== this.#process || !under) return;
    if (reply.kind === 'done') under.settle({ ok: true, value: reply.value as never });
    else if (reply.kind === 'refused')
      under.fail(new Refusal(reply.code, { words: reply.words, fields: reply.fields }));
    else if (reply.kind === 'broken') under.settle({ ok: false, why: 'broken', words: reply.words });
    else
      try {
        await under.keep?.(reply.name, reply.bytes);
        if (child === this.#process) child.send({ kept: true });
      } catch (error) {
        // What is made cannot be kept, a full disk say: the rest is not made.
        this.#end(null);
        under.fail(error);
      }
  }

  #gone(child: ChildProcess, words: string): void {
    if (child !== this.#process) return;
    this.#process = null;
    this.#under?.settle({ ok: false, why: 'broken', words });
  }

  /** Ends its process; the next question starts another. */
  #end(answer: HelperAnswer<never> | null): void {
    const child = this.#process;
    this.#process = null;
    child?.kill('SIGKILL');
    if (answer) this.#under?.settle(answer);
  }
}

/** The newsroom does not end while it is asked something, and is not kept from ending by one that idles. */
function hold(child: ChildProcess): void {
  child.ref();
  child.channel?.ref();
}

function letGo(child: ChildProcess): void {
  child.unref();
  child.channel?.unref();
  (child.stdin as (Writable & { unref?: () => void }) | null)?.unref?.();
}

function putBehind(pid: number | undefined): void {
  try {
    if (pid !== undefined) setPriority(pid, BEHIND);
  } catch {
    // Some systems do not let a process step back; it works all the same.
  }
}
