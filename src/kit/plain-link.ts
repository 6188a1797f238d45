/**
 * A link as its page is called: out of the redirects that mail programs, searches and networks put around it, and
 * without what only says how a reader came. One rule for the wire, for what is pasted and for what is typed. Pure:
 * nobody is asked where an address leads, so what only its maker can open stays as it is.
 */

import { fromBase64Url, fromPathRedirect } from './path-redirects.ts';
import { isTracking } from './tracking-words.ts';

const NESTED = 5; // redirects within redirects; a mail that was forwarded has two

/** Whose pages only send on, by host and path, and in which parameters they say where to. */
const REDIRECTS: { host: RegExp; path?: RegExp; names: string[] }[] = [
  { host: /\.safelinks\.protection\.(?:outlook\.com|office365\.us)$/, names: ['url'] },
  { host: /^statics\.teams\.cdn\.office\.net$/, path: /safelinks/, names: ['url'] },
  {
    host: /(?:^|\.)google(?:\.[a-z]{2,3}){1,2}$/,
    path: /^\/(?:url|imgres)$/,
    names: ['q', 'url', 'imgrefurl'],
  },
  { host: /^(?:lm?|www|m)\.facebook\.com$/, path: /^\/(?:l|flx\/warn)(?:\.php)?\/?$/, names: ['u'] },
  { host: /^l\.(?:instagram|messenger|threads)\.(?:com|net)$/, names: ['u'] },
  { host: /^(?:www\.)?linkedin\.com$/, path: /^\/(?:redir|safety)\//, names: ['url'] },
  { host: /^(?:www\.)?youtube\.com$/, path: /^\/redirect$/, names: ['q'] },
  { host: /^(?:www\.)?bing\.com$/, path: /^\/(?:news\/apiclick\.aspx|ck\/a)$/i, names: ['url', 'u'] },
  { host: /^(?:away\.vk\.com|(?:m\.|www\.)?vk\.com)$/, path: /^\/away(?:\.php)?$/, names: ['to'] },
  { host: /^(?:www\.)?duckduckgo\.com$/, path: /^\/l\/?$/, names: ['uddg'] },
  { host: /^slack-redir\.net$/, path: /^\/link$/, names: ['url'] },
  { host: /^out\.reddit\.com$/, names: ['url'] },
  { host: /^t\.umblr\.com$/, path: /^\/redirect$/, names: ['z'] },
  { host: /^getpocket\.com$/, path: /^\/redirect$/, names: ['url'] },
  { host: /^t\.me$/, path: /^\/iv$/, names: ['url'] },
  { host: /^steamcommunity\.com$/, path: /^\/linkfilter\/?$/, names: ['u', 'url'] },
  { host: /^urldefense\.proofpoint\.com$/, path: /^\/v1\/url$/, names: ['u'] },
  { host: /^linkprotect\.cudasvc\.com$/, path: /^\/url$/, names: ['a'] },
  { host: /^clicktime\.symantec\.com$/, names: ['u'] },
  { host: /^click\.mail\.ru$/, path: /^\/redir$/, names: ['u'] },
  {
    host: /\.trendmicro\.com$/,
    path: /^\/wis\/clicktime\//,
    names: ['url'],
  },
  { host: /\.protection\.sophos\.com$/, names: ['u'] },
  { host: /^clicktime\.cloud\.postoffice\.net$/, names: ['U'] },
  { host: /^urlsand\.esvalabs\.com$/, names: ['u'] },
  { host: /^link\.edgepilot\.com$/, names: ['u'] },
  { host: /^translate\.google\.(?:[a-z]{2,3}\.?){1,2}$/, path: /^\/translate/, names: ['u'] },
  { host: /^(?:exit\.sc|go\.redirectingat\.com)$/, names: ['url'] },
  { host: /^disq\.us$/, path: /^\/url$/, names: ['url'] },
  { host: /^medium\.com$/, path: /^\/r\/?$/, names: ['url'] },
  { host: /^deref-(?:gmx|web|mail)\.\w+$/, names: ['redirectUrl'] },
];

/**
 * The address that a redirect leads to, as far as the redirect itself says so; the address as it came where it is none,
 * or leads to anything but a page of the web.
 */
export function unwrapRedirect(address: string): string {
  let at = address.trim();
  for (let turn = 0; turn < NESTED; turn += 1) {
    const next = URL.canParse(at) ? target(new URL(at)) : null;
    if (next === null) break;
    at = next;
  }
  return at;
}

/** Out of its redirects and without what tracks. */
export function plainLink(address: string): string {
  return withoutTracking(unwrapRedirect(address));
}

/**
 * The address if it is one of a page of the web that names nobody's password, in its normal form; null for any other.
 * What others send as the link of a report, or of a step of its way, is a link only by this.
 */
export function webHref(address: string | null | undefined): string | null {
  const text = (address ?? '').trim();
  if (!/^https?:\/\/[^/?#]/i.test(text) || !URL.canParse(text)) return null;
  const { href, username, password } = new URL(text);
  return username || password ? null : href;
}

/** The address without parameters that only track; everything else of it stays as it is. */
export function withoutTracking(address: string): string {
  if (!/[?#]/.test(address) || !URL.canParse(address)) return address;
  const url = new URL(address);
  const parts = url.search.slice(1).split('&').filter(Boolean);
  const kept = parts.filter((part) => !isTracking(nameOf(part)));
  const isMarked = isTracking(nameOf(url.hash.slice(1)));
  // Only an address that tracks is written anew: some servers mind the order and the spelling.
  if (kept.length === parts.length && !isMarked) return address;
  url.search = kept.join('&');
  if (isMarked) url.hash = '';
  return url.href;
}

function nameOf(part: string): string {
  const [name = ''] = part.split('=');
  try {
    return decodeURIComponent(name);
  } catch {
    return name; // a stray per cent sign is no encoding
  }
}

/** Where a redirect leads; null for what is none. */
function target(url: URL): string | null {
  if (!/^https?:$/.test(url.protocol)) return null;
  const host = url.hostname.toLowerCase().replace(/\.$/, '');
  const inPath = fromPathRedirect(host, url);
  if (inPath !== null) return asPage(inPath);
  for (const rule of REDIRECTS) {
    if (!rule.host.test(host) || (rule.path && !rule.path.test(url.pathname))) continue;
    for (const name of rule.names) {
      const said = asPage(url.searchParams.get(name) ?? '');
      if (said !== null) return said;
    }
  }
  return null;
}

/** An address of the web; Sophos writes it in base64, Bing after two signs of its own. */
function asPage(said: string): string | null {
  const text = /^(?:a1)?aHR0c/.test(said) ? fromBase64Url(said.replace(/^a1/, '')) : said.trim();
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return null;
  const { username, password, hostname } = new URL(text);
  return username || password || !hostname ? null : text;
}
