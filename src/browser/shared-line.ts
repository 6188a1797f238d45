/**
 * One line to the newsroom for all tabs of a browser. Over HTTP/1.1 a browser opens six connections to a host, and a line holds
 * one for good: with one a tab the seventh page never loads. Of the tabs in sight one holds a lock, keeps the line and hands on what
 * it hears; a tab out of sight keeps none and hears nothing, and catches up when it is looked at again. Where the browser has
 * no locks (on http, away from localhost) each tab in sight has a line of its own.
 */

export interface SharedLine {
  /** Where it listens; also names the line among others of this site. */
  path: string;
  /** Of the server's events, those to be heard. */
  events: readonly string[];
  /** The newest event when the page was made, where it says so: what came since is heard. */
  after?: number | null;
  /** A story whose own events this tab hears besides those of all. */
  story?: string | undefined;
  hear(name: string, data: string): void;
  /** Whether somebody's line stands. */
  state?(isOpen: boolean): void;
  /** What happened until now is unknown to this tab: it came into sight, or the line was opened anew. */
  missed?(): void;
}

/** What one tab needs of the line. */
interface Wants {
  tab: string;
  story: string | null;
  /** The last event it heard; null when its page is as new as can be. */
  after: number | null;
}

type Said =
  | { kind: 'who' }
  | { kind: 'here'; wants: Wants }
  | { kind: 'gone'; tab: string }
  | { kind: 'state'; isOpen: boolean; isNew: boolean; position: number | null }
  | { kind: 'event'; name: string; data: string; id: string };

const REMEMBERED = 400; // ids; more than the server tells one by one to who was away
const REFUSED_FOR = 30_000; // ms until a server that refused a line is asked again
const GATHER = 60; // ms in which tabs that come into sight together are one new line

/** Listens for as long as the page is there. */
export function shareLine(line: SharedLine): void {
  let stop: (() => void) | null = null;
  const memory: Memory = { position: line.after ?? null, seen: new Set() };
  const start = () => {
    stop ??= 'locks' in navigator && 'BroadcastChannel' in window ? join(line, memory) : alone(line, memory);
  };
  const end = () => {
    stop?.();
    stop = null;
  };
  const look = () => (document.visibilityState === 'visible' ? start() : end());
  look();
  document.addEventListener('visibilitychange', look);
  addEventListener('pagehide', end);
  addEventListener('pageshow', (event: PageTransitionEvent) => {
    if (event.persisted) look();
  });
}

/** What a tab has heard, kept while it is out of sight. */
interface Memory {
  position: number | null;
  seen: Set<number>;
}

/** Hears an event once, whichever line it came by and however often. */
function take(
  line: SharedLine,
  memory: Memory,
  { name, data, id }: { name: string; data: string; id: string },
) {
  const number = id === '' ? null : Number(id);
  if (number !== null) {
    const isReload = name === 'reload';
    if (isReload ? number <= (memory.position ?? -1) : memory.seen.has(number) && name !== 'hello') return;
    // An id lower than one heard before can still be news: commits overtake each other.
    if (!isReload && name !== 'hello') memory.seen.add(number);
    for (const oldest of memory.seen) {
      if (memory.seen.size <= REMEMBERED) break;
      memory.seen.delete(oldest);
    }
    memory.position = name === 'hello' ? (memory.position ?? number) : Math.max(memory.position ?? 0, number);
  }
  if (line.events.includes(name)) line.hear(name, data);
}

/** Opens it for these tabs; the browser opens it again when it breaks. */
function openLine(
  line: SharedLine,
  wants: Iterable<Wants>,
  on: { event(event: { name: string; data: string; id: string }): void; state(isOpen: boolean): void },
): () => void {
  const query = new URLSearchParams();
  const all = [...wants];
  for (const story of new Set(all.flatMap((one) => one.story ?? []))) query.append('story', story);
  const known = all.flatMap(({ after }) => after ?? []);
  if (known.length > 0) query.set('after', String(Math.min(...known)));
  const address = query.size > 0 ? `${line.path}?${query}` : line.path;
  let source: EventSource;
  let again: ReturnType<typeof setTimeout> | undefined;
  const open = () => {
    source = new EventSource(address);
    source.addEventListener('open', () => on.state(true));
    source.addEventListener('error', () => {
      on.state(false);
      if (source.readyState === EventSource.CLOSED) again = setTimeout(open, REFUSED_FOR);
    });
    for (const name of ['hello', 'reload', ...line.events])
      source.addEventListener(name, ({ data, lastEventId }: MessageEvent) =>
        on.event({ name, data, id: lastEventId }),
      );
  };
  open();
  return () => {
    clearTimeout(again);
    source.close();
  };
}

