/**
 * The rows of the two columns kept as the newsroom has them: only those that changed are fetched and put in place, and what
 * someone has typed is never thrown away.
 */
import { postForm } from './asked-list.ts';
import { untilLetGo } from './pressed.ts';

interface RowsAnswer {
  takeId: string;
  parts: Record<string, string>;
  order: [id: string, stamp: string][];
  rows: Record<string, string>;
}

const list = (): HTMLElement | null => document.querySelector<HTMLElement>('[data-pairs]');

export function pairRowOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('.pair') : null;
}

/** What the row says of itself under its sentence. */
export function sayIn(row: HTMLElement, words: string): void {
  const place = row.querySelector('.pair-foot span');
  if (place) place.textContent = words;
}

function isTyped(place: HTMLElement): boolean {
  const fields = place.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>(
    'textarea, input:not([type=hidden])',
  );
  return [...fields].some((field) => field.value !== field.defaultValue);
}

/** Puts in what an answer brings; rows that changed and did not come with it are fetched. `sent` is the row whose form it answers. */
export async function takeInRows(answer: RowsAnswer, sent: HTMLElement | null = null): Promise<void> {
  await untilLetGo();
  const missing = place(answer, sent);
  for (let from = 0; from < missing.length; from += AT_ONCE) {
    const asked = missing.slice(from, from + AT_ONCE);
    const more = await ask(asked);
    await untilLetGo();
    if (more) place(more, null);
  }
}

const AT_ONCE = 40; // rows asked for in one address

/** Rows whose state the newsroom has and we have not. */
function place(answer: RowsAnswer, sent: HTMLElement | null): string[] {
  const pairs = list();
  if (!pairs) return [];
  const missing: string[] = [];
  const known = new Set(answer.order.map(([id]) => `pair-${id}`));
  for (const row of [...pairs.children]) if (!known.has(row.id)) leave(row as HTMLElement);
  let before: Element | null = null;
  for (const [id, stamp] of answer.order) {
    let row = document.getElementById(`pair-${id}`);
    if (row?.dataset.stamp !== stamp) {
      const markup = answer.rows[id];
      if (markup === undefined) missing.push(id);
      else row = putRow(row, markup, { keep: row !== sent, after: before, pairs });
    } else setTake(row, answer.takeId);
    if (row) before = inOrder(pairs, row, before);
  }
  for (const [selector, markup] of Object.entries(answer.parts)) putPart(selector, markup);
  return missing;
}

/** Its sentence is gone for the newsroom; what was typed in it is shown until someone has dealt with it. */
function leave(row: HTMLElement): void {
  if (!isTyped(row)) row.remove();
  else sayIn(row, 'Someone has joined or left out this sentence meanwhile. Your words are still here.');
}

function inOrder(pairs: HTMLElement, row: HTMLElement, before: Element | null): HTMLElement {
  const next = before ? before.nextElementSibling : pairs.firstElementChild;
  if (next !== row) pairs.insertBefore(row, next); // moving what is in its place already would lose the cursor
  return row;
}

function putRow(
  row: HTMLElement | null,
  markup: string,
  { keep, after, pairs }: { keep: boolean; after: Element | null; pairs: HTMLElement },
): HTMLElement | null {
  const template = document.createElement('template');
  template.innerHTML = markup;
  const fresh = template.content.firstElementChild as HTMLElement | null;
  if (!fresh) return row;
  if (row && keep && isTyped(row)) return tellOfOther(row, fresh);
  const focus = row ? focusIn(row) : null;
  const open = [...(row?.querySelectorAll('details[open]') ?? [])].map((details) => details.className);
  if (row) row.replaceWith(fresh);
  else pairs.insertBefore(fresh, after ? after.nextElementSibling : pairs.firstElementChild);
  if (keep)
    for (const name of open)
      fresh.querySelector<HTMLDetailsElement>(`details.${name}`)?.setAttribute('open', '');
  focus?.(fresh);
  return fresh;
}

/** Two people at one sentence: what the other has kept is said, and keeping ours goes over it knowingly. */
function tellOfOther(row: HTMLElement, fresh: HTMLElement): HTMLElement {
  const theirs = fresh.querySelector('textarea')?.value ?? '';
  const mine = row.querySelector('textarea');
  const take = fresh.querySelector<HTMLInputElement>('input[name="basedOn"]')?.value;
  row.dataset.stamp = fresh.dataset.stamp;
  if (take) setTake(row, take);
  if (mine && theirs !== mine.defaultValue) {
    sayIn(row, `Someone else has written: “${theirs}”. Keep puts yours in its place.`);
    row.classList.add('contested');
  }
  return row;
}

/** Gives the cursor back to the same place of the row's new markup. */
function focusIn(row: HTMLElement): ((fresh: HTMLElement) => void) | null {
  const here = document.activeElement;
  if (!(here instanceof HTMLElement) || !row.contains(here)) return null;
  const caret = here instanceof HTMLTextAreaElement ? here.selectionStart : 0;
  const isFinding = here.closest('[data-finding], .second') !== null;
  return (fresh) => {
    const area = fresh.querySelector('textarea');
    const next = isFinding ? fresh.querySelector<HTMLElement>('[data-finding]') : null;
    (next ?? area)?.focus({ preventScroll: true });
    if (!next && area) area.setSelectionRange(caret, caret);
  };
}

function setTake(row: HTMLElement, takeId: string): void {
  for (const field of row.querySelectorAll<HTMLInputElement>('input[name="basedOn"]')) field.value = takeId;
}

/** Puts a part of the page in, unless someone is writing in it. */
function putPart(selector: string, markup: string): void {
  const place = document.querySelector<HTMLElement>(selector);
  if (!place || place.outerHTML === markup) return;
  if (place.querySelector(':is(input, textarea):focus') || isTyped(place)) return;
  const open = place.querySelector('details[open]') !== null;
  place.outerHTML = markup;
  if (open) document.querySelector<HTMLDetailsElement>(`${selector} details`)?.setAttribute('open', '');
}

async function ask(ids: string[]): Promise<RowsAnswer | null> {
  const address = `${list()?.dataset.pairs}/rows?ids=${ids.join(',')}`;
  // No answer: the line to the newsroom says so, and the next look brings what is missing.
  const answer = await fetch(address, { headers: { accept: 'application/json' } }).catch(() => null);
  return answer?.ok && !answer.redirected ? ((await answer.json()) as RowsAnswer) : null;
}

/** Looks at everything again. */
export async function refreshPairs(): Promise<void> {
  const answer = await ask([]);
  if (answer) await takeInRows(answer);
}

/** Sends a form of a row; gives words when it was refused, and leaves all that was typed. */
export async function sendRow(row: HTMLElement, form: HTMLFormElement, act: string): Promise<string | null> {
  const words = new FormData(form);
  words.set('do', act);
  const sent = row.querySelector('textarea')?.value;
  const answer = await postForm(form.action, words).catch(() => null);
  if (!answer) return 'Not kept: the newsroom cannot be reached. Your words are still here.';
  if (!answer.ok || answer.redirected) {
    await refreshPairs(); // it may be refused because of what someone else did meanwhile
    return wordsOf(answer);
  }
  // What was typed while it was on its way is not in what came back.
  const isAsSent = row.querySelector('textarea')?.value === sent;
  await takeInRows((await answer.json()) as RowsAnswer, isAsSent ? row : null);
  return null;
}

async function wordsOf(answer: Response): Promise<string> {
  const problem = (await answer.json().catch(() => null)) as { detail?: string; title?: string } | null;
  return problem?.detail ?? problem?.title ?? 'Not kept. Your words are still here.';
}
