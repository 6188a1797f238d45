/** Redirects that carry the address they lead to in their path, or written in a way of their own. */

/** The address inside, not yet judged; null where the redirect is another, or none. */
export function fromPathRedirect(host: string, url: URL): string | null {
  if (host === 'urldefense.proofpoint.com' && url.pathname === '/v2/url') return proofpoint2(url);
  if (/^urldefense\.(?:com|us|proofpoint\.com)$/.test(host)) return proofpoint3(url.href);
  if (/^(?:www\.)?google(?:\.[a-z]{2,3}){1,2}$/.test(host)) return ampOf(url);
  if (/^(?:secure-web\.cisco\.com|r\.search\.yahoo\.com)$/.test(host)) return lastWritten(url);
  if (host.endsWith('.cdn.ampproject.org')) return cachedAmp(url);
  if (host === 'news.google.com') return inGoogleNews(url.pathname);
  if (/^(?:www\.)?(?:href\.li|anonym\.to|nullrefer\.com)$/.test(host)) return wholeQuery(url);
  if (/^protect\.checkpoint\.com$/.test(host))
    return /\/v2\/(?:r\d+\/)?_+(https?:\/\/.+?)_{3,}/.exec(url.href)?.[1] ?? null;
  return null;
}

/** Version 2 writes `%` as a hyphen and a slash as an underline. */
function proofpoint2(url: URL): string | null {
  return decoded((url.searchParams.get('u') ?? '').replaceAll('-', '%').replaceAll('_', '/'));
}

const RUNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'; // the n-th stands for n + 2 signs

/** Version 3 takes signs out, an asterisk in their place (two and a letter for several), and lists them in base64 after it. */
function proofpoint3(address: string): string | null {
  const found = /\/v3\/__(.+?)__;([^!]*)!/.exec(address);
  if (!found) return null;
  const [, written = '', list = ''] = found;
  const taken = [...fromBase64Url(list)];
  const filled = written.replace(/\*(?:\*(.))?/g, (_, run: string | undefined) => {
    const count = run === undefined ? 1 : RUNS.indexOf(run) + 2;
    return taken.splice(0, count).join('');
  });
  return filled.replace(/^(https?:\/)(?=[^/])/i, '$1/');
}

/** `google.com/amp/s/post.example/a` is `https://post.example/a`. */
function ampOf(url: URL): string | null {
  const found = /^\/amp\/(s\/)?([^/]+\.[^/]+\/.*)$/.exec(url.pathname);
  return found ? `http${found[1] ? 's' : ''}://${found[2]}${url.search}` : null;
}

/** `post-example.cdn.ampproject.org/c/s/post.example/a` is `https://post.example/a`; what it says of itself goes. */
function cachedAmp(url: URL): string | null {
  const found = /^\/[acvw]\/(s\/)?([^/]+\.[^/]+\/.*)$/.exec(url.pathname);
  if (!found) return null;
  const kept = url.search
    .slice(1)
    .split('&')
    .filter((part) => part !== '' && !/^(?:amp_|usqp=)/.test(part));
  return `http${found[1] ? 's' : ''}://${found[2]}${kept.length > 0 ? `?${kept.join('&')}` : ''}`;
}

/** Google News wrote the address into the name of its page until 2024; since then only Google knows it. */
function inGoogleNews(path: string): string | null {
  const [, name = ''] = /^\/(?:rss\/)?(?:articles|read)\/(CBMi[\w-]+)/.exec(path) ?? [];
  return /https?:\/\/[!-~]+/.exec(fromBase64Url(name))?.[0] ?? null;
}

function wholeQuery(url: URL): string | null {
  const said = url.search.slice(1);
  return /^https?:\/\//i.test(said) ? said : decoded(said);
}

/** The last part of a path that is an address written in per cent signs: Cisco's, and Yahoo's after `RU=`. */
function lastWritten(url: URL): string | null {
  const part = url.pathname.split('/').findLast((one) => /^(?:RU=)?https?%3a/i.test(one));
  return part === undefined ? null : decoded(part.replace(/^RU=/, ''));
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null; // it is not written as it should be, so it says nothing
  }
}

/** Base64 in the letters of addresses, as text; empty for what is none. Without Node's own tools: pages of the desk read links too. */
export function fromBase64Url(text: string): string {
  try {
    const bytes = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    return new TextDecoder().decode(Uint8Array.from(bytes, (sign) => sign.charCodeAt(0)));
  } catch {
    return ''; // `atob` has no other way to say that it is not base64
  }
}
