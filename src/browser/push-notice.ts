/** What a push message says, read with distrust: whatever is missing or wrong, there is something plain to show. */

export interface PushNotice {
  title: string;
  body: string;
  lang: string;
  dir: 'ltr' | 'rtl' | 'auto';
  tag: string;
  silent: boolean;
  /** On this site, whatever the message says. */
  path: string;
  revision: number;
}

const LONGEST = 2_000; // characters of any field; the newsroom sends far less

/** Of Declarative Web Push JSON, parsed; `origin` is this site's. */
export function readNotice(message: unknown, origin: string): PushNotice {
  const notification = part(message, 'notification') ?? message;
  const data = part(notification, 'data');
  const dir = text(notification, 'dir');
  const revision = Number(part(data, 'revision'));
  return {
    title: text(notification, 'title') || 'News',
    body: text(notification, 'body'),
    lang: text(notification, 'lang'),
    dir: dir === 'rtl' || dir === 'ltr' ? dir : 'auto',
    tag: text(notification, 'tag') || 'news',
    silent: part(notification, 'silent') === true,
    path: pathHere(text(notification, 'navigate'), origin),
    revision: Number.isSafeInteger(revision) && revision > 0 ? revision : 1,
  };
}

/** The path of an address, to be opened on this site only; the front page for what is no address of a page here. */
export function pathHere(address: string, origin: string): string {
  if (!URL.canParse(address, origin)) return '/';
  const url = new URL(address, origin);
  if (!/^https?:$/.test(url.protocol)) return '/';
  const path = `${url.pathname}${url.search}`;
  return path.startsWith('//') ? '/' : path;
}

function part(of: unknown, name: string): unknown {
  return typeof of === 'object' && of !== null ? (of as Record<string, unknown>)[name] : undefined;
}

function text(of: unknown, name: string): string {
  const found = part(of, name);
  return typeof found === 'string' ? found.slice(0, LONGEST) : '';
}
