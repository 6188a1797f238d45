/** The two columns by keyboard: from sentence to sentence, kept without a new page, findings one after the other. */

const rows = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('.pair')];

function rowOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('.pair') : null;
}

/** To the sentence after or before the one that has the cursor. */
function step(by: number): void {
  const all = rows();
  const here = rowOf(document.activeElement);
  const at = here ? all.indexOf(here) + by : 0;
  const next = all[Math.max(0, Math.min(all.length - 1, at))];
  next?.querySelector('textarea')?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

function nextFinding(back: boolean): void {
  const all = [...document.querySelectorAll<HTMLElement>('[data-finding]')];
  if (all.length === 0) return;
  const here = document.activeElement?.closest<HTMLElement>('[data-finding]');
  const at = here ? all.indexOf(here) : back ? all.length : -1;
  const next = all[(at + (back ? -1 : 1) + all.length) % all.length];
  next?.focus();
  next?.scrollIntoView({ block: 'center' });
}

/** Keeps one sentence; its row comes back with what the checks say now, and every other row knows the new take. */
async function keep(form: HTMLFormElement): Promise<void> {
  const row = rowOf(form);
  const note = form.querySelector('.pair-foot span');
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
  if (!body.has('do')) body.append('do', 'write');
  if (note) note.textContent = 'keeping…';
  const answer = await fetch(form.action, {
    method: 'POST',
    body,
    headers: { accept: 'application/json' },
  }).catch(() => null);
  if (!answer?.ok || !row) {
    if (note)
      note.textContent =
        (await wordsOf(answer)) ?? 'Not kept: the newsroom cannot be reached. Your words are still here.';
    return;
  }
  const { takeId } = (await answer.json()) as { takeId: string };
  for (const field of document.querySelectorAll<HTMLInputElement>('input[name="basedOn"]'))
    field.value = takeId;
  await refresh(row);
}

async function wordsOf(answer: Response | null): Promise<string | null> {
  if (!answer) return null;
  const problem = (await answer.json().catch(() => null)) as { detail?: string; title?: string } | null;
  return problem?.detail ?? problem?.title ?? null;
}

/** The row as the server has it now; what is being typed elsewhere is left alone. */
async function refresh(row: HTMLElement): Promise<void> {
  const answer = await fetch(location.pathname, { headers: { accept: 'text/html' } }).catch(() => null);
  if (!answer?.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const fresh = page.getElementById(row.id);
  const typed = row.querySelector('textarea');
  const area = fresh?.querySelector('textarea');
  const hadFocus = row.contains(document.activeElement);
  const caret = typed?.selectionStart ?? 0;
  if (!fresh) return;
  row.replaceWith(fresh);
  if (hadFocus && area) {
    area.focus();
    area.setSelectionRange(caret, caret);
  }
  for (const part of ['.gate', '.translation-end']) {
    const [old, now] = [document.querySelector(part), page.querySelector(part)];
    if (old && now && !old.contains(document.activeElement)) old.replaceWith(now);
  }
}

document.addEventListener('keydown', (event) => {
  if (event.altKey && !event.ctrlKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
    event.preventDefault();
    step(event.key === 'ArrowDown' ? 1 : -1);
  } else if (event.key === 'F8') {
    event.preventDefault();
    nextFinding(event.shiftKey);
  } else if ((event.ctrlKey || event.metaKey) && event.key === 'Enter') {
    const form = rowOf(event.target)?.querySelector<HTMLFormElement>('form[data-pair]');
    if (!form) return;
    event.preventDefault();
    void keep(form);
  } else if (event.ctrlKey && event.altKey && event.key.toLowerCase() === 'd') {
    const settle = (
      document.activeElement?.closest('[data-finding]') ?? rowOf(document.activeElement)
    )?.querySelector<HTMLDetailsElement>('details.settle');
    if (!settle) return;
    event.preventDefault();
    settle.open = true;
    settle.querySelector<HTMLInputElement>('input[name="reason"]')?.focus();
  }
});

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || !form.matches('form[data-pair]')) return;
  event.preventDefault();
  void keep(form);
});
