/**
 * Under which guise soever an address comes, it is compared as one: without its scheme, `www.`, `m.`, `/amp`,
 * `/index.html`, a slash at the end, what tracks, and tokens of a session or a request. Only for comparing: nobody is sent to a key.
 */
import { plainLink } from '../../kit/plain-link.ts';
import { isTracking } from '../../kit/tracking-words.ts';

/** Names under which a visit or a view of the same page is carried along, whatever their value. */
const SESSION =
  /^(?:jsessionid|phpsessid|aspsessionid\w*|asp\.net_sessionid|cfid|cftoken|oscsid|zenid|sess(?:ion)?(?:_?id|_?key)?|amp|_ga|_gl)$/i;
/** Names that carry a token where their value looks like one. */
const TOKEN =
  /^(?:s|sid|ses|token|access_?token|auth\w*|sig|sign(?:ature)?|hash|nonce|req(?:uest)?_?id|key|api_?key|apikey|x-amz-\w[\w-]*|policy|key-pair-id)$/i;
const LIKE_A_TOKEN = /^(?=.*\d)(?=.*[a-z])[\w.~%+=-]{16,}$|^[\da-f-]{16,}$|^[\w.-]{40,}$/i;
/** Names that say how a reader came, unless an article is named by them. */
const CHANNEL =
  /^(?:mod|ref|refer(?:r?er)?|rel|source|src|from|via|origin|feed|feed_?name|feed_?type|output_?type|share|sh|camp(?:aign)?|channel|medium|widget|position|pos|module|section_?from|ref_?\w*)$/i;
/** Values of those that name a way and no article. */
const WAY =
  /^(?:rss\w*|atom|feed\w*|xml|home\w*|front\w*|main|index|top\w*|nav\w*|side\w*|e?mail\w*|newsletter\w*|twitter|x|fb|facebook|telegram|tg|whatsapp|instagram|social\w*|share\w*|google\w*|bing|yahoo|yandex\w*|app|ios|android|web|mobile|amp|push|search|related\w*|more|)$/i;
/** An item of an agency's interface by its own number, as AP has it; what says which request and which state of it was asked for. */
const NUMBER = /\/(?:[\da-f]{32}|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})(?:\/|$)/i;
const OF_REQUEST = /^(?:qt|et|etag|rev|revision|version)$/i;
/** Names of the instant of a request, where their value is one. */
const MOMENT = /^(?:ts|_|t|time|timestamp|cb|cache\w*|nocache|no_cache|rnd|rand(?:om)?|v|ver|date_?time)$/i;
const LIKE_A_MOMENT = /^\d{9,14}(?:\.\d+)?$|^0\.\d+$/;

/**
 * The key of an address; null of what is none. Two addresses of one page have one key; pages that differ in anything
 * that may name an article keep keys of their own.
 */
export function addressKey(address: string): string | null {
  const text = address.trim();
  const whole = /^\/\/[^/]+\.[^/]+/.test(text)
    ? `https:${text}`
    : /^www\.[^/\s]+\.\w/i.test(text)
      ? `https://${text}`
      : text;
  if (!/^https?:\/\//i.test(whole) || !URL.canParse(whole)) return null;
  const url = new URL(plainLink(whole));
  const host = url.host
    .replace(/\.(?=$|:)/, '')
    .replace(/^(?:www\d?|m|mobile|amp)\.(?=[^.:]+\.[^.:])/, '')
    .replace(/:(?:80|443)$/, '');
  const path = pathOf(url.pathname);
  const search = searchOf(url.search, path);
  return `${host}${path}${search === '' ? '' : `?${search}`}${placeOf(url.hash)}`;
}

/** Without `;jsessionid=…`, `(S(…))`, `/amp`, `/index.html`, doubled slashes and the slash at the end; letters in one way. */
function pathOf(path: string): string {
  const bare = path
    .replace(/;(?:jsessionid|phpsessid|sid|sessionid|v)=[^/;]*/gi, '')
    .replace(/\/\((?:[A-Z]\([\w-]+\))+\)(?=\/|$)/g, '')
    .replace(/\/{2,}/g, '/')
    .replace(/\/(?:index|default)\.(?:html?|php\d?|aspx?|jsp)$/i, '/')
    .replace(/^\/amp(?=\/[^/])|(?<=\/[^/]+)\/amp(?:\/|\.html)?$/i, '');
  return spelled(bare.endsWith('/') ? bare.slice(0, -1) : bare);
}

function searchOf(search: string, path: string): string {
  const parts = search
    .slice(1)
    .split('&')
    .filter((part) => part !== '')
    .map((part): [string, string] => {
      const at = part.indexOf('=');
      const [name, value] = at === -1 ? [part, ''] : [part.slice(0, at), part.slice(at + 1)];
      return [spelled(name), spelled(value)];
    });
  const sure = parts.filter(([name]) => !isTracking(name) && !SESSION.test(name));
  const named = sure.filter(([name, value]) => !isVisit(name, value) && !CHANNEL.test(name));
  const isByNumber = NUMBER.test(path);
  const isNamed = namesArticle(path) || named.length > 0;
  return sure
    .filter(([name, value]) => !isVisit(name, value) && !isWay(name, value, isNamed))
    .filter(([name]) => !(isByNumber && OF_REQUEST.test(name)))
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join('&');
}

function isVisit(name: string, value: string): boolean {
  return (TOKEN.test(name) && LIKE_A_TOKEN.test(value)) || (MOMENT.test(name) && LIKE_A_MOMENT.test(value));
}

/** A number may be the article itself, and so may a word where nothing else names one. */
function isWay(name: string, value: string, isNamed: boolean): boolean {
  if (!CHANNEL.test(name)) return false;
  return WAY.test(value) || (isNamed && !/^\d+$/.test(value));
}

/** Whether a path itself tells articles apart: a number, words joined by hyphens, or a script of its own letters. */
function namesArticle(path: string): boolean {
  return /\d|[^/]+[-_][^/]*[-_]|[^\p{ASCII}]/u.test(path.replace(/\.\w{2,5}$/, ''));
}

/** A place on the page may be an article of a live page; a way is none. */
function placeOf(hash: string): string {
  const place = hash.slice(1);
  if (
    place === '' ||
    /^(?:xtor|utm_\w+|ref|rss|at_\w+|mod|source)=|^(?:rss|top|content|main|comments?|respond)$/i.test(place)
  )
    return '';
  return `#${spelled(place)}`;
}

function spelled(text: string): string {
  try {
    return decodeURIComponent(text).normalize('NFC');
  } catch {
    return text.replace(/%[\da-f]{2}/gi, (sign) => sign.toUpperCase());
  }
}
