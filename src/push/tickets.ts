/**
 * Tickets: the costly half of an encryption, made while an editor still writes, so that at publication only HKDF and
 * AES-GCM are left. Each is used once; all are in memory only and gone when the process ends.
 */
import type { Seal } from '../kit/seal.ts';
import type { Recipient } from './recipient-pack.ts';
import { MARK, type ReadyTicket, TicketSlab } from './ticket-slab.ts';
import { makeTicket } from './web-push.ts';

export type { ReadyTicket };

export interface Tickets {
  /** The ticket of this device, made now if none was ready. It is used up. */
  take(recipient: Recipient): ReadyTicket;
  /**
   * Makes tickets in the background, a few at a time, so that sending is never held up. Resolves when these are made, or
   * when there is no room for more.
   */
  prepare(recipients: readonly Recipient[]): Promise<void>;
  /** How many are ready. */
  count(): number;
  /** Burns all that were not used. */
  forget(): void;
}

const AT_A_TIME = 8; // about 1 ms of work between two looks at the sockets
const REST = 1; // ms between two such bouts: pages are served by the same processors

/** `most`: tickets kept at once; what comes above is encrypted on the spot. */
export function openTickets(seal: Seal, most: number): Tickets {
  const ready = new TicketSlab();
  const waiting: { to: Recipient; done: () => void }[] = [];
  let timer: NodeJS.Timeout | undefined;

  const make = (to: Recipient): ReadyTicket => {
    const endpoint = seal.open('device-endpoint', to.endpointSealed);
    const auth = Buffer.from(seal.open('device-auth', to.authSealed), 'base64url');
    return { ...makeTicket({ p256dh: to.p256dh, auth }), endpoint };
  };
  const some = (): void => {
    for (const { to, done } of waiting.splice(-AT_A_TIME)) {
      if (ready.size < most && !ready.has(to.id)) ready.put(to.id, markOf(to), make(to));
      done();
    }
    timer = waiting.length > 0 ? setTimeout(some, REST) : undefined;
  };

  return {
    take: (to) => ready.take(to.id, markOf(to)) ?? make(to),
    async prepare(recipients) {
      const made = recipients.map((to) => new Promise<void>((done) => waiting.push({ to, done })));
      timer ??= setTimeout(some, REST);
      await Promise.all(made);
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

/** The sealed address's nonce, which follows its first byte: a device that healed since has another. */
function markOf(to: Recipient): Uint8Array {
  return to.endpointSealed.subarray(1, 1 + MARK);
}
