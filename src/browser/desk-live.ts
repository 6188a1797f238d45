/**
 * Lists that follow what happens: the server says what kind of thing changed, and every list of that kind on the page is
 * fetched again as its own page and put in place. The page is the only source of its markup.
 */

import { untilLetGo, watchPresses } from './pressed.ts';
import { shareLine } from './shared-line.ts';

/** What changed, and of which stories; null for any. */
export interface DeskNews {
  what: string[];
  stories: string[] | null;
}

/** Hears the newsroom, by the one line that all tabs of this browser share. */
export function keepLive(): void {
  watchPresses();
  shareLine({
    path: '/desk/live',
    events: ['changed', 'held'],
    state: (isOpen) => say(isOpen ? 'live' : 'connecting…'),
    // What happened before the line was open, while it was down or out of sight is unknown: everything is looked at again.
    missed() {
      void lookAgain(document.querySelectorAll<HTMLElement>('[data-live]'));
      document.dispatchEvent(
        new CustomEvent('crier:changed', { detail: { what: ['stories'], stories: null } }),
      );
    },
    hear(name, data) {
      if (name === 'held') return showHeld(Number(data));
      const news = JSON.parse(data) as DeskNews;
      document.dispatchEvent(new CustomEvent('crier:changed', { detail: news }));
      void lookAgain(placesOf(news));
    },
  });
}

function say(state: string): void {
  for (const place of document.querySelectorAll('[data-live-state]')) place.textContent = state;
}

function showHeld(held: number): void {
  for (const badge of document.querySelectorAll<HTMLElement>('[data-held]')) {
    badge.hidden = held === 0;
    badge.firstChild?.replaceWith(String(held));
  }
}

/** The places that show what changed: those of a story only where it is that story that did. */
function placesOf({ what, stories }: DeskNews): HTMLElement[] {
  const kinds = what.map((kind) => `[data-live~="${CSS.escape(kind)}"]`);
  if (kinds.length === 0) return [];
  const isOfOther = ({ dataset: { live, ofStory } }: HTMLElement) =>
    ofStory !== undefined && live === 'stories' && stories !== null && !stories.includes(ofStory);
  return [...document.querySelectorAll<HTMLElement>(kinds.join())].filter((place) => !isOfOther(place));
}

/** Places of one page are fetched together. */
async function lookAgain(places: Iterable<HTMLElement>): Promise<void> {
  const pages = new Map<string, HTMLElement[]>();
  for (const place of places) {
    const from = place.dataset.liveFrom ?? location.href;
    pages.set(from, [...(pages.get(from) ?? []), place]);
  }
  await Promise.all([...pages].map(([from, together]) => paced(from, together)));
}

const PACE = 500; // ms between two looks at one page: an alert on its way rings for each of its chunks

/** Pages that were looked at a moment ago, with the places that asked for them meanwhile. */
const resting = new Map<string, Set<HTMLElement>>();

/** At once where it is quiet; else once more when the last look is over, for all who asked. */
async function paced(from: string, places: Iterable<HTMLElement>): Promise<void> {
  const waiting = resting.get(from);
  if (waiting) {
    for (const place of places) waiting.add(place);
    return;
  }
  const meanwhile = new Set<HTMLElement>();
  resting.set(from, meanwhile);
  await refresh(from, [...places]);
  setTimeout(() => {
    resting.delete(from);
    const still = [...meanwhile].filter((place) => place.isConnected);
    if (still.length > 0) void paced(from, still);
  }, PACE);
}

/** Looks at one place again, when something other than the newsroom's line says so. */
export async function fetchPlace(place: HTMLElement): Promise<void> {
  await lookAgain([place]);
}

/** Looks at places of one page now, whoever looked a moment ago; settled when they stand there. */
export async function fetchPlacesNow(places: HTMLElement[]): Promise<void> {
  const from = places[0]?.dataset.liveFrom;
  if (from) await refresh(from, places);
}

async function refresh(from: string, places: HTMLElement[]): Promise<void> {
  if (places[0]?.dataset.stamp !== undefined) return refreshParts(from, places);
  // No answer: the line to the newsroom says so already, and opening again looks at everything.
  const answer = await fetch(from, { headers: { accept: 'text/html' } }).catch(() => null);
  if (!answer?.ok || answer.redirected) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  await untilLetGo();
  for (const place of places) {
    const fresh = page.getElementById(place.id);
    if (fresh) swap(place, fresh);
  }
}

/** Of parts that carry the stamp of what they show, only those come that show something else now. */
async function refreshParts(from: string, places: HTMLElement[]): Promise<void> {
  const known = places.map(({ id, dataset }) => `${id}.${dataset.stamp}`).join(',');
  const asked = fetch(`${from}?known=${encodeURIComponent(known)}`, {
    headers: { accept: 'application/json' },
  });
  const answer = await asked.catch(() => null);
  if (!answer?.ok || answer.redirected) return;
  const parts = (await answer.json()) as Record<string, string>;
  await untilLetGo();
  for (const place of places) {
    const markup = parts[place.id];
    if (markup === undefined) continue;
    const page = new DOMParser().parseFromString(markup, 'text/html');
    const fresh = page.getElementById(place.id);
    if (fresh && swap(place, fresh)) place.dataset.stamp = fresh.dataset.stamp ?? '';
  }
}

/** Puts the new markup of a place in, unless someone is writing in it or has written. */
function swap(place: HTMLElement, fresh: HTMLElement): boolean {
  if (place.querySelector(':is(input, textarea, select):focus')) return false;
  if ([...place.querySelectorAll('textarea')].some((field) => field.value !== field.defaultValue))
    return false;
  const focused = document.activeElement?.closest('[id]')?.id;
  const scroll = place.closest('.pane')?.scrollTop;
  markRows(place, fresh);
  const hadFocus = place.contains(document.activeElement);
  const unfolded = new Set([...place.querySelectorAll<HTMLDetailsElement>('details[open]')].map(nameOf));
  place.replaceChildren(...fresh.childNodes); // words that stand in it bare too
  for (const details of place.querySelectorAll('details'))
    if (unfolded.has(nameOf(details))) details.open = true; // what someone reads stays open
  if (hadFocus && focused) focusIn(place, focused);
  const pane = place.closest('.pane');
  if (pane && scroll) pane.scrollTop = scroll;
  return true;
}

/** What is new since, what is chosen, and where the keys are. */
function markRows(place: HTMLElement, fresh: HTMLElement): void {
  const known = new Set([...place.children].map((child) => child.id));
  const chosen = place.dataset.selected;
  for (const child of fresh.children) {
    if (child.id !== '' && !known.has(child.id)) child.classList.add('fresh');
    const isChosen =
      child.id === `item-${chosen}` ||
      (chosen && child.getAttribute('data-also')?.split(' ').includes(chosen));
    if (isChosen) child.setAttribute('aria-current', 'true');
    else if (chosen !== undefined) child.removeAttribute('aria-current');
  }
  const on = place.querySelector('[data-row].on')?.id;
  if (on) fresh.querySelector(`#${CSS.escape(on)}`)?.classList.add('on');
}

const nameOf = (details: HTMLDetailsElement) =>
  `${details.closest('[id]')?.id} ${details.querySelector('summary')?.textContent}`;

function focusIn(place: HTMLElement, id: string): void {
  const again = place.querySelector<HTMLElement>(`#${CSS.escape(id)}`);
  const target = again?.matches('a, button') ? again : again?.querySelector<HTMLElement>('a, button');
  target?.focus({ preventScroll: true });
}
