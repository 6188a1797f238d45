/**
 * The live part of an open story: new entries come in by themselves, and nothing moves under the reader. Who is at the newest
 * sees them at once; who reads further down is offered them by a button. What is corrected or withdrawn changes in its place.
 * Nothing changes under a press.
 */

import { untilLetGo } from './pressed.ts';

/** An entry as open pages are told of it; see alerts/live/live.ts on the server. */
export interface EntryMessage {
  storyId: string;
  editionId: string;
  entryId: string;
  number: number;
  what: string;
  isKey: boolean;
  isPinned: boolean;
  title: string;
  html: string;
  keyLine: string | null;
}

interface Help {
  words(name: string): string;
  voice(said: string): void;
  /** Looks at the page again in a moment, and puts in these of its regions, all within one call of `change`. */
  refresh(regions: readonly string[], change: (put: () => void) => void): Promise<boolean>;
}

export interface OpenLive {
  /** The newest event when the page was made. */
  after: number | null;
  hear(told: EntryMessage): void;
  /** It has ended, or goes on again. */
  turned(): void;
  /** Too much was missed to be told one by one. */
  catchUp(): Promise<void>;
}

const ON_TOP = ['key-moments', 'pinned', 'live-state'] as const;
const ITS_STATE = ['live-state', 'follow-choices'] as const; // what is offered below it is another once it has ended
const SPREAD = 900; // ms, so that not all open pages ask in the same instant

/** Null on a page without a live story. */
export function openLive(help: Help): OpenLive | null {
  const part = document.querySelector<HTMLElement>('[data-live-story]');
  const list = part?.querySelector<HTMLElement>('[data-entries]');
  if (!part || !list) return null;
  const isKeyOnly = part.dataset.only === 'key';
  const waiting = new Map<number, HTMLElement>(); // by number: offered, and not put in yet
  let button: HTMLButtonElement | null = null;

  const standing = (id: string) => list.querySelector<HTMLElement>(`[data-entry="${CSS.escape(id)}"]`);
  const isOnTop = (id: string) =>
    part.querySelector(`[data-live="pinned"] [data-entry="${CSS.escape(id)}"]`) !== null;
  const putIn = (entry: HTMLElement) => {
    const number = numberOf(entry);
    const older = [...list.children].find((each) => numberOf(each) < number);
    list.insertBefore(entry, older ?? null);
  };
  const offer = () => {
    if (waiting.size === 0) {
      button?.remove();
      button = null;
      return;
    }
    if (!button) {
      button = document.createElement('button');
      button.type = 'button';
      button.className = 'quiet new-entries';
      button.dataset.newEntries = '';
      button.addEventListener('click', show);
      list.before(button);
    }
    const form = new Intl.PluralRules(document.documentElement.lang).select(waiting.size);
    button.textContent = help.words(`entries-${form}`).replace('{count}', String(waiting.size));
  };
  const show = () => {
    const all = [...waiting.values()];
    waiting.clear();
    for (const entry of all) putIn(entry);
    offer();
    const first = list.querySelector<HTMLElement>('[data-entry]');
    first?.setAttribute('tabindex', '-1');
    first?.focus({ preventScroll: true });
    first?.scrollIntoView({ block: 'start' });
  };
  /** The newest is in sight, or still below it: what is put before it moves nothing that is read. */
  const isAtTop = () => {
    const first = list.querySelector('[data-entry]');
    return waiting.size === 0 && (first === null || first.getBoundingClientRect().top >= 0);
  };
  const add = (entry: HTMLElement) => {
    if (isAtTop()) keepPlace(list, () => putIn(entry), true);
    else {
      waiting.set(numberOf(entry), entry);
      offer();
    }
  };
  const keyLine = ({ entryId, keyLine: line }: EntryMessage) => {
    const keys = part.querySelector<HTMLElement>('[data-key-list]');
    const had = keys?.querySelector(`[data-key="${CSS.escape(entryId)}"]`);
    if (!keys || (!had && line === null)) return;
    keepPlace(list, () => {
      const next = line === null ? null : elementOf(line);
      if (had && next) had.replaceWith(next);
      else if (had) had.remove();
      else if (next) keys.prepend(next);
      const box = keys.closest<HTMLElement>('.key-moments');
      if (box) box.hidden = keys.children.length === 0;
    });
  };

  const take = (told: EntryMessage) => {
    const entry = elementOf(told.html);
    if (!entry) return;
    const had = standing(told.entryId);
    // Where only key moments stand, one of long ago may become one, and one may cease to be.
    const belongs = isKeyOnly ? told.isKey : told.number > Number(part.dataset.last);
    const isNew = !had && !waiting.has(told.number) && belongs;
    if (isKeyOnly && !told.isKey && told.what === 'marked') {
      waiting.delete(told.number);
      offer();
      if (had) keepPlace(list, () => had.remove());
      return;
    }
    if (had) keepPlace(list, () => had.replaceWith(entry));
    else if (waiting.has(told.number)) waiting.set(told.number, entry);
    else if (isNew) {
      part.dataset.last = String(Math.max(told.number, Number(part.dataset.last)));
      add(entry);
      help.voice(told.title);
    }
    if (told.what === 'marked' || told.what === 'withdrawn' || isOnTop(told.entryId)) {
      // A key moment of long ago takes its place among the others; pins come and go, and what is corrected is so on top too.
      const inPlace = (put: () => void) => keepPlace(list, put);
      setTimeout(() => void help.refresh(ON_TOP, inPlace), Math.random() * SPREAD);
    } else keyLine(told);
  };

  return {
    after: Number.parseInt(part.dataset.after ?? '', 10) || null,
    hear(told) {
      if (told.editionId === part.dataset.edition) void untilLetGo().then(() => take(told));
    },
    turned() {
      const inPlace = (put: () => void) => keepPlace(list, put);
      setTimeout(() => void help.refresh(ITS_STATE, inPlace), Math.random() * SPREAD);
    },
    async catchUp() {
      const answer = await fetch(location.pathname, { headers: { accept: 'text/html' } }).catch(() => null);
      if (!answer?.ok) return; // the next event, or the next load, will do
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
      await untilLetGo();
      const next = fresh.querySelector<HTMLElement>('[data-live-story]');
      for (const found of fresh.querySelectorAll<HTMLElement>('[data-entries] > [data-entry]')) {
        const entry = document.importNode(found, true);
        const had = standing(entry.dataset.entry ?? '');
        if (had) {
          if (had.innerHTML !== entry.innerHTML) keepPlace(list, () => had.replaceWith(entry));
        } else if (numberOf(entry) > Number(part.dataset.last)) waiting.set(numberOf(entry), entry);
      }
      part.dataset.last = next?.dataset.last ?? part.dataset.last;
      for (const region of ON_TOP) {
        const here = part.querySelector(`[data-live="${region}"]`);
        const there = fresh.querySelector(`[data-live="${region}"]`);
        if (here && there && here.innerHTML !== there.innerHTML)
          keepPlace(list, () => here.replaceWith(document.importNode(there, true)));
      }
      offer();
    },
  };
}

