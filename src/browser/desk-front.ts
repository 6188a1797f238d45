/**
 * The front at the desk, with script: keys on the chosen story, dragging, and changes without leaving the page. Everything is a
 * button of the page's own form; here it is only pressed.
 */

import { chooseMedia } from './choose-media.ts';
import { fetchPlace } from './desk-live.ts';
import { untilLetGo, watchPresses } from './pressed.ts';

watchPresses();

const form = () => document.querySelector<HTMLFormElement>('#front-act');
const REGIONS = ['front-stands', 'front-banner', 'front-pool'];

document.addEventListener('submit', (event) => {
  const sent = event.target;
  if (!(sent instanceof HTMLFormElement) || !sent.matches('[data-front-act]')) return;
  event.preventDefault();
  const by = event.submitter instanceof HTMLButtonElement ? event.submitter : null;
  const to = by?.hasAttribute('formaction') ? by.formAction : sent.action;
  ask({ to, name: by?.name ?? '', value: by?.value ?? '' });
});

/** What a button asks for. */
interface FrontAct {
  to: string;
  name: string;
  value: string;
}

let asked: Promise<void> = Promise.resolve();
let sending = 0;

/** One change after the other, none lost: each is made from the page that the last one left. */
function ask(act: FrontAct): void {
  sending += 1;
  asked = asked.then(() => send(act));
}

async function send({ to, name, value }: FrontAct): Promise<void> {
  try {
    const now = form();
    if (!now) return; // the page says that somebody else changed it first
    const fields = new URLSearchParams();
    for (const [field, words] of new FormData(now))
      if (typeof words === 'string') fields.append(field, words);
    if (name !== '') fields.append(name, value);
    const answer = await fetch(to, { method: 'POST', body: fields, headers: { accept: 'text/html' } });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    await untilLetGo();
    const isFront = page.getElementById('front-stands') !== null;
    if (isFront) showAnew(page, answer.ok);
    else showOther(page);
    if (answer.ok && isFront && location.search.includes('story='))
      history.replaceState(null, '', withoutStory());
  } catch {
    say('It did not arrive. Look at the net, and try again.');
  } finally {
    sending -= 1;
  }
}

/** Another page in the place of the front, with its own keys. */
function showOther(page: Document): void {
  document.querySelector('main')?.replaceWith(page.querySelector('main') ?? '');
  for (const part of ['.desk-foot', '#all-keys dl']) {
    const fresh = page.querySelector(part);
    if (fresh) document.querySelector(part)?.replaceWith(fresh);
  }
}

/** The page as it is now, with the same story under the keys. */
function showAnew(page: Document, isDone: boolean): void {
  const on = rowOn()?.dataset.story;
  const isSearched = document.querySelector<HTMLInputElement>('.pool-form [name="words"]')?.value !== '';
  for (const id of REGIONS) {
    if (id === 'front-pool' && isSearched) continue; // what was looked for stays there
    const [here, fresh] = [document.getElementById(id), page.getElementById(id)];
    if (here && fresh) here.replaceChildren(...fresh.childNodes);
  }
  for (const notice of document.querySelectorAll('.stands > .notice')) notice.remove();
  const notice = page.querySelector('.stands > .notice');
  if (notice) document.querySelector('#front-stands')?.before(notice);
  if (isDone) document.querySelector('.hand-form')?.closest('.pane')?.querySelector('.hand-form')?.remove();
  const row = on && document.getElementById(`row-${on}`);
  if (row) choose(row);
}

function withoutStory(): string {
  const query = new URLSearchParams(location.search);
  query.delete('story');
  query.delete('done');
  return `${location.pathname}?${query}`;
}

function rowOn(): HTMLElement | null {
  const focused = document.activeElement?.closest<HTMLElement>('[data-row]');
  return focused ?? document.querySelector<HTMLElement>('[data-row].on');
}

function choose(row: HTMLElement): void {
  for (const other of document.querySelectorAll('[data-row].on')) other.classList.remove('on');
  row.classList.add('on');
  row.querySelector<HTMLElement>('a')?.focus({ preventScroll: true });
  row.scrollIntoView({ block: 'nearest' });
}

function say(words: string): void {
  const place = document.querySelector('#front-act [role="status"]');
  if (place) place.textContent = words;
}

const TOGETHER = 1_500; // ms in which the letter after g must come, as of every page: it leads to another room

let goUntil = 0;

