/** Where a request came from, as far as it is counted: never a person, but the network that a person is likely to have. */
import ipaddr from 'ipaddr.js';

/** Leading bits of an address that count as one place. */
export interface NetworkPlace {
  v4: number;
  v6: number;
}

/** One address, or the 64 bits of an IPv6 address that a household has (RFC 6177: never fewer than one /64). */
export const HOUSEHOLD: NetworkPlace = { v4: 32, v6: 64 };
/** Enough to count by, too little to find a person by. */
export const NEIGHBOURHOOD: NetworkPlace = { v4: 24, v6: 48 };
/** What a provider gives to one customer at most, so that nobody has 65,536 households. */
export const SITE: NetworkPlace = { v4: 32, v6: 48 };

/**
 * The network of an address, in hexadecimal with its bits behind (`cb007100/24`): one spelling for each, so that none can
 * be counted twice. Takes what proxies write: a port behind it (Azure's), brackets, a zone. `unknown` for what is no address.
 */
export function networkOf(address: string, place: NetworkPlace = HOUSEHOLD): string {
  const bare = bareAddress(address);
  if (bare === null) return 'unknown';
  const bits = bare.kind() === 'ipv4' ? place.v4 : place.v6;
  const bytes = bare.toByteArray().slice(0, bits / 8);
  return `${Buffer.from(bytes).toString('hex')}/${bits}`;
}

/** The network as a person reads it: `203.0.113.…`, `2001:db8:1:…`. Empty for what is no address. */
export function networkInWords(address: string): string {
  const bare = bareAddress(address);
  if (bare === null) return '';
  const bytes = bare.toByteArray();
  if (bare.kind() === 'ipv4') return `${bytes.slice(0, 3).join('.')}.…`;
  const groups = [0, 2, 4].map((at) => (((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)).toString(16));
  return `${groups.join(':')}:…`;
}

function bareAddress(address: string): ipaddr.IPv4 | ipaddr.IPv6 | null {
  const text = address.trim();
  const inner = /^\[([^\]]*)\](?::\d+)?$/.exec(text)?.[1] ?? /^([\d.]+):\d+$/.exec(text)?.[1] ?? text;
  const bare = inner.replace(/%.*$/, '');
  // An IPv4 address written as IPv6 counts as IPv4. Only whole addresses: `1` and `0x7f.1` are not what proxies write.
  if (!ipaddr.IPv4.isValidFourPartDecimal(bare) && !ipaddr.IPv6.isValid(bare)) return null;
  return ipaddr.process(bare);
}