const needs = (line: SharedLine, memory: Memory, tab: string): Wants => ({
  tab,
  story: line.story ?? null,
  after: memory.position,
});

function alone(line: SharedLine, memory: Memory): () => void {
  return openLine(line, [needs(line, memory, '')], {
    event: (event) => take(line, memory, event),
    state(isOpen) {
      line.state?.(isOpen);
      if (isOpen) line.missed?.();
    },
  });
}

/** Joins the tabs in sight; the answer leaves them. */
function join(line: SharedLine, memory: Memory): () => void {
  const tab = crypto.randomUUID();
  const channel = new BroadcastChannel(`crier ${line.path}`);
  const say = (said: Said) => channel.postMessage(said);
  const leaving = new AbortController();
  let keeper: Keeper | null = null;
  let looked = false; // since it came into sight
  channel.addEventListener('message', ({ data: said }: MessageEvent<Said>) => {
    if (said.kind === 'event') take(line, memory, said);
    else if (said.kind === 'state') {
      memory.position ??= said.position;
      line.state?.(said.isOpen);
      if (said.isOpen && (said.isNew || !looked)) line.missed?.();
      looked ||= said.isOpen;
    } else if (said.kind === 'who') say({ kind: 'here', wants: needs(line, memory, tab) });
    else keeper?.told(said);
  });
  say({ kind: 'here', wants: needs(line, memory, tab) });
  navigator.locks
    .request(`crier ${line.path}`, { signal: leaving.signal }, () => {
      if (leaving.signal.aborted) return;
      keeper = keep(line, memory, { tab, say });
      return new Promise<void>((resolve) => leaving.signal.addEventListener('abort', () => resolve()));
    })
    .catch(() => {}); // it left before its turn came
  return () => {
    keeper?.close();
    say({ kind: 'gone', tab });
    leaving.abort();
    channel.close();
  };
}

interface Keeper {
  told(said: Extract<Said, { kind: 'here' | 'gone' }>): void;
  close(): void;
}

/** Keeps the line for all tabs in sight. */
function keep(
  line: SharedLine,
  memory: Memory,
  { tab, say }: { tab: string; say(said: Said): void },
): Keeper {
  const tabs = new Map<string, Wants>();
  let covered = new Set<string>();
  let isOpen = false;
  let close = () => {};
  let gathering: ReturnType<typeof setTimeout> | undefined;
  const open = () => {
    gathering = undefined;
    close();
    tabs.set(tab, needs(line, memory, tab));
    covered = new Set([...tabs.values()].flatMap(({ story }) => story ?? []));
    close = openLine(line, tabs.values(), {
      event(event) {
        say({ kind: 'event', ...event });
        take(line, memory, event);
      },
      state(now) {
        isOpen = now;
        say({ kind: 'state', isOpen, isNew: now, position: memory.position });
        line.state?.(now);
        if (now) line.missed?.();
      },
    });
    // Who has been brought up to date is not brought there again by the next line.
    for (const [id, wants] of tabs) tabs.set(id, { ...wants, after: null });
  };
  const soon = () => {
    gathering ??= setTimeout(open, GATHER);
  };
  say({ kind: 'who' });
  soon();
  return {
    told(said) {
      if (said.kind === 'gone') {
        tabs.delete(said.tab);
        return;
      }
      const { wants } = said;
      tabs.set(wants.tab, wants);
      const isBehind = wants.after !== null && memory.position !== null && wants.after < memory.position;
      if (isBehind || (wants.story !== null && !covered.has(wants.story))) soon();
      else if (isOpen) say({ kind: 'state', isOpen, isNew: false, position: memory.position });
    },
    close() {
      clearTimeout(gathering);
      close();
    },
  };
}