/** Before the keys of every page: here a letter is for the story that is chosen. */
document.addEventListener(
  'keydown',
  (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
    if (goUntil > event.timeStamp) return;
    goUntil = event.key === 'g' ? event.timeStamp + TOGETHER : 0;
    if (event.key === 'b') {
      document.querySelector<HTMLElement>('#banner-words')?.focus();
      event.preventDefault();
      return;
    }
    const row = rowOn();
    if (!row) return;
    const link = event.key === 'e' ? row.querySelector<HTMLAnchorElement>('a.headline') : null;
    const button = row.querySelector<HTMLElement>(`[data-row-key="${CSS.escape(event.key)}"]`);
    if (!link && !button) return;
    event.preventDefault();
    event.stopPropagation();
    if (link) openHand(link);
    else button?.click();
  },
  { capture: true },
);

/** By its key the hand opens where one writes; a click opens it and puts the focus nowhere. */
function openHand(link: HTMLAnchorElement): void {
  const to = new URL(link.href);
  to.hash = 'headline';
  location.assign(to);
}

function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('input:not([type="checkbox"], [type="radio"]), textarea, select, dialog[open]') !== null
  );
}

const AGAIN = 30_000; // ms between two looks at how many read

/** Figures change though nobody does anything, and hands end: they alone are put in, where the page is looked at. */
setInterval(() => {
  if (document.visibilityState === 'visible' && sending === 0) void showReaders();
}, AGAIN);

async function showReaders(): Promise<void> {
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } }).catch(() => null);
  if (!answer?.ok || answer.redirected) return; // the line to the newsroom says that it is down
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const stands = document.getElementById('front-stands');
  if (stands && page.getElementById('front-act')?.dataset.hands !== form()?.dataset.hands)
    await fetchPlace(stands);
  await untilLetGo();
  for (const here of document.querySelectorAll<HTMLElement>('[data-readers]')) {
    const fresh = page.querySelector(`[data-readers="${CSS.escape(here.dataset.readers ?? '')}"]`);
    if (fresh) here.replaceChildren(...fresh.cloneNode(true).childNodes);
  }
}

/** The whole library, where the page offers its newest. */
function offerLibrary(): void {
  for (const choice of document.querySelectorAll<HTMLSelectElement>('[data-hand-picture]')) {
    const open = document.createElement('button');
    open.type = 'button';
    open.className = 'quiet small';
    open.textContent = 'From the library…';
    open.addEventListener('click', () => void choosePicture(choice));
    choice.after(open);
  }
}
offerLibrary();

async function choosePicture(choice: HTMLSelectElement): Promise<void> {
  const [chosen] = await chooseMedia({ kinds: ['picture'] });
  if (!chosen) return;
  const known = [...choice.options].some(({ value }) => value === chosen.id);
  if (!known) choice.add(new Option(chosen.caption || chosen.name || 'the chosen picture', chosen.id));
  choice.value = chosen.id;
}

/** A time that is typed is the end that is chosen. */
document.addEventListener('input', ({ target }) => {
  const form = target instanceof HTMLInputElement && target.name === 'until' ? target.form : null;
  const hold = form?.querySelector<HTMLSelectElement>('[name="hold"]');
  if (hold) hold.value = 'own';
});

let dragged: HTMLElement | null = null;

document.addEventListener('dragstart', (event) => {
  dragged = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row]') : null;
  if (!dragged) return;
  dragged.classList.add('dragged');
  event.dataTransfer?.setData('text/plain', dragged.querySelector('.headline')?.textContent ?? '');
});

document.addEventListener('dragover', (event) => {
  const over = overRow(event);
  for (const row of document.querySelectorAll('.place.over')) if (row !== over) row.classList.remove('over');
  if (!over) return;
  event.preventDefault();
  over.classList.add('over');
});

document.addEventListener('dragend', () => {
  for (const row of document.querySelectorAll('.place')) row.classList.remove('over', 'dragged');
  dragged = null;
});

document.addEventListener('drop', (event) => {
  const over = overRow(event);
  if (!over || !dragged) return;
  event.preventDefault();
  const to = form()?.action;
  if (to) ask({ to, name: 'act', value: `to|${over.dataset.place}|${dragged.dataset.story}` });
});

/** The place under the pointer, where a story can be let down. */
function overRow(event: DragEvent): HTMLElement | null {
  const over = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-place]') : null;
  return dragged && over && over.dataset.story !== dragged.dataset.story ? over : null;
}
