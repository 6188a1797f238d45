/** The two columns by keyboard: from sentence to sentence, kept without a new page, findings one after the other. */
import { postForm as sendWords } from './asked-list.ts';
import type { DeskNews } from './desk-live.ts';
import { pairRowOf, refreshPairs, sayIn, sendRow } from './pair-rows.ts';
import { watchPresses } from './pressed.ts';

watchPresses();

/** To the sentence after or before the one that has the cursor. */
function step(by: 1 | -1): void {
  const here = pairRowOf(document.activeElement);
  const next = here
    ? ((by > 0 ? here.nextElementSibling : here.previousElementSibling) ?? here)
    : document.querySelector('.pair');
  (next?.querySelector('textarea') ?? next?.querySelector<HTMLElement>('summary'))?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

function nextFinding(back: boolean): void {
  const all = [...document.querySelectorAll<HTMLElement>('[data-finding]')];
  const at = all.findIndex((finding) => finding.contains(document.activeElement));
  const next = at >= 0 ? all[(at + (back ? -1 : 1) + all.length) % all.length] : nearest(all, back);
  next?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: 'center' });
}

/** From a sentence, the first finding at it or after it. */
function nearest(all: HTMLElement[], back: boolean): HTMLElement | undefined {
  const here = pairRowOf(document.activeElement);
  if (!here) return back ? all.at(-1) : all[0];
  const isBefore = (one: HTMLElement) =>
    (here.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
  return back ? (all.findLast(isBefore) ?? all.at(-1)) : (all.find((one) => !isBefore(one)) ?? all[0]);
}

const meanwhile: Record<string, string> = {
  again: 'asking the engine…',
  ask: 'asking another engine…',
  write: 'keeping…',
};

async function send(form: HTMLFormElement, act: string): Promise<void> {
  const row = pairRowOf(form);
  if (!row) return;
  sayIn(row, meanwhile[act] ?? 'a moment…');
  const id = row.id;
  const refused = await sendRow(row, form, act);
  const now = document.getElementById(id);
  if (refused !== null && now && !now.classList.contains('contested')) sayIn(now, refused);
  if (refused === null && act === 'settle' && now?.contains(document.activeElement) !== false)
    nextFinding(false);
}

/** A form of the page that asks for something to be done: what comes of it appears in the rows, and nothing typed is lost. */
async function sendInPlace(form: HTMLFormElement): Promise<void> {
  const words = new FormData(form);
  for (const button of form.querySelectorAll('button')) button.disabled = true;
  const answer = await sendWords(form.action, words).catch(() => null);
  if (answer?.ok) {
    for (const field of form.querySelectorAll('input')) field.defaultValue = field.value; // kept: no words of ours any more
    if (form.contains(document.activeElement)) (document.activeElement as HTMLElement).blur();
    await refreshPairs();
  } else form.append('Not sent: the newsroom cannot be reached, or refused it. Load the page again.');
}

function press(selector: string): void {
  pairRowOf(document.activeElement)?.querySelector<HTMLElement>(selector)?.click();
}

/** What a finding suggests goes into the sentence as it is typed now; nothing is kept before the editor keeps it. */
function putIn(button: HTMLButtonElement): void {
  const row = pairRowOf(button);
  const area = row?.querySelector('textarea');
  if (!row || !area) return;
  const was = button.dataset.put ?? '';
  const at = was === '' ? -1 : area.value.indexOf(was);
  if (at < 0) {
    sayIn(row, 'These words do not stand there any more as they did.');
    return;
  }
  area.setRangeText(button.value, at, at + was.length, 'end');
  area.dispatchEvent(new Event('input', { bubbles: true }));
  area.focus();
  sayIn(row, 'Put in. Ctrl Enter keeps it.');
}

function putByKey(): void {
  const here = document.activeElement?.closest('[data-finding]') ?? pairRowOf(document.activeElement);
  const button = here?.querySelector<HTMLButtonElement>('[data-put]');
  if (button) putIn(button);
}

document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest<HTMLButtonElement>('[data-put]') : null;
  if (button) putIn(button);
});

function settleByKey(): void {
  const here = document.activeElement;
  const settle = (here?.closest('[data-finding]') ?? pairRowOf(here))?.querySelector<HTMLDetailsElement>(
    'details.settle',
  );
  if (!settle) return;
  settle.open = true;
  settle.querySelector<HTMLInputElement>('input[name="reason"]')?.focus();
}

/** What a key does, and null where it is none of ours. */
function actOf(event: KeyboardEvent): (() => void) | null {
  const { altKey, ctrlKey, metaKey, shiftKey, code, key } = event;
  if (key === 'F8') return () => nextFinding(shiftKey);
  if (ctrlKey && altKey && key === 'Enter') return putByKey;
  if ((ctrlKey || metaKey) && key === 'Enter') {
    const form = pairRowOf(event.target)?.querySelector<HTMLFormElement>('form[data-pair]');
    return form ? () => void send(form, 'write') : null;
  }
  if (!altKey || event.getModifierState('AltGraph')) return null; // AltGr writes a letter
  if (ctrlKey && code === 'KeyD') return settleByKey;
  if (ctrlKey && code === 'KeyE') return () => press('[data-ask-second]');
  if (ctrlKey) return null;
  if (key === 'ArrowDown' || key === 'ArrowUp') return () => step(key === 'ArrowDown' ? 1 : -1);
  if (code === 'Digit1') return () => press('[data-first]');
  return code === 'Digit2' ? () => press('[data-second]') : null;
}

document.addEventListener('keydown', (event) => {
  const act = actOf(event);
  if (!act) return;
  event.preventDefault();
  act();
});

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement)) return;
  if (form.matches('[data-in-place]')) {
    event.preventDefault();
    void sendInPlace(form);
  }
  if (!pairRowOf(form)) return;
  event.preventDefault();
  const pressed = event.submitter;
  void send(form, pressed instanceof HTMLButtonElement && pressed.value ? pressed.value : 'write');
});

const PACE = 400; // ms between two looks: while an engine translates, every sentence that it has done is news
let resting = false;
let isWaiting = false;

async function follow(): Promise<void> {
  if (resting) {
    isWaiting = true;
    return;
  }
  resting = true;
  await refreshPairs();
  setTimeout(() => {
    resting = false;
    if (!isWaiting) return;
    isWaiting = false;
    void follow();
  }, PACE);
}

const list = () => document.querySelector<HTMLElement>('[data-pairs]')?.dataset.pairs;

document.addEventListener('crier:changed', ({ detail }) => {
  const { what, stories } = detail;
  const isOurs = stories === null || stories.some((id) => list()?.startsWith(`/desk/stories/${id}/`));
  if ((what.includes('stories') && isOurs) || what.includes('replies')) void follow();
});

void follow(); // what was done since the page was made; the line may have opened before we listened

declare global {
  interface DocumentEventMap {
    /** The newsroom's line said that something of these kinds has changed. */
    'crier:changed': CustomEvent<DeskNews>;
  }
}
