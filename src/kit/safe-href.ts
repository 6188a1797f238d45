/** Addresses that a reader may be sent to. */
import { plainLink } from './plain-link.ts';

const SCHEMES = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/** The address if a reader may be sent there, in its normal form; null for a script, a relative one without base, … */
export function safeHref(href: string, base?: string | null): string | null {
  const text = href.trim();
  const parsed = URL.canParse(text)
    ? new URL(text)
    : base && URL.canParse(text, base)
      ? new URL(text, base)
      : null;
  if (!parsed || !SCHEMES.has(parsed.protocol)) return null;
  if (parsed.username || parsed.password) return null;
  if (parsed.protocol === 'tel:' && !/^tel:[+(]?\d[\d().;=\w-]{1,40}$/i.test(parsed.href)) return null;
  return parsed.href.replaceAll('(', '%28').replaceAll(')', '%29').replaceAll("'", '%27');
}

/** A link of copy: out of its redirects, without what tracks (plain-link.ts), and safe; null where it cannot be used. */
export function copyHref(href: string, base?: string | null): string | null {
  const safe = safeHref(href, base);
  return safe === null ? null : safeHref(plainLink(safe));
}

export type TypedAddress = { href: string } | { problem: string };

const LOOSE_SCHEME = /^([a-z][a-z0-9+.-]*):(?!\d)/i;

/**
 * An address as a person types it: whole, without `https://`, a path or a place of our own site (`/city/x`, `#notes`,
 * resolved against `base`), an e-mail address, a telephone number after `tel:`. What cannot be used says why.
 */
export function typedAddress(typed: string, base: string | null): TypedAddress {
  const text = typed.trim().replace(/^<(.*)>$/, '$1');
  if (/\s/.test(text)) return { problem: 'An address has no spaces in it.' };
  if (/^[^\s@/?#:]+@[^\s@/?#]+\.[^\s@/?#.]+$/.test(text)) return usable(`mailto:${text}`, base);
  if (/^[/?#]/.test(text) && !text.startsWith('//'))
    return base ? usable(text, base) : { problem: 'Write the whole address, with https://.' };
  const scheme = LOOSE_SCHEME.exec(text)?.[1]?.toLowerCase();
  if (scheme === 'mailto' && !/^mailto:[^@]+@[^@]+/i.test(text))
    return { problem: `“${text}” is not an e-mail address.` };
  if (scheme && SCHEMES.has(`${scheme}:`)) return usable(text, base);
  if (scheme) return { problem: `Readers cannot be sent to an address that begins with ${scheme}:.` };
  const whole = text.startsWith('//') ? `https:${text}` : `https://${text}`;
  if (!URL.canParse(whole) || !/\.[a-z][a-z0-9-]*[a-z0-9]$|^localhost$/.test(new URL(whole).hostname))
    return { problem: `“${text}” is not an address.` };
  return usable(whole, base);
}

function usable(text: string, base: string | null): TypedAddress {
  const href = copyHref(text, base);
  return href === null ? { problem: `“${text}” cannot be used as an address.` } : { href };
}
