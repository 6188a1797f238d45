/** A worker thread of the sender: opens what was sealed, encrypts, and owns the sockets. Talks to sender.ts in messages. */
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { SECOND, systemClock } from '../kit/clock.ts';
import type { VapidKey } from '../kit/keys.ts';
import { makeSeal } from '../kit/seal.ts';
import { type CommonHeaders, commonHeaders, type Request } from './connection.ts';
import type { RequestBody } from './http2-stream.ts';
import type { Outcome } from './outcome.ts';
import { OutcomePack, type PackedOutcomes } from './outcome-pack.ts';
import { type Errand, PushOrigin } from './push-origin.ts';
import { isTrusted } from './push-services.ts';
import { type RecipientBlock, Recipients } from './recipient-pack.ts';
import { openTickets, type Tickets } from './tickets.ts';
import { openVapidSigner, type VapidSigner } from './vapid.ts';
import { RecordSealer, recordOf, sealedLength, type Ticket } from './web-push.ts';

/** What all devices of one sending are told. */
export interface Telling {
  payload: string;
  /** 32 characters that push services may see. */
  topic: string;
  /** Seconds that the service keeps trying. */
  ttl: number;
  urgency: string;
  /** Whom the service may write to. */
  contact: string | null;
}

export interface WorkerSetup {
  secret: Uint8Array;
  vapid: VapidKey[];
  pushServices: string[];
  /** How many tickets this thread may keep. */
  mostTickets: number;
  /** PEM; set by tests only, there is no setting for it. */
  extraCa: string | undefined;
  /** Milliseconds that an answer is waited for. */
  patience: number;
}

export type ToWorker =
  | { what: 'send'; job: number; telling: Telling; packed: RecipientBlock }
  | { what: 'prepare'; job: number; packed: RecipientBlock }
  | { what: 'count'; job: number }
  | { what: 'forget' }
  | { what: 'close' };

/**
 * In the order of the recipients, with the block that they came in, for others: left here, it would be freed only when all that is old is
 * looked through. Or the number of tickets that are ready.
 */
export type FromWorker =
  | { job: number; packed: PackedOutcomes; block: ArrayBuffer }
  | { job: number; tickets: number };

const JOB_TIME = 30 * SECOND; // what has not begun by then is given back, so that a lease outlives its sending

/** What is kept between two sendings. */
class Outbox {
  readonly #setup: WorkerSetup;
  readonly #origins = new Map<string, PushOrigin>();
  readonly #signers = new Map<string | null, VapidSigner>();
  readonly tickets: Tickets;
  readonly sealer = new RecordSealer();

  constructor(setup: WorkerSetup) {
    this.#setup = setup;
    this.tickets = openTickets(makeSeal(setup.secret), setup.mostTickets);
  }

