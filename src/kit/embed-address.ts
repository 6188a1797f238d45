/**
 * Players and posts of other sites that stand in a page as frames or scripts: where what they show is to be seen there.
 * Only sites that are known: another frame is an advertisement more often than copy.
 */

/** Where it opens, and whose it is. */
export interface Elsewhere {
  href: string;
  site: string;
}

const SITES: [RegExp, string][] = [
  [/(?:^|\.)(?:youtube(?:-nocookie)?\.com|youtu\.be)$/, 'YouTube'],
  [/(?:^|\.)vimeo\.com$/, 'Vimeo'],
  [/(?:^|\.)(?:dailymotion\.com|dai\.ly)$/, 'Dailymotion'],
  [/(?:^|\.)(?:twitter|x)\.com$/, 'X'],
  [/(?:^|\.)(?:facebook\.com|fb\.watch)$/, 'Facebook'],
  [/(?:^|\.)instagram\.com$/, 'Instagram'],
  [/(?:^|\.)threads\.(?:net|com)$/, 'Threads'],
  [/(?:^|\.)tiktok\.com$/, 'TikTok'],
  [/(?:^|\.)bsky\.app$/, 'Bluesky'],
  [/(?:^|\.)(?:t\.me|telegram\.org)$/, 'Telegram'],
  [/(?:^|\.)reddit\.com$/, 'Reddit'],
  [/(?:^|\.)(?:vk\.com|vkvideo\.ru)$/, 'VK'],
  [/(?:^|\.)rutube\.ru$/, 'Rutube'],
  [/(?:^|\.)soundcloud\.com$/, 'SoundCloud'],
  [/(?:^|\.)spotify\.com$/, 'Spotify'],
  [/(?:^|\.)podcasts\.apple\.com$/, 'Apple Podcasts'],
  [/(?:^|\.)(?:datawrapper\.de|dwcdn\.net)$/, 'Datawrapper'],
  [/(?:^|\.)(?:flourish\.studio|flo\.uri\.sh)$/, 'Flourish'],
  [/(?:^|\.)infogram\.com$/, 'Infogram'],
  [/(?:^|\.)(?:documentcloud\.org)$/, 'DocumentCloud'],
  [/(?:^|\.)archive\.org$/, 'Internet Archive'],
];

/** 'YouTube'; of a site that is not known its host. Empty of what is no address. */
export function siteOf(href: string): string {
  return knownSiteOf(href) ?? hostOf(href);
}

/** Null of a site that is not known. */
export function knownSiteOf(href: string): string | null {
  const host = hostOf(href);
  return SITES.find(([pattern]) => pattern.test(host))?.[1] ?? null;
}

function hostOf(href: string): string {
  return URL.canParse(href) ? new URL(href).hostname.toLowerCase().replace(/^www\./, '') : '';
}

type Way = [host: RegExp, path: RegExp, to: (id: string, url: URL) => string];

/** From the address of a player to the page on which a person sees the same. */
const WAYS: Way[] = [
  [/youtube/, /^\/(?:embed|v|shorts|live)\/([\w-]{6,20})$/, (id) => `https://www.youtube.com/watch?v=${id}`],
  [/^player\.vimeo\.com$/, /^\/video\/(\d+)/, (id) => `https://vimeo.com/${id}`],
  [/dailymotion/, /^\/embed\/video\/(\w+)/, (id) => `https://www.dailymotion.com/video/${id}`],
  [/facebook/, /^\/plugins\/(?:video|post)\.php/, (_, url) => url.searchParams.get('href') ?? ''],
  [/instagram/, /^(\/(?:p|reel|tv)\/[\w-]+)\/embed/, (path) => `https://www.instagram.com${path}/`],
  [/soundcloud/, /^\/player/, (_, url) => url.searchParams.get('url') ?? ''],
  [/spotify/, /^\/embed(\/.+)$/, (path) => `https://open.spotify.com${path}`],
  [/^embed\.podcasts\.apple\.com$/, /^(\/.+)$/, (path) => `https://podcasts.apple.com${path}`],
  [/dwcdn/, /^\/(\w{5})\//, (id) => `https://datawrapper.dwcdn.net/${id}/`],
  [/flo\.uri\.sh|flourish/, /^\/visualisation\/(\d+)/, (id) => `https://public.flourish.studio/visualisation/${id}/`],
  [/^t\.me$/, /^(\/[\w]+\/\d+)$/, (path) => `https://t.me${path}`],
  [/rutube/, /^\/play\/embed\/(\w+)/, (id) => `https://rutube.ru/video/${id}/`],
  [/archive\.org/, /^\/embed\/(.+)$/, (id) => `https://archive.org/details/${id}`],
  [/twitter|^x\.com$/, /^\/embed\/Tweet\.html$/, (_, url) => `https://x.com/i/status/${url.searchParams.get('id') ?? ''}`],
]; // biome-ignore format: a table

/** What a frame of a known site shows; null of another frame. */
export function playerPage(address: string, base: string | null): Elsewhere | null {
  const text = address.trim().replace(/^\/\//, 'https://');
  const whole = base && !URL.canParse(text) && URL.canParse(text, base) ? new URL(text, base).href : text;
  if (!/^https?:/i.test(whole) || !URL.canParse(whole)) return null;
  const url = new URL(whole);
  const host = url.hostname.toLowerCase().replace(/^www\./, '');
  const known = SITES.find(([pattern]) => pattern.test(host));
  if (!known) return null;
  for (const [hosts, path, to] of WAYS) {
    const found = hosts.test(host) ? path.exec(url.pathname) : null;
    const href = found ? to(found[1] ?? '', url) : '';
    if (/^https?:\/\//.test(href) && URL.canParse(href)) return { href, site: known[1] };
  }
  return { href: url.href, site: known[1] };
}
