/**
 * Addresses of another house, written one way: so that one that a reader, a feed or a search engine brings is found, in whatever
 * script, case, encoding, with a slash, a page number, an AMP ending or a feed at its end.
 */

export interface OldAddress {
  /** The path without what is only a guise of it; '/?p=12' where the query says which. */
  key: string;
  /** It asked for a feed of what stands there. */
  isFeed: boolean;
}

const LONGEST = 1_000; // letters of an address that is looked for; none of a paper has more

/** Reads a path with its query, or a whole address. Null for what is none, or too long. */
export function oldAddressOf(asked: string): OldAddress | null {
  if (asked.length > LONGEST) return null;
  // Two slashes begin a host, but for a path that some permalinks have written so.
  const text = asked.replace(/^\/{2,}(?=[^/.]*(?:\/|$))/, '/');
  const url = URL.canParse(text)
    ? new URL(text)
    : URL.canParse(text, 'http://x')
      ? new URL(text, 'http://x')
      : null;
  if (!url || !/^https?:$/.test(url.protocol)) return null;
  const said = queryKey(url.searchParams);
  const isFeedAsked = url.searchParams.has('feed');
  const { path, isFeed } = bare(decoded(url.pathname));
  return { key: said ?? path, isFeed: isFeed || isFeedAsked };
}

/** The key alone; empty for the front page and for what is no address. */
export function oldKey(text: string): string {
  const key = oldAddressOf(text)?.key ?? '/';
  return key === '/' ? '' : key;
}

/** What a query says by itself: a post, a category, a tag, an author by number, an archive. */
function queryKey(query: URLSearchParams): string | null {
  for (const name of ['p', 'page_id', 'attachment_id']) {
    const id = query.get(name);
    if (id && /^\d{1,12}$/.test(id)) return `/?p=${id}`;
  }
  for (const name of ['cat', 'author']) {
    const id = query.get(name);
    if (id && /^\d{1,12}$/.test(id)) return `/?${name}=${id}`;
  }
  const tag = query.get('tag');
  if (tag) return `/tag/${plain(tag)}`;
  const month = query.get('m');
  if (month && /^\d{4}(?:\d\d){0,2}$/.test(month))
    return `/${month.slice(0, 4)}${month.slice(4).replace(/\d\d/g, '/$&')}`;
  return null;
}

/** Percent signs read once; what is not written as it should be stays. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
      try {
        return decodeURIComponent(run);
      } catch {
        return run; // bytes of another encoding
      }
    });
  }
}

/** Composed and in small letters, as WordPress itself tells addresses apart. */
const plain = (text: string): string => text.normalize('NFC').toLowerCase();

function bare(path: string): { path: string; isFeed: boolean } {
  let left = plain(path)
    .replace(/\/{2,}/g, '/')
    .replace(/^\/index\.php(?=\/|$)/, '')
    .replace(/\/+$/, '');
  let isFeed = false;
  for (let before = ''; before !== left; ) {
    before = left;
    const feed = /\/(?:comments\/)?(?:feed(?:\/(?:rss2?|atom|rdf))?|rss(?:\.xml)?)$/.exec(left);
    if (feed) {
      isFeed = true;
      left = left.slice(0, feed.index);
    }
    left = left
      .replace(/\/(?:amp|embed|trackback|comment-page-\d{1,4}|page\/\d{1,6})$/, '')
      .replace(/\/+$/, '');
  }
  return { path: left === '' ? '/' : left, isFeed };
}

/** '/2019', '/2019/05', '/2019/05/12': the instant at which that year, month or day is over; null for other paths. */
export function archiveEnd(key: string): number | null {
  const found = /^(?:\/[\w-]+)?\/((?:19|20)\d\d)(?:\/(\d\d?)(?:\/(\d\d?))?)?$/.exec(key);
  if (!found) return null;
  const [year, month, day] = found.slice(1).map((part) => (part === undefined ? null : Number(part))) as [
    number,
    number | null,
    number | null,
  ];
  if ((month !== null && (month < 1 || month > 12)) || (day !== null && (day < 1 || day > 31))) return null;
  if (month === null) return Date.UTC(year + 1, 0, 1);
  return day === null ? Date.UTC(year, month, 1) : Date.UTC(year, month - 1, day + 1);
}