  origin(name: string): PushOrigin {
    const had = this.#origins.get(name);
    if (had) return had;
    const trusted = isTrusted(name, this.#setup.pushServices);
    const reach = { origin: name, trusted, extraCa: this.#setup.extraCa, now: () => systemClock.now() };
    const made = new PushOrigin(reach, this.#setup.patience);
    this.#origins.set(name, made);
    return made;
  }

  signer(contact: string | null): VapidSigner {
    const signer = this.#signers.get(contact) ?? openVapidSigner(this.#setup.vapid, contact, systemClock);
    this.#signers.set(contact, signer);
    return signer;
  }

  sweep(): void {
    for (const [name, origin] of this.#origins) {
      origin.sweep();
      if (origin.idle) this.#origins.delete(name);
    }
  }

  close(): void {
    this.tickets.forget();
    for (const origin of this.#origins.values()) origin.close();
  }
}

function work(port: MessagePort, setup: WorkerSetup): void {
  const desk = new Outbox(setup);
  const sweeper = setInterval(() => desk.sweep(), SECOND);
  const counted = (job: number) =>
    port.postMessage({ job, tickets: desk.tickets.count() } satisfies FromWorker);
  port.on('message', (message: ToWorker) => {
    if (message.what === 'send') {
      const { job, telling, packed: recipients } = message;
      send(desk, telling, new Recipients(recipients), (packed) => {
        const block = recipients.bytes;
        port.postMessage({ job, packed, block } satisfies FromWorker, [packed.ms.buffer, block]);
      });
    } else if (message.what === 'prepare')
      void desk.tickets.prepare(new Recipients(message.packed)).then(() => counted(message.job));
    else if (message.what === 'count') counted(message.job);
    else if (message.what === 'forget') desk.tickets.forget();
    else {
      clearInterval(sweeper);
      desk.close();
      port.close();
    }
  });
}

function send(
  desk: Outbox,
  telling: Telling,
  recipients: Recipients,
  done: (outcomes: PackedOutcomes) => void,
): void {
  const mailing = new Mailing(desk, { record: recordOf(Buffer.from(telling.payload)), recipients, done });
  const common = commonOf(desk, telling, sealedLength(mailing.record));
  const errands = new Map<string, Errand[]>();
  for (let place = 0; place < recipients.size; place += 1) {
    const origin = recipients.origin(place);
    const shared = common(origin, recipients.vapidKeyId(place));
    if (shared === null) {
      mailing.settle(place, { kind: 'quarantined', status: 0, why: 'its VAPID key is gone' });
      continue;
    }
    const list = errands.get(origin) ?? [];
    errands.set(origin, list);
    list.push(new OneOfMailing(mailing, place, shared));
  }
  for (const [origin, list] of errands) desk.origin(origin).add(list);
}

interface MailingOrder {
  record: Buffer;
  recipients: Recipients;
  done: (outcomes: PackedOutcomes) => void;
}

/** One telling to many devices, until each has its outcome. */
class Mailing {
  readonly record: Buffer;
  readonly recipients: Recipients;
  readonly desk: Outbox;
  readonly deadline: number;
  readonly #began = systemClock.now();
  readonly #outcomes: OutcomePack;
  readonly #done: MailingOrder['done'];

  constructor(desk: Outbox, order: MailingOrder) {
    this.desk = desk;
    this.record = order.record;
    this.recipients = order.recipients;
    this.deadline = this.#began + JOB_TIME;
    this.#outcomes = new OutcomePack(order.recipients.size);
    this.#done = order.done;
  }

  settle(place: number, outcome: Outcome): void {
    const ms = outcome.kind === 'accepted' ? systemClock.now() - this.#began : 0;
    this.#outcomes.put(place, outcome, ms);
    if (this.#outcomes.isWhole) this.#done(this.#outcomes.packed);
  }
}

class OneOfMailing implements Errand {
  tries = 0;
  readonly #mailing: Mailing;
  readonly #place: number;
  readonly #common: CommonHeaders;

  constructor(mailing: Mailing, place: number, common: CommonHeaders) {
    this.#mailing = mailing;
    this.#place = place;
    this.#common = common;
  }

  get deadline(): number {
    return this.#mailing.deadline;
  }

  make(): Request {
    const { desk, recipients, record } = this.#mailing;
    const ticket = desk.tickets.take(recipients, this.#place);
    return { path: ticket.path, common: this.#common, body: new SealedBody(desk.sealer, ticket, record) };
  }

  settle(outcome: Outcome): void {
    this.#mailing.settle(this.#place, outcome);
  }
}

/** The record, sealed where its bytes leave from. */
class SealedBody implements RequestBody {
  readonly length: number;
  readonly #sealer: RecordSealer;
  readonly #ticket: Ticket;
  readonly #record: Buffer;

  constructor(sealer: RecordSealer, ticket: Ticket, record: Buffer) {
    this.length = sealedLength(record);
    this.#sealer = sealer;
    this.#ticket = ticket;
    this.#record = record;
  }

  put(into: Buffer, at: number): void {
    this.#sealer.seal(into, at, { ticket: this.#ticket, record: this.#record });
  }
}

/** The same object for all requests of one telling to one service with one key: their headers are worked out once. */
function commonOf(
  desk: Outbox,
  telling: Telling,
  length: number,
): (origin: string, vapidKeyId: string) => CommonHeaders | null {
  const signer = desk.signer(telling.contact);
  const made = new Map<string, CommonHeaders | null>();
  return (origin, vapidKeyId) => {
    const name = `${origin} ${vapidKeyId}`;
    const known = made.get(name);
    if (known !== undefined) return known;
    const proof = signer.header(origin, vapidKeyId);
    const common = proof === null ? null : commonHeaders(origin, headersFor(telling, proof, length));
    made.set(name, common);
    return common;
  };
}

function headersFor(telling: Telling, proof: string, length: number): Record<string, string> {
  return {
    authorization: proof,
    ttl: String(telling.ttl),
    urgency: telling.urgency,
    topic: telling.topic,
    'content-encoding': 'aes128gcm',
    'content-type': 'application/octet-stream',
    'content-length': String(length),
  };
}

if (parentPort) work(parentPort, workerData as WorkerSetup);
