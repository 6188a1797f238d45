/** Which network addresses anyone may serve from. A file of its own, so that threads that only connect load nothing else. */
import ipaddr from 'ipaddr.js';

// Within 2000::/3 and yet nobody's: documentation (RFC 9637), which the library does not know yet.
const NOT_YET_KNOWN: [ipaddr.IPv6, number] = [new ipaddr.IPv6([0x3fff, 0, 0, 0, 0, 0, 0, 0]), 20];
const GLOBAL: [ipaddr.IPv6, number] = [new ipaddr.IPv6([0x2000, 0, 0, 0, 0, 0, 0, 0]), 3];

/**
 * True for an address that anyone on the public internet may serve from; false also for what is no address. Of IPv6 only
 * what IANA has given out for that (2000::/3, RFC 4291 section 2.4) and what is not set aside in it: an inside address in the
 * dress of IPv4-compatible, 6to4, Teredo, ISATAP or a local translation is none.
 */
export function isPublicAddress(address: string): boolean {
  // IPv4-compatible (RFC 4291, 2.5.5.1) with dots: the library takes it for an IPv4-mapped one, which it is not.
  if (!ipaddr.isValid(address) || /^::[\d.]+$/.test(address)) return false;
  const parsed = ipaddr.process(address); // v4-mapped v6 becomes v4
  if (parsed instanceof ipaddr.IPv4) return parsed.range() === 'unicast';
  const end = () => isPublicAddress(parsed.toByteArray().slice(-4).join('.'));
  // NAT64 (RFC 6052) carries a v4 address at its end; on such networks every name resolves to one.
  if (parsed.range() === 'rfc6052') return end();
  const isGiven = parsed.range() === 'unicast' && parsed.match(GLOBAL);
  if (!isGiven || parsed.match(NOT_YET_KNOWN)) return false;
  return isIsatap(parsed) ? end() : true;
}

/** `…:0:5efe:a.b.c.d` or `…:200:5efe:a.b.c.d` (RFC 5214 section 6.1): a host behind that v4 address. */
function isIsatap(address: ipaddr.IPv6): boolean {
  const [flags, mark] = address.parts.slice(4, 6);
  return mark === 0x5efe && (flags === 0 || flags === 0x0200);
}
