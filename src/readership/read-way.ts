/**
 * What a request says of a read: whether it is one, and from where. Of the address that it came from only the host is looked at, and
 * of a page of our own only which kind it was. Nothing of it is kept but a word.
 */

/**
 * Whether somebody's program says of itself that it is one. Browsers begin as Mozilla did, old phones as Opera; robots that begin so too
 * name themselves, an address, or that they are compatible. Plain looks instead of one pattern: this stands in every reader's way.
 */
export function saysRobot(agent: string): boolean {
  if (!agent.startsWith('Mozilla/') && !agent.startsWith('Opera/')) return true;
  return ROBOT_WORDS.some((word) => agent.includes(word));
}

const ROBOT_WORDS = [
  'bot',
  'Bot',
  'http',
  'compatible;',
  'eadless',
  'rawl',
  'pider',
  'ighthouse',
  'review',
  'onitor',
];

const SEARCHES =
  /(^|\.)(google\.[a-z.]{2,6}|bing\.com|duckduckgo\.com|yahoo\.(com|co\.jp)|yandex\.[a-z.]{2,6}|ya\.ru|baidu\.com|ecosia\.org|qwant\.com|startpage\.com|brave\.com|seznam\.cz|naver\.com|mojeek\.com|kagi\.com)$/;
const FEEDS =
  /(^|\.)(feedly\.com|inoreader\.com|newsblur\.com|theoldreader\.com|feedbin\.com|netvibes\.com|bazqux\.com|feeder\.co|flipboard\.com)$/;

/** What of the headers counts, in one walk. `raw`: names and values in turn, as Node has them. */
export interface ReadHeaders {
  agent: string;
  referer: string;
}

/**
 * The headers of a read; null for what is none: a robot by its own word, what a browser fetches in advance, and what a page asks
 * for by script: our own open pages look again by themselves, and then accept nothing but HTML.
 */
export function readHeaders(raw: readonly string[]): ReadHeaders | null {
  let agent = '';
  let referer = '';
  for (let at = 0; at < raw.length; at += 2) {
    const name = raw[at] ?? '';
    const value = raw[at + 1] ?? '';
    // Lengths first: lower-casing every name of every request would be the dearest line here.
    switch (name.length) {
      case 6:
        if (value === 'text/html' && name.toLowerCase() === 'accept') return null;
        break;
      case 7:
        if (name.toLowerCase() === 'referer') referer = value;
        else if (value.includes('prefetch') && name.toLowerCase() === 'purpose') return null;
        break;
      case 10:
        if (name.toLowerCase() === 'user-agent') agent = value;
        break;
      case 11:
        if (value.includes('prefetch') && name.toLowerCase() === 'sec-purpose') return null;
        break;
      case 14:
        if (value !== 'document' && value !== 'iframe' && name.toLowerCase() === 'sec-fetch-dest')
          return null;
        break;
    }
  }
  return saysRobot(agent) ? null : { agent, referer };
}

/** Where a read came from. `here`: the host of this site, as the request named it, and as the settings do. */
export function readWayOf(referer: string, here: ReadonlySet<string>): string {
  if (referer === '') return 'direct';
  const from = referer.indexOf('://');
  if (from < 0 || !referer.startsWith('http'))
    return referer.startsWith('android-app:') ? appOf(referer) : 'direct';
  const slash = referer.indexOf('/', from + 3);
  const host = (slash < 0 ? referer.slice(from + 3) : referer.slice(from + 3, slash)).toLowerCase();
  if (here.has(host)) return ownPage(slash < 0 ? '/' : referer.slice(slash));
  const name = host.replace(/:\d+$/, '').replace(/^(www|m|amp|l|lm)\./, '');
  if (SEARCHES.test(name)) return 'search';
  if (FEEDS.test(name)) return 'feed';
  return /^[a-z0-9.-]{1,80}$/.test(name) && name.includes('.') ? `site:${name}` : 'site:others';
}

/** Google's app for news and for search name themselves so (Chrome on Android). */
function appOf(referer: string): string {
  return referer.includes('google') ? 'search' : 'direct';
}

/** Of our own pages only the kind: a story, or what leads to stories. */
function ownPage(path: string): string {
  const [bare = '/'] = path.split(/[?#]/);
  const parts = bare.split('/').filter(Boolean);
  if (parts[0] === 'search') return 'own search';
  return parts.length >= 2 && !['topic', 'source', 'author'].includes(parts[0] ?? '') ? 'story' : 'front';
}
