/**
 * Tickets: the costly half of an encryption, made while an editor still writes, so that at publication only HKDF and
 * AES-GCM are left. Each is used once; all are in memory only and gone when the process ends.
 */
import type { Seal } from '../kit/seal.ts';
import type { Recipients } from './recipient-pack.ts';
import { type ReadyTicket, TicketSlab } from './ticket-slab.ts';
import { KEY_ID, makeTicket, SUM } from './web-push.ts';

export interface Tickets {
  /** The ticket of this device, made now if none was ready. It is used up, and good until the next is taken. */
  take(recipients: Recipients, place: number): ReadyTicket;
  /**
   * Makes tickets in the background, a few at a time, so that sending is never held up. Resolves when these are made, or
   * when there is no room for more.
   */
  prepare(recipients: Recipients): Promise<void>;
  /** How many are ready. */
  count(): number;
  /** Burns all that were not used. */
  forget(): void;
}

const AT_A_TIME = 8; // about 1 ms of work between two looks at the sockets
const REST = 1; // ms between two such bouts: pages are served by the same processors

/** `most`: tickets kept at once; what comes above is encrypted on the spot. */
export function openTickets(seal: Seal, most: number): Tickets {
  const ready = new TicketSlab(most);
  const waiting: { recipients: Recipients; next: number; done: () => void }[] = [];
  const taken: ReadyTicket = { publicKey: Buffer.alloc(KEY_ID), ikm: Buffer.alloc(SUM), path: '' };
  let timer: NodeJS.Timeout | undefined;

  const make = (recipients: Recipients, place: number): ReadyTicket => {
    const to = recipients.at(place);
    const endpoint = seal.open('device-endpoint', to.endpointSealed);
    const auth = Buffer.from(seal.open('device-auth', to.authSealed), 'base64url');
    return { ...makeTicket({ p256dh: to.p256dh, auth }), path: endpoint.slice(to.origin.length) };
  };
  const some = (): void => {
    for (let made = 0; made < AT_A_TIME; ) {
      const page = waiting[0];
      if (!page) break;
      const { recipients, next } = page;
      if (next === recipients.size || ready.size >= most) {
        waiting.shift();
        page.done();
        continue;
      }
      page.next += 1;
      const mark = recipients.markAt(next);
      if (ready.has(recipients.bytes, mark)) continue;
      ready.put(recipients.bytes, mark, make(recipients, next));
      made += 1;
    }
    timer = waiting.length > 0 ? setTimeout(some, REST) : undefined;
  };

  return {
    take: (recipients, place) =>
      ready.take(recipients.bytes, recipients.markAt(place), taken) ? taken : make(recipients, place),
    prepare(recipients) {
      return new Promise<void>((done) => {
        waiting.push({ recipients, next: 0, done });
        timer ??= setTimeout(some, REST);
      });
    },
    count: () => ready.size,
    forget() {
      clearTimeout(timer);
      timer = undefined;
      for (const { done } of waiting.splice(0)) done();
      ready.clear();
    },
  };
}