function elementOf(html: string): HTMLElement | null {
  const template = document.createElement('template');
  template.innerHTML = html; // written by our own pages, on our own line
  return template.content.querySelector<HTMLElement>('*');
}

const numberOf = (entry: Element): number =>
  entry instanceof HTMLElement ? Number(entry.dataset.number ?? 0) : 0;

/** The first entry in sight stays where it is on the screen, whatever changes above it. Not where that is what grows at the top. */
function keepPlace(list: HTMLElement, change: () => void, isAtTop = false): void {
  const anchor = isAtTop ? null : inSight(list);
  const before = anchor?.getBoundingClientRect().top ?? 0;
  change();
  restore(list, anchor, before);
}

function restore(list: HTMLElement, anchor: HTMLElement | null, before: number): void {
  const now = anchor?.isConnected
    ? anchor
    : list.querySelector<HTMLElement>(`[data-entry="${anchor?.dataset.entry ?? ''}"]`);
  if (!anchor || !now) return;
  const moved = now.getBoundingClientRect().top - before;
  if (Math.abs(moved) >= 1) scrollBy({ top: moved, behavior: 'instant' });
}

/** Null where the reader has not come to the entries yet, and so reads something above them. */
function inSight(list: HTMLElement): HTMLElement | null {
  if (list.getBoundingClientRect().top > innerHeight / 2) return null;
  const all = [...list.querySelectorAll<HTMLElement>('[data-entry]')];
  return all.find((entry) => entry.getBoundingClientRect().bottom > 0) ?? null;
}
