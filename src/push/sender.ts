/**
 * The sender: hands recipients to worker threads that encrypt and post. It knows nothing of alerts or of the store; what
 * it is asked to send it tries within about a minute, and says for each device what came of it.
 */
import { availableParallelism } from 'node:os';
import type { Worker } from 'node:worker_threads';
import { SECOND } from '../kit/clock.ts';
import { openOwnThread } from '../kit/own-module.ts';
import type { Newsroom } from '../newsroom.ts';
import type { Outcome } from './outcome.ts';
import { openOutcomes } from './outcome-pack.ts';
import { pack, type Recipient } from './recipient-pack.ts';
import type { FromWorker, Telling, ToWorker, WorkerSetup } from './sender-worker.ts';

export type { Recipient, Telling };

export interface Sender {
  /** True from the moment it is told to close: what it answers then is not about the devices. */
  readonly closed: boolean;
  /** Tells them all; the answer has one outcome for each, in order. They are packed at once, and may be let go of. */
  send(telling: Telling, recipients: readonly Recipient[]): Promise<Outcome[]>;
  /** Makes tickets for these devices, because an alert is likely soon; answers how many are ready when they are made. */
  prepare(recipients: readonly Recipient[]): Promise<number>;
  /** How many tickets there is room for: `CRIER_TICKETS`. */
  readonly mostTickets: number;
  /** How many tickets are ready. */
  countTickets(): Promise<number>;
  /** Throws away tickets that were not used. */
  forget(): void;
  close(): Promise<void>;
}

export interface SenderParts {
  /** Threads; as many as there are processors unless told, at most four. */
  threads?: number;
  /** A certificate to believe for origins in CRIER_PUSH_SERVICES. For tests; no setting leads here. */
  extraCa?: string;
  /** Milliseconds that an answer is waited for; 20 s unless told. For tests. */
  patience?: number;
}

const PATIENCE = 20 * SECOND; // for an answer; a chunk's lease outlives it
const YOUNG = 6; // MB of what a thread has just made: more is not reused while it is warm, and each thread keeps it
const SPARE = 4; // blocks of recipients that a thread gave back; as many chunks of a push service are under way at once
const MOST_THREADS = 4; // beyond this the push services' own limits, not we, are what holds alerts up

/** Opens the sender; its threads start with the first use. */
export function openSender(newsroom: Newsroom, parts: SenderParts = {}): Sender {
  const size = parts.threads ?? Math.min(availableParallelism(), MOST_THREADS);
  const mostTickets = newsroom.settings.tickets;
  const setup: WorkerSetup = {
    secret: newsroom.keys.secret,
    vapid: newsroom.keys.vapid,
    pushServices: [...newsroom.settings.pushServices],
    mostTickets: Math.ceil(mostTickets / size),
    extraCa: parts.extraCa,
    patience: parts.patience ?? PATIENCE,
  };
  let threads: Thread[] | null = null;
  let closed = false;
  const crew = (): Thread[] => {
    threads ??= Array.from({ length: size }, () => openThread(setup, newsroom));
    return threads;
  };

  return {
    get closed() {
      return closed;
    },
    async send(telling, recipients) {
      if (closed) return recipients.map(() => ({ kind: 'retry', why: 'the newsroom was shut down' }));
      const outcomes = new Array<Outcome>(recipients.length);
      const shares = share(recipients, crew().length);
      // All are packed before anything is waited for: what was handed over may be let go of meanwhile.
      const answering = shares.map((places, index) =>
        places.length === 0 ? [] : (crew()[index] as Thread).send(telling, those(recipients, places)),
      );
      for (const [index, answers] of (await Promise.all(answering)).entries())
        for (const [at, place] of (shares[index] ?? []).entries()) outcomes[place] = answers[at] as Outcome;
      return outcomes;
    },
    mostTickets,
    async prepare(recipients) {
      if (closed || mostTickets === 0) return 0;
      const shares = share(recipients, crew().length);
      const counts = await Promise.all(
        shares.map((places, index) => (crew()[index] as Thread).prepare(those(recipients, places))),
      );
      return counts.reduce((sum, count) => sum + count, 0);
    },
    async countTickets() {
      const counts = await Promise.all((threads ?? []).map((thread) => thread.countTickets()));
      return counts.reduce((sum, count) => sum + count, 0);
    },
    forget() {
      for (const thread of threads ?? []) thread.tell({ what: 'forget' });
    },
    async close() {
      closed = true;
      await Promise.all((threads ?? []).map((thread) => thread.close()));
    },
  };
}

