/** Which network addresses anyone may serve from. A file of its own, so that threads that only connect load nothing else. */
import ipaddr from 'ipaddr.js';

/** True for an address that anyone on the public internet may serve from; false also for what is no address. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address); // v4-mapped v6 becomes v4
  if (parsed.range() === 'unicast') return true;
  // NAT64 (RFC 6052) carries a v4 address at its end; on such networks every name resolves to one.
  return parsed.range() === 'rfc6052' && isPublicAddress(parsed.toByteArray().slice(-4).join('.'));
}
