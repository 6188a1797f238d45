/** What CRIER_PROXY says: how many proxies a request comes through, or from which networks. */
import ipaddr from 'ipaddr.js';

const NAMED_NETWORKS = ['loopback', 'linklocal', 'uniquelocal']; // as proxy-addr knows them
export function isProxies(text: string): boolean {
  if (/^(yes|no|[0-9])$/.test(text)) return true;
  const networks = text.split(/[\s,]+/).filter((part) => part !== '');
  const isAddress = (part = '') => ipaddr.IPv4.isValidFourPartDecimal(part) || ipaddr.IPv6.isValid(part);
  const isNetwork = (part: string) =>
    NAMED_NETWORKS.includes(part) ||
    (isAddress(part.split('/')[0]) && (!part.includes('/') || ipaddr.isValidCIDR(part)));
  return networks.length > 0 && networks.every(isNetwork);
}

export function proxiesIn(text: string): number | string[] {
  if (text === 'no') return 0;
  if (text === 'yes') return 1;
  return /^[0-9]$/.test(text) ? Number(text) : text.split(/[\s,]+/).filter((part) => part !== '');
}
