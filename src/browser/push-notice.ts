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
  kind: string;
  /** Ids of the alert and its story; empty where there is none. */
  alert: string;
  story: string;
  /** Of a probe: what is answered; empty for everything else. */
  probe: string;
  /** Buttons on the notification, where the browser has them. */
  actions: PushAction[];
}

export interface PushAction {
  action: string;
  title: string;
  /** Where it leads if it cannot be done on the spot. */
  path: string;
}

const MOST_ACTIONS = 2; // no browser shows more

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
    kind: text(data, 'kind'),
    alert: text(data, 'alert'),
    story: text(data, 'story'),
    probe: text(data, 'probe'),
    actions: actionsIn(notification, origin),
  };
}

function actionsIn(notification: unknown, origin: string): PushAction[] {
  const given = part(notification, 'actions');
  if (!Array.isArray(given)) return [];
  return given.slice(0, MOST_ACTIONS).flatMap((one: unknown) => {
    const [action, title] = [text(one, 'action'), text(one, 'title')];
    if (action === '' || title === '') return [];
    return [{ action, title, path: pathHere(text(one, 'navigate'), origin) }];
  });
}

/** The path of an address, to be opened on this site only; the front page for what is no address of a page here. */
export function pathHere(address: string, origin: string): string {
  if (!URL.canParse(address, origin)) return '/';
  const url = new URL(address, origin);
  if (!/^https?:$/.test(url.protocol)) return '/';
  const path = `${url.pathname}${url.search}${url.hash}`;
  return path.startsWith('//') ? '/' : path;
}

function part(of: unknown, name: string): unknown {
  return typeof of === 'object' && of !== null ? (of as Record<string, unknown>)[name] : undefined;
}

function text(of: unknown, name: string): string {
  const found = part(of, name);
  return typeof found === 'string' ? found.slice(0, LONGEST) : '';
}
