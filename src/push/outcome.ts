/** What came of one message to one device. */

/** What a push service answered for one device; outside failures are values. */
export type Outcome =
  /** `ms`: how long it took from being handed to the sender to the service's yes. */
  | { kind: 'accepted'; ms?: number }
  /** 404 or 410: the browser has let go of this subscription. */
  | { kind: 'gone'; status: number }
  /** Told to wait (429, 406, 503 with a time): nothing is wrong, not now. */
  | { kind: 'throttled'; status: number; wait: number }
  /** The service will not have this one message or this one device (400, 401, 403, and what we do not know). */
  | { kind: 'quarantined'; status: number; why: string }
  /** The device subscribed with a key that its service no longer takes from us: it has to subscribe anew. */
  | { kind: 'stale'; status: number; why: string }
  /** 400, 401 or 403 in number: our signature is not believed. Nothing is wrong with the device. */
  | { kind: 'distrusted'; status: number; why: string }
  /** No answer, or one that says nothing about the device (5xx, resets, time-outs). */
  | { kind: 'retry'; why: string }
  /** Not sent: the device left, or the alert was stopped or too old. */
  | { kind: 'dropped'; why?: string };
