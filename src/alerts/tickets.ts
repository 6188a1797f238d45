/**
 * Tickets: the costly half of an encryption, made while an editor still writes, so that at publication only HKDF and
 * AES-GCM are left. Each is used once; all are in memory only and gone when the process ends.
 */
import type { Seal } from '../kit/seal.ts';
import type { Recipient } from './sender-pack.ts';
import { makeTicket, type Ticket } from './web-push.ts';

export interface ReadyTicket extends Ticket {
  endpoint: string;
}

export interface Tickets {
  /** The ticket of this device, made now if none was ready. It is used up. */
  take(recipient: Recipient): ReadyTicket;
  /** Makes tickets in the background, a few at a time, so that sending is never held up. */
  prepare(recipients: readonly Recipient[]): void;
  /** How many are ready. */
  count(): number;
  /** Burns all that were not used. */
  forget(): void;
}

const MOST = 500_000; // tickets in one worker: about 300 bytes each, 150 MB
const AT_A_TIME = 16; // about 2 ms of work between two looks at the sockets

export function openTickets(seal: Seal): Tickets {
  const ready = new Map<string, ReadyTicket>();
  let waiting: Recipient[] = [];
  let working = false;

  const make = (to: Recipient): ReadyTicket => {
    const endpoint = seal.open('device-endpoint', to.endpointSealed);
    const auth = Buffer.from(seal.open('device-auth', to.authSealed), 'base64url');
    return { ...makeTicket({ p256dh: to.p256dh, auth }), endpoint };
  };
  const nameOf = (to: Recipient) =>
    `${to.id} ${Buffer.from(to.endpointSealed.subarray(1, 13)).toString('latin1')}`;
  const some = (): void => {
    for (const to of waiting.splice(-AT_A_TIME)) {
      const name = nameOf(to);
      if (ready.size < MOST && !ready.has(name)) ready.set(name, make(to));
    }
    working = waiting.length > 0;
    if (working) setImmediate(some);
  };

  return {
    take(to) {
      const name = nameOf(to); // with the seal's own nonce: a device that healed since does not get an old address
      const ticket = ready.get(name);
      if (!ticket) return make(to);
      ready.delete(name);
      return ticket;
    },
    prepare(recipients) {
      waiting = waiting.concat(recipients).slice(0, MOST);
      if (working) return;
      working = true;
      setImmediate(some);
    },
    count: () => ready.size,
    forget() {
      ready.clear();
      waiting = [];
    },
  };
}
