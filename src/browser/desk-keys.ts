/** The keys of the desk: two-letter ways between its rooms, moving in lists, and the list of all of them. */

import { openChoice } from './desk-folds.ts';
import { chosenComing } from './desk-wire.ts';

const rooms: Record<string, string> = {
  d: '/desk/today',
  w: '/desk/wire',
  s: '/desk/stories',
  f: '/desk/front',
  l: '/desk/media',
  a: '/desk/alerts',
  r: '/desk/replies',
  e: '/desk/readers',
  o: '/desk/sources',
  t: '/desk/staff',
  m: '/desk/masthead',
};

const TOGETHER = 1500; // ms in which the letter after g must come

/** Listens for keys pressed outside of fields. */
export function listenToKeys(): void {
  let goUntil = 0;
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target))
      return;
    const room = rooms[event.key];
    if (goUntil > event.timeStamp && room) {
      location.assign(room);
      return;
    }
    goUntil = event.key === 'g' ? event.timeStamp + TOGETHER : 0;
    if (act(event)) event.preventDefault();
  });
}

/** True in a place where a letter is a letter. */
function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.closest(
      'input:not([type="checkbox"], [type="radio"]), textarea, select, dialog[open], [popover]',
    ) !== null
  );
}

function act(event: KeyboardEvent): boolean {
  switch (event.key) {
    case '?':
      document.querySelector<HTMLDialogElement>('#all-keys')?.showModal();
      return true;
    case 'n':
      location.assign('/desk/stories/new');
      return true;
    case 'j':
      return move(1);
    case 'k':
      return move(-1);
    case 'o':
      return pressOfChosen('[data-original]');
    case 'Enter':
      return enter(event.target);
    default:
      return pressInRow(event.key) || pressOfChosen(`[data-key="${CSS.escape(event.key)}"]`);
  }
}

/** A key that means something in each row means it in the chosen one. */
function pressInRow(key: string): boolean {
  const rows = rowsOf();
  return use(rows[presentRow(rows)]?.querySelector<HTMLElement>(`[data-row-key="${CSS.escape(key)}"]`));
}

function press(selector: string): boolean {
  return use(document.querySelector<HTMLElement>(selector));
}

/** Of an item of the wire that was chosen and is not there yet, as soon as it is: until then the panes are those of the one before it. */
function pressOfChosen(selector: string): boolean {
  const found = document.querySelector<HTMLElement>(selector);
  return found && !found.closest('#copy, #beside') ? use(found) : whenThere(() => press(selector));
}

/** A field is gone to, a choice is opened, what only says something is shown, anything else is pressed; what unfolds is gone into. */
function use(found: HTMLElement | null | undefined): boolean {
  if (!found) return false;
  if (found.dataset.says !== undefined) {
    found.hidden = false; // why the key does nothing here
    found.focus();
  } else if (!found.matches('input:not([type="checkbox"], [type="radio"]), textarea, select')) {
    found.click();
    if (found.matches('summary')) focusWithin(found.parentElement);
  } else {
    for (const around of ancestorsFolded(found)) around.open = true;
    found.focus();
    if (found instanceof HTMLSelectElement) openChoice(found);
  }
  return true;
}

function focusWithin(fold: HTMLElement | null): void {
  if (fold instanceof HTMLDetailsElement && fold.open)
    fold.querySelector<HTMLElement>('textarea, input:not([type="hidden"])')?.focus();
}

function* ancestorsFolded(found: HTMLElement): Generator<HTMLDetailsElement> {
  for (
    let around = found.closest<HTMLDetailsElement>('details:not([open])');
    around;
    around = around.parentElement?.closest<HTMLDetailsElement>('details:not([open])') ?? null
  )
    yield around;
}

function rowsOf(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-row]')].filter((row) => row.checkVisibility());
}

/** The row the keys are on: the one that holds the focus, or was chosen by them, or that the page was opened at. */
function presentRow(rows: HTMLElement[]): number {
  const focused = rows.findIndex((row) => row.contains(document.activeElement));
  if (focused >= 0) return focused;
  const chosen = rows.findIndex((row) => row.matches('[aria-current="true"], .on'));
  // A browser puts the focus on what an address names only when it has drawn the page: a key may come before.
  return chosen >= 0 ? chosen : rows.findIndex(({ id }) => id !== '' && location.hash === `#${id}`);
}

function move(by: number): boolean {
  const rows = rowsOf();
  const row = rows[Math.max(0, Math.min(rows.length - 1, presentRow(rows) + by))];
  if (!row) return false;
  for (const other of rows) other.classList.toggle('on', other === row);
  const link = row.matches('a') ? row : row.querySelector<HTMLElement>('a');
  link?.focus({ preventScroll: true });
  row.scrollIntoView({ block: 'nearest' });
  row.dispatchEvent(new CustomEvent('crier:row', { bubbles: true }));
  return true;
}

/** What a key was pressed on before it was there. */
let wanted: ReturnType<typeof chosenComing> = null;

/** Enter on the chosen item of the wire picks it up, as soon as it is there; anywhere else it is the browser's own. */
function enter(target: EventTarget | null): boolean {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-item]') : null;
  const isNowhere = target === document.body || target === document.documentElement;
  const coming = chosenComing();
  const item = coming?.item ?? chosenItem();
  if (item === undefined || !(isNowhere || row?.dataset.item === item)) return false;
  return whenThere(pickUp);
}

/** At once, or as soon as the item that was chosen is there, unless another was chosen by then. */
function whenThere(act: () => boolean): boolean {
  const coming = chosenComing();
  if (!coming) return act();
  if (wanted === coming) return true; // pressed again by whoever saw nothing happen
  wanted = coming;
  void coming.shown.then(() => chosenItem() === coming.item && act());
  return true;
}

const chosenItem = () => document.querySelector<HTMLElement>('[data-chosen]')?.dataset.chosen;
const pickUp = () => press('[data-pick-up]:not(:disabled)');