const those = (recipients: readonly Recipient[], places: readonly number[]): Recipient[] =>
  places.map((place) => recipients[place] as Recipient);

/** Which thread has which recipients: by id, so that a ticket is where its device is sent from. */
function share(recipients: readonly Recipient[], threads: number): number[][] {
  const shares: number[][] = Array.from({ length: threads }, () => []);
  for (const [place, { id }] of recipients.entries())
    shares[(id.charCodeAt(id.length - 1) + id.charCodeAt(id.length - 2)) % threads]?.push(place);
  return shares;
}

/** A single device as the sender takes it. */
export function recipientOf(device: {
  id: string;
  origin: string;
  endpoint_sealed: Uint8Array;
  auth_sealed: Uint8Array;
  p256dh: Uint8Array;
  vapid_key_id: string;
}): Recipient {
  return {
    id: device.id,
    origin: device.origin,
    vapidKeyId: device.vapid_key_id,
    bytes: Buffer.concat([device.p256dh, device.auth_sealed, device.endpoint_sealed]),
    at: 0,
    pointLength: device.p256dh.length,
    authLength: device.auth_sealed.length,
    endpointLength: device.endpoint_sealed.length,
  };
}

interface Thread {
  send(telling: Telling, recipients: Recipient[]): Promise<Outcome[]>;
  prepare(recipients: Recipient[]): Promise<number>;
  tell(message: ToWorker): void;
  countTickets(): Promise<number>;
  close(): Promise<void>;
}

interface Job {
  done: (answer: FromWorker) => void;
  /** What is answered should the thread end. */
  lost: FromWorker;
}

function openThread(setup: WorkerSetup, newsroom: Newsroom): Thread {
  const jobs = new Map<number, Job>();
  const spare: ArrayBuffer[] = [];
  let next = 0;
  let worker: Worker | null = null;

  const start = (): Worker => {
    const made = openOwnThread('push/sender-worker', {
      workerData: setup,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
    });
    made.on('message', (answer: FromWorker) => {
      jobs.get(answer.job)?.done(answer);
      jobs.delete(answer.job);
    });
    made.on('error', (error) => newsroom.log.error('sender thread failed', { error }));
    made.on('exit', () => {
      worker = null; // the next sending starts another
      for (const { done, lost } of jobs.values()) done(lost);
      jobs.clear();
    });
    return made;
  };
  const running = (): Worker => {
    worker ??= start();
    return worker;
  };

  const ask = (lost: FromWorker, message: ToWorker, moved: ArrayBuffer[] = []): Promise<FromWorker> =>
    new Promise((done) => {
      jobs.set(lost.job, { done, lost });
      running().postMessage(message, moved);
    });

  return {
    // Neither is `async`: what waits for an answer would hold whom it was asked to tell.
    send(telling, recipients) {
      const job = next++;
      const packed = pack(recipients, spare.pop());
      const many = recipients.length;
      return ask({ job, tickets: 0 }, { what: 'send', job, telling, packed }, [packed.bytes]).then(
        (answer) => {
          if ('packed' in answer) {
            if (spare.length < SPARE) spare.push(answer.block);
            return openOutcomes(answer.packed);
          }
          return Array.from({ length: many }, (): Outcome => ({ kind: 'retry', why: 'the sender stopped' }));
        },
      );
    },
    prepare(recipients) {
      const job = next++;
      const packed = pack(recipients);
      return ask({ job, tickets: 0 }, { what: 'prepare', job, packed }, [packed.bytes]).then(ticketsIn);
    },
    async countTickets() {
      const job = next++;
      return ticketsIn(await ask({ job, tickets: 0 }, { what: 'count', job }));
    },
    tell(message) {
      running().postMessage(message);
    },
    async close() {
      const last = worker;
      if (!last) return;
      await new Promise<void>((resolve) => {
        last.once('exit', () => resolve());
        last.postMessage({ what: 'close' } satisfies ToWorker);
      });
    },
  };
}

const ticketsIn = (answer: FromWorker): number => ('tickets' in answer ? answer.tickets : 0);
